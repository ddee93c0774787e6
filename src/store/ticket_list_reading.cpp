// SPDX-License-Identifier: GPL-3.0-or-later
// Order of a list: numbers by length and text, so that 100000 comes after 99999; text folded, in code point order;
// references as list_order.h says; what is not set comes last in either direction; always ending in the id, which runs
// in the direction of the sort.
#include "store/ticket_list_reading.h"

#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/reading.h"
#include "store/report_counted.h"
#include "store/search_expression.h"
#include "store/ticket_sight.h"
#include "store/transaction.h"

#include <QElapsedTimer>

namespace deskhand {
namespace {

/// The newest tickets among which the beginning of a list is looked for first, and how many more each time.
constexpr qint64 firstLookedAt = 2'500;
constexpr qint64 lookedAtFactor = 4;
constexpr qint64 soonMs = 25; ///< after which a beginning is what has been found

/// How a column is put in order.
enum class ListKey {
    Number,    ///< the column's number, 0 last
    Reference, ///< rank of what it refers to
    Text,      ///< by the database
};

struct ListColumnSql {
    ListKey kind;
    const char *column; ///< Number and Reference: the value
    const char *order; ///< Text and what an index of its own keeps in order: for ORDER BY, "%" stands for the direction
};

ListColumnSql sqlOfColumn(ListColumn column)
{
    switch (column) {
    case ListColumn::Number: return {ListKey::Text, nullptr, "length(t.number)%, t.number%"};
    case ListColumn::Subject: return {ListKey::Text, nullptr, "t.subject_folded%"};
    case ListColumn::Tags: return {ListKey::Text, nullptr, "t.tags = '', t.tags%"};
    case ListColumn::Requester: return {ListKey::Reference, "t.requester_id", nullptr};
    case ListColumn::Organization: return {ListKey::Reference, "t.organization_id", nullptr};
    case ListColumn::State: return {ListKey::Reference, "t.state_id", nullptr};
    case ListColumn::Priority: return {ListKey::Reference, "t.priority_id", nullptr};
    case ListColumn::Queue: return {ListKey::Reference, "t.queue_id", nullptr};
    case ListColumn::Category: return {ListKey::Reference, "t.category_id", nullptr};
    case ListColumn::Owner: return {ListKey::Reference, "t.owner_id", nullptr};
    case ListColumn::Channel: return {ListKey::Number, "t.channel", nullptr};
    case ListColumn::Created: return {ListKey::Number, "t.created_at", "t.created_at%"};
    case ListColumn::Updated: return {ListKey::Number, "t.updated_at", "t.updated_at%"};
    case ListColumn::LastContact: return {ListKey::Number, "t.last_contact_at", nullptr};
    case ListColumn::Due: return {ListKey::Number, "t.due_at", nullptr};
    case ListColumn::TimeLeft: return {ListKey::Number, nullptr, nullptr}; // pieces of their own
    case ListColumn::Articles:
        return {ListKey::Number, "t.article_count + 1", nullptr}; // 0 is a number here, not "none"
    }
    return {ListKey::Number, "t.id", nullptr};
}

Result<ListRanks> ranksFor(Connection &connection, ListColumn column, const Catalog &catalog)
{
    if (column != ListColumn::Requester)
        return ListRanks::ofColumn(column, catalog);
    QVector<qint64> people;
    Statement byName = connection.sql("list.peopleByName");
    while (byName.next())
        people.append(byName.integer(0));
    if (const Result<void> status = byName.status(); !status)
        return status.error();
    return ListRanks::ofOrder(people);
}

} // namespace

/// Text is always put in order by the database; numbers only where an index of all tickets has the order already.
/// Everything else is quicker sorted here: references by rank need no join, and the database's sorter is slower than
/// ours.
bool isOrderedByDatabase(const TicketQuery &query)
{
    const ListColumnSql sort = sqlOfColumn(query.sort.column);
    return sort.kind == ListKey::Text
           || (sort.order && query.condition.isEverything() && !query.counted && !query.groupBy);
}

namespace {

QByteArray orderOf(const ListSort &sort)
{
    const QByteArray direction = sort.descending ? " DESC" : "";
    return QByteArray(sqlOfColumn(sort.column).order).replace("%", direction) + ", t.id" + direction;
}

QByteArray orderSql(const Connection &connection, const ListSort &sort)
{
    QByteArray sql = ' ' + connection.fragment("list.ordered");
    return sql.replace("{order}", orderOf(sort));
}

/// Nothing has to be done with the rows but to take their ids.
Result<void> readIds(Connection &connection, const TicketQuery &query, const SqlPiece &where, QVector<TicketId> *ids)
{
    QByteArray sql = connection.fragment("list.ids");
    sql.replace("{order}", orderSql(connection, query.sort)).replace("{where}", where.sql);
    Statement rows = connection.composed(sql, "list.ids");
    bindPiece(rows, where, 1);
    while (rows.next())
        ids->append(rows.id<TicketId>(0));
    return rows.status();
}

/// The id, the sort key and the group value of every ticket that matches; text in the order of the list.
Result<QVector<ListEntry>> readEntries(Connection &connection, const TicketQuery &query, const SqlPiece &where)
{
    const bool ordered = isOrderedByDatabase(query);
    // No column is sent in vain: there may be a million rows.
    SqlPiece columns;
    if (!ordered) {
        columns.append(", ");
        columns.append(query.sort.column == ListColumn::TimeLeft ? connection.fragment("list.timeLeft")
                                                                 : QByteArray(sqlOfColumn(query.sort.column).column));
    }
    if (query.groupBy) {
        columns.append(", ");
        columns.append(*query.groupBy == ListColumn::TimeLeft
                           ? SqlPiece{connection.fragment("list.standing"), {query.now}}
                           : SqlPiece{sqlOfColumn(*query.groupBy).column, {}});
    }
    const int groupColumn = ordered ? 1 : 2;
    QByteArray sql = connection.fragment("list.entries");
    sql.replace("{columns}", columns.sql).replace("{order}", ordered ? orderSql(connection, query.sort) : QByteArray());
    sql.replace("{where}", where.sql);
    QVector<ListEntry> entries;
    Statement rows = connection.composed(sql, "list.entries");
    bindPiece(rows, where, bindPiece(rows, columns, 1));
    while (rows.next())
        entries.append(ListEntry{rows.integer(0), ordered ? 0 : rows.integer(1), 0,
                                 query.groupBy ? rows.integer(groupColumn) : 0});
    if (const Result<void> status = rows.status(); !status)
        return status.error();
    return entries;
}

/// The database's order becomes the key.
void keysFromOrder(QVector<ListEntry> *entries, bool descending)
{
    const qsizetype count = entries->size();
    for (qsizetype i = 0; i < count; ++i)
        (*entries)[i].key = descending ? count - i : i + 1;
}

Result<void> fillKeys(Connection &connection, const TicketQuery &query, const Catalog &catalog,
                      QVector<ListEntry> *entries)
{
    if (isOrderedByDatabase(query)) {
        keysFromOrder(entries, query.sort.descending);
    } else if (sqlOfColumn(query.sort.column).kind == ListKey::Reference) {
        const Result<ListRanks> ranks = ranksFor(connection, query.sort.column, catalog);
        if (!ranks)
            return ranks.error();
        for (ListEntry &entry : *entries)
            entry.key = ranks->rank(entry.key);
    }
    if (query.groupBy) {
        const Result<ListRanks> ranks = ranksFor(connection, *query.groupBy, catalog);
        if (!ranks)
            return ranks.error();
        for (ListEntry &entry : *entries)
            entry.group = ranks->rank(entry.groupValue);
    }
    return {};
}

} // namespace

void fillTicketList(const QVector<ListEntry> &entries, bool grouped, TicketList *list)
{
    list->ids.reserve(entries.size());
    for (qsizetype row = 0; row < entries.size(); ++row) {
        const ListEntry &entry = entries[row];
        list->ids.append(TicketId{entry.id});
        if (!grouped)
            continue;
        if (list->groups.isEmpty() || list->groups.last().key != entry.groupValue)
            list->groups.append(TicketGroup{entry.groupValue, int(row), 0});
        ++list->groups.last().rowCount;
    }
}

Result<qint64> readFeedEnd(Connection &connection)
{
    Statement last = connection.sql("feed.cursor");
    const qint64 cursor = last.next() ? last.integer(0) : 0;
    if (const Result<void> status = last.status(); !status)
        return status.error();
    return cursor;
}

Result<ListQuestion> listQuestion(Connection &connection, const CatalogPtr &catalog, const TicketQuery &asked,
                                  const std::optional<SqlPiece> &ofFew)
{
    ListQuestion question{asked, {}};
    TicketQuery &query = question.query;
    query.condition = TicketSight(*catalog, asked.me).narrowed(asked.condition);
    if (query.groupBy && !canGroupBy(*query.groupBy))
        return Error{ErrorCode::Invalid,
                     QStringLiteral("store.tickets"),
                     QStringLiteral("cannot be grouped by this column"),
                     {}};
    const ConditionContext context{catalog, query.me, query.now};
    Result<SqlPiece> where = conditionSql(query.condition, context, connection.catalogue(),
                                          [&](const QString &text) { return matchExpression(connection, text); });
    if (!where)
        return where.error();
    question.where = *std::move(where);
    if (query.counted) {
        const Result<SqlPiece> counted =
            countedTicketsSql(connection, catalog, *query.counted, query.me, query.now, ofFew);
        if (!counted)
            return counted.error();
        if (counted->sql.isEmpty()) {
            question.where.sql.clear();
            return question;
        }
        question.where.append(" AND ");
        question.where.append(*counted);
    }
    if (ofFew) {
        question.where.append(" AND ");
        question.where.append(*ofFew);
    }
    return question;
}

Result<QVector<ListEntry>> readListEntries(Connection &connection, const Catalog &catalog, const ListQuestion &question,
                                           const QVector<TicketId> *only)
{
    SqlPiece where = question.where;
    if (only) {
        where.append(" AND ");
        where.append(SqlPiece{connection.fragment("list.isOneOf"), {jsonOfIds(*only)}});
    }
    Result<QVector<ListEntry>> entries = readEntries(connection, question.query, where);
    if (!entries)
        return entries;
    const Result<void> filled = fillKeys(connection, question.query, catalog, &*entries);
    return filled ? entries : Result<QVector<ListEntry>>(filled.error());
}

namespace {

/// Where in their order so many tickets come before, of those that may come; nothing: there are no more.
Result<std::optional<qint64>> placeBehind(Connection &connection, const ListSort &sort, SqlPiece mayCome,
                                          qint64 tickets)
{
    QByteArray sql = connection.fragment("list.placeBehind");
    sql.replace("{column}", sqlOfColumn(sort.column).column).replace("{order}", orderOf(sort));
    Statement place = connection.composed(sql.replace("{where}", mayCome.sql), "list.placeBehind");
    mayCome.values << tickets;
    bindPiece(place, mayCome, 1);
    std::optional<qint64> found;
    if (place.next())
        found = place.integer(0);
    if (const Result<void> status = place.status(); !status)
        return status.error();
    return found;
}

/// The tickets that a beginning is looked for in. What a report has counted is as old as its ticket at most, so that a
/// month of last year does not begin among the tickets of today. (Work may have been noted as done before, and what was
/// merged into a ticket may be older: such a ticket is missing in a beginning.)
Result<SqlPiece> mayBegin(Connection &connection, const CatalogPtr &catalog, const TicketQuery &asked)
{
    SqlPiece piece{"TRUE", {}};
    if (!asked.counted || asked.sort.column != ListColumn::Created || !asked.sort.descending)
        return piece;
    const Result<Instant> until = countedUntil(connection, catalog, *asked.counted, asked.me, asked.now);
    if (!until)
        return until.error();
    piece.sql = "t.created_at < ";
    piece.appendValue(*until);
    return piece;
}

/// Those of the first so many tickets of the order, then of more.
Result<TicketList> readBeginning(Connection &connection, const CatalogPtr &catalog, const TicketQuery &asked)
{
    TicketList list;
    const ListColumnSql sort = sqlOfColumn(asked.sort.column);
    if (sort.kind != ListKey::Number || !sort.order || asked.groupBy)
        return list;
    if (asked.beginning > TicketQuery::longestBeginning)
        return Error{ErrorCode::Invalid, QStringLiteral("store.tickets"), QStringLiteral("too long a beginning"), {}};
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    const Result<qint64> cursor = readFeedEnd(connection);
    if (!cursor)
        return cursor.error();
    list.cursor = *cursor;
    const QByteArray sql =
        connection.fragment("list.ids").replace("{order}", orderSql(connection, asked.sort) + " LIMIT ?");
    const Result<SqlPiece> mayCome = mayBegin(connection, catalog, asked);
    if (!mayCome)
        return mayCome.error();
    QElapsedTimer since;
    since.start();
    for (qint64 lookedAt = firstLookedAt;; lookedAt *= lookedAtFactor) {
        const Result<std::optional<qint64>> place = placeBehind(connection, asked.sort, *mayCome, lookedAt);
        if (!place)
            return place.error();
        SqlPiece first = *mayCome;
        if (*place) {
            first.append(QByteArray(" AND ") + sort.column + (asked.sort.descending ? " >= " : " <= "));
            first.appendValue(**place);
        }
        const Result<ListQuestion> question = listQuestion(connection, catalog, asked, first);
        if (!question)
            return question.error();
        if (question->where.sql.isEmpty())
            return list;
        SqlPiece where = question->where;
        where.values << asked.beginning;
        Statement rows = connection.composed(QByteArray(sql).replace("{where}", where.sql), "list.beginning");
        bindPiece(rows, where, 1);
        list.ids.clear();
        while (rows.next())
            list.ids.append(rows.id<TicketId>(0));
        if (const Result<void> status = rows.status(); !status)
            return status.error();
        if (!*place || list.ids.size() >= asked.beginning || since.hasExpired(soonMs))
            return list;
    }
}

} // namespace

Result<TicketList> readTicketList(Connection &connection, const CatalogPtr &catalog, const TicketQuery &asked)
{
    if (asked.beginning > 0)
        return readBeginning(connection, catalog, asked);
    TicketQuery seen = asked;
    seen.condition = TicketSight(*catalog, asked.me).narrowed(asked.condition);
    const bool inOneStatement = isOrderedByDatabase(seen) && !asked.groupBy;
    // Whoever is told a change again that the list has already loses nothing: the ids may be of a later moment than the
    // cursor, never of an earlier one. A transaction would be two more answers of a server to wait for.
    Transaction snapshot(connection);
    if (!inOneStatement || connection.dialect() != SqlDialect::Postgres) {
        if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
            return begun.error();
    }

    TicketList list;
    const Result<qint64> cursor = readFeedEnd(connection);
    if (!cursor)
        return cursor.error();
    list.cursor = *cursor;
    const Result<ListQuestion> question = listQuestion(connection, catalog, asked);
    if (!question)
        return question.error();
    const TicketQuery &query = question->query;
    if (inOneStatement) {
        const Result<void> read = readIds(connection, query, question->where, &list.ids);
        return read ? Result<TicketList>(std::move(list)) : Result<TicketList>(read.error());
    }
    Result<QVector<ListEntry>> entries = readListEntries(connection, *catalog, *question);
    if (!entries)
        return entries.error();
    sortListEntries(&*entries, query.groupBy.has_value(), query.sort.descending);
    fillTicketList(*entries, query.groupBy.has_value(), &list);
    return list;
}

Result<QVector<qint64>> readCounts(Connection &connection, const CatalogPtr &catalog,
                                   const QVector<Condition> &conditions, PersonId me, Instant now)
{
    const ConditionContext context{catalog, me, now};
    const TicketSight sight(*catalog, me);
    QVector<qint64> counts;
    counts.reserve(conditions.size());
    for (const Condition &condition : conditions) {
        if (condition.needsSearchIndex()) {
            counts.append(-1);
            continue;
        }
        const Result<SqlPiece> where = conditionSql(sight.narrowed(condition), context, connection.catalogue());
        if (!where)
            return where.error();
        QByteArray sql = connection.fragment("list.count");
        sql.replace("{where}", where->sql);
        Statement count = connection.composed(sql, "list.count");
        bindPiece(count, *where, 1);
        counts.append(count.next() ? count.integer(0) : 0);
        if (const Result<void> status = count.status(); !status)
            return status.error();
    }
    return counts;
}

} // namespace deskhand
