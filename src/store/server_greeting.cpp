// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/server_greeting.h"

#include "domain/address_rules.h"
#include "operations/connect_problem.h"
#include "store/migrations.h"
#include "store/postgres_connection.h"
#include "store/postgres_probe.h"

namespace deskhand {
namespace {

constexpr int oldestServer = 150000;

/// What stands in the way of a person who has come as far as the database.
Error deskProblem(const Error &error)
{
    if (connectProblemOf(error))
        return error;
    // To those who may not use a schema its tables do not exist.
    if (error.payload.value(QStringLiteral("native")) == QLatin1String("42P01"))
        return connectError(ErrorCode::Denied, ConnectProblem::NoRights, error.where, error.detail);
    const auto named = [&error](ConnectProblem problem) {
        return connectError(error.code, problem, error.where, error.detail);
    };
    switch (error.code) {
    case ErrorCode::TooOld: return named(ConnectProblem::DeskTooOld);
    case ErrorCode::TooNew: return named(ConnectProblem::DeskTooNew);
    case ErrorCode::Denied: return named(ConnectProblem::NoRights);
    case ErrorCode::Conflict: return named(ConnectProblem::Unfinished);
    default: return error;
    }
}

Result<QString> readDeskName(Connection &connection)
{
    QString name;
    Statement settings = connection.sql("catalog.settings");
    while (settings.next()) {
        if (settings.text(0) == u"desk_name")
            name = settings.text(1);
    }
    const Result<void> status = settings.status();
    return status ? Result<QString>(name) : Result<QString>(status.error());
}

Result<QString> enterDesk(const PostgresAddress &address)
{
    const Result<StatementCatalogue> loaded = StatementCatalogue::load(SqlDialect::Postgres);
    if (!loaded)
        return loaded.error();
    const Result<QVector<Migration>> migrations = builtInMigrations(SqlDialect::Postgres);
    if (!migrations)
        return migrations.error();
    const auto opened =
        PostgresConnection::open(address, ConnectionUse::Read, std::make_shared<const StatementCatalogue>(*loaded));
    if (!opened)
        return opened.error();
    if (const Result<void> checked = checkSchema(**opened, *migrations); !checked)
        return checked.error();
    return readDeskName(**opened);
}

} // namespace

PostgresAddress postgresAddress(const ServerPlace &place, const QString &password)
{
    PostgresAddress address;
    address.host = place.host;
    address.port = place.port;
    address.database = place.database;
    address.user = place.user;
    address.password = password;
    address.tls = place.verifiesTls ? PostgresTls::VerifyFull : PostgresTls::Off;
    address.caFile = place.caFile;
    return address;
}

Result<ServerGreeting> greetServer(const PostgresAddress &address, const std::function<bool()> &isCancelled)
{
    if (address.tls == PostgresTls::Off && !isThisComputer(address.host))
        return connectError(ErrorCode::Invalid, ConnectProblem::PlainElsewhere, QStringLiteral("store.open"),
                            QStringLiteral("TLS is off for a host that is not this computer"));
    const Result<PostgresProbe> probe = probePostgres(address, isCancelled);
    if (!probe)
        return probe.error();
    if (probe->serverVersion < oldestServer)
        return connectError(ErrorCode::TooOld, ConnectProblem::ServerTooOld, QStringLiteral("store.open"),
                            QStringLiteral("PostgreSQL %1").arg(probe->serverVersion / 10000));
    const Result<QString> name = enterDesk(address);
    if (!name)
        return deskProblem(name.error());
    return ServerGreeting{*name, probe->serverVersion, probe->tls};
}

} // namespace deskhand
