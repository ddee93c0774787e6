// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nightly.h"
#include "support/remote_fixture.h"
#include "support/report_contract.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::ReportContract contract([] { return deskhand::test::remoteSqliteFixture(); },
                                            deskhand::test::randomRounds(16));
    return QTest::qExec(&contract, argc, argv);
}
