// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_file.h"

#include "store/migrations.h"
#include "store/sqlite_connection.h"
#include "store/transaction.h"

#include <QFile>

#include <array>

namespace deskhand {
namespace {

constexpr int replicaCacheKiB = 32 * 1024;
constexpr qint64 wipedAtOnce = 1024 * 1024;

Result<bool> isNewFile(Connection &connection)
{
    const Result<qint64> tables = connection.sql("connection.tableCount").runForNumber();
    return tables ? Result<bool>(*tables == 0) : Result<bool>(tables.error());
}

Result<void> makeReplicaTables(Connection &connection)
{
    static constexpr std::array makes{
        "replica.makeNotes",     "replica.makeTickets",    "replica.makeCommands",    "replica.makeOpenCommands",
        "replica.makeConcerns",  "replica.makeAliases",    "replica.makeSeen",        "replica.makeNext",
        "replica.makeBlobs",     "replica.moveForTickets", "replica.moveForArticles", "replica.moveForAttachments",
        "replica.moveForPeople", "replica.makeSettings",   "replica.moveForMerges",   "replica.moveForViews",
        "replica.moveForWork",   "replica.forgetMarks",    "replica.freeHistory",     "replica.freeHistoryToo",
        "replica.makeMarks"};
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const char *make : makes) {
        if (Result<void> made = connection.once(connection.fragment(make), make).run(); !made)
            return made;
    }
    if (Result<void> first = connection.sql("replica.firstNext").run(); !first)
        return first;
    return transaction.commit();
}

/// A file with notes, or one that was left before it had any: nobody works in it yet.
bool isReplica(Connection &connection)
{
    Statement notes = connection.once(connection.fragment("replica.kept"), "replica.kept");
    if (notes.status())
        return true;
    const QByteArray count = connection.fragment("copy.count").replace("{table}", "person");
    const Result<qint64> people = connection.once(count, "copy.count").runForNumber();
    return people && *people == 0;
}

Result<void> overwrite(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    const auto failed = [&file] {
        return Error{ErrorCode::Internal, QStringLiteral("replica.wipe"), file.errorString(), {}};
    };
    if (!file.open(QIODevice::ReadWrite))
        return failed();
    const QByteArray zeros(wipedAtOnce, '\0');
    for (qint64 left = file.size(); left > 0; left -= wipedAtOnce) {
        if (file.write(zeros.constData(), qMin(left, wipedAtOnce)) < 0)
            return failed();
    }
    if (!file.flush())
        return failed();
    file.close();
    return file.remove() ? Result<void>() : failed();
}

} // namespace

Result<std::unique_ptr<Connection>> openReplicaFile(const QString &path)
{
    Result<StatementCatalogue> statements = StatementCatalogue::loadReplica();
    if (!statements)
        return statements.error();
    const Result<QVector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return migrations.error();
    Result<std::unique_ptr<Connection>> opened =
        SqliteConnection::open(path, ConnectionUse::Create,
                               std::make_shared<const StatementCatalogue>(*std::move(statements)), replicaCacheKiB);
    if (!opened)
        return opened;
    Connection &connection = **opened;
    const Result<bool> isNew = isNewFile(connection);
    if (!isNew)
        return isNew.error();
    if (!*isNew && !isReplica(connection))
        return Error{ErrorCode::Conflict, QStringLiteral("replica.open"), QStringLiteral("no replica: ") + path, {}};
    for (const char *setting : {"sync.looseKeys", "connection.batchJournal"}) {
        if (const Result<void> set = connection.sql(setting).run(); !set)
            return set.error();
    }
    if (const Result<void> migrated = migrate(connection, *migrations); !migrated)
        return migrated.error();
    if (const Result<void> made = makeReplicaTables(connection); !made)
        return made.error();
    return opened;
}

Result<void> wipeReplicaFile(const QString &path)
{
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm"), QString()}) {
        if (Result<void> wiped = overwrite(path + suffix); !wiped)
            return wiped;
    }
    return {};
}

} // namespace deskhand
