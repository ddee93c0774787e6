// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_policy.h"

namespace deskhand {

/// What a clock is calculated from, besides versions of policies and calendars. The numbers are stored: never reorder.
enum class SlaEventKind : int {
    Opened = 1,        ///< value: SenderRole of who opened it
    State = 2,         ///< value: StateId; other: its StateType
    Priority = 3,      ///< value: PriorityId
    Queue = 4,         ///< value: QueueId; other: 1 when it was handed on inside of it, in another desk
    Owner = 5,         ///< value: PersonId; 0: nobody
    CustomerSpoke = 6, ///< value: ArticleId
    AgentReplied = 7,  ///< value: ArticleId
    AgentCalled = 8,   ///< value: ArticleId
    NoteWritten = 9,   ///< value: ArticleId
    /// From now on the ticket goes by this policy. value: SlaPolicyVersionId, 0: none; other: CalendarVersionId, 0:
    /// round the clock. Retroactive: what runs keeps its beginning and its pauses and gets the new target and calendar;
    /// what was fulfilled keeps its verdict; what is over its new target is breached at this instant, not before.
    Policy = 10,
    /// As Policy, but everything before is judged anew, as if it had always been so.
    Recalculated = 11,
    /// Another ticket was merged into this one. value: its id; other: instant of its oldest customer's message that
    /// nobody has answered, 0: none. The clocks stay those of this ticket; that message counts as written here then.
    MergedIn = 12,
    /// An article was taken back before it left. value: ArticleId; other: StateId that had been set with it and was set
    /// back, 0: none. The event of that article, and the State event to `other` that came right behind it, have never
    /// happened: what they had fulfilled, paused or reset runs as if nothing had been sent.
    /// Or it went to another ticket when tickets were split or parted.
    Withdrawn = 13,
    /// The ticket is itself again after it was merged. value: id of the ticket that it had been merged into. The State
    /// event with which that began, and what came behind it of state, priority, queue, owner and policy, have never
    /// happened.
    Unmerged = 14,
    /// A ticket that had been merged into this one is itself again. value: its id. Its MergedIn has never happened.
    Parted = 15,
    /// The verdict of another desk, from which the ticket was imported. value: SlaTargetKind; other: 1 met, 2 missed.
    /// It gives a cycle of that target from the opening to this instant, without policy, that no policy of this desk
    /// changes, judging anew included; of that target nothing is calculated that began before it.
    Judged = 16,
};

/// One entry of a ticket's event log. Append-only, in the order of positions; `at` never goes back: an event that is
/// told late gets the time of the one before it.
///
/// A log begins with Opened, State, Priority, Queue, Owner (when somebody owns it) and, when the desk has a policy for
/// it, Policy, all at one instant; articles come behind. What happens in one command is told in the order: article,
/// State, Priority, Queue, Owner, Policy. Policy comes last, so it is about triggers that stand before it, too: a
/// target that was not promised until then begins where it would have begun, had it been promised from the opening.
struct SlaEvent {
    SlaEventKind kind = SlaEventKind::Opened;
    Instant at = 0;
    qint64 value = 0;
    qint64 other = 0;
    bool operator==(const SlaEvent &) const = default;
};

/// Of one cycle. The numbers are stored: never reorder.
enum class SlaState : int { Running = 1, Paused = 2, Met = 3, Breached = 4, Cancelled = 5 };
[[nodiscard]] QString slaStateName(SlaState state); ///< "running", "paused", "met", "breached", "cancelled"
[[nodiscard]] bool slaStateFromName(QStringView name, SlaState *state);

/// What moved a due instant into the past. The numbers are stored: never reorder.
enum class BreachCause : int { Time = 0, PriorityChange = 1, PolicyChange = 2, Merge = 3 };

/// A target that runs on a ticket, once per cycle. As far as it is known without asking what time it is: a cycle that
/// runs is Running also when its due instant is long past; readClock() knows.
///
/// What is cancelled (merged, closed, solved, reset) when it had been missed already is Breached. When nothing is
/// promised any more, a cycle is Cancelled, and is there again, as the same one, when something is. What was over
/// before it was promised has no cycle. What would start while the ticket is solved or closed starts with its
/// reopening.
struct SlaClock {
    SlaTargetKind target = SlaTargetKind::None;
    int cycle = 1;                      ///< 1, 2, 3 … of that target
    SlaState state = SlaState::Running; ///< Breached only when it has ended, too late
    TimeAmount promised;
    SlaPolicyVersionId policy; ///< invalid: another desk has judged
    CalendarVersionId calendar;
    Instant startedAt = 0;
    Instant dueAt = 0; ///< while it runs and after it has ended; 0: paused, cancelled, or there is none
    /// When it counts as missed: dueAt, or the later instant of the change that brought it about, or an earlier one at
    /// which it had been missed before it changed. Of a paused one only when it is missed. 0: never.
    Instant breachAt = 0;
    BreachCause cause = BreachCause::Time;
    Instant endedAt = 0;  ///< met, breached or cancelled; 0: not yet
    Instant pausedAt = 0; ///< Paused: since when
    StateId pausedBy;
    qint64 elapsed = 0; ///< ms counted until endedAt or pausedAt; 0 while it runs
    qint64 left = 0;    ///< ms that were left then; negative: overdue
    QString reason;     ///< why it was missed, as a person has noted; not calculated

    // Not stored:
    QVector<Pause> pauses; ///< all of this cycle, in order; the last may be open (`to` = 0)
    Instant changedAt = 0; ///< the last change of what was promised, since it runs; levels are not dated before it

    [[nodiscard]] bool hasEnded() const { return endedAt != 0; }
    bool operator==(const SlaClock &) const = default;
};

/// Its verdict came with the ticket when that was imported; nothing is known of what had been promised.
[[nodiscard]] bool isJudgedElsewhere(const SlaClock &clock);

/// All cycles of all targets, by target and cycle: a pure function of its arguments. Events in their order.
[[nodiscard]] QVector<SlaClock> replayClocks(const QVector<SlaEvent> &events, const SlaVersions &versions);

/// A clock at an instant, which is not before the last event.
struct SlaReading {
    SlaState state = SlaState::Running; ///< Breached as soon as breachAt is reached; paused ones are Paused anyway
    qint64 elapsed = 0;                 ///< ms counted
    qint64 left = 0; ///< ms of the target's basis until due; negative: since. Working days: until due, counted
    Instant dueAt = 0;
};
[[nodiscard]] SlaReading readClock(const SlaClock &clock, const SlaVersions &versions, Instant now);

/// What was counted and what was not, from the clock's beginning to `until`, or to its end when that is earlier; sum of
/// what counts = elapsed then.
[[nodiscard]] QVector<LedgerEntry> ledgerOf(const SlaClock &clock, const SlaVersions &versions, Instant until);

/// When a clock reaches the levels of its policy and its breach (level 0), in the order of time; at one instant
/// warnings, then the breach, then what comes after it. Of one that is paused or has ended, what it had reached by
/// then.
struct SlaLevelInstant {
    int level = 0;
    Instant at = 0;
    bool operator==(const SlaLevelInstant &) const = default;
};
[[nodiscard]] QVector<SlaLevelInstant> levelInstants(const SlaClock &clock, const SlaVersions &versions);

/// A level that was reached, once for each (ticket, target, cycle, level).
struct SlaFired {
    SlaTargetKind target = SlaTargetKind::None;
    int cycle = 1;
    int level = 0;
    Instant at = 0;     ///< when it was reached
    Instant doneAt = 0; ///< when it was noticed; 0: its condition was not satisfied then, and nothing was done
    bool operator==(const SlaFired &) const = default;
};

/// What a ticket's head says of its clocks; see TicketHead.
struct SlaSummary {
    SlaStanding standing{};
    SlaTargetKind target = SlaTargetKind::None;
    Instant dueAt = 0;
    qint64 left = 0;
    bool missed = false;
    Instant nextAt = 0; ///< of the first level or breach that has not fired, may be past; 0: none will by itself
    bool operator==(const SlaSummary &) const = default;
};
[[nodiscard]] SlaSummary summarize(const QVector<SlaClock> &clocks, const QVector<SlaFired> &fired,
                                   const SlaVersions &versions);

} // namespace deskhand
