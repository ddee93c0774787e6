// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk_status.h"
#include "models/task_list.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace deskhand;

class TaskListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAndCancels()
    {
        TaskList tasks;
        QAbstractItemModelTester tester(&tasks);
        int cancelled = 0;
        const auto one = tasks.start(QStringLiteral("Import"), [&] { ++cancelled; });
        const auto two = tasks.start(QStringLiteral("Index"));
        QCOMPARE(tasks.rowCount(), 2);
        tasks.setProgress(one, 5000, QStringLiteral("3 of 4"));
        QCOMPARE(tasks.index(0).data(TaskList::ProgressRole).toInt(), 1000);
        QCOMPARE(tasks.index(0).data(Qt::DisplayRole).toString(), QStringLiteral("Import · 3 of 4"));
        QVERIFY(tasks.index(0).data(TaskList::CancellableRole).toBool());
        QVERIFY(!tasks.index(1).data(TaskList::CancellableRole).toBool());
        tasks.cancel(one);
        tasks.cancel(one);
        QCOMPARE(cancelled, 1);
        QVERIFY(!tasks.index(0).data(TaskList::CancellableRole).toBool());
        tasks.finish(one);
        tasks.finish(one);
        QCOMPARE(tasks.rowCount(), 1);
        QCOMPARE(tasks.index(0).data(TaskList::IdRole).toULongLong(), two);
    }

    void statusSaysHowOldItIs()
    {
        ManualClock clock(1'000'000'000);
        DeskStatus status(clock);
        QVERIFY(!status.text().isEmpty());
        status.set(DeskStatus::Connection::OnThisComputer, QStringLiteral("IT"));
        QCOMPARE(status.text(), QStringLiteral("On this computer"));
        status.set(DeskStatus::Connection::Online);
        status.setSyncedAt(clock.now());
        clock.advance(2000);
        QCOMPARE(status.text(), QStringLiteral("Online · synced 2 s ago"));
        clock.advance(3 * 3'600'000);
        status.setQueued(1);
        QVERIFY(status.text().startsWith(QStringLiteral("Online · synced 3 h ago · 1 queued")));
    }
};

QTEST_APPLESS_MAIN(TaskListTest)
#include "task_list_test.moc"
