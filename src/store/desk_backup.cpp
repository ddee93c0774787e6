// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_backup.h"

#include "store/desk_copy_target.h"
#include "store/postgres_connection.h"
#include "store/sqlite_connection.h"
#include "store/sync_rows.h"
#include "store/transaction.h"

#include <QFile>

#include <sqlite3.h>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace deskhand {
namespace {

constexpr int backupCacheKiB = 16 * 1024;

Error backupError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("store.backup"), detail, {}};
}

Result<std::unique_ptr<Connection>> openBackupFile(const QString &file, ConnectionUse use)
{
    Result<StatementCatalogue> statements = StatementCatalogue::load(SqlDialect::Sqlite);
    if (!statements)
        return statements.error();
    return SqliteConnection::open(file, use, std::make_shared<const StatementCatalogue>(*std::move(statements)),
                                  backupCacheKiB);
}

/// Every page as it is in one state of the source: all in one step, so that nobody's writing makes it begin again.
Result<void> copyPages(const QString &from, const QString &to)
{
    const Result<std::unique_ptr<Connection>> source = openBackupFile(from, ConnectionUse::Read);
    if (!source)
        return source.error();
    sqlite3 *target = nullptr;
    const int opened =
        sqlite3_open_v2(to.toUtf8().constData(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    int copied = opened;
    if (opened == SQLITE_OK) {
        sqlite3 *handle = static_cast<SqliteConnection *>(source->get())->handle();
        sqlite3_backup *backup = sqlite3_backup_init(target, "main", handle, "main");
        if (backup)
            sqlite3_backup_step(backup, -1);
        copied = backup ? sqlite3_backup_finish(backup) : sqlite3_errcode(target);
    }
    sqlite3_close(target);
    if (copied == SQLITE_OK)
        return {};
    return backupError(copied == SQLITE_BUSY ? ErrorCode::Busy : ErrorCode::Internal,
                       QString::fromUtf8(sqlite3_errstr(copied)));
}

/// Onto the disk, and under its name.
Result<void> publishFile(const QString &whole, const QString &name)
{
    for (const char *beside : {"-wal", "-shm"})
        QFile::remove(whole + QLatin1String(beside));
    QFile file(whole);
    bool durable = file.open(QIODevice::ReadWrite);
#ifdef Q_OS_UNIX
    durable = durable && ::fsync(file.handle()) == 0;
#endif
    file.close();
    if (!durable)
        return backupError(ErrorCode::Integrity, file.errorString());
    // rename() in Qt never replaces what is there.
    return QFile::rename(whole, name) ? Result<void>()
                                      : backupError(ErrorCode::Conflict, name + QStringLiteral(" is there already"));
}

Result<void> renewEpochOf(Connection &connection)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    if (Result<void> renewed = renewSyncEpoch(connection); !renewed)
        return renewed;
    return transaction.commit();
}

/// `mayBeOlder`: a file is brought to the newest schema when it is opened.
Result<void> checkBackup(Connection &connection, bool mayBeOlder)
{
    {
        Statement check = connection.sql("backup.check");
        if (!check.next() || check.text(0) != u"ok")
            return backupError(ErrorCode::Corrupt, QStringLiteral("the backup is damaged"));
    }
    const Result<QVector<Migration>> migrations = builtInMigrations(connection.dialect());
    if (!migrations)
        return migrations.error();
    Result<void> checked = checkSchema(connection, *migrations);
    const bool isOlder = !checked && checked.error().code == ErrorCode::TooOld;
    return isOlder && mayBeOlder ? Result<void>() : checked;
}

} // namespace

Result<void> backUpDesk(const DeskPlace &desk, const QString &file,
                        const std::function<void(const DeskCopyProgress &)> &progress)
{
    if (QFile::exists(file))
        return backupError(ErrorCode::Conflict, file + QStringLiteral(" is there already"));
    const QString partial = file + QStringLiteral(".partial");
    QFile::remove(partial);
    if (desk.server) {
        DeskCopyOptions options;
        options.progress = progress;
        options.whileUsed = true;
        const Result<DeskCopyReport> copied = copyDesk(desk, DeskPlace{partial, {}}, options);
        if (!copied) {
            QFile::remove(partial);
            return copied.error();
        }
    } else if (Result<void> copied = copyPages(desk.file, partial); !copied) {
        QFile::remove(partial);
        return copied;
    }
    return publishFile(partial, file);
}

Result<void> restoreDesk(const QString &file, const DeskPlace &desk,
                         const std::function<void(const DeskCopyProgress &)> &progress)
{
    {
        const Result<std::unique_ptr<Connection>> backup = openBackupFile(file, ConnectionUse::Read);
        if (!backup)
            return backup.error();
        if (Result<void> checked = checkBackup(**backup, !desk.server); !checked)
            return checked;
    }
    if (desk.server) {
        DeskCopyOptions options;
        options.progress = progress;
        const Result<DeskCopyReport> copied = copyDesk(DeskPlace{file, {}}, desk, options);
        if (!copied)
            return copied.error();
        Result<StatementCatalogue> statements = StatementCatalogue::load(SqlDialect::Postgres);
        if (!statements)
            return statements.error();
        const auto opened = PostgresConnection::open(
            *desk.server, ConnectionUse::Write, std::make_shared<const StatementCatalogue>(*std::move(statements)));
        return opened ? renewEpochOf(**opened) : Result<void>(opened.error());
    }
    if (QFile::exists(desk.file))
        return backupError(ErrorCode::Conflict, desk.file + QStringLiteral(" is there already"));
    const QString partial = desk.file + QStringLiteral(".partial");
    QFile::remove(partial);
    if (Result<void> copied = copyPages(file, partial); !copied)
        return copied;
    {
        const Result<std::unique_ptr<Connection>> made = openBackupFile(partial, ConnectionUse::Write);
        if (!made)
            return made.error();
        if (Result<void> renewed = renewEpochOf(**made); !renewed)
            return renewed;
        if (Result<void> written = (*made)->sql("bulk.checkpoint").run(); !written)
            return written;
    }
    return publishFile(partial, desk.file);
}

} // namespace deskhand
