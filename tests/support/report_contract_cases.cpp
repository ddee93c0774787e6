// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at by hand: who may ask, changes of the clocks, what is left out, what has not ended.
#include "support/report_contract.h"

#include "support/contract_world.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

constexpr qint64 hourMs = 60 * 60'000;
constexpr qint64 dayMs = 24 * hourMs;

} // namespace

/// What sums of days tell: whole days of the desk, split as they are.
Report ReportContract::randomCompliance()
{
    using D = ReportDimension;
    static const QVector<QVector<D>> splits{
        {},
        {D::Verdict},
        {D::Target},
        {D::QueueThen},
        {D::Target, D::Verdict},
        {D::Verdict, D::PriorityThen},
        {D::Policy, D::Verdict},
        {D::Priority, D::Verdict},
        {D::Queue, D::Target},
        {D::QueueThen, D::Queue},
        {D::Day},
        {D::Week, D::Verdict},
        {D::QueueThen, D::Day},
        {D::Quarter, D::Target},
    };
    Report report = randomReport();
    report.measure = ReportMeasure::SlaCompliance;
    report.statistic = statisticsOf(report.measure)[below(2)];
    report.picture = ReportPicture::Auto;
    report.by = splits[below(int(splits.size()))];
    report.zone.clear();
    if (report.period.span == ReportSpan::Between)
        report.period.span = ReportSpan::LastDays;
    if (below(2) == 0)
        report.tickets = {};
    return report;
}

void ReportContract::whatWasJustDoneIsCounted()
{
    Report report;
    QCOMPARE(ask(report).total.value.value_or(-1), qint64(0));
    const TicketId ticket = open(QStringLiteral("Now"), true);
    const ReportAnswer answer = ask(report);
    QCOMPARE(answer.total.value.value_or(-1), qint64(1));
    QCOMPARE(answer.notCounted, qint64(0));
    TicketQuery query;
    query.me = m_ada;
    query.now = m_now;
    query.counted = CountedTickets{report, {}, {}, 0, false};
    QCOMPARE(expected(await(desk().tickets(query))).ids, QVector<TicketId>{ticket});
}

void ReportContract::whoDoesNotLeadComparesNobody()
{
    Report report;
    report.by = {ReportDimension::Owner};
    for (const PersonId me : {m_ada, m_cleo})
        QVERIFY(await(desk().report({report, me, m_now})).has_value());
    const Result<ReportAnswer> denied = await(desk().report({report, m_ben, m_now}));
    QVERIFY(!denied);
    QCOMPARE(denied.error().code, ErrorCode::Denied);
}

void ReportContract::anHourAtTheChangeOfClocks()
{
    // Sunday, 29 March 2026: there is no hour from 2 to 3 in Berlin.
    const Instant midnight = QDateTime(QDate(2026, 3, 28), QTime(23, 0), Qt::UTC).toMSecsSinceEpoch();
    m_fixture->advanceClock(midnight - m_begin);
    for (int hour = 0; hour < 23; ++hour) {
        open(QStringLiteral("Hour"), true);
        m_fixture->advanceClock(hourMs);
    }
    m_now = midnight + 23 * hourMs;
    Report report;
    report.zone = QStringLiteral("Europe/Berlin");
    report.period = {ReportSpan::Between, 1, midnight, midnight + 23 * hourMs};
    report.by = {ReportDimension::Hour};
    const ReportAnswer answer = ask(report);
    QCOMPARE(answer.cells.size(), 24);
    for (int hour = 0; hour < 24; ++hour) {
        QCOMPARE(answer.cells[hour].value.value_or(-1), qint64(hour == 2 ? 0 : 1));
        QCOMPARE(answer.axes[0].entries[hour].exposure, hour == 2 ? 0 : hourMs);
    }
    report.by = {ReportDimension::Day};
    const ReportAnswer days = ask(report);
    QCOMPARE(days.cells.size(), 1);
    QCOMPARE(days.cells.first().value.value_or(-1), qint64(23));
}

void ReportContract::anHourThatComesTwice()
{
    // Sunday, 25 October 2026: Berlin has the hour from 2 to 3 twice, and the day 25 hours.
    const Instant midnight = QDateTime(QDate(2026, 10, 24), QTime(22, 0), Qt::UTC).toMSecsSinceEpoch();
    m_fixture->advanceClock(midnight - m_begin);
    for (int hour = 0; hour < 25; ++hour) {
        open(QStringLiteral("Hour"), true);
        m_fixture->advanceClock(hourMs);
    }
    m_now = midnight + 25 * hourMs;
    Report report;
    report.zone = QStringLiteral("Europe/Berlin");
    report.period = {ReportSpan::Between, 1, midnight, midnight + 25 * hourMs};
    report.by = {ReportDimension::Hour};
    const ReportAnswer answer = ask(report);
    QCOMPARE(answer.cells.size(), 24);
    for (int hour = 0; hour < 24; ++hour) {
        const int times = hour == 2 ? 2 : 1;
        QCOMPARE(answer.cells[hour].value.value_or(-1), qint64(times));
        QCOMPARE(answer.cells[hour].of, times * hourMs); // the exposure: a rate of one an hour
        QCOMPARE(answer.axes[0].entries[hour].exposure, times * hourMs);
        QCOMPARE(listed({report, {hour}, {}, 0, false}), qint64(times));
    }
    report.by = {ReportDimension::Weekday, ReportDimension::Hour};
    const ReportAnswer map = ask(report);
    QCOMPARE(map.cells.size(), 7 * 24);
    for (int weekday = 1; weekday <= 7; ++weekday) {
        for (int hour = 0; hour < 24; ++hour) {
            const int times = weekday < 7 ? 0 : hour == 2 ? 2 : 1;
            const ReportCell &cell = map.cells[(weekday - 1) * 24 + hour];
            QCOMPARE(cell.value.value_or(-1), qint64(times));
            QCOMPARE(cell.of, times * hourMs);
        }
    }
    report.by = {ReportDimension::Weekday};
    QCOMPARE(ask(report).cells.last().of, 25 * hourMs);
    // That Sunday is one day, and the days around it are whole ones.
    report.by = {ReportDimension::Day};
    report.period.from = midnight - dayMs;
    const ReportAnswer days = ask(report);
    QCOMPARE(days.cells.size(), 2);
    QCOMPARE(days.cells.first().value.value_or(-1), qint64(0));
    QCOMPARE(days.cells.last().value.value_or(-1), qint64(25));
}

void ReportContract::constantWorkIsEvenlySpread()
{
    // Thirty days from a Monday: five Mondays and Tuesdays, four of the others. One ticket every three hours.
    for (int i = 0; i < 30 * 8; ++i) {
        m_fixture->advanceClock(3 * hourMs);
        m_moved += 3 * hourMs;
        open(QStringLiteral("Again"), true);
    }
    m_now = m_begin + m_moved;
    Report report;
    report.zone = QStringLiteral("UTC");
    report.by = {ReportDimension::Weekday};
    report.period = {ReportSpan::Between, 1, m_begin + 15 * hourMs, m_begin + 15 * hourMs + 29 * dayMs};
    const ReportAnswer answer = ask(report);
    QCOMPARE(answer.cells.size(), 7);
    for (const ReportCell &cell : answer.cells) {
        QVERIFY(cell.of > 0);
        QCOMPARE(double(cell.value.value_or(0)) * dayMs / double(cell.of), 8.0);
    }
    QCOMPARE(answer.cells[0].value.value_or(0), qint64(32)); // the first Monday lies before the period
    report.by = {ReportDimension::Weekday, ReportDimension::Hour};
    const ReportAnswer map = ask(report);
    QCOMPARE(map.cells.size(), 7 * 24);
    for (qsizetype i = 0; i < map.cells.size(); ++i)
        QCOMPARE(double(map.cells[i].value.value_or(0)) * hourMs / double(map.cells[i].of),
                 i % 24 % 3 == 0 ? 1.0 : 0.0);
}

void ReportContract::othersAreTogether()
{
    for (int i = 0; i < 20; ++i)
        open(QStringLiteral("Ticket %1").arg(i), true);
    m_now = m_begin;
    Report report;
    report.by = {ReportDimension::Queue};
    report.limit = 1;
    const ReportAnswer answer = ask(report);
    QCOMPARE(answer.axes[0].entries.size(), 2);
    QVERIFY(answer.axes[0].others);
    QCOMPARE(answer.axes[0].entries[1].key, qint64(-1));
    QVERIFY(!answer.axes[0].entries[0].label.isEmpty());
    QCOMPARE(*answer.cells[0].value + *answer.cells[1].value, qint64(20));
    QCOMPARE(listed({report, {-1}, {answer.axes[0].entries[0].key}, 0, false}), *answer.cells[1].value);
}

/// What is left out of both dimensions are the tickets whose values are shown in neither.
void ReportContract::othersOfBothOpenTheirTickets()
{
    for (int i = 0; i < 40; ++i)
        open(QStringLiteral("Ticket %1").arg(i), true);
    m_now = m_begin;
    Report report;
    report.by = {ReportDimension::Queue, ReportDimension::Priority};
    report.limit = 1;
    const ReportAnswer answer = ask(report);
    QCOMPARE(answer.cells.size(), 4);
    QVERIFY(answer.axes[0].others && answer.axes[1].others);
    QVERIFY(*answer.cells[3].value > 0);
    qint64 all = 0;
    for (qsizetype i = 0; i < answer.cells.size(); ++i) {
        QCOMPARE(listed(countedOf(report, answer, i, false)), *answer.cells[i].value);
        all += *answer.cells[i].value;
    }
    QCOMPARE(all, qint64(40));
}

void ReportContract::whatHasNotEndedIsCensored()
{
    // Three tickets of one instant: solved after one hour, after three, and still open; and one that is opened two
    // hours later and stays.
    QVector<TicketId> tickets;
    for (int i = 0; i < 3; ++i)
        tickets.append(open(QStringLiteral("Ticket %1").arg(i), true));
    const auto solve = [this](TicketId ticket) {
        const TicketHead head = expected(await(desk().rows({ticket}, {}))).first().head;
        ChangeTicket change;
        change.ticket = ticket;
        change.baseVersion = head.version;
        change.changes = {FieldChange{TicketField::State, m_catalog->firstStateOf(StateType::Solved).value, {}, {}}};
        must(change, m_ada);
    };
    m_fixture->advanceClock(hourMs);
    solve(tickets[0]);
    m_fixture->advanceClock(hourMs);
    tickets.append(open(QStringLiteral("Later"), true));
    m_fixture->advanceClock(hourMs);
    solve(tickets[1]);
    m_fixture->advanceClock(hourMs);
    m_now = m_begin + 4 * hourMs;
    Report report;
    report.measure = ReportMeasure::Resolution;
    report.statistic = ReportStatistic::Median;
    report.picture = ReportPicture::Survival;
    report.period.span = ReportSpan::Today;
    const ReportAnswer answer = ask(report);
    const auto pointAt = [&answer](qint64 after) {
        for (const ReportSurvivalPoint &point : answer.survival) {
            if (point.after == after)
                return point;
        }
        return ReportSurvivalPoint{-1, -1, -1, -1};
    };
    // ∏ 1 − ended ÷ at risk: 3/4 after an hour, and the one censored at two hours is not at risk at three: 3/4 · 1/2.
    QCOMPARE(pointAt(0).share, qint64(100'000));
    QCOMPARE(pointAt(0).atRisk, qint64(4));
    QCOMPARE(pointAt(hourMs).share, qint64(75'000));
    QCOMPARE(pointAt(hourMs).atRisk, qint64(4));
    QCOMPARE(pointAt(2 * hourMs).share, qint64(75'000));
    QCOMPARE(pointAt(2 * hourMs).atRisk, qint64(3));
    QCOMPARE(pointAt(3 * hourMs).share, qint64(37'500));
    QCOMPARE(pointAt(3 * hourMs).atRisk, qint64(2));
    QCOMPARE(answer.survivalMedian.value_or(-1), 3 * hourMs);
    CountedTickets counted{report, {}, {}, 0, false};
    counted.survival = true;
    counted.lasting = 3 * hourMs;
    QCOMPARE(listed(counted), qint64(2));
}

void ReportContract::whatCannotBeAskedIsSaidByField()
{
    Report report;
    report.statistic = ReportStatistic::Median;
    const Result<ReportAnswer> wrong = await(desk().report({report, m_ada, m_now}));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::Invalid);
    QVERIFY(wrong.error().payload.contains(QStringLiteral("statistic")));
}

} // namespace deskhand::test
