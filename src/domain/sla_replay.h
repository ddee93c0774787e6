// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_log.h"
#include "domain/sla_time.h"

namespace deskhand {

/// The replay of a log for one kind of target: which cycles there are, and what became of them. Used once.
///
/// While a cycle runs, only its beginning is kept; its pauses are read from the states that the ticket was in, so that
/// a new policy can look at the very same past with other eyes. What is calculated is calculated when a cycle ends,
/// when its promise changes, and at the end of the log.
class SlaTargetReplay
{
public:
    SlaTargetReplay(SlaTargetKind kind, const SlaLog &log);

    /// Adds the cycles, in their order.
    void run(QVector<SlaClock> *clocks);

private:
    /// What a cycle has besides its promise.
    struct Cycle {
        Instant startedAt = 0;
        Instant resumedAt = 0;    ///< by the last reopening; 0: it is not a resumed one
        QVector<TimeSpan> solved; ///< between solutions and reopenings
        Instant missedAt = 0;     ///< was over its target at a change, at this instant or before; 0: was not
        BreachCause cause = BreachCause::Time;
        Instant changedAt = 0;
    };
    enum class End { Fulfilled, Cancelled, Merged, Unpromised };
    /// What the end of the last cycle means for a reopening.
    struct LastEnd {
        End how = End::Cancelled;
        Cycle cycle;
        Instant at = 0;
    };
    /// Where a target stands between two events, apart from what has ended.
    struct Standing {
        bool runs = false;
        Cycle cycle;
        LastEnd last;
        bool waits = false;     ///< something started it while the ticket was resolved: it begins with the reopening
        Instant waitsSince = 0; ///< from where on it counts then; 0: from the reopening
        Instant ownedStart = 0; ///< of TimeToOwn: started for an owned ticket, whose owner may leave in that instant
    };
    /// The cycle that runs, calculated up to an instant.
    struct Reckoning;

    void step(qsizetype index);
    void act(qsizetype index);
    void tell(const SlaEvent &event);
    void trigger(SlaTriggers triggers, Instant at);
    void pull(SlaTrigger trigger, Instant at);
    void reopen(Instant at);
    void cancelBy(const SlaEvent &event);
    void begin(SlaTrigger trigger, Instant at);
    void start(Instant at);
    void settleNew(Instant at);
    void resume(Instant at);
    void end(Instant at, End how);
    void mergeIn(const SlaEvent &event);

    void goBy(const SlaInForce &inForce);
    void changePromise(const SlaInForce &inForce, qsizetype index, BreachCause cause);
    void replayUnpromised(qsizetype index, BreachCause cause);
    void settle(Instant at, BreachCause cause, Instant missedBefore);

    [[nodiscard]] Reckoning reckon(Instant until) const;
    [[nodiscard]] Instant dueOf(const Reckoning &reckoning) const;
    [[nodiscard]] Instant missedBy(Instant at) const;
    [[nodiscard]] SlaClock clockOf(const Reckoning &reckoning) const;
    [[nodiscard]] SlaClock endedClock(Instant at, End how) const;
    [[nodiscard]] SlaClock lastingClock() const;

    const SlaTargetKind m_kind;
    const SlaLog &m_log;
    SlaFacts m_facts;
    SlaInForce m_inForce;
    const SlaTarget *m_target = nullptr; ///< null: nothing is promised
    TimeAmount m_amount;

    Standing m_now;
    QVector<SlaClock> m_ended;
    bool m_lastUnpromised = false; ///< the last of m_ended was cancelled since nothing was promised any more
    qsizetype m_index = 0;
    qsizetype m_judgedUntil = -1;  ///< the event that ended the last cycle with a verdict
    Standing m_judged;             ///< behind that event
    Instant m_unpromisedUntil = 0; ///< while that is replayed which was not promised then: until when
};

} // namespace deskhand
