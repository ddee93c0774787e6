// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "store/connection.h"
#include "store/row_mapping.h"

namespace deskhand {

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
    return Error{ErrorCode::NotFound, QStringLiteral("store.blob"), QStringLiteral("no such blob"), {}};
}

} // namespace deskhand
