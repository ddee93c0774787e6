// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/working_time.h"

#include "support/calendars.h"

#include <QtTest>

#include <limits>
#include <thread>

using namespace deskhand;
using namespace deskhand::test;

namespace {

Instant sharp(const char *text)
{
    return instantOf(text);
}

QString utc(std::optional<Instant> at)
{
    return at ? QDateTime::fromMSecsSinceEpoch(*at, Qt::UTC).toString(Qt::ISODateWithMs) : QStringLiteral("none");
}

QString utc(const char *text)
{
    return utc(std::optional(instantOf(text)));
}

Holiday yearlyRange(int month, int day, int untilMonth, int untilDay)
{
    Holiday holiday;
    holiday.kind = Holiday::Kind::YearlyRange;
    holiday.month = month;
    holiday.day = day;
    holiday.untilMonth = untilMonth;
    holiday.untilDay = untilDay;
    return holiday;
}

Holiday onDate(QDate date, const QString &name = {})
{
    Holiday holiday;
    holiday.from = date;
    holiday.name = name;
    return holiday;
}

BusinessCalendar nightOfSaturday(const QByteArray &zone)
{
    BusinessCalendar calendar;
    calendar.zone = zone;
    calendar.week[5] = {WorkingFrame{22 * 60, 30 * 60}};
    return calendar;
}

constexpr Instant earliest = std::numeric_limits<qint64>::min();
constexpr Instant latest = std::numeric_limits<qint64>::max();

} // namespace

class WorkingTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The reference vectors of the trade's pitfalls, computed with Python's zoneinfo.
    void dueOverTheBeginningOfSummerTime();
    void nightsHaveTheirTrueLength();
    void dueInTheHourThatIsSkippedAndRepeated();
    void pausesMoveTheDueInstant();
    void dueAtTheEndOfADayIsThatEnd();
    void holidaysOverNewYear();
    void halfHoursOfZones();

    void skippedAndRepeatedEdges();
    void aSkippedDayHasNoTime();
    void negativeSummerTimeAndRamadan();
    void rulesGoOnAfterTheTables();
    void holidaysTakeTheirLocalDays();
    void unconfirmedHolidaysCountAsWork();
    void workingDays_data();
    void workingDays();
    void workingDaysOfNightShifts();
    void pausesMoveWorkingDays();
    void ledgerSaysWhy();
    void ledgerIsTheSameForAnyOrderOfPauses();
    void daysForPreviews();
    void nothingWithinFiftyYears();
    void farInstantsGiveSaneAnswers();
    void calendarsThatWereNeverChecked();
    void manyThreadsAskOneCalendar();
};

void WorkingTimeTest::dueOverTheBeginningOfSummerTime() // V1
{
    const WorkingTime time(officeCalendar());
    QCOMPARE(utc(time.due(sharp("2026-03-27T16:30:00+01:00"), 4 * oneHour)), utc("2026-03-30T10:30:00Z"));
}

void WorkingTimeTest::nightsHaveTheirTrueLength() // V2
{
    const WorkingTime time(nightOfSaturday("Europe/Berlin"));
    QCOMPARE(time.elapsed(sharp("2026-03-28T12:00:00Z"), sharp("2026-03-29T12:00:00Z")), 7 * oneHour);
    QCOMPARE(time.elapsed(sharp("2026-10-24T12:00:00Z"), sharp("2026-10-25T12:00:00Z")), 9 * oneHour);
    QCOMPARE(time.elapsed(sharp("2026-06-06T12:00:00Z"), sharp("2026-06-07T12:00:00Z")), 8 * oneHour);
}

void WorkingTimeTest::dueInTheHourThatIsSkippedAndRepeated() // V3, V4
{
    const WorkingTime time(everyMinute("America/New_York"));
    QCOMPARE(utc(time.due(sharp("2026-03-08T01:30:00-05:00"), 2 * oneHour)), utc("2026-03-08T08:30:00Z"));
    QCOMPARE(utc(time.due(sharp("2026-11-01T00:30:00-04:00"), 2 * oneHour)), utc("2026-11-01T06:30:00Z"));
}

void WorkingTimeTest::pausesMoveTheDueInstant() // V5, V6, V12
{
    const WorkingTime time(officeCalendar());
    const Instant monday9 = sharp("2026-05-04T09:00:00+02:00");
    const TimeSpan overNight{sharp("2026-05-04T10:00:00+02:00"), sharp("2026-05-05T11:00:00+02:00")};
    QCOMPARE(utc(time.due(monday9, 4 * oneHour, {overNight})), utc("2026-05-05T14:00:00+02:00"));

    const TimeSpan closedHours{sharp("2026-05-04T18:00:00+02:00"), sharp("2026-05-05T08:00:00+02:00")};
    QCOMPARE(utc(time.due(sharp("2026-05-04T14:00:00+02:00"), 4 * oneHour, {closedHours})),
             utc("2026-05-05T10:00:00+02:00"));

    const Instant ten = sharp("2026-05-04T10:00:00+02:00");
    const QVector<TimeSpan> overlapping{{ten, ten + oneHour}, {ten, ten + oneHour / 2}};
    QCOMPARE(utc(time.due(monday9, 4 * oneHour, overlapping)), utc("2026-05-04T14:00:00+02:00"));
}

void WorkingTimeTest::dueAtTheEndOfADayIsThatEnd() // V7, V8
{
    const WorkingTime time(officeCalendar());
    QCOMPARE(utc(time.due(sharp("2026-05-04T09:00:00+02:00"), 8 * oneHour)), utc("2026-05-04T17:00:00+02:00"));
    QCOMPARE(utc(time.due(sharp("2026-05-04T17:00:00+02:00"), oneHour)), utc("2026-05-05T10:00:00+02:00"));
    QCOMPARE(utc(time.due(sharp("2026-05-04T17:00:00+02:00"), 0)), utc("2026-05-04T17:00:00+02:00"));
    QCOMPARE(utc(time.nextWorking(sharp("2026-05-04T17:00:00+02:00"))), utc("2026-05-05T09:00:00+02:00"));
    QCOMPARE(utc(time.nextWorking(sharp("2026-05-04T16:59:59+02:00"))), utc("2026-05-04T16:59:59+02:00"));
}

void WorkingTimeTest::holidaysOverNewYear() // V9
{
    BusinessCalendar calendar = officeCalendar();
    calendar.holidays = {yearlyRange(12, 24, 1, 2)};
    const WorkingTime time(calendar);
    QCOMPARE(utc(time.due(sharp("2026-12-23T16:00:00+01:00"), 4 * oneHour)), utc("2027-01-04T12:00:00+01:00"));
}

void WorkingTimeTest::halfHoursOfZones() // V10, V11
{
    const WorkingTime kolkata(weekCalendar("Asia/Kolkata", 9 * 60 + 30, 18 * 60));
    QCOMPARE(utc(kolkata.due(sharp("2026-05-01T17:45:00+05:30"), oneHour)), utc("2026-05-04T10:15:00+05:30"));

    const WorkingTime lordHowe(everyMinute("Australia/Lord_Howe"));
    QCOMPARE(lordHowe.elapsed(sharp("2026-10-04T00:00:00+10:30"), sharp("2026-10-05T00:00:00+11:00")),
             23 * oneHour + oneHour / 2);
    QCOMPARE(lordHowe.elapsed(sharp("2026-04-05T00:00:00+11:00"), sharp("2026-04-06T00:00:00+10:30")),
             24 * oneHour + oneHour / 2);
}

void WorkingTimeTest::skippedAndRepeatedEdges()
{
    BusinessCalendar calendar;
    calendar.zone = "Europe/Berlin";
    calendar.week[6] = {WorkingFrame{150, 240}}; // Sundays 02:30 to 04:00
    const WorkingTime half(calendar);
    // 02:30 does not exist: from 03:00 on. 02:30 is there twice: from the first on, and 03:00 to 04:00.
    QCOMPARE(half.elapsed(sharp("2026-03-28T23:00:00Z"), sharp("2026-03-29T22:00:00Z")), oneHour);
    QCOMPARE(half.elapsed(sharp("2026-10-24T22:00:00Z"), sharp("2026-10-25T23:00:00Z")), 5 * oneHour / 2);

    calendar.week[6] = {WorkingFrame{60, 150}}; // 01:00 to 02:30
    const WorkingTime before(calendar);
    QCOMPARE(before.elapsed(sharp("2026-03-28T23:00:00Z"), sharp("2026-03-29T22:00:00Z")), oneHour);
    QCOMPARE(before.elapsed(sharp("2026-10-24T22:00:00Z"), sharp("2026-10-25T23:00:00Z")), 5 * oneHour / 2);

    calendar.week[6] = {WorkingFrame{60, 150}, WorkingFrame{150, 240}};
    const WorkingTime both(calendar);
    // What both have is counted once.
    QCOMPARE(both.elapsed(sharp("2026-10-24T22:00:00Z"), sharp("2026-10-25T23:00:00Z")), 4 * oneHour);

    calendar.week[6] = {WorkingFrame{130, 160}}; // 02:10 to 02:40
    const WorkingTime within(calendar);
    QCOMPARE(within.elapsed(sharp("2026-03-28T23:00:00Z"), sharp("2026-03-29T22:00:00Z")), 0);
    QCOMPARE(within.elapsed(sharp("2026-10-24T22:00:00Z"), sharp("2026-10-25T23:00:00Z")), 3 * oneHour / 2);

    // Two hours at Troll.
    const WorkingTime troll(everyMinute("Antarctica/Troll"));
    QCOMPARE(troll.elapsed(sharp("2026-03-29T00:00:00Z"), sharp("2026-03-30T00:00:00+02:00")), 22 * oneHour);
}

void WorkingTimeTest::aSkippedDayHasNoTime()
{
    // 2011-12-30, a Friday, did not exist in Apia.
    const WorkingTime time(weekCalendar("Pacific/Apia", 9 * 60, 17 * 60));
    const Instant thursday = sharp("2011-12-29T16:00:00-10:00");
    QCOMPARE(utc(time.due(thursday, 2 * oneHour)), utc("2012-01-02T10:00:00+14:00"));
    QCOMPARE(utc(time.dueInDays(thursday, 1)), utc("2012-01-02T17:00:00+14:00"));
    QCOMPARE(WorkingTime(everyMinute("Pacific/Apia"))
                 .elapsed(sharp("2011-12-29T00:00:00-10:00"), sharp("2012-01-01T00:00:00+14:00")),
             48 * oneHour);
}

void WorkingTimeTest::negativeSummerTimeAndRamadan()
{
    BusinessCalendar dublin = nightOfSaturday("Europe/Dublin");
    const WorkingTime irish(dublin);
    QCOMPARE(irish.elapsed(sharp("2026-03-28T12:00:00Z"), sharp("2026-03-29T12:00:00Z")), 7 * oneHour);
    QCOMPARE(irish.elapsed(sharp("2026-10-24T12:00:00Z"), sharp("2026-10-25T12:00:00Z")), 9 * oneHour);

    // Morocco goes back by an hour for Ramadan: from 15 February to 22 March in 2026.
    const WorkingTime moroccan(weekCalendar("Africa/Casablanca", 9 * 60, 17 * 60));
    QCOMPARE(utc(moroccan.nextWorking(sharp("2026-02-13T20:00:00Z"))), utc("2026-02-16T09:00:00Z"));
    QCOMPARE(utc(moroccan.nextWorking(sharp("2026-03-20T20:00:00Z"))), utc("2026-03-23T08:00:00Z"));
    // Abolished in Brazil in 2019, in Iran in 2022.
    const WorkingTime brazilian(weekCalendar("America/Sao_Paulo", 9 * 60, 17 * 60));
    QCOMPARE(utc(brazilian.nextWorking(sharp("2018-12-03T00:00:00Z"))), utc("2018-12-03T11:00:00Z"));
    QCOMPARE(utc(brazilian.nextWorking(sharp("2019-12-02T00:00:00Z"))), utc("2019-12-02T12:00:00Z"));
    const WorkingTime iranian(weekCalendar("Asia/Tehran", 9 * 60, 17 * 60));
    QCOMPARE(utc(iranian.nextWorking(sharp("2022-07-04T00:00:00Z"))), utc("2022-07-04T04:30:00Z"));
    QCOMPARE(utc(iranian.nextWorking(sharp("2023-07-03T00:00:00Z"))), utc("2023-07-03T05:30:00Z"));
}

void WorkingTimeTest::rulesGoOnAfterTheTables()
{
    const WorkingTime time(nightOfSaturday("Europe/Berlin"));
    // The last Sundays of March and October.
    for (const int year : {2037, 2038, 2039, 2100, 2137, 2138, 2200, 2400, 9998}) {
        const auto lastSunday = [year](int month) {
            const QDate last = QDate(year, month, 31);
            return last.addDays(-(last.dayOfWeek() % 7));
        };
        const Instant spring = QDateTime(lastSunday(3), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
        const Instant autumn = QDateTime(lastSunday(10), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
        QCOMPARE(time.elapsed(spring - 24 * oneHour, spring), 7 * oneHour);
        QCOMPARE(time.elapsed(autumn - 24 * oneHour, autumn), 9 * oneHour);
        QCOMPARE(time.elapsed(spring + 144 * oneHour, spring + 168 * oneHour), 8 * oneHour);
    }
}

void WorkingTimeTest::holidaysTakeTheirLocalDays()
{
    // The holiday is on Sunday: the morning part of Saturday's shift does not count.
    BusinessCalendar calendar = nightOfSaturday("Europe/Berlin");
    calendar.holidays = {onDate({2026, 6, 7})};
    QCOMPARE(WorkingTime(calendar).elapsed(sharp("2026-06-06T12:00:00Z"), sharp("2026-06-07T12:00:00Z")), 2 * oneHour);
    // It is on Saturday: the morning part counts.
    calendar.holidays = {onDate({2026, 6, 6})};
    QCOMPARE(WorkingTime(calendar).elapsed(sharp("2026-06-06T12:00:00Z"), sharp("2026-06-07T12:00:00Z")), 6 * oneHour);

    // From noon on it is closed.
    BusinessCalendar office = officeCalendar();
    Holiday halfDay = onDate({2026, 12, 24});
    halfDay.closedFrom = 720;
    office.holidays = {halfDay};
    QCOMPARE(WorkingTime(office).elapsed(sharp("2026-12-24T00:00:00Z"), sharp("2026-12-25T00:00:00Z")), 3 * oneHour);
    QCOMPARE(utc(WorkingTime(office).dueInDays(sharp("2026-12-24T10:00:00+01:00"), 0)),
             utc("2026-12-24T12:00:00+01:00"));

    // A day of 23 hours, and one that begins at one o'clock, are closed as a whole.
    for (const auto &[zone, date] : {std::pair<QByteArray, QDate>{"Europe/Berlin", {2026, 3, 29}},
                                     std::pair<QByteArray, QDate>{"America/Sao_Paulo", {2018, 11, 4}},
                                     std::pair<QByteArray, QDate>{"America/Havana", {2026, 11, 1}}}) {
        BusinessCalendar always = everyMinute(zone);
        const Instant from = QDateTime(date.addDays(-2), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        const qint64 all = WorkingTime(always).elapsed(from, from + 120 * oneHour);
        always.holidays = {onDate(date)};
        const qint64 hours = zone == "America/Havana" ? 25 : 23;
        QCOMPARE(all - WorkingTime(always).elapsed(from, from + 120 * oneHour), hours * oneHour);
    }
}

void WorkingTimeTest::unconfirmedHolidaysCountAsWork()
{
    BusinessCalendar calendar = officeCalendar();
    calendar.holidays = {onDate({2026, 5, 4})};
    calendar.holidays[0].confirmed = false;
    QCOMPARE(WorkingTime(calendar).elapsed(sharp("2026-05-04T00:00:00Z"), sharp("2026-05-05T00:00:00Z")), 8 * oneHour);
}

void WorkingTimeTest::workingDays_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QByteArray>("due");
    QTest::newRow("the same day") << QByteArray("2026-05-04T09:30:00+02:00") << 0
                                  << QByteArray("2026-05-04T17:00:00+02:00");
    QTest::newRow("before opening") << QByteArray("2026-05-04T07:00:00+02:00") << 0
                                    << QByteArray("2026-05-04T17:00:00+02:00");
    QTest::newRow("at closing") << QByteArray("2026-05-04T17:00:00+02:00") << 0
                                << QByteArray("2026-05-05T17:00:00+02:00");
    QTest::newRow("the next day") << QByteArray("2026-05-04T16:59:59+02:00") << 1
                                  << QByteArray("2026-05-05T17:00:00+02:00");
    QTest::newRow("over the weekend") << QByteArray("2026-05-07T12:00:00+02:00") << 2
                                      << QByteArray("2026-05-11T17:00:00+02:00");
    QTest::newRow("from a Saturday") << QByteArray("2026-05-09T12:00:00+02:00") << 1
                                     << QByteArray("2026-05-12T17:00:00+02:00");
    QTest::newRow("over a holiday") << QByteArray("2026-05-13T12:00:00+02:00") << 1
                                    << QByteArray("2026-05-15T17:00:00+02:00");
    QTest::newRow("over New Year") << QByteArray("2026-12-30T12:00:00+01:00") << 3
                                   << QByteArray("2027-01-04T17:00:00+01:00");
    QTest::newRow("a year") << QByteArray("2026-05-04T12:00:00+02:00") << 260
                            << QByteArray("2027-05-04T17:00:00+02:00");
}

void WorkingTimeTest::workingDays()
{
    QFETCH(QByteArray, from);
    QFETCH(int, days);
    QFETCH(QByteArray, due);
    BusinessCalendar calendar = officeCalendar();
    calendar.holidays = {onDate({2026, 5, 14})};
    QCOMPARE(utc(WorkingTime(calendar).dueInDays(instantOf(from.constData()), days)), utc(due.constData()));
}

void WorkingTimeTest::workingDaysOfNightShifts()
{
    BusinessCalendar calendar;
    calendar.zone = "Europe/Berlin";
    for (QVector<WorkingFrame> &frames : calendar.week)
        frames = {WorkingFrame{22 * 60, 30 * 60}};
    const WorkingTime time(calendar);
    // Two o'clock on Tuesday is Monday's shift.
    QCOMPARE(utc(time.dueInDays(sharp("2026-05-05T02:00:00+02:00"), 0)), utc("2026-05-05T06:00:00+02:00"));
    QCOMPARE(utc(time.dueInDays(sharp("2026-05-05T06:00:00+02:00"), 0)), utc("2026-05-06T06:00:00+02:00"));
    QCOMPARE(utc(time.dueInDays(sharp("2026-05-05T02:00:00+02:00"), 1)), utc("2026-05-06T06:00:00+02:00"));
    QCOMPARE(utc(time.dueInDays(sharp("2027-01-01T02:00:00+01:00"), 0)), utc("2027-01-01T06:00:00+01:00"));
    QCOMPARE(utc(time.dueInDays(sharp("2026-05-05T02:00:00+02:00"), -1)), QStringLiteral("none"));
}

void WorkingTimeTest::pausesMoveWorkingDays()
{
    const WorkingTime time(officeCalendar());
    const Instant thursday = sharp("2026-05-07T12:00:00+02:00");
    // One hour of Friday is taken: due an hour after opening on the day after the due day.
    const TimeSpan hour{sharp("2026-05-08T10:00:00+02:00"), sharp("2026-05-08T11:00:00+02:00")};
    QCOMPARE(utc(time.dueInDays(thursday, 1, {hour})), utc("2026-05-11T10:00:00+02:00"));
    // A weekend of waiting is no working time and moves nothing.
    const TimeSpan weekend{sharp("2026-05-08T17:00:00+02:00"), sharp("2026-05-11T09:00:00+02:00")};
    QCOMPARE(utc(time.dueInDays(thursday, 2, {weekend})), utc("2026-05-11T17:00:00+02:00"));
    // A pause that touches the weekend is counted once.
    const TimeSpan over{sharp("2026-05-08T16:00:00+02:00"), sharp("2026-05-11T10:00:00+02:00")};
    QCOMPARE(utc(time.dueInDays(thursday, 2, {over})), utc("2026-05-12T11:00:00+02:00"));
}

void WorkingTimeTest::ledgerSaysWhy()
{
    BusinessCalendar calendar = officeCalendar();
    calendar.holidays = {onDate({2026, 5, 14}, QStringLiteral("Ascension"))};
    const WorkingTime time(calendar);
    const Instant from = sharp("2026-05-13T16:00:00+02:00");
    const Instant pauseFrom = sharp("2026-05-15T10:00:00+02:00");
    const Instant pauseTo = sharp("2026-05-15T19:00:00+02:00");
    const QVector<LedgerEntry> ledger =
        time.ledger(from, sharp("2026-05-15T20:00:00+02:00"), {{{pauseFrom, pauseTo}, LedgerReason::Paused, {}, 7}});
    const auto at = [](const char *text) { return instantOf(text); };
    const QVector<LedgerEntry> expected{
        {from, at("2026-05-13T17:00:00+02:00"), true, LedgerReason::Working, {}, 0},
        {at("2026-05-13T17:00:00+02:00"), at("2026-05-14T00:00:00+02:00"), false, LedgerReason::Closed, {}, 0},
        {at("2026-05-14T00:00:00+02:00"), at("2026-05-15T00:00:00+02:00"), false, LedgerReason::Holiday,
         QStringLiteral("Ascension"), 0},
        {at("2026-05-15T00:00:00+02:00"), at("2026-05-15T09:00:00+02:00"), false, LedgerReason::Closed, {}, 0},
        {at("2026-05-15T09:00:00+02:00"), pauseFrom, true, LedgerReason::Working, {}, 0},
        {pauseFrom, at("2026-05-15T17:00:00+02:00"), false, LedgerReason::Paused, {}, 7},
        {at("2026-05-15T17:00:00+02:00"), at("2026-05-15T20:00:00+02:00"), false, LedgerReason::Closed, {}, 0},
    };
    QCOMPARE(ledger, expected);
    QCOMPARE(countedTime(ledger), 2 * oneHour);
    QVERIFY(time.ledger(from, from).isEmpty());
}

void WorkingTimeTest::ledgerIsTheSameForAnyOrderOfPauses()
{
    const WorkingTime time(officeCalendar());
    const Instant nine = sharp("2026-05-04T09:00:00+02:00");
    QVector<Pause> pauses{
        {{nine + oneHour, nine + 3 * oneHour}, LedgerReason::Paused, QStringLiteral("customer"), 1},
        {{nine + 2 * oneHour, nine + 5 * oneHour}, LedgerReason::Paused, QStringLiteral("supplier"), 2},
        {{nine + 4 * oneHour, nine + 6 * oneHour}, LedgerReason::Solved, {}, 3},
    };
    const QVector<LedgerEntry> ledger = time.ledger(nine, nine + 8 * oneHour, pauses);
    QCOMPARE(ledger.size(), 5);
    QCOMPARE(ledger[1].to, nine + 3 * oneHour);
    QCOMPARE(ledger[2].stateId, 2);
    QCOMPARE(ledger[3].reason, LedgerReason::Solved);
    QCOMPARE(countedTime(ledger), 3 * oneHour);
    std::swap(pauses[0], pauses[2]);
    QCOMPARE(time.ledger(nine, nine + 8 * oneHour, pauses), ledger);
    std::swap(pauses[0], pauses[1]);
    QCOMPARE(time.ledger(nine, nine + 8 * oneHour, pauses), ledger);
}

void WorkingTimeTest::daysForPreviews()
{
    BusinessCalendar calendar = officeCalendar();
    calendar.week[4] = {WorkingFrame{22 * 60, 30 * 60}};
    calendar.holidays = {onDate({2026, 5, 9}, QStringLiteral("Fair")), onDate({2026, 5, 6})};
    const QVector<WorkingTime::Day> days = WorkingTime(calendar).days({2026, 5, 6}, 4);
    QCOMPARE(days.size(), 4);
    QVERIFY(days[0].isHoliday);
    QVERIFY(days[0].working.isEmpty());
    QVERIFY(days[0].holiday.isEmpty());
    QVERIFY(!days[1].isHoliday);
    QCOMPARE(days[1].working, QVector<TimeSpan>({{sharp("2026-05-07T07:00:00Z"), sharp("2026-05-07T15:00:00Z")}}));
    // Of Friday's night the fair takes what is after midnight.
    QCOMPARE(days[2].working, QVector<TimeSpan>({{sharp("2026-05-08T20:00:00Z"), sharp("2026-05-08T22:00:00Z")}}));
    QVERIFY(!days[2].isHoliday);
    QCOMPARE(days[3].date, QDate(2026, 5, 9));
    QCOMPARE(days[3].holiday, QStringLiteral("Fair"));
}

void WorkingTimeTest::nothingWithinFiftyYears()
{
    BusinessCalendar calendar = officeCalendar();
    calendar.holidays = {yearlyRange(1, 1, 12, 31)};
    const Instant from = sharp("2026-05-04T09:00:00Z");
    const WorkingTime never(calendar);
    QVERIFY(!never.due(from, 1));
    QVERIFY(!never.dueInDays(from, 0));
    QVERIFY(!never.nextWorking(from));
    QCOMPARE(never.elapsed(from, from + 1000 * 24 * oneHour), 0);

    const WorkingTime office(officeCalendar());
    QVERIFY(!office.due(from, 51 * 366 * 24 * oneHour));
    QVERIFY(!office.due(from, latest));
    QVERIFY(!office.dueInDays(from, std::numeric_limits<int>::max()));
    QVERIFY(!office.due(from, oneHour, {{from, latest}}));
    QVERIFY(office.due(from, oneHour, {{earliest, from}}));
    const std::optional<Instant> late = office.due(from, oneHour * 8 * 260 * 48);
    QVERIFY(late && *late > from + qint64{45} * 365 * 24 * oneHour);
}

void WorkingTimeTest::farInstantsGiveSaneAnswers()
{
    const WorkingTime time(officeCalendar());
    QCOMPARE(utc(time.due(0, 8 * oneHour)), utc("1970-01-01T16:00:00Z"));
    QCOMPARE(utc(time.due(sharp("2038-01-19T03:14:07Z"), oneHour)), utc("2038-01-19T09:00:00Z"));
    QCOMPARE(utc(time.due(sharp("2028-02-28T16:00:00+01:00"), 2 * oneHour)), utc("2028-02-29T10:00:00+01:00"));
    QCOMPARE(utc(time.due(sharp("9999-06-01T00:00:00Z"), oneHour)), utc("9999-06-01T08:00:00Z"));
    QVERIFY(!time.due(sharp("9999-12-31T23:00:00Z"), 8 * oneHour));
    QVERIFY(!time.due(latest, 1));
    QVERIFY(!time.due(earliest, 1));
    QVERIFY(!time.dueInDays(latest, 1));
    QVERIFY(!time.nextWorking(latest));
    QCOMPARE(time.elapsed(latest, earliest), 0);
    QCOMPARE(time.elapsed(latest - 5, latest), 0);
    const qint64 all = time.elapsed(sharp("9990-01-01T00:00:00Z"), latest);
    QVERIFY(all > 10 * 250 * 8 * oneHour && all < 10 * 262 * 8 * oneHour);
    const qint64 before = time.elapsed(earliest, sharp("0010-01-01T00:00:00Z"));
    QVERIFY(before > 9 * 250 * 8 * oneHour && before < 9 * 262 * 8 * oneHour);
    QCOMPARE(time.ledger(latest - 10, latest).size(), 1);
    QCOMPARE(time.ledger(earliest, earliest + 10).size(), 1);
}

void WorkingTimeTest::calendarsThatWereNeverChecked()
{
    BusinessCalendar calendar = officeCalendar();
    calendar.zone = "Europe/Nowhere";
    QVERIFY(!WorkingTime(calendar).due(sharp("2026-05-04T09:00:00Z"), 1));
    calendar = officeCalendar();
    calendar.week[0] = {
        {-5, 10}, {10, 5}, {0, 100000}, {std::numeric_limits<int>::max(), std::numeric_limits<int>::min()}};
    Holiday impossible = onDate(QDate());
    calendar.holidays = {impossible, yearlyRange(13, 45, -1, 0)};
    QCOMPARE(utc(WorkingTime(calendar).due(sharp("2026-05-04T09:00:00Z"), oneHour)), utc("2026-05-05T10:00:00+02:00"));
}

void WorkingTimeTest::manyThreadsAskOneCalendar()
{
    const WorkingTime time(officeCalendar());
    const Instant start = sharp("1995-01-02T09:00:00+01:00");
    std::array<qint64, 4> sums{};
    std::vector<std::thread> threads;
    for (qint64 &sum : sums) {
        threads.emplace_back([&time, &sum, start] {
            for (int i = 0; i < 1000; ++i)
                sum += time.due(start + i * qint64{13} * 24 * oneHour, 40 * oneHour).value_or(0) / 1000;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const qint64 sum : sums)
        QCOMPARE(sum, sums[0]);
}

QTEST_GUILESS_MAIN(WorkingTimeTest)
#include "working_time_test.moc"
