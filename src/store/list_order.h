// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/saved_view.h"

#include <QHash>
#include <QVector>

#include <optional>

namespace deskhand {

/// Gives the values of a reference column their place in a list: states by position, priorities by rank, queues and
/// categories in tree order, owners and organizations by folded name, channels by number, standings from overdue to
/// missed. 0 ("none") has no place.
/// Built for one query; not thread-safe.
class ListRanks
{
public:
    /// For a column that can be grouped by. Values the catalogue does not know come after those it knows, by id.
    [[nodiscard]] static ListRanks ofColumn(ListColumn column, const Catalog &catalog);
    /// For ids given in order.
    [[nodiscard]] static ListRanks ofOrder(const QVector<qint64> &ids);

    /// Lower comes first in ascending order. 0 for "none".
    [[nodiscard]] qint64 rank(qint64 value) const;

private:
    QHash<qint64, qint64> m_ranks;
    QVector<qint64> m_dense; ///< the same for small ids, where nearly all are
};

/// A row of a list while it is being put in order.
struct ListEntry {
    qint64 id = 0;
    qint64 key = 0;   ///< what it is sorted by; 0: not set, comes last in either direction
    qint64 group = 0; ///< rank of its group; 0: none, comes last
    qint64 groupValue = 0;
};

/// Whether one stands before the other: by group (if any), then key, then id.
struct ListEntryLess {
    bool grouped = false;
    bool descending = false;

    bool operator()(const ListEntry &a, const ListEntry &b) const;
};

/// Sorts by group (if any), then key, then id; groups are always ascending, `descending` turns key and id around.
/// What comes in nearly sorted is cheap.
void sortListEntries(QVector<ListEntry> *entries, bool grouped, bool descending);

} // namespace deskhand
