// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/list_order.h"

#include "base/text_folding.h"

#include <algorithm>
#include <limits>

namespace deskhand {
namespace {

constexpr qint64 denseIds = 65'536;
constexpr qint64 behindAll = std::numeric_limits<qint64>::max();
/// Unknown values are ranked behind all known ones.
constexpr qint64 unknownRank = qint64(1) << 40;

template <typename Item>
void appendTree(const QVector<Item> &items, qint64 parent, int depth, QVector<qint64> *order)
{
    constexpr int deepest = 64;
    for (const Item &item : items) {
        if (item.parent.value != parent || order->contains(item.id.value))
            continue;
        order->append(item.id.value);
        if (depth < deepest)
            appendTree(items, item.id.value, depth + 1, order);
    }
}

template <typename Item>
QVector<qint64> idsByName(const QVector<Item> &items)
{
    QVector<std::pair<QString, qint64>> named;
    named.reserve(items.size());
    for (const Item &item : items)
        named.append({foldText(item.name), item.id.value});
    std::sort(named.begin(), named.end());
    QVector<qint64> ids;
    ids.reserve(named.size());
    for (const auto &[name, id] : named)
        ids.append(id);
    return ids;
}

template <typename Item>
QVector<qint64> idsInOrder(const QVector<Item> &items)
{
    QVector<qint64> ids;
    ids.reserve(items.size());
    for (const Item &item : items)
        ids.append(item.id.value);
    return ids;
}

QVector<qint64> orderOfColumn(ListColumn column, const Catalog &catalog)
{
    QVector<qint64> order;
    switch (column) {
    case ListColumn::State: return idsInOrder(catalog.states);
    case ListColumn::Priority: return idsInOrder(catalog.priorities);
    case ListColumn::Queue: appendTree(catalog.queues, 0, 0, &order); return order;
    case ListColumn::Category: appendTree(catalog.categories, 0, 0, &order); return order;
    case ListColumn::Owner: return idsByName(catalog.agents);
    case ListColumn::Organization: return idsByName(catalog.organizations);
    case ListColumn::TimeLeft:
        return {slaOverdue, qint64(SlaStanding::Running), qint64(SlaStanding::Paused), qint64(SlaStanding::Met),
                qint64(SlaStanding::Missed)};
    default: return order; // channels are ranked by their numbers
    }
}

/// 0 is last in either direction: compared as if it were behind all.
qint64 comparable(qint64 key, bool descending)
{
    if (key == 0)
        return behindAll;
    return descending ? -key : key;
}

} // namespace

ListRanks ListRanks::ofColumn(ListColumn column, const Catalog &catalog)
{
    return ofOrder(orderOfColumn(column, catalog));
}

ListRanks ListRanks::ofOrder(const QVector<qint64> &ids)
{
    ListRanks ranks;
    const qint64 highest = ids.isEmpty() ? 0 : *std::max_element(ids.cbegin(), ids.cend());
    ranks.m_dense.fill(0, std::min(highest + 1, denseIds));
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (ids[i] > 0 && ids[i] < ranks.m_dense.size())
            ranks.m_dense[ids[i]] = i + 1;
        else if (ids[i] != 0)
            ranks.m_ranks.insert(ids[i], i + 1);
    }
    return ranks;
}

qint64 ListRanks::rank(qint64 value) const
{
    if (value == 0)
        return 0;
    if (value > 0 && value < m_dense.size() && m_dense[value] != 0)
        return m_dense[value];
    const auto found = m_ranks.constFind(value);
    return found == m_ranks.constEnd() ? unknownRank + value : *found;
}

bool ListEntryLess::operator()(const ListEntry &a, const ListEntry &b) const
{
    if (grouped && a.group != b.group)
        return comparable(a.group, false) < comparable(b.group, false);
    if (a.key != b.key)
        return comparable(a.key, descending) < comparable(b.key, descending);
    return descending ? a.id > b.id : a.id < b.id;
}

void sortListEntries(QVector<ListEntry> *entries, bool grouped, bool descending)
{
    const ListEntryLess less{grouped, descending};
    if (std::is_sorted(entries->cbegin(), entries->cend(), less))
        return;
    // An index gives ascending order; a descending list is then only turned around.
    std::reverse(entries->begin(), entries->end());
    if (!std::is_sorted(entries->cbegin(), entries->cend(), less))
        std::sort(entries->begin(), entries->end(), less);
}

} // namespace deskhand
