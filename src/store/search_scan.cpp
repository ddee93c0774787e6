// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_scan.h"

#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/search_words.h"

#include <algorithm>
#include <limits>

namespace deskhand {
namespace {

// Microseconds, measured with PostgreSQL 15 and 3.3 million rows in memory; only their ratios matter.
constexpr double lookIntoRow = 1;         // walking: to fetch a row …
constexpr double lookForTerm = 0.055;     // … and to look for each alternative in it
constexpr double visitMatch = 1.5;        // through the index: a row with the words …
constexpr double matchForTerm = 0.01;     // … and the alternatives, which the index weighs for each
constexpr double firstWalkTakes = 15'000; // what a first look may cost

constexpr qint64 fewestRowsWalked = 200;
constexpr qint64 mostRowsFirst = 4'000;
constexpr qint64 mostRowsWalked = 50'000;
constexpr double worthAskingTickets = 10'000;
constexpr int mostTicketsAsked = 2'000;
constexpr double articlesPerTicket = 4;

} // namespace

SearchScan::SearchScan(Connection &connection, const SearchExpression &expression, const SqlPiece *where)
    : m_connection(connection)
    , m_expression(expression)
    , m_where(where)
    , m_before(std::numeric_limits<qint64>::max())
{
}

Result<void> SearchScan::run(qsizetype wanted, const std::function<bool(qint64 row)> &take)
{
    m_take = &take;
    m_wanted = wanted;
    const double walkCost = lookIntoRow + lookForTerm * m_expression.terms;
    const double matchCost = visitMatch + matchForTerm * m_expression.terms;
    qint64 rows = std::clamp(qint64(firstWalkTakes / walkCost), fewestRowsWalked, mostRowsFirst);
    double all = 0;
    for (;;) {
        const Result<Progress> progress = walk(rows);
        if (!progress)
            return progress.error();
        if (*progress != Progress::More)
            return {};
        if (all == 0) {
            const Result<double> counted = rowsInIndex();
            if (!counted)
                return counted.error();
            all = std::max(*counted, 2.0 * double(m_walked));
        }
        const double rowsLeft = std::max(1.0, all - double(m_walked));
        const double rowsNeeded =
            m_taken == 0 ? rowsLeft
                         : std::min(rowsLeft, double(m_walked) * double(m_wanted - m_taken) / double(m_taken));
        const double costOfIndex = all * double(m_matched) / double(m_walked) * matchCost;
        if (costOfIndex < rowsNeeded * walkCost) {
            const Result<bool> asked = askTickets(costOfIndex);
            if (!asked)
                return asked.error();
            return *asked ? Result<void>() : askIndex();
        }
        // Twice as far each time: a long thread is many rows and one ticket.
        rows = std::clamp(std::max(qint64(rowsNeeded * 1.2), rows * 2), fewestRowsWalked, mostRowsWalked);
    }
}

Result<SearchScan::Progress> SearchScan::walk(qint64 rows)
{
    QByteArray sql = m_connection.fragment(m_where ? "search.walkJudged" : "search.walk");
    if (m_where)
        sql.replace("{where}", m_where->sql);
    Statement walked = m_connection.composed(sql, "search.walk");
    // The condition stands in front of the words.
    const int position = m_where ? bindPiece(walked, *m_where, 1) : 1;
    walked.bindAt(position, m_expression.match).bindAt(position + 1, m_before).bindAt(position + 2, rows);
    qint64 seen = 0;
    qint64 last = 0;
    while (walked.next()) {
        const qint64 verdict = walked.integer(1); // 1: not in the condition, 2: wanted, below 0: the last row
        if (verdict < 0) {
            last = walked.integer(0);
            seen = -1 - verdict;
            continue;
        }
        ++m_matched;
        if (verdict < 2)
            continue;
        ++m_taken;
        if (!(*m_take)(walked.integer(0)))
            return Progress::Enough;
    }
    if (Result<void> status = walked.status(); !status)
        return status.error();
    m_before = last;
    m_walked += seen;
    return seen < rows ? Progress::End : Progress::More;
}

Result<double> SearchScan::rowsInIndex()
{
    const Result<qint64> rows = m_connection.sql("search.size").runForNumber();
    return rows ? Result<double>(double(*rows)) : Result<double>(rows.error());
}

/// Where few tickets satisfy the condition all of them are looked into. False: there are too many.
Result<bool> SearchScan::askTickets(double costOfIndex)
{
    if (!m_where || costOfIndex < worthAskingTickets)
        return false;
    QVector<TicketId> tickets;
    {
        QByteArray sql = m_connection.fragment("search.candidates");
        Statement found = m_connection.composed(sql.replace("{where}", m_where->sql), "search.candidates");
        const int position = bindPiece(found, *m_where, 1);
        found.bindAt(position, mostTicketsAsked + 1);
        while (found.next())
            tickets.append(found.id<TicketId>(0));
        if (Result<void> status = found.status(); !status)
            return status.error();
    }
    const double costOfTickets =
        double(tickets.size()) * articlesPerTicket * (lookIntoRow + lookForTerm * m_expression.terms);
    if (tickets.size() > mostTicketsAsked || costOfTickets > costOfIndex)
        return false;
    Statement rows = m_connection.sql("search.ofTickets");
    rows.bind(":tickets", jsonOfIds(tickets)).bind(":match", m_expression.match).bind(":before", m_before);
    while (rows.next() && (*m_take)(rows.integer(0))) {
    }
    const Result<void> status = rows.status();
    return status ? Result<bool>(true) : Result<bool>(status.error());
}

Result<void> SearchScan::askIndex()
{
    QByteArray sql = m_connection.fragment(m_where ? "search.foundJudged" : "search.found");
    if (m_where)
        sql.replace("{where}", m_where->sql);
    constexpr qint64 fewestAtOnce = 1'000;
    constexpr qint64 mostAtOnce = 100'000;
    constexpr qint64 timesMore = 20;
    // So many that those which satisfy the condition are enough, if it goes on as it has begun.
    const qint64 matchesForOne = m_matched > 0 ? m_matched / std::max<qint64>(1, m_taken) + 1 : 1;
    qint64 limit = std::clamp(m_wanted * 2 * matchesForOne, fewestAtOnce, mostAtOnce);
    for (;; limit *= timesMore) {
        Statement found = m_connection.composed(sql, "search.found");
        // The condition stands in front of the words.
        const int position = m_where ? bindPiece(found, *m_where, 1) : 1;
        found.bindAt(position, m_expression.match).bindAt(position + 1, m_before).bindAt(position + 2, limit);
        qint64 rows = 0;
        while (found.next()) {
            ++rows;
            m_before = found.integer(0);
            if (found.integer(1) == 2 && !(*m_take)(m_before))
                return {};
        }
        if (Result<void> status = found.status(); !status || rows < limit)
            return status;
    }
}

} // namespace deskhand
