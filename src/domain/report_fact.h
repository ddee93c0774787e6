// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/sla_clock.h"
#include "domain/ticket.h"
#include "domain/work_entry.h"

#include <QHash>
#include <QVector>

#include <limits>

namespace deskhand {

/// What is written down of a ticket's past so that reports can count it: the definitions of all measures. The numbers
/// are stored: never reorder; who changes what a kind means, or which sums of days there are, raises reportFactRules.
///
/// All of them look at events in force: what was taken back before it left, and merges that were undone, have never
/// happened. A resolved ticket is solved or closed, not merged. A merge ends what runs and is no solve.
enum class ReportFactKind : int {
    Created = 1, ///< at the opening; also of tickets that were merged or imported. source: SenderRole of who opened it
    /// Each time an unresolved ticket becomes resolved, also at the opening. detail: public replies and calls of agents
    /// until then. source: 1 if a customer opened it. value: ms until a word of the customer's reopened it, -1: none
    /// has.
    Solved = 2,
    Reopened = 3, ///< each time a resolved ticket becomes unresolved. source: 1 by a word of the customer's
    /// At the opening, opened by a customer: until the first public reply or call of an agent.
    FirstResponse = 4,
    /// Likewise, unresolved and without any yet. What was resolved or merged without one is neither.
    FirstResponseOpen = 5,
    /// After the first response, at the oldest word of the customer that nobody has answered: until the next public
    /// reply or call of an agent. What is solved or merged first is none.
    NextResponse = 6,
    NextResponseOpen = 7, ///< likewise, nobody has answered yet
    Resolution = 8,       ///< at the last solve of a ticket that is resolved: from the opening to it
    FirstResolution = 9,  ///< at the first solve: from the opening to it
    Unresolved = 10,      ///< at the opening: the ticket is unresolved
    NeverResolved = 11,   ///< likewise, and has never been resolved
    // Cycles of clocks: target, policy; detail: number of the cycle.
    SlaMet = 12, ///< at its end
    /// When it counts as missed, though it goes on; lies ahead when that is what will happen. reason: as people noted.
    SlaMissed = 13,
    SlaRunning = 14,   ///< at its beginning, and not ended; ends: when it counts as missed
    SlaCancelled = 15, ///< at its end
    Touch = 16,        ///< public reply, call or note of an agent, ownerThen. detail: SlaEventKind
    Transfer = 17,     ///< from one queue, source and queueThen, to another, detail; the same: inside of it (imported)
    Reassignment = 18, ///< from one owner, source and ownerThen, to another, detail
    Escalation = 19,   ///< a level of a policy is reached; the breach is none. target; detail: the level
    Bounce = 20,       ///< a mail did not reach a recipient: refused for good or sent back
    Transition = 21,   ///< from one state, source, to another, detail
    /// Time that was logged for the ticket itself, when the work was done, and not removed: wall, business and working
    /// alike. ownerThen: who worked; detail: WorkEntryId; reason: the activity.
    Work = 22,
    // A stretch in which the ticket was unresolved, of one queue, owner and priority: from `at` until `ends`. By
    // length, so that what was open at an instant is found close to it: up to one day, eight days, 64 days, longer or
    // open. value: when it was opened; detail: CalendarVersionId of the ticket.
    OpenDay = 30,
    OpenWeek = 31,
    OpenMonths = 32,
    OpenLong = 33,
};
inline constexpr int reportFactRules = 2;
/// ReportFact::ends of what has not ended.
inline constexpr Instant reportNever = 9'007'199'254'740'991;
/// The longest stretch of OpenDay, OpenWeek and OpenMonths, ms.
inline constexpr qint64 openStretchLimits[] = {86'400'000, 8 * qint64(86'400'000), 64 * qint64(86'400'000)};
[[nodiscard]] constexpr bool isOpenStretch(ReportFactKind kind) noexcept
{
    return kind >= ReportFactKind::OpenDay;
}

struct ReportFact {
    ReportFactKind kind = ReportFactKind::Created;
    Instant at = 0;
    int n = 0; ///< place among the facts of its ticket
    Instant ends = 0;
    int target = 0; ///< SlaTargetKind
    qint64 detail = 0;
    qint64 source = 0;
    qint64 value = 0;
    qint64 queueThen = 0;
    qint64 ownerThen = 0;
    qint64 priorityThen = 0;
    qint64 policy = 0; ///< SlaPolicyId of the cycle, else of the ticket; 0: none
    // Durations, ms; -1: it is none. business: by the calendar of the ticket's policy, round the clock without one;
    // pending or not. working: without the time in which the ticket was pending.
    qint64 wall = -1;
    qint64 business = -1;
    qint64 working = -1;
    Instant prevAt = 0; ///< the fact of this kind before this one (SlaMet and SlaMissed are one); 0: it is the first
    Instant prevLikeAt = 0; ///< likewise of the same target
    QString reason;
    bool operator==(const ReportFact &) const = default;
};

/// What facts are made of.
struct ReportSubject {
    QVector<SlaEvent> events;
    QVector<SlaClock> clocks;
    QVector<SlaFired> fired;
    QVector<Instant> bounces;             ///< one for each recipient that was not reached
    QHash<ArticleId, PersonId> authors{}; ///< of articles of agents
    QVector<WorkEntry> work{};            ///< that was logged for this ticket, and not removed
};

/// In order of kind, time and event; without a first event Opened there are none. Pure.
[[nodiscard]] QVector<ReportFact> factsOf(const ReportSubject &subject, const SlaVersions &versions);

/// How long a ticket was pending between two instants, by its log.
[[nodiscard]] qint64 pendingTime(const QVector<SlaEvent> &events, Instant from, Instant to);

/// The calendar of a ticket's policy version, by its log; invalid: it has none.
[[nodiscard]] CalendarVersionId calendarOfLog(const QVector<SlaEvent> &events);

/// A ticket's facts are kept with what the ticket is today.
struct ReportToday {
    QueueId queue;
    PersonId owner;
    PriorityId priority;
    CategoryId category;
    int channel = 0;
    OrganizationId organization;
    StateId state;
    bool operator==(const ReportToday &) const = default;
};

} // namespace deskhand
