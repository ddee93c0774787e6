// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy_writing.h"

#include "store/connection.h"
#include "store/postgres_bulk.h"
#include "store/postgres_connection.h"
#include "store/search_document.h"

namespace deskhand {
namespace {

Result<void> insertCopyRows(Connection &connection, const CopyTable &table, const CopyRows &rows)
{
    QByteArray sql = copySql(connection, "copy.insert", table);
    QByteArray values("?");
    for (qsizetype i = 1; i < table.columns.size(); ++i)
        values += ", ?";
    Statement insert = connection.composed(sql.replace("{values}", values), "copy.insert");
    CopyValues reader(rows);
    for (qsizetype row = 0; row < rows.rows(); ++row) {
        for (int i = 0; i < table.columns.size(); ++i) {
            const CopyValue value = reader.next();
            if (value.isNull())
                insert.bindNullAt(i + 1);
            else if (table.columns[i].isNumber)
                insert.bindAt(i + 1, value.number());
            else if (table.columns[i].isText)
                insert.bindTextAt(i + 1, value.data, value.size);
            else
                insert.bindBlobAt(i + 1, value.data, value.size);
        }
        if (Result<void> ran = insert.run(); !ran)
            return ran;
    }
    return {};
}

Result<void> streamCopyRows(PostgresConnection &connection, const CopyTable &table, const CopyRows &rows)
{
    PostgresCopyIn copy(connection);
    if (Result<void> begun = copy.begin(copySql(connection, "copy.stream", table)); !begun)
        return begun;
    CopyValues reader(rows);
    for (qsizetype row = 0; row < rows.rows(); ++row) {
        copy.beginRow(int(table.columns.size()));
        for (const CopyColumn &column : table.columns) {
            const CopyValue value = reader.next();
            if (value.isNull())
                copy.addNull();
            else if (column.isNumber)
                copy.addNumber(value.number(), column.numberSize);
            else
                copy.addBytes(value.data, value.size);
        }
        if (Result<void> sent = copy.endRow(); !sent)
            return sent;
    }
    return copy.finish();
}

Result<void> streamSearchRows(PostgresConnection &connection, const QVector<SearchRow> &rows)
{
    PostgresCopyIn copy(connection);
    if (Result<void> begun = copy.begin(connection.fragment("copy.streamSearch")); !begun)
        return begun;
    for (const SearchRow &row : rows) {
        const QByteArray document = binarySearchDocument(row);
        copy.beginRow(2);
        copy.addNumber(row.rowId, 8);
        copy.addBytes(document.constData(), document.size());
        if (Result<void> sent = copy.endRow(); !sent)
            return sent;
    }
    return copy.finish();
}

} // namespace

Result<void> writeCopyRows(Connection &connection, const CopyTable &table, const CopyRows &rows)
{
    return connection.dialect() == SqlDialect::Postgres
               ? streamCopyRows(static_cast<PostgresConnection &>(connection), table, rows)
               : insertCopyRows(connection, table, rows);
}

Result<void> writeSearchRows(Connection &connection, const QVector<SearchRow> &rows)
{
    if (connection.dialect() == SqlDialect::Postgres)
        return streamSearchRows(static_cast<PostgresConnection &>(connection), rows);
    Statement insert = connection.sql("search.insert");
    for (const SearchRow &row : rows) {
        insert.bind(":row", row.rowId).bind(":subject", row.subject).bind(":body", row.body);
        insert.bind(":people", row.people).bind(":files", row.files).bind(":number", row.number);
        if (Result<void> ran = insert.run(); !ran)
            return ran;
    }
    return {};
}

} // namespace deskhand
