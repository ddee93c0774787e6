// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "store/connection.h"

namespace deskhand {
namespace {

constexpr int largestFeedPage = 10000;

}

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

} // namespace deskhand
