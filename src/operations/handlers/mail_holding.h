// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/handlers/mail_intake.h"

namespace deskhand {

/// Keeps a mail for a person to decide about. `ticket`: that it claims; invalid: none.
Result<MailResult> holdMail(CommandRun &run, const AcceptMail &mail, const MailSender &sender, HoldReason reason,
                            TicketId ticket);

/// Opens a ticket for a mail, in the queue that it was sent to. `follows`: a closed ticket that it follows up; null:
/// none.
Result<CommandAnswer> openTicketForMail(CommandRun &run, const AcceptMail &mail, const MailSender &sender,
                                        const TicketHead *follows);

} // namespace deskhand
