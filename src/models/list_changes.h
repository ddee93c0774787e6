// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/list_spec.h"

#include <QSet>

#include <functional>

namespace deskhand {

/// What a run of changes means for one list.
struct ListEffect {
    QHash<TicketId, TicketRow> refreshed; ///< newest rows as the asking person sees them, whether in the list or not
    QSet<TicketId> outdated;              ///< changed, but how is not known here
    QSet<TicketId> leaving;               ///< no longer match
    QSet<TicketId> suspects;              ///< may come, go or move
    bool askAgain = false;                ///< the list of ids is no longer sure
    bool allOutdated = false;             ///< every row may show something old
};

/// The changes with those of one command to one ticket made one: each of them carries the ticket before and after the
/// whole command. What it is called is the strongest of them: opened, article, changed, read.
[[nodiscard]] QVector<Change> onePerCommand(const QVector<Change> &changes);

/// The `unread` of a row in a change is the actor's; this gives the row as `me` sees it. `known` is what `me` saw
/// before, if that is known.
[[nodiscard]] TicketRow rowAsSeenBy(PersonId me, const Change &change, const TicketRow &row, std::optional<bool> known);

/// Whether two states of a ticket stand at the same place of a list.
[[nodiscard]] bool sameListPlace(const TicketHead &a, const TicketHead &b, const QString &requesterA,
                                 const QString &requesterB, ListColumn column);

/// `knownUnread`: what the list shows for a ticket now, if it has the row.
[[nodiscard]] ListEffect effectOnList(const ListSpec &spec, const QVector<Change> &changes,
                                      const ConditionContext &context,
                                      const std::function<std::optional<bool>(TicketId)> &knownUnread);

} // namespace deskhand
