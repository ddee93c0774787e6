// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "store/connection.h"
#include "store/row_mapping.h"
#include "store/ticket_sight.h"

namespace deskhand {
namespace {

Error noSuchBlob()
{
    return Error{ErrorCode::NotFound, QStringLiteral("store.blob"), QStringLiteral("no such blob"), {}};
}

} // namespace

Result<QVector<SavedView>> readViews(Connection &connection, PersonId me)
{
    QVector<SavedView> views;
    Statement statement = connection.sql("view.visibleTo");
    statement.bind(":me", me);
    while (statement.next()) {
        ColumnReader row(statement);
        views.append(readSavedView(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return views;
}

Result<QByteArray> readBlob(Connection &connection, const QByteArray &sha256)
{
    Statement statement = connection.sql("blob.bytes");
    statement.bind(":sha256", sha256);
    if (statement.next())
        return statement.bytes(0);
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return noSuchBlob();
}

Result<QByteArray> readBlob(Connection &connection, const Catalog &catalog, const QByteArray &sha256, PersonId me)
{
    const TicketSight sight(catalog, me);
    if (sight.isWhole())
        return readBlob(connection, sha256);
    Statement owners = connection.sql("blob.owners");
    owners.bind(":sha256", sha256);
    bool seen = false;
    while (owners.next()) {
        ColumnReader row(owners);
        const auto queue = row.id<QueueId>();
        const auto mailbox = row.id<MailboxId>();
        seen = seen || sight.sees(queue.isValid() ? queue : queueOfMailbox(catalog, mailbox));
    }
    if (Result<void> status = owners.status(); !status)
        return status.error();
    return seen ? readBlob(connection, sha256) : Result<QByteArray>(noSuchBlob());
}

} // namespace deskhand
