// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_desk.h"

#include "store/postgres_connection.h"
#include "support/history_check.h"
#include "support/plain_codec.h"
#include "support/test_desk.h"

namespace deskhand::test {

PostgresDeskFixture::PostgresDeskFixture(PostgresServer &server)
    : m_address(server.newDatabase())
    , m_clock(std::make_shared<ManualClock>(QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch()))
{
    const NewDesk desk{QStringLiteral("Test desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example")};
    if (const Result<void> created = createDeskOnServer(m_address, desk); !created)
        qFatal("%s: %s", qPrintable(created.error().where), qPrintable(created.error().detail));
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
