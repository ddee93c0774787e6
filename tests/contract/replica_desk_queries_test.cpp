// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/query_contract.h"
#include "support/replica_door.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::QueryContract contract([] { return deskhand::test::replicaDoorFixture(); });
    return QTest::qExec(&contract, argc, argv);
}
