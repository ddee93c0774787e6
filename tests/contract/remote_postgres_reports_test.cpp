// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nightly.h"
#include "support/postgres_server.h"
#include "support/remote_fixture.h"
#include "support/report_contract.h"

#include <QtTest>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto server =
        deskhand::test::PostgresServer::start(deskhand::test::PostgresServer::withoutWaitingForTheDisk());
    if (!server) {
        std::puts("Totals: 0 passed, 0 failed, 1 skipped (PostgreSQL is not installed)");
        return 0;
    }
    deskhand::test::ReportContract contract([&server] { return deskhand::test::remotePostgresFixture(*server); },
                                            deskhand::test::randomRounds(16));
    return QTest::qExec(&contract, argc, argv);
}
