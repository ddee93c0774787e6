// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/working_time.h"

#include "support/slow_working_time.h"

#include <QRandomGenerator>
#include <QTimeZone>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr qint64 oneMinute = 60'000;
constexpr qint64 oneDay = 24 * 60 * oneMinute;
constexpr int windowDays = 45;
constexpr int allCases = 100'000;

QVector<QByteArray> ianaZones()
{
    QVector<QByteArray> zones;
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        if (!zone.startsWith("UTC+") && !zone.startsWith("UTC-"))
            zones.append(zone);
    }
    return zones;
}

/// Half of the windows have a change of the clocks in their middle, where the zone has one at all.
QDate windowFor(const QTimeZone &zone, QRandomGenerator *random)
{
    const QDate any = QDate(2000, 1, 1).addDays(random->bounded(41 * 365 - windowDays));
    if (random->bounded(2) == 0)
        return any;
    const QTimeZone::OffsetData change = zone.nextTransition(QDateTime(any, QTime(0, 0), Qt::UTC));
    const QDate date = change.atUtc.date();
    return date.isValid() && date.year() <= 2040 ? date.addDays(-windowDays / 2) : any;
}

BusinessCalendar randomCalendar(const QByteArray &zone, QDate window, QRandomGenerator *random)
{
    BusinessCalendar calendar;
    calendar.zone = zone;
    const bool always = random->bounded(10) == 0;
    for (QVector<WorkingFrame> &frames : calendar.week) {
        const int count = always ? 0 : random->bounded(4);
        if (always)
            frames.append(WorkingFrame{0, 1440});
        for (int i = 0; i < count; ++i) {
            // Often near midnight and two o'clock, where clocks are changed.
            const int start = random->bounded(2) == 0 ? random->bounded(1440) : random->bounded(13) * 15;
            frames.append(WorkingFrame{start, start + 1 + random->bounded(random->bounded(2) == 0 ? 180 : 1440)});
        }
    }
    calendar.week[size_t(random->bounded(7))].append(WorkingFrame{540, 1020});
    const int holidays = random->bounded(3);
    for (int i = 0; i < holidays; ++i) {
        Holiday holiday;
        holiday.from = window.addDays(windowDays / 2 - 3 + random->bounded(7));
        holiday.name = QString::number(i);
        if (random->bounded(2) == 0) {
            holiday.closedFrom = random->bounded(1440);
            holiday.closedTo = holiday.closedFrom + 1 + random->bounded(1440 - holiday.closedFrom);
        }
        calendar.holidays.append(holiday);
    }
    return calendar;
}

/// To the second mostly, sometimes to the millisecond, sometimes at the edge of a working interval.
Instant randomInstant(const SlowWorkingTime &slow, QRandomGenerator *random)
{
    if (random->bounded(3) == 0 && !slow.spans().isEmpty()) {
        const TimeSpan &span = slow.spans()[random->bounded(slow.spans().size())];
        return random->bounded(2) == 0 ? span.from : span.to;
    }
    const qint64 length = slow.window().to - slow.window().from;
    const qint64 any = slow.window().from + random->bounded(length);
    return random->bounded(4) == 0 ? any : any / 1000 * 1000;
}

QVector<TimeSpan> randomPauses(const SlowWorkingTime &slow, QRandomGenerator *random)
{
    QVector<TimeSpan> pauses;
    const int count = random->bounded(5);
    for (int i = 0; i < count; ++i) {
        const Instant from = randomInstant(slow, random);
        pauses.append({from, from + random->bounded(random->bounded(2) == 0 ? 4 * 60 * oneMinute : 4 * oneDay)});
    }
    return pauses;
}

QVector<Pause> asCauses(const QVector<TimeSpan> &pauses)
{
    QVector<Pause> causes;
    for (const TimeSpan &span : pauses)
        causes.append({span, LedgerReason::Paused, {}, 1 + causes.size() % 2});
    return causes;
}

QByteArray described(const SlowWorkingTime &slow, const std::array<Instant, 3> &at, const QVector<TimeSpan> &pauses)
{
    QByteArray text = slow.calendar().zone;
    for (const Instant instant : at)
        text += ' ' + QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    return text + " with " + QByteArray::number(pauses.size()) + " pauses";
}

} // namespace

/// What must hold for any calendar, checked in all zones against a calculation that walks through days and instants.
class WorkingTimeZonesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithWalkingThroughDays();

private:
    void checkWindow(const SlowWorkingTime &slow, int cases, QRandomGenerator *random);
    void checkSums(const SlowWorkingTime &slow, const std::array<Instant, 3> &at, const QVector<TimeSpan> &pauses);
    void checkDue(const SlowWorkingTime &slow, Instant from, const QVector<TimeSpan> &pauses, QRandomGenerator *random);
    void checkLedger(const SlowWorkingTime &slow, Instant from, Instant to, const QVector<TimeSpan> &pauses);
    void checkPauses(const SlowWorkingTime &slow, Instant from, Instant to, QVector<TimeSpan> pauses,
                     QRandomGenerator *random);

    std::unique_ptr<WorkingTime> m_time;
};

void WorkingTimeZonesTest::checkSums(const SlowWorkingTime &slow, const std::array<Instant, 3> &at,
                                     const QVector<TimeSpan> &pauses)
{
    const auto &[a, b, c] = at;
    QCOMPARE(m_time->elapsed(a, b, pauses), slow.elapsed(a, b, pauses));
    QCOMPARE(m_time->elapsed(a, b, pauses) + m_time->elapsed(b, c, pauses), m_time->elapsed(a, c, pauses));
    QCOMPARE(m_time->elapsed(c, a, pauses), c == a ? m_time->elapsed(a, c, pauses) : 0);
}

void WorkingTimeZonesTest::checkDue(const SlowWorkingTime &slow, Instant from, const QVector<TimeSpan> &pauses,
                                    QRandomGenerator *random)
{
    const qint64 all = slow.elapsed(from, slow.window().to, pauses);
    if (all == 0)
        return;
    const qint64 amount = 1 + random->bounded(random->bounded(2) == 0 ? all : std::min(all, 8 * 60 * oneMinute));
    const std::optional<Instant> due = m_time->due(from, amount, pauses);
    QVERIFY(due);
    QCOMPARE(*due, slow.due(from, amount, pauses));
    QCOMPARE(m_time->elapsed(from, *due, pauses), amount);
    QCOMPARE(m_time->elapsed(from, *due - 1, pauses), amount - 1);
}

void WorkingTimeZonesTest::checkLedger(const SlowWorkingTime &slow, Instant from, Instant to,
                                       const QVector<TimeSpan> &pauses)
{
    const QVector<LedgerEntry> ledger = m_time->ledger(from, to, asCauses(pauses));
    QCOMPARE(countedTime(ledger), m_time->elapsed(from, to, pauses));
    Instant at = from;
    for (const LedgerEntry &entry : ledger) {
        QCOMPARE(entry.from, at);
        QVERIFY(entry.from < entry.to);
        const bool works = slow.works(entry.from) && slow.works(entry.to - 1);
        const bool expected = entry.reason == LedgerReason::Working || entry.reason == LedgerReason::Paused;
        QCOMPARE(works, expected);
        QCOMPARE(entry.counted, entry.reason == LedgerReason::Working);
        at = entry.to;
    }
    QCOMPARE(at, std::max(from, to));
}

void WorkingTimeZonesTest::checkPauses(const SlowWorkingTime &slow, Instant from, Instant to, QVector<TimeSpan> pauses,
                                       QRandomGenerator *random)
{
    const qint64 elapsed = m_time->elapsed(from, to, pauses);
    std::reverse(pauses.begin(), pauses.end());
    QCOMPARE(m_time->elapsed(from, to, pauses), elapsed);
    if (!pauses.isEmpty()) { // what is paused twice is paused once
        const TimeSpan span = pauses.last();
        pauses.append({span.from, span.from + (span.to - span.from) / 2});
        QCOMPARE(m_time->elapsed(from, to, pauses), elapsed);
    }
    if (slow.spans().size() > 1) { // nothing counts between two working intervals, paused or not
        const qsizetype gap = random->bounded(slow.spans().size() - 1);
        pauses.append({slow.spans()[gap].to, slow.spans()[gap + 1].from});
        QCOMPARE(m_time->elapsed(from, to, pauses), elapsed);
    }
}

void WorkingTimeZonesTest::checkWindow(const SlowWorkingTime &slow, int cases, QRandomGenerator *random)
{
    QCOMPARE(m_time->workingSpans(slow.window().from, slow.window().to), slow.spans());
    for (int i = 0; i < cases; ++i) {
        std::array<Instant, 3> at{randomInstant(slow, random), randomInstant(slow, random),
                                  randomInstant(slow, random)};
        std::sort(at.begin(), at.end());
        const QVector<TimeSpan> pauses = randomPauses(slow, random);
        checkSums(slow, at, pauses);
        checkDue(slow, at[0], pauses, random);
        checkPauses(slow, at[0], at[1], pauses, random);
        if (i % 8 == 0)
            checkLedger(slow, at[0], at[2], pauses);
        if (QTest::currentTestFailed()) {
            qWarning("%s", described(slow, at, pauses).constData());
            return;
        }
    }
}

void WorkingTimeZonesTest::agreesWithWalkingThroughDays()
{
    const QVector<QByteArray> zones = ianaZones();
    QVERIFY(zones.size() > 300);
    const auto seed = quint32(qEnvironmentVariableIntValue("DESKHAND_SEED"));
    QRandomGenerator random(seed == 0 ? 20261121 : seed);
    const int cases = allCases / int(zones.size()) + 1;
    for (const QByteArray &id : zones) {
        const QTimeZone zone(id);
        const QDate window = windowFor(zone, &random);
        const BusinessCalendar calendar = randomCalendar(id, window, &random);
        const SlowWorkingTime slow(calendar, window, windowDays);
        m_time = std::make_unique<WorkingTime>(calendar);
        checkWindow(slow, cases, &random);
        if (QTest::currentTestFailed()) {
            qWarning("%s from %s", id.constData(), qPrintable(window.toString(Qt::ISODate)));
            return;
        }
    }
}

QTEST_GUILESS_MAIN(WorkingTimeZonesTest)
#include "working_time_zones_test.moc"
