// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/replica_fixture.h"
#include "support/sla_contract.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::SlaContract contract([] { return std::make_unique<deskhand::test::ReplicaFixture>(); });
    return QTest::qExec(&contract, argc, argv);
}
