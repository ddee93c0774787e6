// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/query_contract.h"
#include "support/replica_fixture.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::QueryContract contract([] { return std::make_unique<deskhand::test::ReplicaFixture>(); });
    return QTest::qExec(&contract, argc, argv);
}
