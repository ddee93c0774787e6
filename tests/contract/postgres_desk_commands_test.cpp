// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/local_desk.h"
#include "store/postgres_connection.h"
#include "support/command_contract.h"
#include "support/history_check.h"
#include "support/postgres_server.h"
#include "support/test_desk.h"

#include <QtTest>

#include <cstdio>

namespace deskhand::test {
namespace {

/// A desk in a database of its own on the test's server.
class PostgresDeskFixture final : public DeskFixture
{
public:
    explicit PostgresDeskFixture(PostgresServer &server)
        : m_address(server.newDatabase())
        , m_clock(std::make_shared<ManualClock>(QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch()))
    {
        const NewDesk desk{
            QStringLiteral("Test desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example")};
        if (const Result<void> created = createDeskOnServer(m_address, desk); !created)
            qFatal("%s: %s", qPrintable(created.error().where), qPrintable(created.error().detail));
        auto opened = LocalDesk::openServer(m_address, LocalDeskOptions{m_clock, false});
        if (!opened)
            qFatal("%s: %s", qPrintable(opened.error().where), qPrintable(opened.error().detail));
        m_desk = *std::move(opened);
        m_admin = (*await(m_desk->catalog()))->agents.first().id;
    }

    Desk &desk() override { return *m_desk; }
    PersonId admin() const override { return m_admin; }
    void advanceClock(qint64 milliseconds) override { m_clock->advance(milliseconds); }
    QString brokenRule() override
    {
        const auto statements =
            std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(SqlDialect::Postgres));
        const auto connection = PostgresConnection::open(m_address, ConnectionUse::Read, statements);
        return connection ? brokenDesk(**connection) : connection.error().detail;
    }

private:
    PostgresAddress m_address;
    std::shared_ptr<ManualClock> m_clock;
    std::unique_ptr<LocalDesk> m_desk;
    PersonId m_admin;
};

} // namespace
} // namespace deskhand::test

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto server = deskhand::test::PostgresServer::start();
    if (!server) {
        std::puts("Totals: 0 passed, 0 failed, 1 skipped (PostgreSQL is not installed)");
        return 0;
    }
    deskhand::test::CommandContract contract(
        [&server] { return std::make_unique<deskhand::test::PostgresDeskFixture>(*server); });
    return QTest::qExec(&contract, argc, argv);
}
