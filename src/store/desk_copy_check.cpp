// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy_check.h"

#include "domain/history_chain.h"
#include "store/db_thread.h"
#include "store/desk_copy_target.h"
#include "store/transaction.h"

#include <algorithm>

namespace deskhand {
namespace {

Error copyDiffers(const QByteArray &table, const QString &detail)
{
    const QString name = QString::fromLatin1(table);
    return Error{ErrorCode::Integrity,
                 QStringLiteral("store.copyDesk"),
                 name + QStringLiteral(": ") + detail,
                 {{QStringLiteral("table"), name}}};
}

/// Follows the chain of the history over rows of its table.
class ChainCheck
{
public:
    explicit ChainCheck(const CopyTable &table)
        : m_table(table)
    {
    }

    Result<void> add(const CopyRows &rows)
    {
        CopyValues values(rows);
        QVector<CopyValue> row(m_table.columns.size());
        for (qsizetype i = 0; i < rows.rows(); ++i) {
            for (CopyValue &value : row)
                value = values.next();
            if (Result<void> checked = checkEntry(row); !checked)
                return checked;
        }
        return {};
    }

private:
    [[nodiscard]] const CopyValue &column(const QVector<CopyValue> &row, const char *name) const
    {
        const auto found = std::find_if(m_table.columns.cbegin(), m_table.columns.cend(),
                                        [name](const CopyColumn &one) { return one.name == name; });
        return row[found - m_table.columns.cbegin()];
    }

    Result<void> checkEntry(const QVector<CopyValue> &row)
    {
        const auto bytes = [&](const char *name) {
            const CopyValue &value = column(row, name);
            return QByteArray::fromRawData(value.data, value.size);
        };
        HistoryEntry entry;
        entry.id = column(row, "id").number();
        entry.ticket = TicketId{column(row, "ticket_id").number()};
        entry.version = column(row, "version").number();
        entry.at = column(row, "at").number();
        entry.actorKind = static_cast<ActorKind>(column(row, "actor_kind").number());
        entry.actor = PersonId{column(row, "actor_id").number()};
        entry.what = QString::fromUtf8(bytes("what"));
        entry.command = QUuid::fromRfc4122(bytes("command_id"));
        m_last = historyHash(entry, bytes("payload_hash"), m_last);
        if (m_last == bytes("hash"))
            return {};
        return copyDiffers(m_table.name, QStringLiteral("the chain breaks at entry %1").arg(entry.id));
    }

    const CopyTable &m_table;
    QByteArray m_last;
};

Result<CopySum> sumOf(Connection &connection, const CopyTable &table, const CopyReading &reading, bool followChain)
{
    if (!followChain || table.name != "history")
        return readCopySum(connection, table, reading, {});
    ChainCheck chain(table);
    return readCopySum(connection, table, reading, [&chain](const CopyRows &rows) { return chain.add(rows); });
}

/// The first number of each row.
Result<QVector<qint64>> numbersOf(Connection &connection, const char *name)
{
    QVector<qint64> numbers;
    const CopyTable table{{}, {CopyColumn{"number", true}}, 0, false};
    const QByteArray sql = connection.fragment(name);
    const auto take = [&numbers](const CopyRows &rows) -> Result<void> {
        CopyValues values(rows);
        for (qsizetype i = 0; i < rows.rows(); ++i)
            numbers.append(values.next().number());
        return {};
    };
    const Result<void> read = readCopyRows(connection, sql, table, CopyReading(), take);
    if (!read)
        return read.error();
    return numbers;
}

Result<qint64> checkSearchRows(Connection &connection)
{
    const Result<QVector<qint64>> there = numbersOf(connection, "copy.searchRows");
    if (!there)
        return there.error();
    const Result<QVector<qint64>> wanted = numbersOf(connection, "copy.searchable");
    if (!wanted)
        return wanted.error();
    if (*there != *wanted)
        return copyDiffers("search", QStringLiteral("%1 rows, %2 are wanted").arg(there->size()).arg(wanted->size()));
    return there->size();
}

/// One of the two desks, read in a thread of its own in one state.
class CheckedDesk
{
public:
    CheckedDesk(const DeskPlace &place, const CopyReading &reading, bool isTarget)
        : m_reading(reading)
        , m_isTarget(isTarget)
        , m_thread([place] { return openForCopying(place); }, DbThread::Jobs::Cancellable)
    {
    }

    QFuture<Result<QVector<CopyTable>>> tables()
    {
        return m_thread.run([](Connection &connection) -> Result<QVector<CopyTable>> {
            if (Result<void> begun = connection.sql("transaction.beginRead").run(); !begun)
                return begun.error();
            return readCopyTables(connection);
        });
    }
    QFuture<Result<CopySum>> sum(const CopyTable &table)
    {
        return m_thread.run([table, reading = m_reading, followChain = m_isTarget](Connection &connection) {
            return sumOf(connection, table, reading, followChain);
        });
    }
    QFuture<Result<qint64>> searchRows()
    {
        return m_thread.run([](Connection &connection) { return checkSearchRows(connection); });
    }

private:
    CopyReading m_reading;
    bool m_isTarget;
    DbThread m_thread;
};

template <typename T>
Result<T> answerOf(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

Result<void> checkDeskCopy(const DeskPlace &from, const DeskPlace &to, const CopyReading &reading,
                           const std::function<void(const DeskCopyProgress &)> &progress, DeskCopyReport *report)
{
    CheckedDesk source(from, reading, false);
    CheckedDesk target(to, reading, true);
    const Result<QVector<CopyTable>> sourceTables = answerOf(source.tables());
    if (!sourceTables)
        return sourceTables.error();
    const Result<QVector<CopyTable>> targetTables = answerOf(target.tables());
    if (!targetTables)
        return targetTables.error();
    // Each side goes at its own pace; they are only waited for in the same order.
    QVector<QFuture<Result<CopySum>>> sourceSums;
    QVector<QFuture<Result<CopySum>>> targetSums;
    for (const CopyTable &table : *sourceTables)
        sourceSums.append(source.sum(table));
    for (const CopyTable &table : *targetTables)
        targetSums.append(target.sum(table));
    const QFuture<Result<qint64>> searchRows = target.searchRows();
    for (qsizetype i = 0; i < sourceTables->size(); ++i) {
        const QByteArray &name = (*sourceTables)[i].name;
        progress({DeskCopyProgress::Phase::Check, QString::fromLatin1(name), i, sourceTables->size() + 1});
        const Result<CopySum> here = answerOf(sourceSums[i]);
        if (!here)
            return here.error();
        const Result<CopySum> there = answerOf(targetSums[i]);
        if (!there)
            return there.error();
        if (here->rows != there->rows)
            return copyDiffers(name, QStringLiteral("%1 rows were copied of %2").arg(there->rows).arg(here->rows));
        if (here->sha256 != there->sha256)
            return copyDiffers(name, QStringLiteral("rows differ"));
        report->tables.append({QString::fromLatin1(name), here->rows, here->sha256});
    }
    progress(
        {DeskCopyProgress::Phase::Check, QStringLiteral("search"), sourceTables->size(), sourceTables->size() + 1});
    const Result<qint64> rows = answerOf(searchRows);
    if (!rows)
        return rows.error();
    report->searchRows = *rows;
    progress({DeskCopyProgress::Phase::Check, {}, sourceTables->size() + 1, sourceTables->size() + 1});
    return {};
}

} // namespace deskhand
