// SPDX-License-Identifier: GPL-3.0-or-later
// How a search is answered: store/search_words.h says what is in the index, search_expression.h how words are spread.
//
// The index gives row ids newest first, lazily. Without a further condition the first hundred tickets are the answer.
// With one, each row is judged on the way. That is quick unless hits are rare in a common word; after some thousand
// rows in vain the other side is looked at: when few tickets satisfy the condition each of them is asked for the words
// instead. On PostgreSQL, which gives no rows lazily, store/search_scan.h finds its way.
#include "store/reading.h"

#include "store/condition_sql.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/search_excerpt.h"
#include "store/search_expression.h"
#include "store/search_scan.h"
#include "store/search_words.h"
#include "store/ticket_sight.h"
#include "store/transaction.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int mostHits = 10'000;
constexpr int rowsKeptPerTicket = 3;
constexpr int rowsPerTicketExpected = 2; ///< that have the words
/// Rows judged before the condition's own side is looked at.
constexpr int rowsBeforeThinking = 10'000;
constexpr int candidatesLookedAt = 2'000;
/// Newest hits that are ranked: bm25 costs by the row.
constexpr int rowsRanked = 3'000;
/// Ranking weighs every word of a search, so it takes fewer.
constexpr int termsWhenRanked = 64;

/// Collects the rows of a descending scan as tickets.
class HitCollector
{
public:
    explicit HitCollector(int limit)
        : m_limit(limit)
    {
    }

    /// False when there are more tickets than wanted: that is enough.
    bool add(qint64 rowId)
    {
        const TicketId ticket = ticketOfSearchRow(rowId);
        if (m_tickets.isEmpty() || m_tickets.last().ticket != ticket) {
            if (m_tickets.size() == m_limit) {
                m_more = true;
                return false;
            }
            m_tickets.append(FoundTicket{ticket, {}});
        }
        QVector<qint64> &rows = m_tickets.last().rows;
        if (rows.size() < rowsKeptPerTicket)
            rows.append(rowId);
        return true;
    }

    struct FoundTicket {
        TicketId ticket;
        QVector<qint64> rows; ///< newest first
    };

    [[nodiscard]] const QVector<FoundTicket> &tickets() const { return m_tickets; }
    void setTickets(QVector<FoundTicket> tickets) { m_tickets = std::move(tickets); }
    [[nodiscard]] bool hasMore() const { return m_more; }
    void setMore() { m_more = true; }

private:
    int m_limit;
    bool m_more = false;
    QVector<FoundTicket> m_tickets;
};

class SearchRun
{
public:
    SearchRun(Connection &connection, const SearchQuery &query)
        : m_connection(connection)
        , m_query(query)
        , m_limit(qBound(1, query.limit, mostHits))
        , m_collector(m_limit)
    {
    }

    Result<SearchHits> run(const CatalogPtr &catalog);

private:
    [[nodiscard]] QByteArray sql(const char *name) const;
    Result<void> scan();
    Result<void> scanRest(qint64 lastRow);
    Result<void> askCandidates(const QVector<TicketId> &candidates);
    Result<void> listCandidates();
    Result<QVector<TicketId>> candidates(int limit);
    struct RankedTicket {
        HitCollector::FoundTicket found;
        double score = 0; ///< of its best row; lower is better
    };

    struct RankedRow {
        qint64 row = 0;
        double score = 0; ///< lower is better
    };

    Result<QVector<RankedRow>> rankedRows(const SearchExpression &expression);
    Result<QVector<RankedRow>> rankedByServer(const SearchExpression &expression);
    Result<QVector<RankedTicket>> ranked(const SearchExpression &expression);
    Result<void> rank();
    Result<SearchHits> hits();
    static QString jsonOfRows(const QHash<qint64, qsizetype> &rows);
    Result<void> excerptArticles(int place, QVector<SearchHit> *hits, QVector<bool> *isShown);
    Result<void> excerptFiles(QVector<SearchHit> *hits, QVector<bool> *isShown);

    Connection &m_connection;
    const SearchQuery &m_query;
    int m_limit;
    HitCollector m_collector;
    QVector<SearchPart> m_parts;
    SearchExpression m_expression;
    SqlPiece m_where;
};

QByteArray SearchRun::sql(const char *name) const
{
    return m_connection.fragment(name).replace("{where}", m_where.sql);
}

Result<SearchHits> SearchRun::run(const CatalogPtr &catalog)
{
    m_parts = parseSearchText(m_query.text);
    const ConditionContext context{catalog, m_query.me, m_query.now};
    const Result<SqlPiece> where =
        conditionSql(m_query.condition, context, m_connection.catalogue(),
                     [this](const QString &text) { return matchExpression(m_connection, text); });
    if (!where)
        return where.error();
    m_where = *where;
    if (m_parts.isEmpty()) {
        // Nothing to look for but blanks: the tickets of the condition. Signs that are no words find nothing.
        if (m_query.text.trimmed().isEmpty()) {
            if (Result<void> listed = listCandidates(); !listed)
                return listed.error();
        }
        return hits();
    }
    const Result<SearchExpression> expression = m_query.byRelevance
                                                    ? searchExpression(m_connection, m_parts, termsWhenRanked)
                                                    : searchExpression(m_connection, m_parts);
    if (!expression)
        return expression.error();
    m_expression = *expression;
    if (Result<void> found = m_query.byRelevance ? rank() : scan(); !found)
        return found.error();
    return hits();
}

Result<void> SearchRun::scan()
{
    const bool everything = m_query.condition.isEverything();
    if (m_connection.dialect() == SqlDialect::Postgres) {
        return SearchScan(m_connection, m_expression, everything ? nullptr : &m_where)
            .run(m_limit * rowsPerTicketExpected, [this](qint64 row) { return m_collector.add(row); });
    }
    qint64 lastRow = 0;
    int rows = 0;
    {
        Statement statement =
            m_connection.composed(sql(everything ? "search.scan" : "search.scanJudged"), "search.scan");
        int position = everything ? 1 : bindPiece(statement, m_where, 1);
        statement.bindAt(position, m_expression.match);
        bool wanted = true;
        while (wanted && (everything || rows < rowsBeforeThinking) && statement.next()) {
            ++rows;
            lastRow = statement.integer(0);
            if (statement.flag(1))
                wanted = m_collector.add(lastRow);
        }
        if (Result<void> status = statement.status(); !status || everything || !wanted || rows < rowsBeforeThinking)
            return status;
    }
    // A search costs about as much as judging so many rows.
    const int rowsPerSearch = 40 + 4 * m_expression.terms;
    const Result<QVector<TicketId>> few = candidates(candidatesLookedAt + 1);
    if (!few)
        return few.error();
    // The rows that are left, were the words as frequent in the older tickets as they are in the newest.
    const qint64 newest = m_collector.tickets().isEmpty() ? 0 : m_collector.tickets().first().ticket.value;
    const qint64 span = std::max<qint64>(1, std::max(newest, few->isEmpty() ? 0 : few->first().value)
                                                - ticketOfSearchRow(lastRow).value);
    const double rowsLeft = double(rows) * double(ticketOfSearchRow(lastRow).value) / double(span);
    if (few->size() <= candidatesLookedAt && double(few->size()) * rowsPerSearch < rowsLeft)
        return askCandidates(*few);
    return scanRest(lastRow);
}

Result<void> SearchRun::scanRest(qint64 lastRow)
{
    Statement statement = m_connection.composed(sql("search.scanFiltered"), "search.scanFiltered");
    statement.bindAt(1, m_expression.match).bindAt(2, lastRow);
    bindPiece(statement, m_where, 3);
    while (statement.next() && m_collector.add(statement.integer(0))) {
    }
    return statement.status();
}

Result<void> SearchRun::askCandidates(const QVector<TicketId> &wanted)
{
    m_collector = HitCollector(m_limit);
    Statement statement = m_connection.composed(sql("search.inTicket"), "search.inTicket");
    for (const TicketId ticket : wanted) {
        statement.bindAt(1, m_expression.match).bindAt(2, searchRowId(ticket, 0));
        statement.bindAt(3, searchRowId(TicketId{ticket.value + 1}, 0)).bindAt(4, rowsKeptPerTicket);
        bool more = true;
        while (more && statement.next())
            more = m_collector.add(statement.integer(0));
        statement.restart();
        if (!more)
            break;
    }
    return statement.status();
}

Result<QVector<TicketId>> SearchRun::candidates(int limit)
{
    QVector<TicketId> tickets;
    Statement statement = m_connection.composed(sql("search.candidates"), "search.candidates");
    const int position = bindPiece(statement, m_where, 1);
    statement.bindAt(position, limit);
    while (statement.next())
        tickets.append(statement.id<TicketId>(0));
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return tickets;
}

Result<void> SearchRun::listCandidates()
{
    const Result<QVector<TicketId>> newest = candidates(m_limit + 1);
    if (!newest)
        return newest.error();
    for (const TicketId ticket : *newest)
        m_collector.add(searchRowId(ticket, 0));
    return {};
}

/// The newest hits, newest first, each with its score.
Result<QVector<SearchRun::RankedRow>> SearchRun::rankedRows(const SearchExpression &expression)
{
    QVector<RankedRow> rows;
    Statement statement = m_connection.composed(sql("search.ranked"), "search.ranked");
    statement.bindAt(1, expression.match);
    const int position = bindPiece(statement, m_where, 2);
    statement.bindAt(position, rowsRanked);
    while (statement.next())
        rows.append({statement.integer(0), statement.real(1)});
    const Result<void> status = statement.status();
    return status ? Result<QVector<RankedRow>>(std::move(rows)) : Result<QVector<RankedRow>>(status.error());
}

Result<QVector<SearchRun::RankedRow>> SearchRun::rankedByServer(const SearchExpression &expression)
{
    QHash<qint64, qsizetype> newest;
    SearchScan scan(m_connection, expression, m_query.condition.isEverything() ? nullptr : &m_where);
    const Result<void> scanned = scan.run(rowsRanked, [&newest](qint64 row) {
        newest.insert(row, 0);
        return newest.size() < rowsRanked;
    });
    if (!scanned)
        return scanned.error();
    QVector<RankedRow> rows;
    if (newest.isEmpty())
        return rows;
    Statement statement = m_connection.sql("search.rank");
    statement.bind(":match", expression.match).bind(":rows", jsonOfRows(newest));
    while (statement.next())
        rows.append({statement.integer(0), statement.real(1)});
    const Result<void> status = statement.status();
    return status ? Result<QVector<RankedRow>>(std::move(rows)) : Result<QVector<RankedRow>>(status.error());
}

/// The best row of each ticket among the newest hits, the best ticket first.
Result<QVector<SearchRun::RankedTicket>> SearchRun::ranked(const SearchExpression &expression)
{
    const Result<QVector<RankedRow>> rows =
        m_connection.dialect() == SqlDialect::Postgres ? rankedByServer(expression) : rankedRows(expression);
    if (!rows)
        return rows.error();
    QVector<RankedTicket> tickets;
    for (const auto &[rowId, score] : *rows) {
        const TicketId ticket = ticketOfSearchRow(rowId);
        if (tickets.isEmpty() || tickets.last().found.ticket != ticket)
            tickets.append(RankedTicket{{ticket, {rowId}}, score});
        else if (score < tickets.last().score)
            tickets.last() = RankedTicket{{ticket, {rowId}}, score};
    }
    std::sort(tickets.begin(), tickets.end(), [](const RankedTicket &a, const RankedTicket &b) {
        return a.score != b.score ? a.score < b.score : a.found.ticket > b.found.ticket;
    });
    return tickets;
}

/// Tickets that have the whole words come first. Ranked together, a rare word that has what was typed inside would come
/// before the word itself.
Result<void> SearchRun::rank()
{
    QVector<HitCollector::FoundTicket> tickets;
    QSet<TicketId> known;
    QVector<SearchExpression> expressions{wholeWordExpression(m_connection.dialect(), m_parts)};
    if (expressions.first().match != m_expression.match)
        expressions.append(m_expression);
    for (const SearchExpression &expression : std::as_const(expressions)) {
        if (tickets.size() > m_limit)
            break; // nobody would see what is added
        const Result<QVector<RankedTicket>> found = ranked(expression);
        if (!found)
            return found.error();
        for (const RankedTicket &ticket : *found) {
            if (known.contains(ticket.found.ticket))
                continue;
            known.insert(ticket.found.ticket);
            tickets.append(ticket.found);
        }
    }
    if (tickets.size() > m_limit) {
        m_collector.setMore();
        tickets.resize(m_limit);
    }
    m_collector.setTickets(std::move(tickets));
    return {};
}

/// Of each ticket the newest of its kept articles that has one of the words in itself; else an attachment whose name
/// has one; else what the newest begins with. All tickets are asked about at once.
Result<SearchHits> SearchRun::hits()
{
    SearchHits answer;
    answer.more = m_collector.hasMore();
    for (const HitCollector::FoundTicket &found : m_collector.tickets())
        answer.hits.append(SearchHit{found.ticket, {}, {}});
    QVector<bool> isShown(answer.hits.size(), false);
    for (int place = 0; place < rowsKeptPerTicket; ++place) {
        if (Result<void> read = excerptArticles(place, &answer.hits, &isShown); !read)
            return read.error();
    }
    if (Result<void> read = excerptFiles(&answer.hits, &isShown); !read)
        return read.error();
    return answer;
}

QString SearchRun::jsonOfRows(const QHash<qint64, qsizetype> &rows)
{
    return jsonOfNumbers(rows.keyBegin(), rows.keyEnd(), [](qint64 row) { return row; });
}

/// Looks into the `place`th of the kept articles of those that show nothing yet.
Result<void> SearchRun::excerptArticles(int place, QVector<SearchHit> *hits, QVector<bool> *isShown)
{
    QHash<qint64, qsizetype> wanted;
    for (qsizetype i = 0; i < hits->size(); ++i) {
        const QVector<qint64> &rows = m_collector.tickets()[i].rows;
        if (!isShown->at(i) && place < rows.size() && positionOfSearchRow(rows[place]) > 0)
            wanted.insert(rows[place], i);
    }
    if (wanted.isEmpty())
        return {};
    Statement articles = m_connection.sql("search.articlesAt");
    articles.bind(":rows", jsonOfRows(wanted));
    while (articles.next()) {
        const qsizetype i = wanted.value(articles.integer(0));
        SearchHit &hit = (*hits)[i];
        for (const int column : {2, 3, 4}) {
            const QString text = articles.text(column);
            const qsizetype position = findSearchHit(text, m_parts);
            if (position < 0)
                continue;
            hit.article = articles.id<ArticleId>(1);
            hit.excerpt = excerptAround(text, position);
            (*isShown)[i] = true;
            break;
        }
        if (!isShown->at(i) && hit.excerpt.isEmpty())
            hit.excerpt = excerptAround(articles.text(2), 0);
    }
    return articles.status();
}

Result<void> SearchRun::excerptFiles(QVector<SearchHit> *hits, QVector<bool> *isShown)
{
    QHash<qint64, qsizetype> wanted;
    for (qsizetype i = 0; i < hits->size(); ++i) {
        for (const qint64 row : m_collector.tickets()[i].rows) {
            if (!isShown->at(i) && positionOfSearchRow(row) > 0)
                wanted.insert(row, i);
        }
    }
    if (wanted.isEmpty() || m_parts.isEmpty())
        return {};
    Statement files = m_connection.sql("search.filesAt"); // the newest articles first
    files.bind(":rows", jsonOfNumbers(wanted.keyBegin(), wanted.keyEnd(), [](qint64 row) { return row; }));
    while (files.next()) {
        const qsizetype i = wanted.value(files.integer(0));
        const QString name = files.text(2);
        const qsizetype position = isShown->at(i) ? -1 : findSearchHit(name, m_parts);
        if (position < 0)
            continue;
        (*hits)[i].article = files.id<ArticleId>(1);
        (*hits)[i].excerpt = excerptAround(name, position);
        (*isShown)[i] = true;
    }
    return files.status();
}

} // namespace

Result<SearchHits> readSearch(Connection &connection, const CatalogPtr &catalog, const SearchQuery &query)
{
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    SearchQuery seen = query;
    seen.condition = TicketSight(*catalog, query.me).narrowed(query.condition);
    return SearchRun(connection, seen).run(catalog);
}

} // namespace deskhand
