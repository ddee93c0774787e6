// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_replay.h"

#include <algorithm>

namespace deskhand {
namespace {

/// The order in which the triggers of one event are pulled.
constexpr std::array slaTriggerOrder{
    SlaTrigger::Opened,       SlaTrigger::OpenedByAgent, SlaTrigger::CustomerSpoke, SlaTrigger::AgentReplied,
    SlaTrigger::AgentCalled,  SlaTrigger::NoteWritten,   SlaTrigger::Owned,         SlaTrigger::QueueLeft,
    SlaTrigger::QueueEntered, SlaTrigger::Solved,        SlaTrigger::Closed,
};

} // namespace

SlaTargetReplay::SlaTargetReplay(SlaTargetKind kind, const SlaLog &log)
    : m_kind(kind)
    , m_log(log)
{
    if (log.recalculated() >= 0)
        goBy(log.inForce(log.recalculated()));
}

void SlaTargetReplay::run(QVector<SlaClock> *clocks)
{
    for (qsizetype i = 0; i < m_log.size(); ++i)
        step(i);
    *clocks += m_ended;
    if (m_now.runs)
        clocks->append(lastingClock());
}

void SlaTargetReplay::step(qsizetype index)
{
    const SlaEvent &event = m_log.at(index);
    act(index);
    if (event.kind == SlaEventKind::Policy && index > m_log.recalculated())
        changePromise(m_log.inForce(index), index, BreachCause::PolicyChange);
    else if (event.kind == SlaEventKind::Priority)
        changePromise(m_inForce, index, BreachCause::PriorityChange);
}

void SlaTargetReplay::act(qsizetype index)
{
    m_index = index;
    tell(m_log.at(index));
    if (m_judgedUntil == index)
        m_judged = m_now;
}

void SlaTargetReplay::tell(const SlaEvent &event)
{
    const StateType before = m_facts.type;
    const SlaTriggers triggers = m_facts.apply(event);
    if (!m_target)
        return;
    if (event.kind == SlaEventKind::MergedIn)
        mergeIn(event);
    if (triggers)
        trigger(triggers, event.at);
    if (event.kind == SlaEventKind::State) {
        if (m_facts.isResolved())
            cancelBy(event);
        else if (before == StateType::Merged && !m_now.runs && m_now.last.how == End::Merged)
            resume(event.at);
    } else if (event.kind == SlaEventKind::Owner && !m_facts.owner.isValid() && m_now.ownedStart == event.at
               && m_now.ownedStart != 0 && !m_now.runs && !m_facts.isResolved()) {
        start(event.at);
    }
}

void SlaTargetReplay::trigger(SlaTriggers triggers, Instant at)
{
    for (const SlaTrigger one : slaTriggerOrder) {
        if (triggers.testFlag(one))
            pull(one, at);
    }
    if (triggers.testFlag(SlaTrigger::Reopened)) {
        reopen(at);
        pull(SlaTrigger::Reopened, at);
    }
}

void SlaTargetReplay::pull(SlaTrigger trigger, Instant at)
{
    if (m_target->fulfils.testFlag(trigger)) {
        if (m_now.runs)
            end(at, End::Fulfilled);
        if (trigger != SlaTrigger::Closed) {
            m_now.waits = false;
            m_now.waitsSince = 0;
        }
    }
    if (m_now.runs && m_target->resets.testFlag(trigger)) {
        end(at, End::Cancelled);
        start(at);
    }
    if (!m_now.runs && m_target->starts.testFlag(trigger))
        begin(trigger, at);
}

void SlaTargetReplay::begin(SlaTrigger trigger, Instant at)
{
    if (m_kind == SlaTargetKind::NextResponse && trigger == SlaTrigger::CustomerSpoke
        && (!m_facts.firstResponseIsOver || at == m_facts.openedAt))
        return;
    const bool isResolved = m_facts.isResolved();
    if (m_kind == SlaTargetKind::TimeToOwn && m_facts.owner.isValid()) {
        m_now.ownedStart = isResolved ? 0 : at;
    } else if (isResolved) {
        // What an agent says with a solution promises no further word.
        m_now.waits = m_now.waits || m_kind != SlaTargetKind::Update;
    } else {
        start(at);
    }
}

void SlaTargetReplay::start(Instant at)
{
    m_now.cycle = {};
    m_now.cycle.startedAt = at;
    m_now.runs = true;
    m_now.waits = false;
    m_now.waitsSince = 0;
}

/// A cycle that a merge has begun, at `at`, from an older message on.
void SlaTargetReplay::settleNew(Instant at)
{
    if (m_now.cycle.startedAt == at)
        return;
    settle(at, BreachCause::Merge, 0);
    m_now.cycle.changedAt = at;
}

void SlaTargetReplay::resume(Instant at)
{
    m_now.cycle = m_now.last.cycle;
    m_now.cycle.missedAt = 0;
    m_now.cycle.cause = BreachCause::Time;
    m_now.cycle.resumedAt = at;
    m_now.cycle.changedAt = at;
    if (m_now.last.at < at)
        m_now.cycle.solved.append({m_now.last.at, at});
    m_now.runs = true;
    settle(at, BreachCause::Time, 0);
}

void SlaTargetReplay::reopen(Instant at)
{
    if (m_now.runs)
        return;
    if (m_now.waits) {
        const Instant since = m_now.waitsSince == 0 ? at : m_now.waitsSince;
        start(since);
        settleNew(at);
    } else if (m_now.last.how == End::Merged
               || (m_now.last.how == End::Fulfilled && m_target->reopen == ReopenRule::Resume)) {
        resume(at);
    } else if (m_now.last.how == End::Fulfilled && m_target->reopen == ReopenRule::Restart) {
        start(at);
    }
}

void SlaTargetReplay::cancelBy(const SlaEvent &event)
{
    if (!m_now.runs)
        return;
    const bool endsWithSolution =
        m_kind == SlaTargetKind::NextResponse || m_kind == SlaTargetKind::Update || m_kind == SlaTargetKind::TimeToOwn;
    if (m_facts.type == StateType::Merged)
        end(event.at, End::Merged);
    else if (m_facts.type == StateType::Closed || endsWithSolution)
        end(event.at, End::Cancelled);
}

void SlaTargetReplay::mergeIn(const SlaEvent &event)
{
    const bool aboutResponse = m_kind == SlaTargetKind::FirstResponse || m_kind == SlaTargetKind::NextResponse;
    if (event.other == 0 || !aboutResponse)
        return;
    const Instant since = std::min(event.other, event.at);
    if (m_now.runs) {
        if (since >= m_now.cycle.startedAt)
            return;
        const Instant missed = missedBy(event.at);
        m_now.cycle.startedAt = since;
        settle(event.at, BreachCause::Merge, missed);
        m_now.cycle.changedAt = event.at;
    } else if (m_kind == SlaTargetKind::NextResponse && m_facts.firstResponseIsOver) {
        if (m_facts.isResolved()) {
            m_now.waits = true;
            m_now.waitsSince = m_now.waitsSince == 0 ? since : std::min(since, m_now.waitsSince);
            return;
        }
        start(since);
        settleNew(event.at);
    }
}

void SlaTargetReplay::end(Instant at, End how)
{
    m_now.runs = false;
    const bool hasLasted = std::max(m_now.cycle.startedAt, m_now.cycle.resumedAt) < at;
    if (how != End::Fulfilled && !hasLasted)
        return;
    m_now.last = {how, m_now.cycle, at};
    if (m_unpromisedUntil != 0) {
        // Nobody can have kept or missed what was not promised then; in the same instant it was.
        if (at < m_unpromisedUntil || how != End::Fulfilled)
            return;
        const SlaClock clock = endedClock(at, how);
        if (clock.state != SlaState::Met)
            return;
        m_ended.append(clock);
    } else {
        m_ended.append(endedClock(at, how));
    }
    m_lastUnpromised = how == End::Unpromised;
    if (!m_lastUnpromised)
        m_judgedUntil = m_index;
}

} // namespace deskhand
