// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sync_rows.h"

#include "store/cbor_bytes.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/migrations.h"
#include "store/transaction.h"

#include <QSet>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int syncCompression = 3;
/// Tickets that are read at once.
constexpr qsizetype syncChunk = 100;

/// Values of the tables' rows as they are read; put together at the end.
class SyncRowsWriter
{
public:
    SyncRowsWriter(Connection &connection, const QVector<SyncTable> &tables, PersonId me)
        : m_connection(connection)
        , m_tables(tables)
        , m_me(me)
        , m_values(tables.size())
    {
    }

    Result<void> addSettings()
    {
        for (qsizetype i = 0; i < m_tables.size(); ++i) {
            const SyncRule &rule = m_tables[i].rule;
            if (rule.with != SyncWith::Settings && rule.with != SyncWith::Both)
                continue;
            if (Result<void> added = add(i, rule.settingsRows ? rule.settingsRows : "sync.everything", {}); !added)
                return added;
        }
        return {};
    }

    Result<void> addTickets(const QVector<TicketId> &ids)
    {
        for (qsizetype i = 0; i < m_tables.size(); ++i) {
            if (!m_tables[i].rule.ticketsRows)
                continue;
            if (Result<void> added = add(i, m_tables[i].rule.ticketsRows, ids); !added)
                return added;
        }
        m_tickets += ids;
        return {};
    }

    [[nodiscard]] qsizetype size() const { return m_size; }

    [[nodiscard]] QByteArray finish(int schema) const
    {
        QByteArray bytes;
        bytes.reserve(m_size + 16 * 1024);
        CborBytes out(&bytes);
        out.map(4);
        out.text("form");
        out.number(syncForm);
        out.text("schema");
        out.number(schema);
        out.text("tickets");
        out.array(m_tickets.size());
        for (const TicketId id : m_tickets)
            out.number(id.value);
        out.text("tables");
        out.endlessArray();
        for (qsizetype i = 0; i < m_tables.size(); ++i) {
            if (m_values[i].asked)
                writeTable(out, &bytes, i);
        }
        out.end();
        return qCompress(bytes, syncCompression);
    }

private:
    /// Values of one table that are encoded already.
    struct Values {
        QByteArray bytes;
        bool asked = false; ///< also an empty table is told: what was there before is gone
    };

    Result<void> add(qsizetype index, const char *where, const QVector<TicketId> &ids)
    {
        const SyncTable &table = m_tables[index];
        const QByteArray sql = syncSql(m_connection, "sync.rows", table.table, where);
        Statement rows = m_connection.composed(sql, "sync.rows");
        if (sql.contains(":me"))
            rows.bind(":me", m_me);
        if (sql.contains(":tickets"))
            rows.bind(":tickets", jsonOfIds(ids));
        Values &values = m_values[index];
        values.asked = true;
        const qsizetype before = values.bytes.size();
        CborBytes out(&values.bytes);
        while (rows.next())
            addRow(out, rows, table);
        m_size += values.bytes.size() - before;
        return rows.status();
    }

    void addRow(CborBytes &out, const Statement &row, const SyncTable &table) const
    {
        const bool isFile = m_connection.dialect() == SqlDialect::Sqlite;
        for (int i = 0; i < table.table.columns.size(); ++i) {
            const CopyColumn &column = table.table.columns[i];
            if (row.isNull(i)) {
                out.null();
            } else if (column.isNumber) {
                out.number(table.isBlanked[i] ? 0 : row.integer(i));
            } else {
                const QByteArray value = table.isBlanked[i]         ? QByteArray()
                                         : column.isText && !isFile ? row.text(i).toUtf8()
                                                                    : row.bytes(i);
                if (column.isText)
                    out.text(value);
                else
                    out.byteString(value.constData(), value.size());
            }
        }
    }

    void writeTable(CborBytes &out, QByteArray *bytes, qsizetype index) const
    {
        const CopyTable &table = m_tables[index].table;
        out.array(3);
        out.text(table.name);
        out.array(table.columns.size());
        for (const CopyColumn &column : table.columns)
            out.text(column.name);
        out.endlessArray();
        bytes->append(m_values[index].bytes);
        out.end();
    }

    Connection &m_connection;
    const QVector<SyncTable> &m_tables;
    PersonId m_me;
    QVector<Values> m_values;
    QVector<TicketId> m_tickets;
    qsizetype m_size = 0;
};

Result<qint64> feedEndOf(Connection &connection)
{
    Statement statement = connection.sql("feed.cursor");
    const qint64 end = statement.next() ? statement.integer(0) : 0;
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return end;
}

Result<int> schemaOf(Connection &connection)
{
    const Result<QVector<Migration>> migrations = builtInMigrations(connection.dialect());
    return migrations ? Result<int>(int(migrations->size())) : Result<int>(migrations.error());
}

/// Those of `ids` that are there for somebody, in their order.
Result<QVector<TicketId>> seenOf(Connection &connection, const QVector<TicketId> &ids, const TicketSight &sight)
{
    QSet<TicketId> seen;
    QByteArray sql = connection.fragment("sync.queues");
    sql.replace("{tickets}", connection.fragment("sync.givenTickets"));
    Statement found = connection.composed(sql, "sync.queues");
    found.bind(":tickets", jsonOfIds(ids));
    while (found.next()) {
        if (sight.sees(found.id<QueueId>(1)))
            seen.insert(found.id<TicketId>(0));
    }
    if (Result<void> status = found.status(); !status)
        return status.error();
    QVector<TicketId> inOrder;
    for (const TicketId id : ids) {
        if (seen.remove(id))
            inOrder.append(id);
    }
    return inOrder;
}

/// With those that were merged into them, as far as they are seen: a thread names them.
Result<QVector<TicketId>> seenWithStubs(Connection &connection, const QVector<TicketId> &ids, const TicketSight &sight)
{
    QVector<TicketId> all = ids;
    QByteArray sql = connection.fragment("sync.stubs");
    sql.replace("{tickets}", connection.fragment("sync.givenTickets"));
    Statement stubs = connection.composed(sql, "sync.stubs");
    stubs.bind(":tickets", jsonOfIds(ids));
    while (stubs.next()) {
        const auto stub = stubs.id<TicketId>(0);
        if (sight.sees(stubs.id<QueueId>(1)) && !all.contains(stub))
            all.append(stub);
    }
    if (Result<void> status = stubs.status(); !status)
        return status.error();
    return all;
}

} // namespace

Result<SyncRows> readSyncSettings(Connection &connection, const QVector<SyncTable> &tables, PersonId me)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    const Result<qint64> cursor = feedEndOf(connection);
    if (!cursor)
        return cursor.error();
    const Result<int> schema = schemaOf(connection);
    if (!schema)
        return schema.error();
    SyncRowsWriter writer(connection, tables, me);
    if (Result<void> added = writer.addSettings(); !added)
        return added.error();
    return SyncRows{writer.finish(*schema), {}, *cursor};
}

Result<SyncRows> readSyncTickets(Connection &connection, const QVector<SyncTable> &tables, const TicketSight &sight,
                                 const QVector<TicketId> &ids, PersonId me)
{
    if (ids.size() > mostSyncTickets)
        return Error{ErrorCode::Invalid, QStringLiteral("store.sync"), QStringLiteral("too many tickets at once"), {}};
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    const Result<qint64> cursor = feedEndOf(connection);
    if (!cursor)
        return cursor.error();
    const Result<int> schema = schemaOf(connection);
    if (!schema)
        return schema.error();
    const Result<QVector<TicketId>> seen = seenOf(connection, ids, sight);
    if (!seen)
        return seen.error();
    SyncRowsWriter writer(connection, tables, me);
    for (qsizetype at = 0; at < seen->size() && writer.size() < largestSyncRows; at += syncChunk) {
        const Result<QVector<TicketId>> chunk = seenWithStubs(connection, seen->mid(at, syncChunk), sight);
        if (!chunk)
            return chunk.error();
        if (Result<void> added = writer.addTickets(*chunk); !added)
            return added.error();
    }
    SyncRows rows{writer.finish(*schema), {}, *cursor};
    const QSet<TicketId> there(seen->cbegin(), seen->cend());
    std::copy_if(ids.cbegin(), ids.cend(), std::back_inserter(rows.gone),
                 [&there](TicketId id) { return !there.contains(id); });
    return rows;
}

Result<QUuid> syncEpoch(Connection &connection)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        {
            Statement stored = connection.sql("sync.epoch");
            if (stored.next())
                return QUuid::fromString(stored.text(0));
            if (Result<void> status = stored.status(); !status)
                return status.error();
        }
        Statement make = connection.sql("sync.makeEpoch");
        make.bind(":epoch", QUuid::createUuid().toString(QUuid::WithoutBraces));
        if (Result<void> made = make.run(); !made)
            return made.error();
    }
    return Error{ErrorCode::Internal, QStringLiteral("store.syncEpoch"), QStringLiteral("it does not stay"), {}};
}

Result<void> renewSyncEpoch(Connection &connection)
{
    Statement save = connection.sql("catalog.saveSetting");
    save.bind(":key", QStringLiteral("epoch"));
    return save.bind(":value", QUuid::createUuid().toString(QUuid::WithoutBraces)).run();
}

} // namespace deskhand
