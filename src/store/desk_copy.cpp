// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy.h"

#include "store/desk_copy_check.h"
#include "store/desk_copy_search.h"
#include "store/desk_copy_target.h"
#include "store/desk_copy_writing.h"
#include "store/transaction.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace deskhand {
namespace {

/// Tickets whose words are cut at a time; their rows are in memory together.
constexpr int ticketsReadAtOnce = 1000;
/// The server finds out about smaller tables by itself; each round costs it waits for the disk.
constexpr qint64 rowsWorthStatistics = 5'000;

Error copyError(ErrorCode code, const char *problem, const QString &detail)
{
    return Error{
        code, QStringLiteral("store.copyDesk"), detail, {{QStringLiteral("problem"), QString::fromLatin1(problem)}}};
}

/// Where a desk stands: history with its last hash, feed, catalogue.
Result<QString> readMark(Connection &connection)
{
    Statement found = connection.sql("copy.mark");
    QString mark;
    if (found.next()) {
        mark = QStringLiteral("history %1 %2, feed %3, catalog %4")
                   .arg(QString::number(found.integer(0)), QString::fromLatin1(found.bytes(1).toHex()),
                        QString::number(found.integer(2)), QString::number(found.integer(3)));
    }
    const Result<void> status = found.status();
    return status ? Result<QString>(mark) : Result<QString>(status.error());
}

class DeskCopier
{
public:
    DeskCopier(const DeskPlace &from, const DeskPlace &to, const DeskCopyOptions &options)
        : m_from(from)
        , m_to(to)
        , m_options(options)
    {
        m_reading.rowsPerBatch = options.rowsPerBatch;
        m_reading.bytesPerBatch = options.bytesPerBatch;
        m_reading.withoutZeros = from.server.has_value() || to.server.has_value();
    }

    Result<DeskCopyReport> run();

private:
    Result<void> openSource();
    Result<void> checkSourceIsSame();
    Result<void> copyTables();
    Result<void> copyTable(const CopyTable &source, const CopyTable &target);
    Result<void> copySearch();
    Result<void> learnInside();
    Result<void> copyLastIds();
    Result<void> finish();
    Result<void> compareInOneState(DeskCopyReport *report);
    void tell(DeskCopyProgress::Phase phase, const QByteArray &what, qint64 done, qint64 total) const;
    Result<void> write(const std::function<Result<void>(Connection &)> &change);

    DeskPlace m_from;
    DeskPlace m_to;
    DeskCopyOptions m_options;
    CopyReading m_reading;
    QString m_mark;
    std::unique_ptr<Connection> m_source; ///< in one state for the whole call
    std::unique_ptr<Connection> m_watch;  ///< sees what is changed there meanwhile
    std::unique_ptr<DeskCopyTarget> m_target;
    QVector<CopyTable> m_sourceTables;
    QVector<CopyTable> m_targetTables;
};

void DeskCopier::tell(DeskCopyProgress::Phase phase, const QByteArray &what, qint64 done, qint64 total) const
{
    if (m_options.progress)
        m_options.progress({phase, QString::fromLatin1(what), done, total});
}

Result<void> DeskCopier::openSource()
{
    for (std::unique_ptr<Connection> *connection : {&m_source, &m_watch}) {
        Result<std::unique_ptr<Connection>> opened = openForCopying(m_from);
        if (!opened)
            return opened.error();
        *connection = *std::move(opened);
    }
    const Result<QVector<Migration>> migrations = builtInMigrations(m_source->dialect());
    if (!migrations)
        return migrations.error();
    if (Result<void> checked = checkSchema(*m_source, *migrations); !checked)
        return checked;
    if (Result<void> begun = m_source->sql("transaction.beginRead").run(); !begun)
        return begun;
    const Result<QString> mark = readMark(*m_source);
    if (!mark)
        return mark.error();
    m_mark = *mark;
    return {};
}

Result<void> DeskCopier::checkSourceIsSame()
{
    if (m_options.whileUsed)
        return {};
    const Result<QString> now = readMark(*m_watch);
    if (!now)
        return now.error();
    if (*now == m_mark)
        return {};
    return copyError(ErrorCode::Conflict, "source-changed",
                     QStringLiteral("the desk was changed while it was copied; close it everywhere and start the copy "
                                    "again, which begins anew"));
}

/// One transaction of the target.
Result<void> DeskCopier::write(const std::function<Result<void>(Connection &)> &change)
{
    Transaction transaction(m_target->connection());
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    if (Result<void> changed = change(m_target->connection()); !changed)
        return changed;
    return transaction.commit();
}

Result<void> DeskCopier::copyTable(const CopyTable &source, const CopyTable &target)
{
    const QString name = QString::fromLatin1(source.name);
    const QString doneNote = QStringLiteral("done:") + name;
    const QString rowsNote = QStringLiteral("rows:") + name;
    const Result<qint64> isDone = m_target->note(doneNote);
    if (!isDone || *isDone)
        return isDone ? Result<void>() : Result<void>(isDone.error());
    const auto total = m_source->once(copySql(*m_source, "copy.count", source), "copy.count").runForNumber();
    if (!total)
        return total.error();
    const Result<qint64> before = m_target->note(rowsNote);
    if (!before)
        return before.error();
    qint64 done = *before;
    // Rows come in the order of the key: behind the last one nothing is there yet.
    const Result<std::optional<CopyRows>> after = readLastCopyKey(m_target->connection(), target);
    if (!after)
        return after.error();
    tell(DeskCopyProgress::Phase::Tables, source.name, done, *total);
    Result<void> copied = readCopyRows(*m_source, source, *after, m_reading, [&](const CopyRows &rows) {
        done += rows.rows();
        Result<void> written = write([&](Connection &connection) {
            Result<void> stored = writeCopyRows(connection, target, rows);
            return stored ? m_target->setNote(rowsNote, done) : stored;
        });
        if (written)
            tell(DeskCopyProgress::Phase::Tables, source.name, done, *total);
        return written;
    });
    return copied ? m_target->setNote(doneNote, 1) : copied;
}

Result<void> DeskCopier::copyTables()
{
    for (qsizetype i = 0; i < m_sourceTables.size(); ++i) {
        if (Result<void> copied = copyTable(m_sourceTables[i], m_targetTables[i]); !copied)
            return copied;
        if (Result<void> same = checkSourceIsSame(); !same)
            return same;
    }
    return {};
}

Result<void> DeskCopier::copySearch()
{
    const QString doneNote = QStringLiteral("done:search");
    const QString ticketsNote = QStringLiteral("rows:search");
    const Result<qint64> isDone = m_target->note(doneNote);
    if (!isDone || *isDone)
        return isDone ? Result<void>() : Result<void>(isDone.error());
    const Result<qint64> total = m_target->note(QStringLiteral("rows:ticket"));
    if (!total)
        return total.error();
    const Result<qint64> before = m_target->note(ticketsNote);
    if (!before)
        return before.error();
    const auto lastRow = m_target->connection().sql("copy.lastSearchRow").runForNumber();
    if (!lastRow)
        return lastRow.error();
    TicketId last = ticketOfSearchRow(*lastRow);
    qint64 done = *before;
    tell(DeskCopyProgress::Phase::Search, "search", done, *total);
    for (bool more = true; more;) {
        Result<void> written = write([&](Connection &connection) -> Result<void> {
            for (int tickets = 0; more && tickets < m_options.ticketsPerBatch;) {
                const int wanted = std::min(ticketsReadAtOnce, m_options.ticketsPerBatch - tickets);
                const Result<SearchRows> rows = readSearchRows(*m_source, last, wanted);
                if (!rows)
                    return rows.error();
                more = rows->lastTicket.isValid();
                if (!more)
                    break;
                if (Result<void> stored = writeSearchRows(connection, rows->rows); !stored)
                    return stored;
                last = rows->lastTicket;
                tickets += rows->tickets;
                done += rows->tickets;
            }
            return m_target->setNote(ticketsNote, done);
        });
        if (!written)
            return written;
        tell(DeskCopyProgress::Phase::Search, "search", done, *total);
    }
    return m_target->setNote(doneNote, 1);
}

/// Only SQLite keeps the pieces of words in a table of their own.
Result<void> DeskCopier::learnInside()
{
    if (m_to.server)
        return {};
    const QString doneNote = QStringLiteral("done:search_term_trigram");
    const Result<qint64> isDone = m_target->note(doneNote);
    if (!isDone || *isDone)
        return isDone ? Result<void>() : Result<void>(isDone.error());
    return write([&](Connection &connection) {
        Result<void> learnt = connection.sql("search.learnInside").bind(":before", 0).run();
        return learnt ? m_target->setNote(doneNote, 1) : learnt;
    });
}

/// New ids come after all that were ever given out.
Result<void> DeskCopier::copyLastIds()
{
    for (qsizetype i = 0; i < m_targetTables.size(); ++i) {
        const CopyTable &table = m_targetTables[i];
        if (!table.countsIds)
            continue;
        const QString name = QString::fromLatin1(table.name);
        Connection &target = m_target->connection();
        const auto highest = target.once(copySql(target, "copy.highestId", table), "copy.highestId").runForNumber();
        if (!highest)
            return highest.error();
        const Result<qint64> counted = m_sourceTables[i].countsIds
                                           ? m_source->sql("copy.lastId").bind(":table", name).runForNumber()
                                           : Result<qint64>(0);
        if (!counted)
            return counted.error();
        const qint64 last = std::max(*highest, *counted);
        if (last == 0)
            continue;
        Result<void> set = write([&](Connection &connection) -> Result<void> {
            if (connection.dialect() == SqlDialect::Sqlite) {
                if (Result<void> gone = connection.sql("copy.forgetLastId").bind(":table", name).run(); !gone)
                    return gone;
            }
            return connection.sql("copy.setLastId").bind(":table", name).bind(":last", last).run();
        });
        if (!set)
            return set;
    }
    return {};
}

Result<void> DeskCopier::finish()
{
    if (Result<void> copied = copyLastIds(); !copied)
        return copied;
    if (m_to.server) {
        if (Result<void> set = m_target->connection().sql("copy.setHead").run(); !set)
            return set;
    }
    QVector<QByteArray> large{"search"};
    for (const CopyTable &table : std::as_const(m_targetTables)) {
        const Result<qint64> rows = m_target->note(QStringLiteral("rows:") + QString::fromLatin1(table.name));
        if (!rows)
            return rows.error();
        if (*rows >= rowsWorthStatistics)
            large.append(table.name);
    }
    return m_target->settle(large);
}

/// Each table by the number of its rows and a sum over all of them, on the connection that still sees the source as it
/// was.
Result<void> DeskCopier::compareInOneState(DeskCopyReport *report)
{
    for (qsizetype i = 0; i < m_sourceTables.size(); ++i) {
        const QByteArray &name = m_sourceTables[i].name;
        tell(DeskCopyProgress::Phase::Check, name, i, m_sourceTables.size());
        const Result<CopySum> here = readCopySum(*m_source, m_sourceTables[i], m_reading, {});
        if (!here)
            return here.error();
        const Result<CopySum> there = readCopySum(m_target->connection(), m_targetTables[i], m_reading, {});
        if (!there)
            return there.error();
        if (!(*here == *there))
            return copyError(ErrorCode::Integrity, "differs", QString::fromLatin1(name));
        report->tables.append({QString::fromLatin1(name), here->rows, here->sha256});
    }
    return {};
}

Result<DeskCopyReport> DeskCopier::run()
{
    if (Result<void> opened = openSource(); !opened)
        return opened.error();
    Result<std::unique_ptr<DeskCopyTarget>> target = DeskCopyTarget::open(m_to, {m_from.name(), m_mark});
    if (!target)
        return target.error();
    m_target = *std::move(target);
    DeskCopyReport report;
    report.begun = m_target->begun();
    for (auto [connection, tables] :
         {std::pair(m_source.get(), &m_sourceTables), std::pair(&m_target->connection(), &m_targetTables)}) {
        Result<QVector<CopyTable>> read = readCopyTables(*connection);
        if (!read)
            return read.error();
        *tables = *std::move(read);
    }
    const auto parts = [this](qint64 done, qint64 total) { tell(DeskCopyProgress::Phase::Indexes, {}, done, total); };
    const std::function<Result<void>()> steps[] = {
        [this] { return copyTables(); },
        [this] { return copySearch(); },
        [this] { return learnInside(); },
        [this] { return checkSourceIsSame(); },
        [&] { return m_target->makeParts(parts); },
        [this] { return finish(); },
    };
    for (const auto &step : steps) {
        if (Result<void> done = step(); !done)
            return done.error();
    }
    if (m_options.whileUsed) {
        if (Result<void> compared = compareInOneState(&report); !compared)
            return compared.error();
        const Result<void> whole = m_target->finish();
        return whole ? Result<DeskCopyReport>(report) : Result<DeskCopyReport>(whole.error());
    }
    m_source.reset(); // from here on the source is read as it is now
    const auto progress = m_options.progress ? m_options.progress : [](const DeskCopyProgress &) {};
    if (Result<void> checked = checkDeskCopy(m_from, m_to, m_reading, progress, &report); !checked) {
        if (checked.error().code == ErrorCode::Integrity) {
            if (Result<void> marked = m_target->giveUp(); !marked)
                return marked.error();
            if (Result<void> same = checkSourceIsSame(); !same)
                return same.error();
        }
        return checked.error();
    }
    if (Result<void> finished = m_target->finish(); !finished)
        return finished.error();
    return report;
}

} // namespace

Result<DeskPlace> DeskPlace::fromText(const QString &text)
{
    if (!isPostgresUrl(text))
        return DeskPlace{text, {}};
    const Result<PostgresAddress> address = postgresAddressFromUrl(text);
    if (!address)
        return address.error();
    return DeskPlace{{}, *address};
}

QString DeskPlace::name() const
{
    if (server)
        return QStringLiteral("postgresql://%1:%2/%3")
            .arg(server->host.toLower())
            .arg(server->port)
            .arg(server->database);
    const QString resolved = QFileInfo(file).canonicalFilePath();
    return resolved.isEmpty() ? QDir::cleanPath(QFileInfo(file).absoluteFilePath()) : resolved;
}

Result<DeskCopyReport> copyDesk(const DeskPlace &from, const DeskPlace &to, const DeskCopyOptions &options)
{
    if (from.name() == to.name())
        return copyError(ErrorCode::Invalid, "same-place", QStringLiteral("a desk cannot be copied onto itself"));
    return DeskCopier(from, to, options).run();
}

} // namespace deskhand
