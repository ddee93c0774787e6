// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/replica_fixture.h"

#include <QtTest>

#include <sqlite3.h>

namespace deskhand::test {
namespace {

constexpr int tickets = 130; ///< come in several answers

qint64 numberIn(const QString &path, const char *question)
{
    sqlite3 *handle = nullptr;
    sqlite3_stmt *statement = nullptr;
    qint64 number = -1;
    if (sqlite3_open(path.toUtf8().constData(), &handle) == SQLITE_OK
        && sqlite3_prepare_v2(handle, question, -1, &statement, nullptr) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return number;
}

} // namespace

/// A replica that was filled piece by piece is as quick as a desk that was not.
class ReplicaTidyingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIndexIsOnePieceWhenEverythingIsHere()
    {
        ReplicaFixture world;
        for (int i = 0; i < tickets; ++i)
            world.there().openTicket(QStringLiteral("Printer %1 on fire").arg(i));
        world.close();
        QFile::remove(world.path());
        world.open();
        QVERIFY(world.settle());
        TicketQuery query;
        query.me = world.admin();
        query.now = world.there().clock().now();
        const auto list = await(world.replica().tickets(query));
        QVERIFY(list && !list->partial);
        QCOMPARE(list->ids.size(), tickets);
        world.close();
        QCOMPARE(numberIn(world.path(), "SELECT count(DISTINCT segid) FROM search_idx"), 1);
        QVERIFY(numberIn(world.path(), "SELECT count(*) FROM sqlite_stat1") > 0);
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ReplicaTidyingTest)
#include "replica_tidying_test.moc"
