// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/unit_of_work.h"

namespace deskhand {

/// What a recalculation, or the simulation of one, goes by: the desk as it is or as it would be. Both use the same
/// functions, so that applying a change gives exactly the numbers that were shown before.
struct SlaPlan {
    CatalogPtr catalog; ///< policies in order, calendars, queues; its slaVersions know every version, unsaved ones too
    SlaScope scope = SlaScope::Open;
    SlaPolicyId policy;  ///< whose newest version it is about; invalid: none's
    CalendarId calendar; ///< likewise
    bool order = false;  ///< it is about which policy is a ticket's
};

/// Ids that stand for what is not saved yet; they never reach a store.
inline constexpr SlaPolicyId unsavedPolicy{-1};
inline constexpr CalendarId unsavedCalendar{-1};
inline constexpr SlaPolicyVersionId unsavedPolicyVersion{-1};
inline constexpr CalendarVersionId unsavedCalendarVersion{-1};

/// The plan of a task of this desk.
[[nodiscard]] SlaPlan planOf(const SlaTask &task, const CatalogPtr &catalog);
/// What the desk would be with what a query proposes. What is changed at once, the plan is about at once.
[[nodiscard]] SlaPlan planOf(const SlaImpactQuery &query, const CatalogPtr &catalog);
/// Whether two versions promise the same: everything but name, position, being active and version is equal.
[[nodiscard]] bool promiseTheSame(const SlaPolicy &one, const SlaPolicy &other);
/// Likewise; what is listed, and where it came from, counts.
[[nodiscard]] bool countTheSame(const BusinessCalendar &one, const BusinessCalendar &other);

/// "new-tickets", "open", "all".
[[nodiscard]] QString slaScopeName(SlaScope scope);
[[nodiscard]] bool slaScopeFromName(QStringView name, SlaScope *scope);

/// "resolution/1": a cycle as history names it.
[[nodiscard]] QString cycleName(SlaTargetKind target, int cycle);
/// Whether a cycle was or, by now, is missed.
[[nodiscard]] bool isMissed(const SlaClock &clock, Instant now);

/// Whether a plan may change a ticket at all: not those of new tickets only, and unresolved ones only unless it is
/// about all. What a task or a query looks at is exactly these (and, of a query, those that were opened since).
[[nodiscard]] bool looksAt(const SlaPlan &plan, const TicketHead &ticket);

/// A ticket's clocks by a plan. Nothing in `newEvents`: nothing changes, and the clocks are those of the subject. Else
/// one event Policy (scope Open) or Recalculated (scope All) at `at`, not before the last event, and the clocks that
/// follow. Only what the plan is about changes: a policy's plan concerns tickets that go by it or would choose it, a
/// calendar's those that go by it or would, the order's those that choose another policy; of everything else a ticket
/// keeps the versions that it has. Pure; may be called from any thread.
[[nodiscard]] SlaResult replanned(const SlaSubject &subject, const SlaPlan &plan, Instant at);

/// Adds a ticket to an impact. `after`: what replanned() said of it; `versions`: the plan's. `tickets`, `changed`,
/// overdue (running or paused, and missed at `now`), verdicts of cycles that are in both, and compliance.
void addToImpact(SlaImpact *impact, const SlaSubject &before, const SlaResult &after, Instant now);

/// Which versions a ticket goes by, by its last Policy or Recalculated event; invalid: none.
struct SlaChoice {
    SlaPolicyVersionId policy;
    CalendarVersionId calendar;
    bool operator==(const SlaChoice &) const = default;
};
[[nodiscard]] SlaChoice choiceOf(const QVector<SlaEvent> &events);
/// The newest version of a policy (null: none) with the newest one of the calendar that it goes by in a queue; of a
/// policy or a calendar that is that of `before` already, the version of `before` stays.
[[nodiscard]] SlaChoice choiceOf(const SlaPolicy *policy, QueueId queue, const Catalog &catalog,
                                 const SlaChoice &before);
/// The calendar of a version; invalid: round the clock.
[[nodiscard]] CalendarId calendarOf(CalendarVersionId version, const SlaVersions &versions);

/// A level or breach (0) of a cycle, in a ticket.
struct SlaMoment {
    SlaTargetKind target = SlaTargetKind::None;
    int cycle = 1;
    int level = 0;
    Instant at = 0;
    bool operator==(const SlaMoment &) const = default;
};
/// The levels and breaches of a ticket that have not fired, in the order of time, those of the future too. Cycles that
/// had ended before everything was judged anew (Recalculated) are history: they fire nothing any more. `clocks`: as
/// replayClocks() gives them.
[[nodiscard]] QVector<SlaMoment> momentsToCome(const QVector<SlaEvent> &events, const QVector<SlaClock> &clocks,
                                               const QVector<SlaFired> &fired, const SlaVersions &versions);

/// What is stored in the ticket's head: summarize(), with nextAt as momentsToCome() has it.
[[nodiscard]] SlaSummary summaryOf(const QVector<SlaEvent> &events, const QVector<SlaClock> &clocks,
                                   const QVector<SlaFired> &fired, const SlaVersions &versions);

} // namespace deskhand
