// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/draft_store.h"

namespace deskhand {

QString draftKey(DraftKind kind, TicketId ticket, PersonId author)
{
    return QStringLiteral("%1-%2-%3").arg(author.value).arg(ticket.value).arg(int(kind));
}

} // namespace deskhand
