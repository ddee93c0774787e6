// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_diff.h"

#include <QHash>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype longestSearched = 50'000;
/// Steps times length: beyond this a reset is quicker than moving rows one by one.
constexpr qint64 mostWork = 60'000'000;

struct Mismatch {
    bool possible = true;
    QVector<int> goneFrom; ///< rows of `before`, rising
    QVector<int> comeTo;   ///< rows of `after`, rising
};

Mismatch walk(const QVector<TicketId> &before, const QVector<TicketId> &after, const QSet<TicketId> &suspects, int most)
{
    Mismatch found;
    const auto isSuspect = [&suspects](TicketId id) { return id.value < 0 || suspects.contains(id); };
    const TicketId *a = before.constData();
    const TicketId *b = after.constData();
    const qsizetype aSize = before.size();
    const qsizetype bSize = after.size();
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < aSize || j < bSize) {
        if (i < aSize && j < bSize && a[i].value == b[j].value) {
            ++i;
            ++j;
        } else if (i < aSize && isSuspect(a[i])) {
            found.goneFrom.append(int(i++));
        } else if (j < bSize && isSuspect(b[j])) {
            found.comeTo.append(int(j++));
        } else {
            found.possible = false;
            return found;
        }
        if (found.goneFrom.size() + found.comeTo.size() > 2 * most) {
            found.possible = false;
            return found;
        }
    }
    return found;
}

QSet<TicketId> differing(const QVector<TicketId> &before, const QVector<TicketId> &after)
{
    const QSet<TicketId> old(before.cbegin(), before.cend());
    const QSet<TicketId> now(after.cbegin(), after.cend());
    return (old - now) + (now - old);
}

/// Runs of neighbouring rows as one step.
QVector<ListStep> runs(const QVector<int> &rows, ListStep::Kind kind)
{
    QVector<ListStep> steps;
    for (const int row : rows) {
        if (!steps.isEmpty() && steps.last().at + steps.last().count == row)
            ++steps.last().count;
        else
            steps.append(ListStep{kind, row, 1, 0});
    }
    return steps;
}

} // namespace

ListDiff diffLists(const QVector<TicketId> &before, const QVector<TicketId> &after, const QSet<TicketId> &suspects,
                   int maxSteps)
{
    // More of the same is one step, however much it is.
    if (!before.isEmpty() && before.size() < after.size() && std::equal(before.cbegin(), before.cend(), after.cbegin()))
        return {true, {ListStep{ListStep::Kind::Insert, int(before.size()), int(after.size() - before.size()), 0}}};
    Mismatch found = walk(before, after, suspects, maxSteps);
    if (!found.possible && qMax(before.size(), after.size()) <= longestSearched)
        found = walk(before, after, suspects + differing(before, after), maxSteps);
    if (!found.possible)
        return {false, {}};

    QSet<TicketId> coming;
    for (const int row : std::as_const(found.comeTo))
        coming.insert(after.at(row));
    QSet<TicketId> moved;
    QVector<int> removed;
    for (const int row : std::as_const(found.goneFrom)) {
        if (coming.contains(before.at(row)))
            moved.insert(before.at(row));
        else
            removed.append(row);
    }
    QVector<int> inserted;
    for (const int row : std::as_const(found.comeTo)) {
        if (!moved.contains(after.at(row)))
            inserted.append(row);
    }

    ListDiff diff;
    diff.steps = runs(removed, ListStep::Kind::Remove);
    std::reverse(diff.steps.begin(), diff.steps.end()); // from the end, so that earlier rows keep their numbers
    if (moved.size() + diff.steps.size() > maxSteps || qint64(moved.size()) * before.size() > mostWork)
        return {false, {}};

    if (!moved.isEmpty()) {
        QVector<TicketId> current = before;
        for (const ListStep &step : std::as_const(diff.steps))
            current.remove(step.at, step.count);
        QSet<int> insertedRows(inserted.cbegin(), inserted.cend());
        TicketId previous; // the entry before this one among those that are in both lists
        bool first = true;
        for (int row = 0; row < after.size(); ++row) {
            if (insertedRows.contains(row))
                continue;
            const TicketId id = after.at(row);
            if (moved.contains(id)) {
                const int at = int(current.indexOf(id));
                const int to = first ? 0 : int(current.indexOf(previous)) + 1;
                if (to != at && to != at + 1)
                    diff.steps.append(ListStep{ListStep::Kind::Move, at, 1, to});
                current.removeAt(at);
                current.insert(to > at ? to - 1 : to, id);
            }
            previous = id;
            first = false;
        }
    }
    diff.steps += runs(inserted, ListStep::Kind::Insert);
    if (diff.steps.size() > maxSteps)
        return {false, {}};
    return diff;
}

QVector<TicketId> afterStep(QVector<TicketId> list, const ListStep &step, const QVector<TicketId> &inserted)
{
    switch (step.kind) {
    case ListStep::Kind::Remove: list.remove(step.at, step.count); break;
    case ListStep::Kind::Insert:
        list.insert(step.at, step.count, TicketId{});
        std::copy(inserted.cbegin(), inserted.cend(), list.begin() + step.at);
        break;
    case ListStep::Kind::Move: {
        const TicketId id = list.takeAt(step.at);
        list.insert(step.to > step.at ? step.to - 1 : step.to, id);
        break;
    }
    }
    return list;
}

} // namespace deskhand
