// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/replica_door.h"
#include "support/search_contract.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::SearchContract contract([] { return deskhand::test::replicaDoorFixture(); });
    return QTest::qExec(&contract, argc, argv);
}
