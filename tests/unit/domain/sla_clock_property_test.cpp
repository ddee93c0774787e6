// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nightly.h"
#include "support/sla_history.h"
#include "support/sla_oracle.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

using namespace deskhand;
using namespace deskhand::test;

/// Whatever happens to a ticket, its clocks are what somebody would say who had sat beside it.
class SlaClockPropertyTest : public QObject
{
    Q_OBJECT

    static constexpr int horizon = 50 * 96; ///< quarters of an hour
    static constexpr int lifetime = 10 * 96;
    const int m_rounds = randomRounds(10'000);

    QVector<BusinessCalendar> m_calendars;
    QVector<SlaPolicy> m_policies;
    SlaVersions m_versions;
    std::vector<SlaOracle> m_oracles; ///< of weeks in which clocks change, and of one with holidays

    void makeCalendars();
    void makePolicies();
    QVector<SlaEvent> randomLog(QRandomGenerator &random, const SlaOracle &oracle, bool withPolicies = true) const;
    SlaEvent randomEvent(QRandomGenerator &random, Instant at, bool withPolicies) const;
    SlaEvent policyEvent(QRandomGenerator &random, Instant at) const;
    void compare(SlaOracle &oracle, const QVector<SlaEvent> &events, SlaTargetKind kind);
    void compareCycle(SlaOracle &oracle, const SlaClock &clock, const SlaOracle::Cycle &lived, int until);

private Q_SLOTS:
    void initTestCase();
    void clocksAreAsLived();
    void ledgersSumUpToTheMillisecond();
    void whatIsKnownStaysKnown();
    void judgedAnewIsAsIfItHadAlwaysBeen();
    void promisedLaterRunsAsIfItHadAlwaysRun();
    void orderOfReplayDoesNotMatter();
    void renamingChangesNothing();
};

void SlaClockPropertyTest::makeCalendars()
{
    const auto calendar = [this](const char *zone, std::initializer_list<int> days, QVector<WorkingFrame> frames) {
        BusinessCalendar made;
        made.zone = zone;
        for (const int day : days)
            made.week[size_t(day)] = frames;
        made.versionId = CalendarVersionId{m_calendars.size() + 1};
        m_calendars.append(made);
    };
    calendar("Europe/Berlin", {0, 1, 2, 3, 4}, {{540, 720}, {780, 1020}});
    calendar("America/New_York", {0, 1, 2, 3, 4, 5, 6}, {{0, 1440}});
    calendar("Asia/Kolkata", {0, 1, 2, 3, 4}, {{570, 1080}});
    calendar("Australia/Lord_Howe", {0, 1, 2, 3, 5, 6}, {{480, 1320}});
    calendar("Europe/Berlin", {0, 1, 2, 3, 4, 5, 6}, {{1320, 1800}}); // nights
    for (const QDate date : {QDate(2026, 10, 22), QDate(2026, 12, 24), QDate(2026, 12, 25)}) {
        Holiday holiday;
        holiday.from = date;
        m_calendars[0].holidays.append(holiday);
        m_calendars[2].holidays.append(holiday);
    }
    for (const BusinessCalendar &one : m_calendars)
        m_versions.add(one);
}

void SlaClockPropertyTest::makePolicies()
{
    QRandomGenerator random(2026);
    constexpr int policies = 12;
    for (int i = 1; i <= policies; ++i) {
        SlaPolicy policy;
        policy.versionId = SlaPolicyVersionId{i};
        for (const SlaTargetKind kind : allSlaTargetKinds) {
            SlaTarget target = usualTarget(kind);
            const auto amount = [&random]() {
                const int basis = random.bounded(5);
                if (basis == 0)
                    return TimeAmount{TimeBasis::WorkingDays, random.bounded(3)};
                return TimeAmount{basis == 1 ? TimeBasis::Calendar : TimeBasis::Business,
                                  (1 + random.bounded(100)) * SlaOracle::tick};
            };
            for (int priority = 1; priority <= 3; ++priority)
                target.amounts.append({PriorityId{priority}, amount()});
            target.otherwise = amount();
            for (const StateId state : {newState, waitingState, supplierState, solvedState}) {
                if (random.bounded(3) == 0)
                    target.pausedIn.append(state);
            }
            if (kind == SlaTargetKind::Resolution || kind == SlaTargetKind::TimeInQueue) {
                target.reopen = ReopenRule(1 + random.bounded(3));
                target.atLeast = random.bounded(4) * SlaOracle::tick;
            }
            policy.targets.append(target);
        }
        m_policies.append(policy);
        m_versions.add(policy);
    }
    // What a resumed cycle has at least is asked of amounts only: of days the case tests know.
    for (SlaPolicy &policy : m_policies) {
        for (SlaTarget &target : policy.targets) {
            const auto isDays = [](const SlaPriorityAmount &one) {
                return one.amount->basis == TimeBasis::WorkingDays;
            };
            if (target.otherwise->basis == TimeBasis::WorkingDays
                || std::any_of(target.amounts.cbegin(), target.amounts.cend(), isDays))
                target.atLeast = 0;
        }
        m_versions.add(policy);
    }
}

void SlaClockPropertyTest::initTestCase()
{
    makeCalendars();
    makePolicies();
    for (const char *base : {"2026-03-23 00:00", "2026-10-19 00:00", "2026-03-02 00:00", "2026-12-17 00:00",
                             "2026-09-28 00:00", "2026-06-01 00:00"})
        m_oracles.emplace_back(localTime(base, "UTC"), horizon, m_calendars, m_policies);
}

SlaEvent SlaClockPropertyTest::policyEvent(QRandomGenerator &random, Instant at) const
{
    const SlaPolicy &policy = m_policies[random.bounded(m_policies.size())];
    // Days of work that go over midnight are for the tests of calendars.
    const BusinessCalendar &calendar = m_calendars[random.bounded(m_calendars.size() - 1)];
    return {SlaEventKind::Policy, at, policy.versionId.value, calendar.versionId.value};
}

SlaEvent SlaClockPropertyTest::randomEvent(QRandomGenerator &random, Instant at, bool withPolicies) const
{
    switch (random.bounded(withPolicies ? 11 : 10)) {
    case 0:
    case 1:
    case 2:
    case 3: {
        const StateId state{1 + random.bounded(random.bounded(4) == 0 ? 7 : 6)};
        return {SlaEventKind::State, at, state.value, qint64(typeOfState(state))};
    }
    case 4: return {SlaEventKind::CustomerSpoke, at, 1, 0};
    case 5: return {SlaEventKind::AgentReplied, at, 1, 0};
    case 6: return {random.bounded(2) == 0 ? SlaEventKind::AgentCalled : SlaEventKind::NoteWritten, at, 1, 0};
    case 7: return {SlaEventKind::Owner, at, random.bounded(3), 0};
    case 8: return {SlaEventKind::Queue, at, 1 + random.bounded(3), 0};
    case 9: return {SlaEventKind::Priority, at, 1 + random.bounded(4), 0};
    default: return policyEvent(random, at);
    }
}

QVector<SlaEvent> SlaClockPropertyTest::randomLog(QRandomGenerator &random, const SlaOracle &oracle,
                                                  bool withPolicies) const
{
    int at = random.bounded(3 * 96);
    SlaHistory history(oracle.instantOf(at), random.bounded(4) == 0 ? SenderRole::Agent : SenderRole::Customer,
                       1 + random.bounded(4));
    QVector<SlaEvent> events = history.events();
    if (random.bounded(3) == 0)
        events.append({SlaEventKind::Owner, oracle.instantOf(at), 1, 0});
    if (withPolicies)
        events.append(policyEvent(random, oracle.instantOf(at)));
    for (int left = 2 + random.bounded(14); left > 0; --left) {
        at += random.bounded(3) == 0 ? 0 : random.bounded(60);
        events.append(randomEvent(random, oracle.instantOf(at), withPolicies));
        if (events.last().kind == SlaEventKind::State && events.last().value == mergedState.value)
            break;
    }
    return events;
}

#define SAME(actual, expected)                                                                                         \
    QVERIFY2((actual) == (expected),                                                                                   \
             qPrintable(QStringLiteral(#actual " %1, lived %2").arg(qint64(actual)).arg(qint64(expected))))

void SlaClockPropertyTest::compareCycle(SlaOracle &oracle, const SlaClock &clock, const SlaOracle::Cycle &lived,
                                        int until)
{
    const Instant now = oracle.instantOf(until);
    SAME(clock.startedAt, oracle.instantOf(lived.from));
    SAME(clock.endedAt, lived.ended < 0 ? 0 : oracle.instantOf(lived.ended));
    const SlaReading reading = readClock(clock, m_versions, now);
    const bool isPaused = lived.ended < 0 && oracle.isPaused();
    const bool isMissed = lived.missed >= 0;
    const SlaState expected = lived.ended >= 0 ? lived.state
                              : isPaused       ? SlaState::Paused
                              : isMissed       ? SlaState::Breached
                                               : SlaState::Running;
    SAME(int(reading.state), int(expected));
    SAME(reading.elapsed, lived.elapsed * SlaOracle::tick);
    if (isMissed) {
        SAME(clock.breachAt, oracle.instantOf(lived.missed));
        SAME(int(clock.cause), int(lived.cause));
    }
    if (lived.ended < 0 && !isPaused) {
        const int due = oracle.dueOf(lived);
        if (due >= 0)
            SAME(clock.dueAt, oracle.instantOf(due));
    }
    const bool wasPromised = lived.from != lived.ended; // not over with its beginning
    if (wasPromised && clock.promised.basis != TimeBasis::WorkingDays)
        SAME(clock.promised.amount, lived.promised * SlaOracle::tick);
    SAME(countedTime(ledgerOf(clock, m_versions, now)), reading.elapsed);
}

void SlaClockPropertyTest::compare(SlaOracle &oracle, const QVector<SlaEvent> &events, SlaTargetKind kind)
{
    const int until = oracle.tickOf(events.last().at) + 50;
    QVector<SlaClock> clocks = replayClocks(events, m_versions);
    clocks.removeIf([kind](const SlaClock &clock) { return clock.target != kind; });
    const std::vector<SlaOracle::Cycle> lived = oracle.live(kind, events, until);
    SAME(clocks.size(), qsizetype(lived.size()));
    for (qsizetype i = 0; i < clocks.size() && !QTest::currentTestFailed(); ++i) {
        SAME(clocks[i].cycle, int(i) + 1);
        compareCycle(oracle, clocks[i], lived[size_t(i)], until);
    }
}

void SlaClockPropertyTest::clocksAreAsLived()
{
    QRandomGenerator random(5);
    for (int i = 0; i < m_rounds; ++i) {
        SlaOracle &oracle = m_oracles[size_t(i) % m_oracles.size()];
        const QVector<SlaEvent> events = randomLog(random, oracle);
        for (const SlaTargetKind kind : allSlaTargetKinds) {
            compare(oracle, events, kind);
            if (!QTest::currentTestFailed())
                continue;
            qWarning() << "the life of a" << slaTargetName(kind);
            for (const SlaEvent &event : events)
                qWarning() << int(event.kind) << oracle.tickOf(event.at) << event.value << event.other;
            return;
        }
    }
}

void SlaClockPropertyTest::ledgersSumUpToTheMillisecond()
{
    QRandomGenerator random(6);
    for (int i = 0; i < m_rounds; ++i) {
        const SlaOracle &oracle = m_oracles[size_t(i) % m_oracles.size()];
        QVector<SlaEvent> events = randomLog(random, oracle);
        // Off the quarters, in their order.
        qint64 shift = 0;
        for (SlaEvent &event : events) {
            event.at += shift;
            shift += random.bounded(3) == 0 ? 0 : random.bounded(1'000'000);
            if (event.kind == SlaEventKind::Policy)
                event.other = 1 + random.bounded(m_calendars.size());
        }
        for (const SlaClock &clock : replayClocks(events, m_versions)) {
            const Instant now = events.last().at + random.bounded(200'000'000);
            const QVector<LedgerEntry> ledger = ledgerOf(clock, m_versions, now);
            const SlaReading reading = readClock(clock, m_versions, now);
            if (clock.state != SlaState::Paused)
                QCOMPARE(countedTime(ledger), reading.elapsed);
            for (qsizetype j = 1; j < ledger.size(); ++j)
                QCOMPARE(ledger[j].from, ledger[j - 1].to);
            if (clock.state != SlaState::Running || clock.dueAt == 0 || clock.dueAt == clock.startedAt
                || clock.promised.basis == TimeBasis::WorkingDays)
                continue;
            QCOMPARE(countedTime(ledgerOf(clock, m_versions, clock.dueAt)), clock.promised.amount);
            // The smallest one.
            QCOMPARE(countedTime(ledgerOf(clock, m_versions, clock.dueAt - 1)), clock.promised.amount - 1);
        }
    }
}

void SlaClockPropertyTest::whatIsKnownStaysKnown()
{
    QRandomGenerator random(7);
    for (int i = 0; i < m_rounds / 10; ++i) {
        const QVector<SlaEvent> events = randomLog(random, m_oracles[size_t(i) % m_oracles.size()]);
        const QVector<SlaClock> all = replayClocks(events, m_versions);
        for (qsizetype length = 5; length < events.size(); ++length) {
            for (SlaClock known : replayClocks(events.mid(0, length), m_versions)) {
                if (known.hasEnded())
                    QVERIFY(all.contains(known));
            }
        }
    }
}

void SlaClockPropertyTest::judgedAnewIsAsIfItHadAlwaysBeen()
{
    QRandomGenerator random(8);
    for (int i = 0; i < m_rounds / 10; ++i) {
        const SlaOracle &oracle = m_oracles[size_t(i) % m_oracles.size()];
        QVector<SlaEvent> events = randomLog(random, oracle);
        SlaEvent anew = policyEvent(random, events.last().at);
        QVector<SlaEvent> always;
        for (const SlaEvent &event : events) {
            if (event.kind != SlaEventKind::Policy)
                always.append(event);
        }
        always.insert(0, {SlaEventKind::Policy, always.first().at, anew.value, anew.other});
        anew.kind = SlaEventKind::Recalculated;
        events.append(anew);
        QCOMPARE(replayClocks(events, m_versions), replayClocks(always, m_versions));
    }
}

void SlaClockPropertyTest::promisedLaterRunsAsIfItHadAlwaysRun()
{
    QRandomGenerator random(9);
    int compared = 0;
    for (int i = 0; i < m_rounds / 10; ++i) {
        const SlaOracle &oracle = m_oracles[size_t(i) % m_oracles.size()];
        const QVector<SlaEvent> events = randomLog(random, oracle, false);
        const SlaEvent policy = policyEvent(random, events.last().at);
        QVector<SlaEvent> late = events;
        late.append(policy);
        QVector<SlaEvent> always = events;
        always.insert(0, {SlaEventKind::Policy, events.first().at, policy.value, policy.other});
        const QVector<SlaClock> fromTheBeginning = replayClocks(always, m_versions);
        for (const SlaClock &clock : replayClocks(late, m_versions)) {
            if (clock.hasEnded())
                continue;
            const auto same =
                std::find_if(fromTheBeginning.cbegin(), fromTheBeginning.cend(),
                             [&clock](const SlaClock &one) { return one.target == clock.target && !one.hasEnded(); });
            QVERIFY(same != fromTheBeginning.cend());
            ++compared;
            QCOMPARE(clock.startedAt, same->startedAt);
            QCOMPARE(clock.pauses, same->pauses);
            QCOMPARE(clock.dueAt, same->dueAt);
            QCOMPARE(clock.left, same->left);
            QVERIFY(clock.breachAt == same->breachAt || clock.breachAt == policy.at);
        }
    }
    QVERIFY(compared > m_rounds / 10);
}

void SlaClockPropertyTest::orderOfReplayDoesNotMatter()
{
    QRandomGenerator random(10);
    QVector<QVector<SlaEvent>> logs;
    QVector<QVector<SlaClock>> forwards;
    for (int i = 0; i < 200; ++i) {
        logs.append(randomLog(random, m_oracles[size_t(i) % m_oracles.size()]));
        forwards.append(replayClocks(logs.last(), m_versions));
    }
    // Other calendars, in which nothing has been looked up yet, in other orders.
    SlaVersions fresh;
    for (const SlaPolicy &policy : m_policies)
        fresh.add(policy);
    for (const BusinessCalendar &calendar : m_calendars)
        fresh.add(calendar);
    for (qsizetype i = logs.size() - 1; i >= 0; --i)
        QCOMPARE(replayClocks(logs[i], fresh), forwards[i]);
}

void SlaClockPropertyTest::renamingChangesNothing()
{
    // A desk's words are nowhere in what a clock is made of: the same events under other names of policy, calendar and
    // levels give the same clocks.
    SlaVersions renamed;
    for (SlaPolicy policy : m_policies) {
        policy.name = QStringLiteral("Renamed");
        renamed.add(policy);
    }
    for (BusinessCalendar calendar : m_calendars) {
        calendar.name = QStringLiteral("Renamed");
        renamed.add(calendar);
    }
    QRandomGenerator random(11);
    for (int i = 0; i < 500; ++i) {
        const QVector<SlaEvent> events = randomLog(random, m_oracles[size_t(i) % m_oracles.size()]);
        QCOMPARE(replayClocks(events, renamed), replayClocks(events, m_versions));
    }
}

QTEST_GUILESS_MAIN(SlaClockPropertyTest)
#include "sla_clock_property_test.moc"
