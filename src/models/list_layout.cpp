// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_layout.h"

namespace deskhand::list_layout {

QVector<TicketId> entriesOf(const TicketList &list, const QSet<qint64> &collapsed)
{
    if (list.groups.isEmpty())
        return list.ids;
    QVector<TicketId> entries;
    entries.reserve(list.ids.size() + list.groups.size());
    for (const TicketGroup &group : list.groups) {
        entries.append(headerOf(group.key));
        if (!collapsed.contains(group.key))
            entries.append(list.ids.mid(group.firstRow, group.rowCount));
    }
    return entries;
}

void removeTickets(TicketList *list, const QSet<TicketId> &tickets)
{
    const auto isGone = [&tickets](TicketId id) { return tickets.contains(id); };
    if (list->groups.isEmpty()) {
        list->ids.removeIf(isGone);
        return;
    }
    QVector<TicketId> ids;
    ids.reserve(list->ids.size());
    QVector<TicketGroup> groups;
    for (const TicketGroup &group : std::as_const(list->groups)) {
        TicketGroup kept{group.key, int(ids.size()), 0};
        for (int row = group.firstRow; row < group.firstRow + group.rowCount; ++row) {
            if (!isGone(list->ids.at(row)))
                ids.append(list->ids.at(row));
        }
        kept.rowCount = int(ids.size()) - kept.firstRow;
        if (kept.rowCount > 0)
            groups.append(kept);
    }
    list->ids = std::move(ids);
    list->groups = std::move(groups);
}

QVector<TicketId> withHeld(const QVector<TicketId> &before, QVector<TicketId> after, TicketId held,
                           const QSet<TicketId> &suspects)
{
    const qsizetype was = before.indexOf(held);
    if (was < 0)
        return after;
    after.removeOne(held);
    for (qsizetype row = was - 1; row >= 0; --row) {
        const TicketId neighbour = before.at(row);
        if (suspects.contains(neighbour))
            continue;
        const qsizetype at = after.indexOf(neighbour);
        if (at >= 0) {
            after.insert(at + 1, held);
            return after;
        }
    }
    // Nothing that stayed stands above it: it goes before the first that stayed below.
    for (qsizetype row = was + 1; row < before.size(); ++row) {
        const qsizetype at = suspects.contains(before.at(row)) ? -1 : after.indexOf(before.at(row));
        if (at >= 0) {
            after.insert(at, held);
            return after;
        }
    }
    after.append(held);
    return after;
}

} // namespace deskhand::list_layout
