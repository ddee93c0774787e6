// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_calendar.h"
#include "demo/demo_timeline.h"

#include <QDateTime>
#include <QTimeZone>
#include <QtTest>

using namespace deskhand;

class DemoCalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAgreeWithQt()
    {
        for (qint64 day = -40'000; day < 60'000; day += 17) {
            const QDate expected = QDate(1970, 1, 1).addDays(day);
            const DemoDate date = demoDate(day);
            QCOMPARE(QDate(date.year, date.month, date.day), expected);
            QCOMPARE(demoDay(date), day);
        }
    }

    void clockAgreesWithQt()
    {
        const QTimeZone zone("Europe/London");
        if (!zone.isValid())
            QSKIP("this machine has no zone tables to compare with");
        for (Instant at = 1'700'000'000'000; at < 1'860'000'000'000; at += 1'234 * demoMinute) {
            const QDateTime expected = QDateTime::fromMSecsSinceEpoch(at, zone);
            const DemoLocal local = demoLocal(at);
            QCOMPARE(local.day, QDate(1970, 1, 1).daysTo(expected.date()));
            QCOMPARE(local.minute, expected.time().msecsSinceStartOfDay() / 60'000);
            QCOMPARE(local.weekday, expected.date().dayOfWeek() - 1);
            QCOMPARE(demoInstant(local.day, local.minute) / demoMinute, at / demoMinute);
        }
    }

    void holidays()
    {
        const auto day = [](int year, int month, int date) { return demoDay({year, month, date}); };
        QVERIFY(isDemoHoliday(day(2026, 4, 3)) && isDemoHoliday(day(2026, 4, 6))); // Easter
        QVERIFY(isDemoHoliday(day(2025, 4, 18)) && isDemoHoliday(day(2025, 4, 21)));
        QVERIFY(isDemoHoliday(day(2026, 12, 25)) && isDemoHoliday(day(2026, 1, 1)));
        QVERIFY(!isDemoHoliday(day(2026, 3, 3)));
        QVERIFY(isDemoWorkday(day(2026, 11, 20)));
        QVERIFY(!isDemoWorkday(day(2026, 11, 21)));
        QCOMPARE(demoWorkdayBefore(day(2026, 11, 22), 0), day(2026, 11, 20));
        QCOMPARE(demoWorkdayBefore(day(2026, 11, 23), 2), day(2026, 11, 19));
        QCOMPARE(demoWorkdayAfter(day(2026, 12, 24)), day(2027, 1, 4));
    }

    void timelineRises()
    {
        const DemoTimeline timeline(3, 1'795'188'600'000);
        constexpr qint64 count = 20'000;
        Instant before = 0;
        for (qint64 i = 0; i < count; ++i) {
            const Instant at = timeline.at(i, count, quint32(i * 7919 % 65536));
            QVERIFY(at >= before && at >= timeline.begin() && at < timeline.end());
            before = at;
        }
        QCOMPARE(timeline.burstCount(), 6);
        // A million tickets do not overflow.
        QVERIFY(timeline.at(7'999'999, 8'000'000, 65'535) < timeline.end());
        QVERIFY(timeline.at(7'999'999, 8'000'000, 0) > timeline.end() - demoWholeDay);
    }

    void randomNumbersAreTheSameEverywhere()
    {
        DemoRandom random(42, 7);
        QCOMPARE(random.next(), DemoRandom(42, 7).next());
        QVERIFY(DemoRandom(42, 8).next() != DemoRandom(42, 7).next());
        DemoRandom other(1);
        int low = 0;
        for (int i = 0; i < 10'000; ++i) {
            QVERIFY(other.below(10) < 10);
            const qint64 between = other.between(-3, 3);
            QVERIFY(between >= -3 && between <= 3);
            low += other.skewedBelow(100) < 25 ? 1 : 0;
        }
        QVERIFY(low > 4500 && low < 6500);
        const QUuid uuid = other.uuid();
        QCOMPARE(uuid.version(), QUuid::Random);
        QCOMPARE(uuid.variant(), QUuid::DCE);
    }
};

QTEST_APPLESS_MAIN(DemoCalendarTest)
#include "demo_calendar_test.moc"
