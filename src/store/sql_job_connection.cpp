// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_job_connection.h"

#include "store/migrations.h"
#include "store/postgres_connection.h"
#include "store/sqlite_connection.h"
#include "store/transaction.h"

namespace deskhand {
namespace {

constexpr int jobCacheKiB = 4096;
constexpr qint64 clocksDifferBy = 60 * 60 * 1000; // ms, at most, of computers that work for one desk

Error fencedOff()
{
    return Error{ErrorCode::Conflict,
                 QStringLiteral("store.lease"),
                 QStringLiteral("somebody else does this work now"),
                 {{QStringLiteral("reason"), QStringLiteral("fenced")}}};
}

/// A disk that is full or fails is nothing that a connection could be lost by: whoever waits for room says so.
Error withDiskTold(Error error, SqlDialect dialect)
{
    const QString native = error.payload.value(QStringLiteral("native")).toString();
    const bool isDisk = dialect == SqlDialect::Sqlite
                            ? error.code == ErrorCode::Offline
                            : native.startsWith(QLatin1String("53100")) || native.startsWith(QLatin1String("58"));
    if (isDisk)
        error.code = ErrorCode::Integrity;
    return error;
}

Statement &bindLease(Statement &statement, const Lease &lease)
{
    return statement.bind(":name", lease.name).bind(":owner", lease.owner).bind(":fence", lease.fence);
}

Result<void> checkLease(Connection &connection, const Lease &lease)
{
    Statement check = connection.sql("lease.check");
    const bool isValid = bindLease(check, lease).next();
    if (Result<void> status = check.status(); !status)
        return status;
    return isValid ? Result<void>() : Result<void>(fencedOff());
}

/// Refused when nothing was changed: then it is somebody else's.
Result<void> changeLease(Statement statement)
{
    const Result<void> changed = statement.run();
    return changed && statement.changedRows() == 0 ? Result<void>(fencedOff()) : changed;
}

} // namespace

SqlJobConnection::SqlJobConnection(Opener opener)
    : m_opener(std::move(opener))
{
}

SqlJobConnection::~SqlJobConnection() = default;

Result<Connection *> SqlJobConnection::connection()
{
    if (m_connection && m_connection->isBroken())
        m_connection.reset();
    if (!m_connection) {
        Result<std::unique_ptr<Connection>> opened = m_opener();
        if (!opened)
            return opened.error();
        m_connection = *std::move(opened);
    }
    return m_connection.get();
}

Result<void> SqlJobConnection::change(const Work &work)
{
    const Result<Connection *> connected = connection();
    if (!connected)
        return connected.error();
    Connection &connection = **connected;
    Transaction transaction(connection);
    Result<void> done = transaction.begin();
    if (done)
        done = work(connection);
    if (done)
        done = transaction.commit();
    return done ? done : Result<void>(withDiskTold(done.error(), connection.dialect()));
}

Result<void> SqlJobConnection::changeUnder(const Lease &lease, const Work &work)
{
    return change([&lease, &work](Connection &connection) {
        const Result<void> checked = checkLease(connection, lease);
        return checked ? work(connection) : checked;
    });
}

Result<void> SqlJobConnection::look(const Work &work)
{
    const Result<Connection *> connected = connection();
    if (!connected)
        return connected.error();
    Connection &connection = **connected;
    Transaction transaction(connection);
    Result<void> done = transaction.begin(Transaction::Kind::Read);
    if (done)
        done = work(connection);
    return done ? done : Result<void>(withDiskTold(done.error(), connection.dialect()));
}

Result<std::optional<Lease>> SqlJobConnection::takeLease(const QString &name, const QString &owner, Instant now,
                                                         qint64 milliseconds)
{
    std::optional<Lease> taken;
    const Result<void> done = change([&](Connection &connection) -> Result<void> {
        Statement take = connection.sql("lease.take");
        take.bind(":name", name).bind(":owner", owner).bind(":now", now).bind(":until", now + milliseconds);
        take.bind(":wrong", now + milliseconds + clocksDifferBy);
        const Result<qint64> fence = take.runForNumber();
        if (!fence)
            return fence.error();
        if (*fence != 0)
            taken = Lease{name, owner, *fence, now + milliseconds};
        return {};
    });
    return done ? Result<std::optional<Lease>>(taken) : Result<std::optional<Lease>>(done.error());
}

Result<Lease> SqlJobConnection::renewLease(const Lease &lease, Instant now, qint64 milliseconds)
{
    Lease renewed = lease;
    renewed.until = now + milliseconds;
    const Result<void> done = change([&renewed](Connection &connection) {
        Statement renew = connection.sql("lease.renew");
        bindLease(renew, renewed).bind(":until", renewed.until);
        return changeLease(std::move(renew));
    });
    return done ? Result<Lease>(renewed) : Result<Lease>(done.error());
}

Result<void> SqlJobConnection::releaseLease(const Lease &lease)
{
    return change([&lease](Connection &connection) {
        Statement release = connection.sql("lease.release");
        bindLease(release, lease);
        return changeLease(std::move(release));
    });
}

Result<void> SqlJobConnection::noteFailures(const Lease &lease, int failures, const QString &problem, Instant at)
{
    return change([&](Connection &connection) {
        Statement note = connection.sql("lease.note");
        bindLease(note, lease).bind(":failures", failures).bind(":problem", problem).bind(":at", at);
        return changeLease(std::move(note));
    });
}

namespace {

Result<SqlJobConnection::Opener> checkedOpener(SqlDialect dialect, const SqlJobConnection::Opener &opener)
{
    const Result<std::unique_ptr<Connection>> probe = opener();
    if (!probe)
        return probe.error();
    const Result<QVector<Migration>> migrations = builtInMigrations(dialect);
    if (!migrations)
        return migrations.error();
    if (const Result<void> checked = checkSchema(**probe, *migrations); !checked)
        return checked.error();
    return opener;
}

} // namespace

Result<SqlJobConnection::Opener> SqlJobConnection::ofFile(const QString &path)
{
    Result<StatementCatalogue> loaded = StatementCatalogue::load();
    if (!loaded)
        return loaded.error();
    const auto statements = std::make_shared<const StatementCatalogue>(*std::move(loaded));
    return checkedOpener(SqlDialect::Sqlite, [path, statements] {
        return SqliteConnection::open(path, ConnectionUse::Write, statements, jobCacheKiB);
    });
}

Result<SqlJobConnection::Opener> SqlJobConnection::ofServer(const PostgresAddress &address)
{
    Result<StatementCatalogue> loaded = StatementCatalogue::load(SqlDialect::Postgres);
    if (!loaded)
        return loaded.error();
    const auto statements = std::make_shared<const StatementCatalogue>(*std::move(loaded));
    return checkedOpener(SqlDialect::Postgres, [address, statements] {
        return PostgresConnection::open(address, ConnectionUse::Write, statements);
    });
}

} // namespace deskhand
