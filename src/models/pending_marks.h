// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

namespace deskhand {

/// Ids and versions from here on are of this computer only: the service has not given its own yet. See
/// replica/replica_desk.h.
inline constexpr qint64 provisionalFrom = qint64(1) << 40;

/// A ticket with commands that wait to be sent, or that was opened here and is not known to the service yet.
[[nodiscard]] inline bool isPending(const TicketHead &head)
{
    return head.version >= provisionalFrom || head.id.value >= provisionalFrom;
}
/// Written here and not yet arrived.
[[nodiscard]] inline bool isPending(const Article &article)
{
    return article.id.value >= provisionalFrom;
}

} // namespace deskhand
