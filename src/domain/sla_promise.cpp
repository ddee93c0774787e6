// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the replay that knows what is promised, and calculates.
#include "domain/sla_replay.h"

#include <algorithm>

namespace deskhand {

struct SlaTargetReplay::Reckoning {
    QVector<Pause> pauses;
    SlaTime time;
    TimeAmount promised; ///< with what a resumed cycle has at least
};

SlaTargetReplay::Reckoning SlaTargetReplay::reckon(Instant until) const
{
    QVector<Pause> pauses = m_facts.pauses(m_target->pausedIn, m_now.cycle.solved, m_now.cycle.startedAt, until);
    const SlaTime time(m_amount.basis, *m_inForce.time, m_log.always(), pauses);
    TimeAmount promised = m_amount;
    if (m_now.cycle.resumedAt != 0 && m_target->atLeast > 0 && promised.basis != TimeBasis::WorkingDays) {
        const qint64 used = time.elapsed(m_now.cycle.startedAt, m_now.cycle.resumedAt);
        promised.amount = std::max(promised.amount, used + m_target->atLeast);
    }
    return {std::move(pauses), time, promised};
}

/// When the running cycle has been missed, as seen from `at`; 0: it has not.
Instant SlaTargetReplay::missedBy(Instant at) const
{
    if (m_now.cycle.missedAt != 0)
        return m_now.cycle.missedAt;
    const bool isDays = m_amount.basis == TimeBasis::WorkingDays;
    if (at <= m_now.cycle.startedAt && (isDays || m_amount.amount > 0))
        return 0;
    const Reckoning reckoning = reckon(at);
    if (!isDays && reckoning.time.elapsed(m_now.cycle.startedAt, at) < reckoning.promised.amount)
        return 0;
    const Instant due = dueOf(reckoning);
    return due != 0 && due <= at ? due : 0;
}

Instant SlaTargetReplay::dueOf(const Reckoning &reckoning) const
{
    const Instant due = reckoning.time.due(m_now.cycle.startedAt, reckoning.promised.amount);
    const bool hasLeast = m_now.cycle.resumedAt != 0 && m_target->atLeast > 0;
    if (!hasLeast || reckoning.promised.basis != TimeBasis::WorkingDays || due == 0)
        return due;
    return std::max(due, reckoning.time.dueAfter(m_now.cycle.resumedAt, m_target->atLeast));
}

void SlaTargetReplay::settle(Instant at, BreachCause cause, Instant missedBefore)
{
    const BreachCause causeBefore = m_now.cycle.cause;
    m_now.cycle.missedAt = 0;
    m_now.cycle.cause = BreachCause::Time;
    if (m_unpromisedUntil != 0 || missedBy(at) == 0)
        return;
    m_now.cycle.missedAt = missedBefore == 0 ? at : missedBefore;
    m_now.cycle.cause = missedBefore == 0 ? cause : causeBefore;
}

void SlaTargetReplay::goBy(const SlaInForce &inForce)
{
    m_inForce = inForce;
    m_target = inForce.policy ? inForce.policy->target(m_kind) : nullptr;
    const std::optional<TimeAmount> amount = m_target ? m_target->amountFor(m_facts.priority) : std::nullopt;
    if (amount)
        m_amount = *amount;
    else
        m_target = nullptr;
}

void SlaTargetReplay::changePromise(const SlaInForce &inForce, qsizetype index, BreachCause cause)
{
    const Instant at = m_log.at(index).at;
    const SlaTarget *const before = m_target;
    const TimeAmount amountBefore = m_amount;
    const SlaInForce inForceBefore = m_inForce;
    const Instant missedBefore = m_now.runs ? missedBy(at) : 0;
    goBy(inForce);
    if (!m_target) {
        if (m_now.runs) {
            // It ends as what it was.
            const SlaInForce inForceNow = m_inForce;
            m_inForce = inForceBefore;
            m_target = before;
            m_amount = amountBefore;
            end(at, End::Unpromised);
            goBy(inForceNow);
        }
        return;
    }
    if (m_now.runs) {
        if (before == m_target && amountBefore == m_amount && inForceBefore.calendar == m_inForce.calendar)
            return;
        settle(at, cause, missedBefore);
        m_now.cycle.changedAt = at > m_now.cycle.startedAt ? at : 0;
    } else if (!before || (m_ended.isEmpty() && before != m_target)) {
        replayUnpromised(index, cause);
    }
}

/// Everything since the last verdict, as if what is promised now had been promised then.
void SlaTargetReplay::replayUnpromised(qsizetype index, BreachCause cause)
{
    if (m_lastUnpromised)
        m_ended.removeLast();
    m_lastUnpromised = false;
    m_now = m_judged;
    m_facts = {};
    for (qsizetype i = 0; i <= m_judgedUntil; ++i)
        m_facts.apply(m_log.at(i));
    m_unpromisedUntil = m_log.at(index).at;
    for (qsizetype i = m_judgedUntil + 1; i <= index; ++i)
        act(i);
    const Instant at = m_unpromisedUntil;
    m_unpromisedUntil = 0;
    if (m_now.runs) {
        settle(at, cause, 0);
        m_now.cycle.changedAt = at > m_now.cycle.startedAt ? at : 0;
    }
}

SlaClock SlaTargetReplay::clockOf(const Reckoning &reckoning) const
{
    SlaClock clock;
    clock.target = m_kind;
    clock.cycle = int(m_ended.size()) + 1;
    clock.promised = reckoning.promised;
    clock.policy = m_inForce.policy->versionId;
    clock.calendar = m_inForce.calendar;
    clock.startedAt = m_now.cycle.startedAt;
    clock.changedAt = m_now.cycle.changedAt;
    clock.pauses = reckoning.pauses;
    return clock;
}

SlaClock SlaTargetReplay::endedClock(Instant at, End how) const
{
    const Reckoning reckoning = reckon(at);
    SlaClock clock = clockOf(reckoning);
    clock.endedAt = at;
    clock.elapsed = reckoning.time.elapsed(m_now.cycle.startedAt, at);
    const Instant due = dueOf(reckoning);
    const Instant breach = m_now.cycle.missedAt != 0 ? m_now.cycle.missedAt : due;
    clock.left = due == 0 ? reckoning.promised.amount - clock.elapsed : reckoning.time.left(at, due);
    const bool missed = breach != 0 && breach <= at && how != End::Unpromised;
    clock.state = missed ? SlaState::Breached : how == End::Fulfilled ? SlaState::Met : SlaState::Cancelled;
    if (clock.state != SlaState::Cancelled) {
        clock.dueAt = due;
        clock.breachAt = breach;
    }
    clock.cause = missed ? m_now.cycle.cause : BreachCause::Time;
    return clock;
}

SlaClock SlaTargetReplay::lastingClock() const
{
    const Reckoning reckoning = reckon(0);
    SlaClock clock = clockOf(reckoning);
    clock.cause = m_now.cycle.cause;
    if (reckoning.pauses.isEmpty() || reckoning.pauses.last().span.to != 0) {
        clock.dueAt = dueOf(reckoning);
        clock.breachAt = m_now.cycle.missedAt != 0 ? m_now.cycle.missedAt : clock.dueAt;
        return clock;
    }
    const Pause &pause = reckoning.pauses.last();
    clock.state = SlaState::Paused;
    clock.pausedAt = pause.span.from;
    clock.pausedBy = StateId{pause.stateId};
    const Reckoning until = reckon(clock.pausedAt);
    clock.elapsed = until.time.elapsed(clock.startedAt, clock.pausedAt);
    const Instant due = dueOf(until);
    clock.left = due == 0 ? reckoning.promised.amount - clock.elapsed : until.time.left(clock.pausedAt, due);
    if (m_now.cycle.missedAt != 0)
        clock.breachAt = m_now.cycle.missedAt;
    else if (due != 0 && due <= clock.pausedAt)
        clock.breachAt = due;
    return clock;
}

} // namespace deskhand
