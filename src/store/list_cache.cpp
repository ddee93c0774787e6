// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/list_cache.h"

#include "store/connection.h"
#include "store/reading.h"
#include "store/transaction.h"

#include <QSet>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype mostEntries = 800'000; ///< of all lists together
constexpr size_t mostLists = 64;
/// Behind more changes a list is read anew.
constexpr int mostChanges = 500;

/// What is written in the row of a ticket, or of its tags, by nobody but those who say so in the feed with the ticket.
bool isOfTicket(ConditionField field)
{
    switch (field) {
    case ConditionField::State:
    case ConditionField::Priority:
    case ConditionField::Queue:
    case ConditionField::Category:
    case ConditionField::Owner:
    case ConditionField::Requester:
    case ConditionField::Organization:
    case ConditionField::StateType:
    case ConditionField::Channel:
    case ConditionField::Subject:
    case ConditionField::Tag:
    case ConditionField::Number: return true;
    default: return false; // clocks, deliveries and what one has read; times, which are mostly relative
    }
}

bool isOfTicket(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test)
        return isOfTicket(condition.field);
    return std::all_of(condition.children.cbegin(), condition.children.cend(),
                       [](const Condition &child) { return isOfTicket(child); });
}

bool isOfTicket(ListColumn column)
{
    // Names of requesters change without a word about their tickets; the time that is left passes by itself.
    return column != ListColumn::Requester && column != ListColumn::TimeLeft;
}

bool isOfAllTickets(const Change &change)
{
    return change.kind == ChangeKind::CatalogChanged || change.kind == ChangeKind::BulkLoaded;
}

/// `entries` without `gone`, and with `come`, which are in order like them.
QVector<ListEntry> merged(const QVector<ListEntry> &entries, const QSet<qint64> &gone, const QVector<ListEntry> &come,
                          const ListEntryLess &less)
{
    QVector<ListEntry> all;
    all.reserve(entries.size() + come.size());
    auto next = come.cbegin();
    for (const ListEntry &entry : entries) {
        if (gone.contains(entry.id))
            continue;
        while (next != come.cend() && less(*next, entry))
            all.append(*next++);
        all.append(entry);
    }
    while (next != come.cend())
        all.append(*next++);
    return all;
}

} // namespace

bool ListCache::isKept(const TicketQuery &query)
{
    return !query.counted && query.beginning == 0 && !query.condition.isEverything() && !isOrderedByDatabase(query)
           && isOfTicket(query.sort.column) && (!query.groupBy || isOfTicket(*query.groupBy))
           && isOfTicket(query.condition);
}

Result<TicketList> ListCache::tickets(Connection &connection, const CatalogPtr &catalog, const TicketQuery &query)
{
    if (!isKept(query))
        return readTicketList(connection, catalog, query);
    const Result<ListQuestion> question = listQuestion(connection, catalog, query);
    if (!question)
        return question.error();
    auto kept = find(*question);
    Result<bool> isUp = false;
    if (kept != m_lists.end() && kept->catalog == catalog)
        isUp = bringUp(connection, *catalog, *question, &*kept);
    if (!isUp)
        return isUp.error();
    if (kept == m_lists.end()) {
        m_lists.push_front({question->where.sql, question->where.values, query.sort, query.groupBy, {}, 0, {}});
        kept = m_lists.begin();
    }
    if (!*isUp) {
        if (const Result<void> read = readAnew(connection, *catalog, *question, &*kept); !read) {
            m_lists.erase(kept);
            return read.error();
        }
        kept->catalog = catalog;
    }
    m_lists.splice(m_lists.begin(), m_lists, kept);
    TicketList list;
    list.cursor = kept->cursor;
    fillTicketList(kept->entries, query.groupBy.has_value(), &list);
    makeRoom();
    return list;
}

ListCache::KeptLists::iterator ListCache::find(const ListQuestion &question)
{
    const TicketQuery &query = question.query;
    return std::find_if(m_lists.begin(), m_lists.end(), [&](const Kept &one) {
        return one.values == question.where.values && one.sort.column == query.sort.column
               && one.sort.descending == query.sort.descending && one.groupBy == query.groupBy
               && one.sql == question.where.sql;
    });
}

Result<bool> ListCache::bringUp(Connection &connection, const Catalog &catalog, const ListQuestion &question,
                                Kept *kept)
{
    const Result<qint64> end = readFeedEnd(connection);
    if (!end)
        return end.error();
    if (*end <= kept->cursor)
        return *end == kept->cursor; // a feed that has become shorter is another one
    // First the changes, then the tickets as they are by then: what comes in between is looked at again the next time.
    const Result<FeedPage> page = readChanges(connection, kept->cursor, mostChanges);
    if (!page)
        return page.error();
    if (page->more || std::any_of(page->changes.cbegin(), page->changes.cend(), isOfAllTickets))
        return false;
    QSet<qint64> gone;
    QVector<TicketId> changed;
    for (const Change &change : page->changes) {
        if (!change.ticket.isValid() || gone.contains(change.ticket.value))
            continue;
        gone.insert(change.ticket.value);
        changed.append(change.ticket);
    }
    if (!changed.isEmpty()) {
        const bool isGrouped = kept->groupBy.has_value();
        Result<QVector<ListEntry>> come = readListEntries(connection, catalog, question, &changed);
        if (!come)
            return come.error();
        sortListEntries(&*come, isGrouped, kept->sort.descending);
        kept->entries = merged(kept->entries, gone, *come, ListEntryLess{isGrouped, kept->sort.descending});
    }
    kept->cursor = page->cursor;
    return true;
}

Result<void> ListCache::readAnew(Connection &connection, const Catalog &catalog, const ListQuestion &question,
                                 Kept *kept)
{
    // The end of the feed before the tickets; see bringUp().
    const Result<qint64> end = readFeedEnd(connection);
    if (!end)
        return end.error();
    Result<QVector<ListEntry>> entries = readListEntries(connection, catalog, question);
    if (!entries)
        return entries.error();
    sortListEntries(&*entries, kept->groupBy.has_value(), kept->sort.descending);
    kept->entries = *std::move(entries);
    kept->cursor = *end;
    return {};
}

void ListCache::makeRoom()
{
    qsizetype all = 0;
    size_t count = 0;
    auto one = m_lists.begin();
    for (; one != m_lists.end(); ++one) {
        all += one->entries.size();
        if (++count > mostLists || all > mostEntries)
            break;
    }
    m_lists.erase(one, m_lists.end());
}

} // namespace deskhand
