// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy_target.h"

#include "store/bulk_settings.h"
#include "store/desk_copy_tables.h"
#include "store/postgres_connection.h"
#include "store/sqlite_connection.h"
#include "store/transaction.h"

#include <QFile>
#include <QtEndian>

namespace deskhand {
namespace {

constexpr int copyCacheKiB = 384 * 1024;
constexpr int copyReadCacheKiB = 32 * 1024;

Result<std::shared_ptr<const StatementCatalogue>> copyStatements(SqlDialect dialect)
{
    Result<StatementCatalogue> loaded = StatementCatalogue::load(dialect);
    if (!loaded)
        return loaded.error();
    return std::make_shared<const StatementCatalogue>(*std::move(loaded));
}

Error targetError(ErrorCode code, const char *problem, const QString &detail)
{
    return Error{
        code, QStringLiteral("store.copyDesk"), detail, {{QStringLiteral("problem"), QString::fromLatin1(problem)}}};
}

Error notEmpty()
{
    return targetError(ErrorCode::Conflict, "target-not-empty", QStringLiteral("the target is there and is not empty"));
}

SqlDialect dialectOf(const DeskPlace &place)
{
    return place.server ? SqlDialect::Postgres : SqlDialect::Sqlite;
}

/// What the header of a SQLite file says; 0 for any other. Read without SQLite, which would change the file.
/// Source: https://www.sqlite.org/fileformat2.html#the_database_header
qint64 applicationIdOfFile(const QString &path)
{
    constexpr qsizetype headerSize = 100;
    constexpr qsizetype idAt = 68;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith("SQLite format 3"))
        return 0;
    return qFromBigEndian<qint32>(header.constData() + idAt);
}

void removeFiles(const QString &path)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
}

} // namespace

Result<std::unique_ptr<Connection>> openForCopying(const DeskPlace &place)
{
    const auto statements = copyStatements(dialectOf(place));
    if (!statements)
        return statements.error();
    Result<std::unique_ptr<Connection>> opened =
        place.server ? PostgresConnection::open(*place.server, ConnectionUse::Read, *statements)
                     : SqliteConnection::open(place.file, ConnectionUse::Read, *statements, copyReadCacheKiB);
    if (!opened || !place.server)
        return opened;
    for (const char *setting : {"copy.readEverything", "copy.readInOrder"}) {
        if (Result<void> set = (*opened)->sql(setting).run(); !set)
            return set.error();
    }
    return opened;
}

DeskCopyTarget::DeskCopyTarget(const DeskPlace &place, QVector<Migration> migrations)
    : m_place(place)
    , m_migrations(std::move(migrations))
{
}

Result<std::unique_ptr<DeskCopyTarget>> DeskCopyTarget::open(const DeskPlace &place, const Source &source)
{
    Result<QVector<Migration>> migrations = builtInMigrations(dialectOf(place));
    if (!migrations)
        return migrations.error();
    std::unique_ptr<DeskCopyTarget> target(new DeskCopyTarget(place, *std::move(migrations)));
    if (Result<void> opened = place.server ? target->openServer(source) : target->openFile(source); !opened)
        return opened.error();
    return target;
}

Result<void> DeskCopyTarget::connect(ConnectionUse use, const QString &file)
{
    m_connection.reset();
    const auto statements = copyStatements(dialectOf(m_place));
    if (!statements)
        return statements.error();
    Result<std::unique_ptr<Connection>> opened = m_place.server
                                                     ? PostgresConnection::open(*m_place.server, use, *statements)
                                                     : SqliteConnection::open(file, use, *statements, copyCacheKiB);
    if (!opened)
        return opened.error();
    m_connection = *std::move(opened);
    return {};
}

Result<void> DeskCopyTarget::openServer(const Source &source)
{
    if (Result<void> connected = connect(ConnectionUse::Write, {}); !connected)
        return connected;
    for (const char *setting : {"copy.lock", "copy.lazyCommits", "copy.muchMemory"}) {
        if (Result<void> set = m_connection->sql(setting).run(); !set)
            return set;
    }
    const Result<qint64> tables = m_connection->sql("connection.tableCount").runForNumber();
    if (!tables)
        return tables.error();
    if (*tables == 0)
        return make(source, false);
    const Result<bool> goOn = canGoOn(source);
    if (!goOn)
        return goOn.error();
    return *goOn ? Result<void>() : make(source, true);
}

Result<void> DeskCopyTarget::openFile(const Source &source)
{
    m_lock = std::make_unique<QLockFile>(m_place.file + QStringLiteral(".copying"));
    m_lock->setStaleLockTime(0); // only a process that is gone leaves a lock behind
    if (!m_lock->tryLock(0)) {
        return m_lock->error() == QLockFile::LockFailedError
                   ? targetError(ErrorCode::Busy, "copied-by-another", QStringLiteral("somebody else is copying there"))
                   : targetError(ErrorCode::Denied, "folder", QStringLiteral("the target's folder cannot be written"));
    }
    if (!QFile::exists(m_place.file)) {
        if (Result<void> made = makeFile(source); !made)
            return made;
    } else {
        if (applicationIdOfFile(m_place.file) != unfinishedCopyApplicationId)
            return notEmpty();
        if (Result<void> connected = connect(ConnectionUse::Write, m_place.file); !connected)
            return connected;
        const Result<bool> goOn = canGoOn(source);
        if (!goOn)
            return goOn.error();
        if (!*goOn) {
            m_connection.reset();
            removeFiles(m_place.file);
            m_begun = DeskCopyReport::Begun::Anew;
            if (Result<void> made = makeFile(source); !made)
                return made;
        }
    }
    return prepareBulkLoad(*m_connection);
}

/// Under another name first, so that a file which is there under its own says what it is.
Result<void> DeskCopyTarget::makeFile(const Source &source)
{
    const QString unfinished = m_place.file + QStringLiteral(".new");
    removeFiles(unfinished);
    if (Result<void> connected = connect(ConnectionUse::Create, unfinished); !connected)
        return connected;
    if (Result<void> made = make(source, false); !made)
        return made;
    m_connection.reset(); // folds the journal into the file
    if (!QFile::rename(unfinished, m_place.file))
        return notEmpty();
    return connect(ConnectionUse::Write, m_place.file);
}

/// Whether what is there is an unfinished copy of the same state of the same source. False: of another state.
Result<bool> DeskCopyTarget::canGoOn(const Source &source)
{
    const Result<qint64> application = m_connection->sql("connection.applicationId").runForNumber();
    if (!application)
        return application.error();
    if (*application != unfinishedCopyApplicationId)
        return notEmpty();
    const Result<QString> name = textNote(QStringLiteral("source"));
    if (!name)
        return name.error();
    if (*name != source.name)
        return targetError(ErrorCode::Conflict, "target-not-empty",
                           QStringLiteral("the target is an unfinished copy of another desk, %1").arg(*name));
    const Result<QString> mark = textNote(QStringLiteral("mark"));
    if (!mark)
        return mark.error();
    const Result<qint64> schema = note(QStringLiteral("schema"));
    if (!schema)
        return schema.error();
    const bool same = *mark == source.mark && *schema == m_migrations.size();
    m_begun = same ? DeskCopyReport::Begun::Resumed : DeskCopyReport::Begun::Anew;
    return same;
}

/// In one transaction: either there is nothing, or an unfinished copy.
Result<void> DeskCopyTarget::make(const Source &source, bool again)
{
    Transaction transaction(*m_connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    if (again) {
        if (Result<void> dropped = m_connection->sql("copy.dropUnfinished").run(); !dropped)
            return dropped;
    }
    if (Result<void> made = makeSchema(); !made)
        return made;
    if (Result<void> made = m_connection->sql("copy.makeNotes").run(); !made)
        return made;
    if (Result<void> noted = setTextNote(QStringLiteral("source"), source.name); !noted)
        return noted;
    if (Result<void> noted = setTextNote(QStringLiteral("mark"), source.mark); !noted)
        return noted;
    if (Result<void> noted = setNote(QStringLiteral("schema"), m_migrations.size()); !noted)
        return noted;
    if (m_place.server) {
        if (Result<void> taken = m_connection->sql("copy.takeDown").run(); !taken)
            return taken;
    }
    if (Result<void> marked = m_connection->sql("copy.markUnfinished").run(); !marked)
        return marked;
    return transaction.commit();
}

/// The newest schema without the rows that a new desk begins with.
Result<void> DeskCopyTarget::makeSchema()
{
    for (const Migration &migration : std::as_const(m_migrations)) {
        for (const QByteArray &statement : migration.statements) {
            if (Result<void> run = m_connection->once(statement, "store.migrate").run(); !run)
                return run;
        }
    }
    const Result<QVector<CopyTable>> tables = readCopyTables(*m_connection);
    if (!tables)
        return tables.error();
    for (const CopyTable &table : *tables) {
        const auto rows = m_connection->once(copySql(*m_connection, "copy.count", table), "copy.count").runForNumber();
        if (!rows)
            return rows.error();
        if (*rows == 0) // append-only tables refuse even this
            continue;
        if (Result<void> run = m_connection->once(copySql(*m_connection, "copy.clear", table), "copy.clear").run();
            !run)
            return run;
    }
    return {};
}

Result<QString> DeskCopyTarget::textNote(const QString &key)
{
    Statement found = m_connection->sql("copy.note");
    found.bind(":key", key);
    const QString value = found.next() ? found.text(0) : QString();
    const Result<void> status = found.status();
    return status ? Result<QString>(value) : Result<QString>(status.error());
}

Result<void> DeskCopyTarget::setTextNote(const QString &key, const QString &value)
{
    return m_connection->sql("copy.setNote").bind(":key", key).bind(":value", value).run();
}

Result<qint64> DeskCopyTarget::note(const QString &key)
{
    const Result<QString> value = textNote(key);
    return value ? Result<qint64>(value->toLongLong()) : Result<qint64>(value.error());
}

Result<void> DeskCopyTarget::setNote(const QString &key, qint64 value)
{
    return setTextNote(key, QString::number(value));
}

Result<void> DeskCopyTarget::makeParts(const std::function<void(qint64 done, qint64 total)> &progress)
{
    const Result<qint64> total = m_connection->sql("copy.countToMake").runForNumber();
    if (!total)
        return total.error();
    for (qint64 done = 0; done < *total; ++done) {
        progress(done, *total);
        Transaction transaction(*m_connection);
        if (Result<void> begun = transaction.begin(); !begun)
            return begun;
        QString key;
        QByteArray make;
        {
            Statement first = m_connection->sql("copy.firstToMake");
            if (first.next()) {
                key = first.text(0);
                make = first.text(1).toUtf8();
            }
            if (Result<void> status = first.status(); !status)
                return status;
        }
        if (Result<void> made = m_connection->once(make, "copy.makeParts").run(); !made)
            return made;
        if (Result<void> forgotten = m_connection->sql("copy.forgetNote").bind(":key", key).run(); !forgotten)
            return forgotten;
        if (Result<void> committed = transaction.commit(); !committed)
            return committed;
    }
    progress(*total, *total);
    return {};
}

Result<void> DeskCopyTarget::settle(const QVector<QByteArray> &large)
{
    if (!m_place.server)
        return settleBulkLoad(*m_connection);
    for (const QByteArray &table : large) {
        const QByteArray sql = copySql(*m_connection, "copy.settle", CopyTable{table, {}, 0, false});
        if (Result<void> settled = m_connection->once(sql, "copy.settle").run(); !settled)
            return settled;
    }
    return m_connection->sql("copy.usualCommits").run();
}

Result<void> DeskCopyTarget::giveUp()
{
    return setTextNote(QStringLiteral("mark"), QStringLiteral("wrong"));
}

Result<void> DeskCopyTarget::finish()
{
    Transaction transaction(*m_connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    if (Result<void> dropped = m_connection->sql("copy.dropNotes").run(); !dropped)
        return dropped;
    QByteArray mark = m_connection->fragment("copy.markFinished");
    mark.replace("{version}", QByteArray::number(m_migrations.size()));
    if (Result<void> marked = m_connection->once(mark, "copy.markFinished").run(); !marked)
        return marked;
    if (Result<void> committed = transaction.commit(); !committed)
        return committed;
    return m_place.server ? Result<void>() : m_connection->sql("bulk.checkpoint").run();
}

} // namespace deskhand
