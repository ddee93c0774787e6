// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sla_history.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// What starts, pauses, fulfils and resets a clock, and what becomes of it when the ticket, its priority or its policy
/// changes: one case for each question that desks disagree about.
class SlaClockTest : public QObject
{
    Q_OBJECT

    // A Monday to Friday week in Berlin, 09:00 to 17:00.
    const Instant m_mon9 = localTime("2026-05-04 09:00");
    BusinessCalendar m_calendar;
    SlaVersions m_versions;

    static SlaTarget promise(SlaTargetKind kind, qint64 amount, TimeBasis basis = TimeBasis::Business)
    {
        SlaTarget target = usualTarget(kind);
        target.otherwise = TimeAmount{basis, amount};
        return target;
    }
    SlaPolicy policyWith(const QVector<SlaTarget> &targets, const QVector<SlaLevel> &levels = {})
    {
        SlaPolicy policy;
        policy.name = QStringLiteral("Policy");
        policy.targets = targets;
        policy.levels = levels;
        policy.versionId = SlaPolicyVersionId{++m_lastVersion};
        m_versions.add(policy);
        return policy;
    }
    Instant hour(double h) const { return m_mon9 + qint64(h * double(hours)); }
    QVector<SlaClock> replay(const SlaHistory &history) const { return replayClocks(history.events(), m_versions); }
    SlaHistory openedBy(const SlaPolicy &policy, SenderRole by = SenderRole::Customer, qint64 priority = 3)
    {
        SlaHistory history(m_mon9, by, priority);
        history.goesBy(m_mon9, policy, m_calendar);
        return history;
    }

    qint64 m_lastVersion = 100;

private Q_SLOTS:
    void initTestCase();
    void firstResponseRunsFromTheOpening();
    void aPhoneTicketIsAnsweredWhenItIsOpened();
    void aNoteIsNoResponse();
    void whatIsFulfilledAtItsDueInstantIsTooLate();
    void theOldestUnansweredMessageCounts();
    void nextResponseBeginsAfterTheFirst();
    void updatesAreDueAgainAndAgain();
    void pausesAreReadFromStates();
    void twoPausesInOneMinuteBothCount();
    void aFirstResponseIsNotPaused();
    void aCycleThatBeginsInAPausingStateIsPaused();
    void reopeningResumes();
    void reopeningResumesWithAtLeast();
    void reopeningRestartsOrNever();
    void aMessageThatReopensStartsTheNextResponse();
    void movingDoesNotRestartTheFirstResponse();
    void owningAndQueues();
    void aPriorityIsRetroactive();
    void aBreachByAChangeIsDatedAtTheChange();
    void whatWasMissedStaysMissedUnlessDueLater();
    void verdictsAreReversedOnlyByJudgingAnew();
    void whatIsNoLongerPromisedIsCancelledAndComesBack();
    void whatIsPromisedLaterRunsFromTheBeginning();
    void whatWasOverBeforeItWasPromisedHasNoVerdict();
    void mergingTakesTheOlderMessage();
    void mergedAndClosedTicketsEndTheirClocks();
    void whatWasTakenBackNeverHappened();
    void workingDaysAndCalendarTime();
    void levelsAreDatedAndOrdered();
    void levelsAreNotDatedBeforeTheChange();
    void levelsOfWhatHasEndedOrIsPaused();
    void summaries();
    void ledgersSayWhy();
    void aStateIsItsIdOnly();
};

void SlaClockTest::initTestCase()
{
    m_calendar = defaultCalendar(QStringLiteral("Berlin"), "Europe/Berlin");
    m_calendar.versionId = CalendarVersionId{1};
    m_versions.add(m_calendar);
}

void SlaClockTest::firstResponseRunsFromTheOpening()
{
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::FirstResponse, 4 * hours)});
    SlaHistory history = openedBy(policy);
    const SlaClock running = replay(history).first();
    QCOMPARE(running.state, SlaState::Running);
    QCOMPARE(running.startedAt, m_mon9);
    QCOMPARE(running.dueAt, hour(4));
    QCOMPARE(running.breachAt, hour(4));
    QCOMPARE(readClock(running, m_versions, hour(1)).left, 3 * hours);
    QCOMPARE(readClock(running, m_versions, hour(1)).elapsed, 1 * hours);
    QCOMPARE(readClock(running, m_versions, hour(3.999)).state, SlaState::Running);
    QCOMPARE(readClock(running, m_versions, hour(4)).state, SlaState::Breached);
    QCOMPARE(readClock(running, m_versions, hour(6)).left, -2 * hours);
    QCOMPARE(readClock(running, m_versions, hour(6)).elapsed, 6 * hours);

    history.add(SlaEventKind::AgentReplied, hour(3), 7);
    const SlaClock met = replay(history).first();
    QCOMPARE(met.state, SlaState::Met);
    QCOMPARE(met.endedAt, hour(3));
    QCOMPARE(met.elapsed, 3 * hours);
    QCOMPARE(met.left, 1 * hours);
    QCOMPARE(met.dueAt, hour(4));
}

void SlaClockTest::aPhoneTicketIsAnsweredWhenItIsOpened()
{
    const SlaPolicy policy =
        policyWith({promise(SlaTargetKind::FirstResponse, 1 * hours), promise(SlaTargetKind::NextResponse, 1 * hours)});
    SlaHistory history = openedBy(policy, SenderRole::Agent);
    // What the caller said is noted as theirs.
    history.add(SlaEventKind::CustomerSpoke, m_mon9, 1);
    QVector<SlaClock> clocks = replay(history);
    QCOMPARE(clocks.size(), 1);
    QCOMPARE(clocks.first().state, SlaState::Met);
    QCOMPARE(clocks.first().endedAt, m_mon9);

    history.add(SlaEventKind::CustomerSpoke, hour(2), 2);
    clocks = replay(history);
    QCOMPARE(clocks.size(), 2);
    QCOMPARE(clocks.last().target, SlaTargetKind::NextResponse);
    QCOMPARE(clocks.last().dueAt, hour(3));
}

void SlaClockTest::aNoteIsNoResponse()
{
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::FirstResponse, 4 * hours)});
    SlaHistory history = openedBy(policy);
    history.add(SlaEventKind::NoteWritten, hour(1), 7).add(SlaEventKind::AgentCalled, hour(2), 8);
    QCOMPARE(replay(history).first().endedAt, hour(2));
}

void SlaClockTest::whatIsFulfilledAtItsDueInstantIsTooLate()
{
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::FirstResponse, 8 * hours)});
    SlaHistory atDue = openedBy(policy);
    atDue.add(SlaEventKind::AgentReplied, hour(8), 7);
    QCOMPARE(replay(atDue).first().state, SlaState::Breached);
    // Due at the end of the day, answered in the evening: no time has counted since, and yet.
    SlaHistory evening = openedBy(policy);
    evening.add(SlaEventKind::AgentReplied, hour(10), 7);
    const SlaClock missed = replay(evening).first();
    QCOMPARE(missed.state, SlaState::Breached);
    QCOMPARE(missed.breachAt, hour(8));
    QCOMPARE(missed.left, 0);
    SlaHistory before = openedBy(policy);
    before.add(SlaEventKind::AgentReplied, hour(8) - 1, 7);
    QCOMPARE(replay(before).first().state, SlaState::Met);
    QCOMPARE(replay(before).first().left, 1);
}

void SlaClockTest::theOldestUnansweredMessageCounts()
{
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::NextResponse, 2 * hours)});
    SlaHistory history = openedBy(policy);
    history.add(SlaEventKind::AgentReplied, hour(1), 2)
        .add(SlaEventKind::CustomerSpoke, hour(2), 3)
        .add(SlaEventKind::CustomerSpoke, hour(3), 4);
    QCOMPARE(replay(history).first().dueAt, hour(4));
    history.add(SlaEventKind::AgentReplied, hour(3.5), 5).add(SlaEventKind::CustomerSpoke, hour(5), 6);
    const QVector<SlaClock> clocks = replay(history);
    QCOMPARE(clocks.size(), 2);
    QCOMPARE(clocks[0].state, SlaState::Met);
    QCOMPARE(clocks[1].cycle, 2);
    QCOMPARE(clocks[1].dueAt, hour(7));
}

void SlaClockTest::nextResponseBeginsAfterTheFirst()
{
    const SlaPolicy policy =
        policyWith({promise(SlaTargetKind::FirstResponse, 4 * hours), promise(SlaTargetKind::NextResponse, 1 * hours)});
    SlaHistory history = openedBy(policy);
    history.add(SlaEventKind::CustomerSpoke, m_mon9, 1).add(SlaEventKind::CustomerSpoke, hour(1), 2);
    // A shorter promise about the next response does not overrule the first.
    QCOMPARE(replay(history).size(), 1);
    QCOMPARE(summarize(replay(history), {}, m_versions).dueAt, hour(4));
}

void SlaClockTest::updatesAreDueAgainAndAgain()
{
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::Update, 2 * hours)});
    SlaHistory history = openedBy(policy);
    history.add(SlaEventKind::AgentReplied, hour(1), 2).add(SlaEventKind::AgentCalled, hour(4), 3);
    QVector<SlaClock> clocks = replay(history);
    QCOMPARE(clocks.size(), 3);
    QCOMPARE(clocks[0].state, SlaState::Met);
    QCOMPARE(clocks[1].state, SlaState::Breached);
    QCOMPARE(clocks[1].breachAt, hour(3));
    QCOMPARE(clocks[2].dueAt, hour(6));
    // A reply that solves promises no further word.
    history.add(SlaEventKind::AgentReplied, hour(5), 4).state(hour(5), solvedState);
    clocks = replay(history);
    QCOMPARE(clocks.size(), 3);
    QCOMPARE(clocks[2].state, SlaState::Met);
    history.state(hour(6), openState);
    QCOMPARE(replay(history).size(), 3);
    history.add(SlaEventKind::AgentReplied, hour(7), 5);
    QCOMPARE(replay(history).last().dueAt, localTime("2026-05-05 10:00"));
}

void SlaClockTest::pausesAreReadFromStates()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 4 * hours);
    target.pausedIn = {waitingState, supplierState};
    const SlaPolicy policy = policyWith({target});
    SlaHistory history = openedBy(policy);
    history.state(hour(1), waitingState);
    const SlaClock paused = replay(history).first();
    QCOMPARE(paused.state, SlaState::Paused);
    QCOMPARE(paused.pausedAt, hour(1));
    QCOMPARE(paused.pausedBy, waitingState);
    QCOMPARE(paused.elapsed, 1 * hours);
    QCOMPARE(paused.left, 3 * hours);
    QCOMPARE(paused.dueAt, 0);
    QCOMPARE(readClock(paused, m_versions, hour(30)).left, 3 * hours);
    QCOMPARE(readClock(paused, m_versions, hour(30)).state, SlaState::Paused);
    // Monday 10:00 to Tuesday 11:00 with four hours: due Tuesday at 14:00.
    history.state(localTime("2026-05-05 11:00"), openState);
    QCOMPARE(replay(history).first().dueAt, localTime("2026-05-05 14:00"));
    // In closed time a pause changes nothing.
    SlaHistory night(localTime("2026-05-04 14:00"));
    night.goesBy(localTime("2026-05-04 14:00"), policy, m_calendar)
        .state(localTime("2026-05-04 18:00"), waitingState)
        .state(localTime("2026-05-05 08:00"), openState);
    QCOMPARE(replay(night).first().dueAt, localTime("2026-05-05 10:00"));
}

void SlaClockTest::twoPausesInOneMinuteBothCount()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 4 * hours);
    target.pausedIn = {waitingState};
    const SlaPolicy policy = policyWith({target});
    SlaHistory history = openedBy(policy);
    history.state(hour(1), waitingState)
        .state(hour(1) + 10'000, openState)
        .state(hour(1) + 20'000, waitingState)
        .state(hour(1) + 35'000, openState)
        .state(hour(2), waitingState) // for no time at all
        .state(hour(2), openState);
    const SlaClock clock = replay(history).first();
    QCOMPARE(clock.pauses.size(), 2);
    QCOMPARE(clock.dueAt, hour(4) + 25'000);
}

void SlaClockTest::aFirstResponseIsNotPaused()
{
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::FirstResponse, 4 * hours)});
    SlaHistory history = openedBy(policy);
    history.state(hour(1), waitingState);
    QCOMPARE(replay(history).first().state, SlaState::Running);
}

void SlaClockTest::aCycleThatBeginsInAPausingStateIsPaused()
{
    SlaTarget target = promise(SlaTargetKind::NextResponse, 2 * hours);
    target.pausedIn = {waitingState};
    const SlaPolicy policy = policyWith({target});
    SlaHistory history = openedBy(policy);
    history.add(SlaEventKind::AgentReplied, hour(1), 2)
        .state(hour(1), waitingState)
        .add(SlaEventKind::CustomerSpoke, hour(3), 3);
    const SlaClock paused = replay(history).first();
    QCOMPARE(paused.state, SlaState::Paused);
    QCOMPARE(paused.pausedAt, hour(3));
    QCOMPARE(paused.left, 2 * hours);
    history.state(hour(4), openState);
    QCOMPARE(replay(history).first().dueAt, hour(6));
}

void SlaClockTest::reopeningResumes()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 6 * hours);
    target.atLeast = 0;
    const SlaPolicy policy = policyWith({target});
    SlaHistory history = openedBy(policy);
    history.state(hour(2), solvedState).state(hour(5), openState);
    const QVector<SlaClock> clocks = replay(history);
    QCOMPARE(clocks.size(), 2);
    QCOMPARE(clocks[0].state, SlaState::Met);
    QCOMPARE(clocks[0].elapsed, 2 * hours);
    QCOMPARE(clocks[1].cycle, 2);
    QCOMPARE(clocks[1].startedAt, m_mon9);
    const QVector<Pause> solved{{{hour(2), hour(5)}, LedgerReason::Solved, {}, 0}};
    QCOMPARE(clocks[1].pauses, solved);
    QCOMPARE(clocks[1].dueAt, localTime("2026-05-05 10:00"));
    // What was too late stays so, and the rest is nothing: missed with the reopening.
    SlaHistory late = openedBy(policy);
    late.state(hour(7), solvedState).state(hour(7.5), openState);
    const QVector<SlaClock> again = replay(late);
    QCOMPARE(again[0].state, SlaState::Breached);
    QCOMPARE(again[1].breachAt, hour(7.5));
    QCOMPARE(again[1].cause, BreachCause::Time);
}

void SlaClockTest::reopeningResumesWithAtLeast()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 6 * hours);
    target.atLeast = 30 * minutes;
    const SlaPolicy policy = policyWith({target});
    SlaHistory history = openedBy(policy);
    history.state(hour(6) - 1 * minutes, solvedState).state(hour(7), openState);
    const SlaClock clock = replay(history).last();
    QCOMPARE(clock.dueAt, hour(7.5));
    QCOMPARE(clock.promised.amount, 6 * hours + 29 * minutes);
    QCOMPARE(readClock(clock, m_versions, hour(7)).left, 30 * minutes);
    QCOMPARE(readClock(clock, m_versions, hour(7)).elapsed, 6 * hours - 1 * minutes);
}

void SlaClockTest::reopeningRestartsOrNever()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 4 * hours);
    target.reopen = ReopenRule::Restart;
    SlaHistory history = openedBy(policyWith({target}));
    history.state(hour(2), solvedState).state(hour(3), closedState).state(hour(4), openState);
    const QVector<SlaClock> restarted = replay(history);
    QCOMPARE(restarted.size(), 2);
    QCOMPARE(restarted[1].startedAt, hour(4));
    QCOMPARE(restarted[1].dueAt, hour(8));
    QVERIFY(restarted[1].pauses.isEmpty());

    target.reopen = ReopenRule::Never;
    SlaHistory never = openedBy(policyWith({target}));
    never.state(hour(2), solvedState).state(hour(4), openState);
    QCOMPARE(replay(never).size(), 1);
}

void SlaClockTest::aMessageThatReopensStartsTheNextResponse()
{
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::NextResponse, 2 * hours)});
    SlaHistory history = openedBy(policy);
    history.add(SlaEventKind::AgentReplied, hour(1), 2).state(hour(1), solvedState);
    SlaHistory backwards = history;
    history.add(SlaEventKind::CustomerSpoke, hour(3), 3).state(hour(3), openState);
    backwards.state(hour(3), openState).add(SlaEventKind::CustomerSpoke, hour(3), 3);
    QCOMPARE(replay(history).size(), 1);
    QCOMPARE(replay(history).first().dueAt, hour(5));
    QCOMPARE(replay(history), replay(backwards));
    // Solving ends it; what was unanswered then waits for the customer's next word.
    history.state(hour(4), solvedState).state(hour(5), openState);
    QCOMPARE(replay(history).size(), 1);
    QCOMPARE(replay(history).first().state, SlaState::Cancelled);
    // A ticket that was solved without a word is answered like any other when it comes back.
    SlaHistory silent = openedBy(policy);
    silent.state(hour(1), solvedState).add(SlaEventKind::CustomerSpoke, hour(2), 3).state(hour(2), openState);
    QCOMPARE(replay(silent).first().startedAt, hour(2));
}

void SlaClockTest::movingDoesNotRestartTheFirstResponse()
{
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::FirstResponse, 4 * hours)});
    SlaHistory history = openedBy(policy);
    history.add(SlaEventKind::Queue, hour(1), 2).goesBy(hour(1), policy, m_calendar);
    QCOMPARE(replay(history).first().dueAt, hour(4));
    QCOMPARE(replay(history).size(), 1);
}

void SlaClockTest::owningAndQueues()
{
    const SlaPolicy policy =
        policyWith({promise(SlaTargetKind::TimeToOwn, 1 * hours), promise(SlaTargetKind::TimeInQueue, 4 * hours)});
    SlaHistory owned(m_mon9);
    owned.add(SlaEventKind::Owner, m_mon9, 5).goesBy(m_mon9, policy, m_calendar);
    QCOMPARE(replay(owned).first().state, SlaState::Met);
    QCOMPARE(replay(owned).first().endedAt, m_mon9);
    // Another owner, or none, starts nothing; neither does another queue while somebody owns it.
    owned.add(SlaEventKind::Owner, hour(1), 0)
        .add(SlaEventKind::Owner, hour(2), 6)
        .add(SlaEventKind::Queue, hour(2), 2);
    const QVector<SlaClock> clocks = replay(owned);
    QCOMPARE(clocks.size(), 3);
    QCOMPARE(clocks[1].target, SlaTargetKind::TimeInQueue);
    QCOMPARE(clocks[1].state, SlaState::Met);
    QCOMPARE(clocks[1].endedAt, hour(2));
    QCOMPARE(clocks[2].dueAt, hour(6));
    // Handed to another team: whether its owner leaves before or after it.
    owned.add(SlaEventKind::Queue, hour(3), 3).add(SlaEventKind::Owner, hour(3), 0);
    QCOMPARE(replay(owned)[1].target, SlaTargetKind::TimeToOwn);
    QCOMPARE(replay(owned)[1].startedAt, hour(3));
    // Solved: the team has done it; reopened, it goes on.
    owned.state(hour(4), solvedState);
    QCOMPARE(replay(owned).last().state, SlaState::Met);
    owned.state(hour(5), openState);
    QCOMPARE(replay(owned).last().startedAt, hour(3));
    QCOMPARE(replay(owned).last().dueAt, hour(8));
}

void SlaClockTest::aPriorityIsRetroactive()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 8 * hours);
    target.amounts = {{PriorityId{1}, TimeAmount{TimeBasis::Business, 4 * hours}}};
    target.pausedIn = {waitingState};
    SlaHistory history = openedBy(policyWith({target}));
    history.state(hour(1), waitingState).state(hour(3), openState).add(SlaEventKind::Priority, hour(4), 1);
    const SlaClock clock = replay(history).first();
    QCOMPARE(clock.dueAt, hour(6));
    QCOMPARE(clock.breachAt, hour(6));
    QCOMPARE(clock.cause, BreachCause::Time);
    QCOMPARE(clock.promised.amount, 4 * hours);
}

void SlaClockTest::aBreachByAChangeIsDatedAtTheChange()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 8 * hours);
    target.amounts = {{PriorityId{1}, TimeAmount{TimeBasis::Business, 1 * hours}}};
    const SlaPolicy policy = policyWith({target});
    SlaHistory byPriority = openedBy(policy);
    byPriority.add(SlaEventKind::Priority, hour(4), 1);
    SlaClock clock = replay(byPriority).first();
    QCOMPARE(clock.dueAt, hour(1));
    QCOMPARE(clock.breachAt, hour(4));
    QCOMPARE(clock.cause, BreachCause::PriorityChange);
    // Back again: not missed, after all.
    byPriority.add(SlaEventKind::Priority, hour(5), 3);
    clock = replay(byPriority).first();
    QCOMPARE(clock.breachAt, hour(8));
    QCOMPARE(clock.cause, BreachCause::Time);

    const SlaPolicy shorter = policyWith({promise(SlaTargetKind::Resolution, 2 * hours)});
    SlaHistory byPolicy = openedBy(policy);
    byPolicy.goesBy(hour(5), shorter, m_calendar).state(hour(6), solvedState);
    clock = replay(byPolicy).first();
    QCOMPARE(clock.state, SlaState::Breached);
    QCOMPARE(clock.breachAt, hour(5));
    QCOMPARE(clock.cause, BreachCause::PolicyChange);
    QCOMPARE(clock.policy, shorter.versionId);
}

void SlaClockTest::whatWasMissedStaysMissedUnlessDueLater()
{
    const SlaPolicy first = policyWith({promise(SlaTargetKind::Resolution, 3 * hours)});
    const SlaPolicy shorter = policyWith({promise(SlaTargetKind::Resolution, 1 * hours)});
    const SlaPolicy longer = policyWith({promise(SlaTargetKind::Resolution, 7 * hours)});
    SlaHistory history = openedBy(first);
    history.goesBy(hour(5), shorter, m_calendar);
    SlaClock clock = replay(history).first();
    QCOMPARE(clock.dueAt, hour(1));
    QCOMPARE(clock.breachAt, hour(3));
    QCOMPARE(clock.cause, BreachCause::Time);
    history.goesBy(hour(6), longer, m_calendar);
    clock = replay(history).first();
    QCOMPARE(clock.breachAt, hour(7));
}

void SlaClockTest::verdictsAreReversedOnlyByJudgingAnew()
{
    const SlaPolicy first = policyWith({promise(SlaTargetKind::FirstResponse, 4 * hours)});
    const SlaPolicy shorter = policyWith({promise(SlaTargetKind::FirstResponse, 1 * hours)});
    SlaHistory history = openedBy(first);
    history.add(SlaEventKind::AgentReplied, hour(3), 2);
    SlaHistory anew = history;
    history.goesBy(hour(5), shorter, m_calendar);
    QCOMPARE(replay(history).first().state, SlaState::Met);
    QCOMPARE(replay(history).first().policy, first.versionId);
    anew.add(SlaEventKind::Recalculated, hour(5), shorter.versionId.value, m_calendar.versionId.value);
    QCOMPARE(replay(anew).first().state, SlaState::Breached);
    QCOMPARE(replay(anew).first().breachAt, hour(1));
    QCOMPARE(replay(anew).first().cause, BreachCause::Time);
}

void SlaClockTest::whatIsNoLongerPromisedIsCancelledAndComesBack()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 8 * hours);
    target.pausedIn = {waitingState};
    const SlaPolicy policy = policyWith({target});
    SlaHistory history = openedBy(policy);
    history.state(hour(1), waitingState).state(hour(2), openState).add(SlaEventKind::Policy, hour(3), 0);
    QVector<SlaClock> clocks = replay(history);
    QCOMPARE(clocks.size(), 1);
    QCOMPARE(clocks.first().state, SlaState::Cancelled);
    QCOMPARE(clocks.first().endedAt, hour(3));
    QCOMPARE(clocks.first().elapsed, 2 * hours);
    QCOMPARE(summarize(clocks, {}, m_versions).standing, SlaStanding::None);
    // A version that nobody knows any more promises nothing, either.
    SlaHistory unknown = openedBy(policy);
    unknown.add(SlaEventKind::Policy, hour(3), 9999);
    QCOMPARE(replay(unknown).first().state, SlaState::Cancelled);

    history.goesBy(hour(5), policy, m_calendar);
    clocks = replay(history);
    QCOMPARE(clocks.size(), 1);
    QCOMPARE(clocks.first().cycle, 1);
    QCOMPARE(clocks.first().state, SlaState::Running);
    QCOMPARE(clocks.first().dueAt, localTime("2026-05-05 10:00"));
    // Likewise when it was promised for another priority only.
    target.otherwise = std::nullopt;
    target.amounts = {{PriorityId{3}, TimeAmount{TimeBasis::Business, 8 * hours}}};
    SlaHistory priority = openedBy(policyWith({target}));
    priority.add(SlaEventKind::Priority, hour(1), 4);
    QCOMPARE(replay(priority).first().state, SlaState::Cancelled);
    priority.add(SlaEventKind::Priority, hour(2), 3);
    QCOMPARE(replay(priority).first().dueAt, hour(8));
}

void SlaClockTest::whatIsPromisedLaterRunsFromTheBeginning()
{
    const SlaPolicy policy =
        policyWith({promise(SlaTargetKind::NextResponse, 1 * hours), promise(SlaTargetKind::Resolution, 8 * hours)});
    SlaHistory history(m_mon9);
    history.add(SlaEventKind::AgentReplied, hour(1), 2)
        .add(SlaEventKind::CustomerSpoke, hour(2), 3)
        .goesBy(hour(5), policy, m_calendar);
    const QVector<SlaClock> clocks = replay(history);
    QCOMPARE(clocks.size(), 2);
    QCOMPARE(clocks[0].startedAt, hour(2));
    QCOMPARE(clocks[0].dueAt, hour(3));
    QCOMPARE(clocks[0].breachAt, hour(5));
    QCOMPARE(clocks[0].cause, BreachCause::PolicyChange);
    QCOMPARE(clocks[1].startedAt, m_mon9);
    QCOMPARE(clocks[1].breachAt, hour(8));
}

void SlaClockTest::whatWasOverBeforeItWasPromisedHasNoVerdict()
{
    const SlaPolicy policy =
        policyWith({promise(SlaTargetKind::FirstResponse, 1 * hours), promise(SlaTargetKind::Resolution, 4 * hours)});
    SlaHistory history(m_mon9);
    history.add(SlaEventKind::AgentReplied, hour(2), 2).state(hour(2), solvedState).goesBy(hour(5), policy, m_calendar);
    QVERIFY(replay(history).isEmpty());
    // But it is known where it stood.
    history.state(hour(6), openState);
    QCOMPARE(replay(history).size(), 1);
    QCOMPARE(replay(history).first().target, SlaTargetKind::Resolution);
    QCOMPARE(replay(history).first().cycle, 1);
    QCOMPARE(replay(history).first().dueAt, hour(8));
    // An update whose cycle began with a verdict is found again.
    const SlaPolicy updates = policyWith({promise(SlaTargetKind::Update, 4 * hours)});
    SlaHistory update = openedBy(updates);
    update.add(SlaEventKind::AgentReplied, hour(1), 2)
        .add(SlaEventKind::Policy, hour(2), 0)
        .goesBy(hour(3), updates, m_calendar);
    QCOMPARE(replay(update).size(), 2);
    QCOMPARE(replay(update).last().state, SlaState::Running);
    QCOMPARE(replay(update).last().dueAt, hour(5));
}

void SlaClockTest::mergingTakesTheOlderMessage()
{
    const SlaPolicy policy =
        policyWith({promise(SlaTargetKind::FirstResponse, 2 * hours), promise(SlaTargetKind::NextResponse, 2 * hours)});
    const Instant older = localTime("2026-05-01 14:00"); // Friday: three hours before the opening
    SlaHistory history = openedBy(policy);
    history.add(SlaEventKind::MergedIn, hour(1), 77, older);
    SlaClock clock = replay(history).first();
    QCOMPARE(clock.startedAt, older);
    QCOMPARE(clock.breachAt, hour(1));
    QCOMPARE(clock.cause, BreachCause::Merge);
    // A younger one changes nothing, none neither.
    SlaHistory younger = openedBy(policy);
    younger.add(SlaEventKind::MergedIn, hour(1), 77, hour(0.5)).add(SlaEventKind::MergedIn, hour(1), 78, 0);
    QCOMPARE(replay(younger).first().startedAt, m_mon9);
    // Answered already: the other's message is the oldest that waits.
    SlaHistory answered = openedBy(policy);
    answered.add(SlaEventKind::AgentReplied, hour(1), 2).add(SlaEventKind::MergedIn, hour(2), 77, hour(1.5));
    clock = replay(answered).last();
    QCOMPARE(clock.target, SlaTargetKind::NextResponse);
    QCOMPARE(clock.startedAt, hour(1.5));
    QCOMPARE(clock.breachAt, hour(3.5));
    // Split off: a ticket of its own starts at its own first article.
    QCOMPARE(replay(openedBy(policy)).first().startedAt, m_mon9);
}

void SlaClockTest::mergedAndClosedTicketsEndTheirClocks()
{
    const SlaPolicy policy =
        policyWith({promise(SlaTargetKind::FirstResponse, 2 * hours), promise(SlaTargetKind::Resolution, 8 * hours)});
    SlaHistory merged = openedBy(policy);
    merged.state(hour(1), mergedState);
    for (const SlaClock &clock : replay(merged))
        QCOMPARE(clock.state, SlaState::Cancelled);
    // Unmerged, they go on.
    merged.state(hour(3), openState);
    for (const SlaClock &clock : replay(merged))
        QVERIFY(clock.cycle == 1 || clock.state == SlaState::Running);
    QCOMPARE(replay(merged)[1].dueAt, hour(4));
    // Closed without a word: nothing was kept, nothing was missed; too late it was missed, whoever closes it.
    SlaHistory closed = openedBy(policy);
    closed.state(hour(1), closedState);
    QCOMPARE(replay(closed)[0].state, SlaState::Cancelled);
    QCOMPARE(replay(closed)[1].state, SlaState::Met);
    SlaHistory late = openedBy(policy);
    late.state(hour(3), closedState);
    QCOMPARE(replay(late)[0].state, SlaState::Breached);
    QCOMPARE(replay(late)[0].breachAt, hour(2));
}

void SlaClockTest::whatWasTakenBackNeverHappened()
{
    SlaTarget resolution = promise(SlaTargetKind::Resolution, 8 * hours);
    resolution.pausedIn = {waitingState};
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::FirstResponse, 2 * hours), resolution});
    SlaHistory history = openedBy(policy);
    const QVector<SlaClock> before = replay(history);
    history.add(SlaEventKind::AgentReplied, hour(1), 5).state(hour(1), waitingState);
    QCOMPARE(replay(history)[0].state, SlaState::Met);
    QCOMPARE(replay(history)[1].state, SlaState::Paused);
    history.add(SlaEventKind::Withdrawn, hour(1) + 20'000, 5, waitingState.value);
    QCOMPARE(replay(history), before);
}

void SlaClockTest::workingDaysAndCalendarTime()
{
    SlaTarget days = promise(SlaTargetKind::Resolution, 1, TimeBasis::WorkingDays);
    days.pausedIn = {waitingState};
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::FirstResponse, 24 * hours, TimeBasis::Calendar), days});
    const Instant friday = localTime("2026-05-08 16:00");
    SlaHistory history(friday);
    history.goesBy(friday, policy, m_calendar);
    QVector<SlaClock> clocks = replay(history);
    QCOMPARE(clocks[0].dueAt, localTime("2026-05-09 16:00"));
    QCOMPARE(clocks[1].dueAt, localTime("2026-05-11 17:00"));
    const SlaReading reading = readClock(clocks[1], m_versions, localTime("2026-05-11 12:00"));
    QCOMPARE(reading.elapsed, 4 * hours);
    QCOMPARE(reading.left, 5 * hours);
    history.state(localTime("2026-05-11 10:00"), waitingState);
    QCOMPARE(replay(history)[1].left, 7 * hours);
    history.state(localTime("2026-05-11 12:00"), openState);
    QCOMPARE(replay(history)[1].dueAt, localTime("2026-05-12 11:00"));
    const QVector<LedgerEntry> ledger = ledgerOf(clocks[0], m_versions, localTime("2026-05-09 02:00"));
    QCOMPARE(ledger.size(), 1);
    QCOMPARE(ledger.first().reason, LedgerReason::Always);
    QCOMPARE(countedTime(ledger), 10 * hours);
}

void SlaClockTest::levelsAreDatedAndOrdered()
{
    const auto level = [](int id, SlaLevel::When when, qint64 amount, bool working = true, bool waits = false) {
        SlaLevel made;
        made.id = id;
        made.when = when;
        made.amount = amount;
        made.inWorkingTime = working;
        made.waitForWorkingHours = waits;
        return made;
    };
    SlaLevel elsewhere = level(9, SlaLevel::When::Percent, 50);
    elsewhere.targets = {SlaTargetKind::Update};
    const SlaPolicy policy =
        policyWith({promise(SlaTargetKind::Resolution, 8 * hours)},
                   {level(1, SlaLevel::When::After, 1 * hours), level(2, SlaLevel::When::After, 1 * hours, false),
                    level(3, SlaLevel::When::After, 1 * hours, false, true), level(4, SlaLevel::When::Percent, 75),
                    level(5, SlaLevel::When::Before, 1 * hours), level(6, SlaLevel::When::Before, 100 * hours),
                    level(7, SlaLevel::When::Percent, 100), elsewhere});
    SlaHistory history = openedBy(policy);
    const QVector<SlaLevelInstant> expected{{6, m_mon9},
                                            {4, hour(6)},
                                            {5, hour(7)},
                                            {0, hour(8)},
                                            {7, hour(8)},
                                            {2, hour(9)},
                                            {3, localTime("2026-05-05 09:00")},
                                            {1, localTime("2026-05-05 10:00")}};
    QCOMPARE(levelInstants(replay(history).first(), m_versions), expected);
}

void SlaClockTest::levelsAreNotDatedBeforeTheChange()
{
    SlaLevel warning;
    warning.id = 1;
    warning.amount = 50;
    SlaTarget target = promise(SlaTargetKind::Resolution, 8 * hours);
    target.amounts = {{PriorityId{1}, TimeAmount{TimeBasis::Business, 4 * hours}}};
    SlaHistory history = openedBy(policyWith({target}, {warning}));
    history.add(SlaEventKind::Priority, hour(3), 1);
    const QVector<SlaLevelInstant> expected{{1, hour(3)}, {0, hour(4)}};
    QCOMPARE(levelInstants(replay(history).first(), m_versions), expected);
}

void SlaClockTest::levelsOfWhatHasEndedOrIsPaused()
{
    SlaLevel half;
    half.id = 1;
    half.amount = 50;
    SlaLevel most;
    most.id = 2;
    most.amount = 90;
    SlaTarget target = promise(SlaTargetKind::Resolution, 4 * hours);
    target.pausedIn = {waitingState};
    const SlaPolicy policy = policyWith({target}, {half, most});
    SlaHistory paused = openedBy(policy);
    paused.state(hour(3), waitingState);
    const QVector<SlaLevelInstant> onlyHalf{{1, hour(2)}};
    QCOMPARE(levelInstants(replay(paused).first(), m_versions), onlyHalf);
    QCOMPARE(summarize(replay(paused), {}, m_versions).nextAt, hour(2));
    SlaHistory met = openedBy(policy);
    met.state(hour(3), solvedState);
    QCOMPARE(levelInstants(replay(met).first(), m_versions), onlyHalf);
    SlaHistory late = openedBy(policy);
    late.state(hour(5), solvedState);
    const QVector<SlaLevelInstant> all{{1, hour(2)}, {2, m_mon9 + 216 * minutes}, {0, hour(4)}};
    QCOMPARE(levelInstants(replay(late).first(), m_versions), all);
    // The watch was down while it was answered late.
    const QVector<SlaFired> fired{{SlaTargetKind::Resolution, 1, 1, hour(2), hour(2)},
                                  {SlaTargetKind::Resolution, 1, 2, hour(3), hour(3)}};
    QCOMPARE(summarize(replay(late), fired, m_versions).nextAt, hour(4));
}

void SlaClockTest::summaries()
{
    SlaTarget resolution = promise(SlaTargetKind::Resolution, 8 * hours);
    resolution.pausedIn = {waitingState};
    const SlaPolicy policy = policyWith({promise(SlaTargetKind::FirstResponse, 2 * hours), resolution});
    SlaHistory history = openedBy(policy);
    SlaSummary expected;
    expected.standing = SlaStanding::Running;
    expected.target = SlaTargetKind::FirstResponse;
    expected.dueAt = hour(2);
    expected.nextAt = hour(2);
    QCOMPARE(summarize(replay(history), {}, m_versions), expected);
    history.add(SlaEventKind::AgentReplied, hour(3), 2).state(hour(3), waitingState);
    expected = {SlaStanding::Paused, SlaTargetKind::Resolution, 0, 5 * hours, true, hour(2)};
    QCOMPARE(summarize(replay(history), {}, m_versions), expected);
    const QVector<SlaFired> fired{{SlaTargetKind::FirstResponse, 1, 0, hour(2), hour(2)}};
    history.state(hour(4), solvedState);
    expected = {SlaStanding::Missed, SlaTargetKind::None, 0, 0, true, 0};
    QCOMPARE(summarize(replay(history), fired, m_versions), expected);
    SlaHistory kept = openedBy(policy);
    kept.add(SlaEventKind::AgentReplied, hour(1), 2).state(hour(1), solvedState);
    QCOMPARE(summarize(replay(kept), {}, m_versions).standing, SlaStanding::Met);
    QCOMPARE(summarize({}, {}, m_versions), SlaSummary());
}

void SlaClockTest::ledgersSayWhy()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 12 * hours);
    target.pausedIn = {waitingState};
    target.atLeast = 0;
    SlaHistory history = openedBy(policyWith({target}));
    history.state(hour(1), waitingState)
        .state(hour(3), openState)
        .state(hour(4), solvedState)
        .state(hour(6), openState);
    const SlaClock clock = replay(history).last();
    const QVector<LedgerEntry> ledger = ledgerOf(clock, m_versions, localTime("2026-05-05 10:00"));
    const QVector<LedgerReason> reasons{LedgerReason::Working, LedgerReason::Paused,  LedgerReason::Working,
                                        LedgerReason::Solved,  LedgerReason::Working, LedgerReason::Closed,
                                        LedgerReason::Working};
    QVector<LedgerReason> found;
    for (const LedgerEntry &entry : ledger)
        found.append(entry.reason);
    QCOMPARE(found, reasons);
    QCOMPARE(ledger[1].stateId, waitingState.value);
    QCOMPARE(countedTime(ledger), readClock(clock, m_versions, localTime("2026-05-05 10:00")).elapsed);
}

void SlaClockTest::aStateIsItsIdOnly()
{
    SlaTarget target = promise(SlaTargetKind::Resolution, 8 * hours);
    target.pausedIn = {waitingState};
    SlaHistory history = openedBy(policyWith({target}));
    history.state(hour(1), supplierState).state(hour(2), openState);
    QVERIFY(replay(history).first().pauses.isEmpty());
}

QTEST_GUILESS_MAIN(SlaClockTest)
#include "sla_clock_test.moc"
