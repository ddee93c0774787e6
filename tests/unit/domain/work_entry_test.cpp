// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/work_entry.h"

#include <QtTest>

using namespace deskhand;

class WorkEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durationsAreRead_data();
    void durationsAreRead();
    void whatWasRemovedDoesNotCount();
};

void WorkEntryTest::durationsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes"); // 0: it is none
    const auto row = [](const char *text, int minutes) { QTest::newRow(text) << QString::fromUtf8(text) << minutes; };
    row("45", 45);
    row(" 45 ", 45);
    row("45m", 45);
    row("45 min", 45);
    row("45 Min.", 45);
    row("1h", 60);
    row("1 H", 60);
    row("1h 30", 90);
    row("1h30", 90);
    row("1h 30m", 90);
    row("1 Std. 30 Min.", 90);
    row("2 hrs", 120);
    row("1:30", 90);
    row("0:05", 5);
    row("1.5h", 90);
    row("1,5 h", 90);
    row("0.25h", 15);
    row(".5h", 30);
    row("1d", 480);
    row("1 T 2 h", 600);
    row("1d 2h 3m", 603);
    row("10080", 10080);
    row("168:00", 10080);
    row("21d", 10080);
    row("", 0);
    row("0", 0);
    row("0h 0m", 0);
    row("-5", 0);
    row("+5", 0);
    row("10081", 0);
    row("168:01", 0);
    row("99999999999999999999", 0);
    row("1e3", 0);
    row("nan", 0);
    row("inf", 0);
    row("h", 0);
    row("1x", 0);
    row("1h x", 0);
    row("30 1h", 0);
    row("1m 1h", 0);
    row("1h 1h", 0);
    row("30 30", 0);
    row("1d 30", 0);
    row("1:60", 0);
    row("1:5:3", 0);
    row("1:", 0);
    row(":30", 0);
    row("1..5h", 0);
    row("1,5,5h", 0);
    row("٤٥", 0);
}

void WorkEntryTest::durationsAreRead()
{
    QFETCH(QString, text);
    QFETCH(int, minutes);
    QCOMPARE(workMinutesFromText(text).value_or(0), minutes);
}

void WorkEntryTest::whatWasRemovedDoesNotCount()
{
    WorkEntry kept;
    kept.minutes = 30;
    WorkEntry removed;
    removed.minutes = 7;
    removed.removedAt = 1;
    QCOMPARE(minutesOf({}), 0);
    QCOMPARE(minutesOf({kept, removed, kept}), 60);
}

QTEST_GUILESS_MAIN(WorkEntryTest)
#include "work_entry_test.moc"
