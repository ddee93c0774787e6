// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/local_desk_fixture.h"
#include "support/report_contract.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::ReportContract contract([] { return std::make_unique<deskhand::test::LocalDeskFixture>(); }, 100);
    return QTest::qExec(&contract, argc, argv);
}
