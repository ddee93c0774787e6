// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"

namespace deskhand {

/// Columns of a list and keys to sort and group by. The names are stored: never rename.
enum class ListColumn {
    Number,
    Subject,
    Requester,
    Organization,
    State,
    Priority,
    Queue,
    Category,
    Owner,
    Channel,
    Created,
    Updated,
    LastContact,
    Due,
    Articles,
    Tags,
    TimeLeft, ///< of the nearest target: overdue first, then what runs by its due time, then what is paused by what is
              ///< left
};
inline constexpr int listColumnCount = int(ListColumn::TimeLeft) + 1;
[[nodiscard]] QString listColumnName(ListColumn column);
[[nodiscard]] bool listColumnFromName(QStringView name, ListColumn *column);

/// Sorting always ends in the ticket id, so that the order is total and stable.
struct ListSort {
    ListColumn column = ListColumn::Updated;
    bool descending = true;
    bool operator==(const ListSort &) const = default;
};

/// Columns by which a list can be grouped: State, Priority, Queue, Owner, Organization, Category, Channel, TimeLeft
/// (overdue, running, paused, met, missed, none: slaOverdue and SlaStanding are the keys).
[[nodiscard]] bool canGroupBy(ListColumn column);

enum class ListDensity { OneLine = 1, TwoLines = 2 };

/// A saved filter with its columns and order, owned by a person or shared with all.
struct SavedView {
    SavedViewId id;
    PersonId owner;
    bool shared = false;
    QString name;
    Condition condition;
    QString conditionText; ///< as the person typed it; parsed again when the catalog changes
    QVector<ListColumn> columns;
    ListSort sort;
    bool grouped = false;
    ListColumn groupBy = ListColumn::State;
    ListDensity density = ListDensity::TwoLines;
    int position = 0;

    bool operator==(const SavedView &) const = default;
};

} // namespace deskhand
