// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/feed_contract.h"
#include "support/remote_fixture.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::FeedContract contract([] { return deskhand::test::remoteSqliteFixture(); });
    return QTest::qExec(&contract, argc, argv);
}
