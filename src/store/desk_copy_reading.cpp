// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy_reading.h"

#include "store/connection.h"
#include "store/postgres_bulk.h"
#include "store/postgres_connection.h"

#include <QCryptographicHash>

namespace deskhand {
namespace {

/// "?, ?" or "$1, $2".
QByteArray placeholders(SqlDialect dialect, int count)
{
    QByteArray list;
    for (int i = 1; i <= count; ++i) {
        if (i > 1)
            list += ", ";
        list += dialect == SqlDialect::Postgres ? '$' + QByteArray::number(i) : QByteArray("?");
    }
    return list;
}

QByteArray rowsSql(const Connection &connection, const CopyTable &table, bool after)
{
    QByteArray sql = copySql(connection, after ? "copy.rowsAfter" : "copy.rows", table);
    return sql.replace("{values}", placeholders(connection.dialect(), table.keyColumns));
}

void addText(const QByteArray &value, bool withoutZeros, CopyRows *rows)
{
    if (withoutZeros && value.contains('\0')) {
        const QByteArray kept = QByteArray(value).replace(QByteArray(1, '\0'), QByteArray("\xEF\xBF\xBD"));
        rows->addBytes(kept.constData(), kept.size());
    } else {
        rows->addBytes(value.constData(), value.size());
    }
}

/// The columns of the statement's row; the statement's first columns are those of the table.
void addRow(const Statement &row, const CopyTable &table, int columns, bool withoutZeros, CopyRows *rows)
{
    for (int i = 0; i < columns; ++i) {
        const CopyColumn &column = table.columns[i];
        if (row.isNull(i))
            rows->addNull();
        else if (column.isNumber)
            rows->addNumber(row.integer(i));
        else
            addText(row.bytes(i), withoutZeros && column.isText, rows);
    }
    rows->endRow();
}

void addRow(const PostgresRowStream &row, const CopyTable &table, CopyRows *rows)
{
    for (int i = 0; i < table.columns.size(); ++i) {
        if (row.isNull(i))
            rows->addNull();
        else if (table.columns[i].isNumber)
            rows->addNumber(row.number(i));
        else
            rows->addBytes(row.data(i), row.size(i));
    }
    rows->endRow();
}

/// Hands rows on when there are enough of them.
class CopyBatcher
{
public:
    CopyBatcher(const CopyReading &reading, const std::function<Result<void>(const CopyRows &)> &take)
        : m_reading(reading)
        , m_take(take)
    {
    }

    [[nodiscard]] CopyRows *rows() { return &m_rows; }
    Result<void> rowAdded()
    {
        const bool isFull = m_rows.rows() >= m_reading.rowsPerBatch || m_rows.bytes().size() >= m_reading.bytesPerBatch;
        return isFull ? finish() : Result<void>();
    }
    Result<void> finish()
    {
        Result<void> taken = m_rows.rows() > 0 ? m_take(m_rows) : Result<void>();
        m_rows.clear();
        return taken;
    }

private:
    const CopyReading &m_reading;
    const std::function<Result<void>(const CopyRows &)> &m_take;
    CopyRows m_rows;
};

Result<void> readFromFile(Connection &connection, const QByteArray &sql, const CopyTable &table,
                          const std::optional<CopyRows> &after, const CopyReading &reading, CopyBatcher *batcher)
{
    Statement found = connection.once(sql, "copy.rows");
    if (after) {
        CopyValues values(*after);
        for (int i = 0; i < table.keyColumns; ++i) {
            const CopyValue value = values.next();
            if (table.columns[i].isNumber)
                found.bindAt(i + 1, value.number());
            else if (table.columns[i].isText)
                found.bindTextAt(i + 1, value.data, value.size);
            else
                found.bindBlobAt(i + 1, value.data, value.size);
        }
    }
    while (found.next()) {
        addRow(found, table, int(table.columns.size()), reading.withoutZeros, batcher->rows());
        if (Result<void> taken = batcher->rowAdded(); !taken)
            return taken;
    }
    return found.status();
}

Result<void> readFromServer(PostgresConnection &connection, const QByteArray &sql, const CopyTable &table,
                            const std::optional<CopyRows> &after, CopyBatcher *batcher)
{
    QVector<PostgresRowStream::Parameter> parameters;
    if (after) {
        CopyValues values(*after);
        for (int i = 0; i < table.keyColumns; ++i) {
            const CopyValue value = values.next();
            parameters.append({table.columns[i].isNumber, table.columns[i].isText, QByteArray(value.data, value.size)});
        }
    }
    PostgresRowStream stream(connection);
    if (Result<void> begun = stream.begin(sql, parameters); !begun)
        return begun;
    for (;;) {
        const Result<bool> more = stream.next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        addRow(stream, table, batcher->rows());
        if (Result<void> taken = batcher->rowAdded(); !taken)
            return taken;
    }
}

Result<void> readBatches(Connection &connection, const QByteArray &sql, const CopyTable &table,
                         const std::optional<CopyRows> &after, const CopyReading &reading,
                         const std::function<Result<void>(const CopyRows &)> &take)
{
    CopyBatcher batcher(reading, take);
    Result<void> read = connection.dialect() == SqlDialect::Postgres
                            ? readFromServer(static_cast<PostgresConnection &>(connection), sql, table, after, &batcher)
                            : readFromFile(connection, sql, table, after, reading, &batcher);
    return read ? batcher.finish() : read;
}

} // namespace

Result<void> readCopyRows(Connection &connection, const CopyTable &table, const std::optional<CopyRows> &after,
                          const CopyReading &reading, const std::function<Result<void>(const CopyRows &)> &take)
{
    return readBatches(connection, rowsSql(connection, table, after.has_value()), table, after, reading, take);
}

Result<void> readCopyRows(Connection &connection, const QByteArray &sql, const CopyTable &columns,
                          const CopyReading &reading, const std::function<Result<void>(const CopyRows &)> &take)
{
    return readBatches(connection, sql, columns, {}, reading, take);
}

Result<std::optional<CopyRows>> readLastCopyKey(Connection &connection, const CopyTable &table)
{
    std::optional<CopyRows> key;
    Statement last = connection.once(copySql(connection, "copy.lastKey", table), "copy.lastKey");
    if (last.next()) {
        key.emplace();
        addRow(last, table, table.keyColumns, false, &*key);
    }
    if (Result<void> status = last.status(); !status)
        return status.error();
    return key;
}

Result<CopySum> readCopySum(Connection &connection, const CopyTable &table, const CopyReading &reading,
                            const std::function<Result<void>(const CopyRows &)> &look)
{
    CopySum sum;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Result<void> read = readCopyRows(connection, table, {}, reading, [&](const CopyRows &rows) -> Result<void> {
        hash.addData(rows.bytes());
        sum.rows += rows.rows();
        return look ? look(rows) : Result<void>();
    });
    if (!read)
        return read.error();
    sum.sha256 = hash.result();
    return sum;
}

} // namespace deskhand
