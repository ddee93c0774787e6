// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/held_rows.h"

namespace deskhand {

HeldMail readHeldMail(ColumnReader &row, QueueId *queue)
{
    HeldMail mail;
    mail.id = row.id<HeldMailId>();
    mail.mailbox = row.id<MailboxId>();
    mail.reason = row.enumerator<HoldReason>();
    mail.ticket = row.id<TicketId>();
    mail.ticketNumber = row.text();
    mail.ticketSubject = row.text();
    mail.from.name = row.text();
    mail.from.address = row.text();
    mail.subject = row.text();
    mail.excerpt = row.text();
    mail.rawSha256 = row.bytes();
    mail.at = row.integer();
    *queue = row.id<QueueId>();
    return mail;
}

} // namespace deskhand
