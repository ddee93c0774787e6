// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sla_history.h"

#include <QtTest>

#include <algorithm>

using namespace deskhand;
using namespace deskhand::test;

/// What another desk has judged, from which a ticket was imported.
class SlaJudgedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anotherDesksVerdictStays();
    void whatIsPromisedBehindAVerdictRuns();

private:
    static SlaTarget promise(SlaTargetKind kind, qint64 amount)
    {
        SlaTarget target = usualTarget(kind);
        target.otherwise = TimeAmount{TimeBasis::Business, amount};
        return target;
    }
    SlaPolicy policyWith(const QVector<SlaTarget> &targets)
    {
        SlaPolicy policy;
        policy.name = QStringLiteral("Policy");
        policy.targets = targets;
        policy.versionId = SlaPolicyVersionId{101};
        m_versions.add(policy);
        return policy;
    }
    Instant hour(qint64 h) const { return m_mon9 + h * hours; }
    QVector<SlaClock> replay(const SlaHistory &history) const { return replayClocks(history.events(), m_versions); }

    const Instant m_mon9 = localTime("2026-05-04 09:00");
    BusinessCalendar m_calendar;
    SlaVersions m_versions;
};

void SlaJudgedTest::initTestCase()
{
    m_calendar = defaultCalendar(QStringLiteral("Berlin"), "Europe/Berlin");
    m_calendar.versionId = CalendarVersionId{1};
    m_versions.add(m_calendar);
}

void SlaJudgedTest::anotherDesksVerdictStays()
{
    SlaHistory history(m_mon9);
    history.state(hour(2), solvedState);
    history.add(SlaEventKind::Judged, hour(3), qint64(SlaTargetKind::Resolution), 2);
    history.add(SlaEventKind::Judged, hour(3), qint64(SlaTargetKind::FirstResponse), 1);
    const QVector<SlaClock> clocks = replay(history);
    QCOMPARE(clocks.size(), 2);
    QCOMPARE(clocks[0].target, SlaTargetKind::FirstResponse);
    QCOMPARE(clocks[0].state, SlaState::Met);
    QCOMPARE(clocks[0].breachAt, Instant(0));
    QCOMPARE(clocks[1].target, SlaTargetKind::Resolution);
    QCOMPARE(clocks[1].cycle, 1);
    QCOMPARE(clocks[1].state, SlaState::Breached);
    QCOMPARE(clocks[1].startedAt, m_mon9);
    QCOMPARE(clocks[1].endedAt, hour(3));
    QCOMPARE(clocks[1].breachAt, hour(3));
    QCOMPARE(clocks[1].elapsed, 3 * hours);
    QVERIFY(!clocks[1].policy.isValid());
    QVERIFY(isJudgedElsewhere(clocks[1]));
    QCOMPARE(readClock(clocks[1], m_versions, hour(9)).state, SlaState::Breached);
    const SlaSummary summary = summarize(clocks, {{SlaTargetKind::Resolution, 1, 0, hour(3), 0}}, m_versions);
    QCOMPARE(summary.standing, SlaStanding::Missed);
    QCOMPARE(summary.nextAt, Instant(0));

    // Whoever judges anew does not know better what was promised there.
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::Resolution, 8 * hours)});
    SlaHistory promised = history;
    promised.goesBy(hour(4), policy, m_calendar);
    QCOMPARE(replay(promised), clocks);
    SlaHistory anew = history;
    anew.add(SlaEventKind::Recalculated, hour(5), policy.versionId.value, m_calendar.versionId.value);
    QCOMPARE(replay(anew), clocks);
}

void SlaJudgedTest::whatIsPromisedBehindAVerdictRuns()
{
    SlaTarget target = promise(SlaTargetKind::NextResponse, 2 * hours);
    const SlaPolicy policy = policyWith({target, promise(SlaTargetKind::Update, 4 * hours)});
    SlaHistory history(m_mon9);
    history.add(SlaEventKind::AgentReplied, hour(1), 4);
    history.add(SlaEventKind::Judged, hour(1), qint64(SlaTargetKind::NextResponse), 1);
    history.goesBy(hour(2), policy, m_calendar);
    history.add(SlaEventKind::CustomerSpoke, hour(3), 5);
    const QVector<SlaClock> clocks = replay(history);
    const auto isNext = [](const SlaClock &clock) { return clock.target == SlaTargetKind::NextResponse; };
    QCOMPARE(std::count_if(clocks.cbegin(), clocks.cend(), isNext), 2);
    const auto last = std::find_if(clocks.crbegin(), clocks.crend(), isNext);
    QCOMPARE(last->cycle, 2);
    QCOMPARE(last->state, SlaState::Running);
    QCOMPARE(last->startedAt, hour(3));
    QCOMPARE(last->policy, policy.versionId);
}

QTEST_GUILESS_MAIN(SlaJudgedTest)
#include "sla_judged_test.moc"
