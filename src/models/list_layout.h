// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/query.h"

#include <QHash>
#include <QSet>
#include <QVector>

namespace deskhand {

/// Rows of a list as one sequence: ticket ids, and group headers as negative values, so that both can be compared and
/// moved alike.
namespace list_layout {

[[nodiscard]] constexpr TicketId headerOf(qint64 groupKey)
{
    return TicketId{-groupKey - 1};
}
[[nodiscard]] constexpr bool isHeader(TicketId entry)
{
    return entry.value < 0;
}
[[nodiscard]] constexpr qint64 groupKeyOf(TicketId header)
{
    return -header.value - 1;
}

/// Headers and the tickets of groups that are not collapsed. Shares the ids when the list is not grouped.
[[nodiscard]] QVector<TicketId> entriesOf(const TicketList &list, const QSet<qint64> &collapsed);

/// Takes tickets out of the list and out of its groups; empty groups go.
void removeTickets(TicketList *list, const QSet<TicketId> &tickets);

/// The entries with `held` standing after what it stood after in `before`, whatever `after` says about it.
/// `suspects` are entries that may have moved themselves.
[[nodiscard]] QVector<TicketId> withHeld(const QVector<TicketId> &before, QVector<TicketId> after, TicketId held,
                                         const QSet<TicketId> &suspects);

} // namespace list_layout
} // namespace deskhand
