// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_desk.h"

#include "store/migrations.h"
#include "store/postgres_connection.h"
#include "support/history_check.h"
#include "support/plain_codec.h"
#include "support/test_desk.h"

namespace deskhand::test {

namespace {

template <typename T>
T madeOf(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

void makeTables(const PostgresAddress &address)
{
    const auto statements =
        std::make_shared<const StatementCatalogue>(madeOf(StatementCatalogue::load(SqlDialect::Postgres)));
    const auto connection = madeOf(PostgresConnection::open(address, ConnectionUse::Write, statements));
    madeOf(migrate(*connection, madeOf(builtInMigrations(SqlDialect::Postgres))));
}

} // namespace

PostgresAddress newDeskOnServer(PostgresServer &server, const NewDesk &desk)
{
    const PostgresAddress address = server.newDatabaseLike(QStringLiteral("tables"), makeTables);
    madeOf(createDeskOnServer(address, desk));
    return address;
}

PostgresDeskFixture::PostgresDeskFixture(PostgresServer &server)
    : m_address(newDeskOnServer(
        server, {QStringLiteral("Test desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example")}))
    , m_clock(std::make_shared<ManualClock>(QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch()))
{
    m_desk = openAnother();
    m_admin = (*await(m_desk->catalog()))->agents.first().id;
}

std::unique_ptr<LocalDesk> PostgresDeskFixture::openAnother() const
{
    auto opened = LocalDesk::openServer(m_address, LocalDeskOptions{m_clock, false, plainCodec()});
    if (!opened)
        qFatal("%s: %s", qPrintable(opened.error().where), qPrintable(opened.error().detail));
    return *std::move(opened);
}

void PostgresDeskFixture::reopen()
{
    m_desk.reset();
    m_desk = openAnother();
}

QString PostgresDeskFixture::brokenRule()
{
    const auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(SqlDialect::Postgres));
    const auto connection = PostgresConnection::open(m_address, ConnectionUse::Read, statements);
    return connection ? brokenDesk(**connection) : connection.error().detail;
}

QString placeOf(const PostgresAddress &address)
{
    return QStringLiteral("postgresql://%1%2@%3:%4/%5?sslmode=disable")
        .arg(address.user, address.password.isEmpty() ? QString() : u':' + address.password, address.host)
        .arg(address.port)
        .arg(address.database);
}

} // namespace deskhand::test
