// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "store/article_rows.h"
#include "store/connection.h"
#include "store/delivery_rows.h"
#include "store/row_mapping.h"
#include "store/ticket_sight.h"
#include "store/transaction.h"

#include <limits>

namespace deskhand {
namespace {

constexpr int largestThreadPage = 2000;
constexpr int largestHistory = 100'000;

Error noSuchArticle()
{
    return Error{
        ErrorCode::NotFound, QStringLiteral("store.thread"), QStringLiteral("no such article in this ticket"), {}};
}

Result<int> positionOf(Connection &connection, const ThreadQuery &query)
{
    if (!query.before.isValid())
        return std::numeric_limits<int>::max();
    Statement statement = connection.sql("thread.position");
    statement.bind(":ticket", query.ticket).bind(":article", query.before);
    if (statement.next())
        return int(statement.integer(0));
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return noSuchArticle();
}

/// The history entry that tells of the article; 0: none does.
Result<qint64> entryOfArticle(Connection &connection, TicketId ticket, ArticleId article)
{
    TicketId origin;
    {
        Statement statement = connection.sql("thread.position");
        statement.bind(":ticket", ticket).bind(":article", article);
        if (statement.next())
            origin = statement.id<TicketId>(1);
        if (Result<void> status = statement.status(); !status)
            return status.error();
    }
    Statement statement = connection.sql("thread.entryOfArticle");
    statement.bind(":ticket", ticket).bind(":origin", origin).bind(":article", QString::number(article.value));
    const qint64 entry = statement.next() ? statement.integer(0) : 0;
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return entry;
}

Result<QVector<HistoryEntry>> historyOf(Statement statement)
{
    QVector<HistoryEntry> entries;
    while (statement.next()) {
        ColumnReader row(statement);
        entries.append(readHistoryEntry(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return entries;
}

/// What happened from the page's first article (or the beginning of the ticket) up to what the page ends before.
Result<QVector<HistoryEntry>> historyBetween(Connection &connection, const ThreadQuery &query, const ThreadPage &page)
{
    qint64 first = 0;
    if (page.articlesBefore > 0) {
        const Result<qint64> entry = entryOfArticle(connection, query.ticket, page.articles.first().id);
        if (!entry)
            return entry.error();
        first = *entry;
    }
    qint64 end = 0;
    if (query.before.isValid()) {
        const Result<qint64> entry = entryOfArticle(connection, query.ticket, query.before);
        if (!entry)
            return entry.error();
        end = *entry;
    }
    if (end == 0)
        end = std::numeric_limits<qint64>::max();
    Statement statement = connection.sql("thread.historyBetween");
    statement.bind(":ticket", query.ticket).bind(":first", first).bind(":end", end);
    return historyOf(std::move(statement));
}

Result<int> articlesBefore(Connection &connection, TicketId ticket, int position)
{
    Statement statement = connection.sql("thread.countBefore");
    statement.bind(":ticket", ticket).bind(":position", position);
    const int count = statement.next() ? int(statement.integer(0)) : 0;
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return count;
}

/// Whether somebody sees the ticket; false also where there is none.
Result<bool> isSeen(Connection &connection, const Catalog &catalog, TicketId ticket, PersonId me)
{
    const TicketSight sight(catalog, me);
    if (sight.isWhole())
        return true;
    Statement statement = connection.sql("row.queueById");
    statement.bind(":id", ticket);
    const bool seen = statement.next() && sight.sees(statement.id<QueueId>(0));
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return seen;
}

} // namespace

Result<ThreadPage> readThread(Connection &connection, const Catalog &catalog, const ThreadQuery &query)
{
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    const Result<bool> seen = isSeen(connection, catalog, query.ticket, query.me);
    if (!seen)
        return seen.error();
    if (!*seen) // as where there is no such ticket
        return query.before.isValid() ? Result<ThreadPage>(noSuchArticle()) : Result<ThreadPage>(ThreadPage());
    const Result<int> end = positionOf(connection, query);
    if (!end)
        return end.error();
    ThreadPage page;
    Result<QVector<Article>> articles =
        readArticles(connection, query.ticket, *end, qBound(1, query.limit, largestThreadPage));
    if (!articles)
        return articles.error();
    page.articles = std::move(*articles);
    if (!page.articles.isEmpty()) {
        const Result<int> before = articlesBefore(connection, query.ticket, page.articles.first().position);
        if (!before)
            return before.error();
        page.articlesBefore = *before;
    }
    Result<QVector<HistoryEntry>> history = historyBetween(connection, query, page);
    if (!history)
        return history.error();
    page.history = std::move(*history);
    Result<QVector<MailDelivery>> deliveries = deliveriesOfThread(connection, query.ticket, page.articles);
    if (!deliveries)
        return deliveries.error();
    page.deliveries = std::move(*deliveries);
    return page;
}

Result<QVector<HistoryEntry>> readHistory(Connection &connection, const Catalog &catalog, TicketId id, PersonId me,
                                          int limit)
{
    // What was done to the desk's settings is under no ticket, and no secret among agents.
    const Result<bool> seen = id.isValid() ? isSeen(connection, catalog, id, me) : Result<bool>(true);
    if (!seen)
        return seen.error();
    if (!*seen)
        return QVector<HistoryEntry>();
    Statement statement = connection.sql("thread.historyNewest");
    statement.bind(":ticket", id).bind(":limit", qBound(1, limit, largestHistory));
    return historyOf(std::move(statement));
}

} // namespace deskhand
