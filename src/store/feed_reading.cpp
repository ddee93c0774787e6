// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/ticket_sight.h"

#include <QSet>

namespace deskhand {
namespace {

constexpr int largestFeedPage = 10000;

Result<QSet<TicketId>> seenTickets(Connection &connection, const TicketSight &sight, const QVector<TicketId> &ids)
{
    QSet<TicketId> seen;
    Statement statement = connection.sql("feed.queues");
    statement.bind(":ids", jsonOfIds(ids));
    while (statement.next()) {
        ColumnReader row(statement);
        const auto ticket = row.id<TicketId>();
        if (sight.sees(row.id<QueueId>()))
            seen.insert(ticket);
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return seen;
}

} // namespace

Result<FeedPage> readChanges(Connection &connection, qint64 cursor, int limit)
{
    // SQLite has one writer: the order of seq is the order of commits, so nothing appears behind the cursor later.
    FeedPage page;
    page.cursor = cursor;
    const int wanted = qBound(1, limit, largestFeedPage);
    Statement statement = connection.sql("feed.since");
    statement.bind(":cursor", cursor).bind(":limit", wanted + 1);
    while (statement.next()) {
        if (page.changes.size() == wanted) {
            page.more = true;
            break;
        }
        ColumnReader row(statement);
        Change change;
        change.seq = row.integer();
        change.kind = row.enumerator<ChangeKind>();
        change.ticket = row.id<TicketId>();
        change.article = row.id<ArticleId>();
        change.actor = row.id<PersonId>();
        change.command = QUuid::fromRfc4122(row.bytes());
        page.cursor = change.seq;
        page.changes.append(std::move(change));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return page;
}

Result<FeedPage> readChanges(Connection &connection, const Catalog &catalog, qint64 cursor, int limit, PersonId me)
{
    Result<FeedPage> page = readChanges(connection, cursor, limit);
    const TicketSight sight(catalog, me);
    if (!page || sight.isWhole())
        return page;
    QVector<TicketId> ids;
    for (const Change &change : std::as_const(page->changes)) {
        if (change.ticket.isValid())
            ids.append(change.ticket);
    }
    const Result<QSet<TicketId>> seen = seenTickets(connection, sight, ids);
    if (!seen)
        return seen.error();
    for (Change &change : page->changes) {
        if (!change.ticket.isValid() || seen->contains(change.ticket))
            continue;
        Change masked;
        masked.seq = change.seq;
        masked.ticket = change.ticket;
        change = masked;
    }
    return page;
}

} // namespace deskhand
