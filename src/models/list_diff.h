// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QSet>
#include <QVector>

namespace deskhand {

/// One step from an old list to a new one, in the terms of QAbstractItemModel, to be done in order.
struct ListStep {
    enum class Kind { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    int at = 0;    ///< first row removed, inserted or moved
    int count = 1; ///< Move: always 1
    int to = 0;    ///< Move: the row before which it goes, counted before the move

    bool operator==(const ListStep &) const = default;
};

struct ListDiff {
    bool possible = true;    ///< false: too different; reset instead
    QVector<ListStep> steps; ///< none: equal
};

/// Steps from `before` to `after`, lists without duplicates. `suspects` are the entries known to have changed: the
/// walk stays linear for lists of millions. Entries that differ without being suspects are looked for in lists up to
/// 50,000, else the diff is not possible. Negative values (group headers) are always suspects.
[[nodiscard]] ListDiff diffLists(const QVector<TicketId> &before, const QVector<TicketId> &after,
                                 const QSet<TicketId> &suspects, int maxSteps = 200);

/// The list after the steps; for tests and for models that keep the list themselves.
[[nodiscard]] QVector<TicketId> afterStep(QVector<TicketId> list, const ListStep &step,
                                          const QVector<TicketId> &inserted);

} // namespace deskhand
