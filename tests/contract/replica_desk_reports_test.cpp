// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nightly.h"
#include "support/replica_door.h"
#include "support/report_contract.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::ReportContract contract([] { return deskhand::test::replicaDoorFixture(); },
                                            deskhand::test::randomRounds(16));
    return QTest::qExec(&contract, argc, argv);
}
