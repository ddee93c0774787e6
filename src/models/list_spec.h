// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/saved_view.h"
#include "operations/query.h"

#include <QString>
#include <QVector>

#include <optional>

namespace deskhand {

/// What the list shows: which tickets, in which order, how. A value.
struct ListSpec {
    QString key;   ///< as in Navigator::currentView; "search" for a search
    QString title; ///< for people
    Condition condition;
    QString searchText;       ///< words for the search index; empty: an ordinary list
    bool byRelevance = false; ///< of a search: best first, else newest first
    ListSort sort;
    std::optional<ListColumn> groupBy;
    QVector<ListColumn> columns;
    ListDensity density = ListDensity::TwoLines;
    /// Only the tickets behind a value of a report, besides.
    std::optional<CountedTickets> counted;
    SavedViewId savedView; ///< invalid: one of the program's own views

    [[nodiscard]] bool isSearch() const { return !searchText.isEmpty(); }
    /// Whether both ask the desk for the same tickets in the same order.
    [[nodiscard]] bool asksTheSame(const ListSpec &other) const;
    /// Whether a ticket comes, goes or moves when the time of a target is up.
    [[nodiscard]] bool turnsWithTime() const;
};

/// Columns of a view nobody has changed yet.
[[nodiscard]] QVector<ListColumn> defaultListColumns();

/// New, open or pending: what "open" means in the sidebar.
[[nodiscard]] Condition unresolvedCondition();

/// The program's own views in the order of the sidebar: mine, unassigned, due, unread, undelivered, open, all. Titles
/// are the caller's to set: they are words for people.
/// `promises`: the desk promises times; what is to be worked on is then in the order in which they run out, else in
/// that of what was set by hand.
[[nodiscard]] QVector<ListSpec> ownViewSpecs(bool promises = false);
/// Whether some policy is in use.
[[nodiscard]] bool promisesTimes(const Catalog &catalog);

/// The unresolved tickets of a queue and the queues below it.
[[nodiscard]] ListSpec queueSpec(const Queue &queue, bool promises = false);

/// As the Navigator calls it.
[[nodiscard]] QString savedViewKey(SavedViewId view);
/// `catalog`: to read the condition's text again, as names may mean other ids since it was saved.
[[nodiscard]] ListSpec savedViewSpec(const SavedView &view, const Catalog &catalog);

/// What a person typed as a list: a condition, or a search when it holds free words. A search is newest first.
[[nodiscard]] ListSpec searchSpec(const Condition &condition, bool byRelevance);

/// Whether a ticket comes or goes when the time of a target is up.
[[nodiscard]] bool asksOverdue(const Condition &condition);
/// Whether the answer changes as time goes by: an instant relative to now is asked for, or what is overdue.
[[nodiscard]] bool dependsOnNow(const Condition &condition);

} // namespace deskhand
