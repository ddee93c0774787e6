// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_policy.h"

namespace deskhand {

/// What the check of the configuration can find. Names for JSON: slaFindingName().
enum class SlaFindingKind {
    UncoveredTickets,     ///< tickets that no policy covers; `count` of them are unresolved now
    NeverMatches,         ///< a policy whose condition nothing satisfies
    Hidden,               ///< a policy behind one that takes all of its tickets (`other`)
    QueueWithoutCalendar, ///< and a policy that goes by the queue's
    TargetTooShort,       ///< shorter than the time between two looks of the watch
    WarningNeverReached,  ///< a level that comes after the target's time has been used up, or before it begins
    UnknownReference,     ///< of a condition, an action or a pause: something that is not there or not active
    UnconfirmedHolidays,  ///< imported days that nobody has confirmed
    CalendarEnds,         ///< a calendar whose listed holidays all lie in the past: nobody has entered the next
    NobodyToNotify,       ///< a level that tells a lead, manager or on-call person of a queue that has none
};
[[nodiscard]] QString slaFindingName(SlaFindingKind kind);

struct SlaFinding {
    SlaFindingKind kind = SlaFindingKind::NeverMatches;
    SlaPolicyId policy;
    SlaPolicyId other;
    QueueId queue;
    CalendarId calendar;
    SlaTargetKind target = SlaTargetKind::None;
    int level = 0;
    qint64 count = 0;
    QString detail; ///< what is unknown, or a condition in text
    bool operator==(const SlaFinding &) const = default;
};

/// Whether no ticket at all can satisfy a condition; false when that cannot be proven.
[[nodiscard]] bool isUnsatisfiable(const Condition &condition, const Catalog &catalog);
/// Whether every ticket that satisfies `inner` satisfies `outer`; false when that cannot be proven.
[[nodiscard]] bool implies(const Condition &inner, const Condition &outer, const Catalog &catalog);

/// All but UncoveredTickets' count, which only a store knows (`uncovered`; -1: not known). `watchInterval`: ms between
/// two looks of the watch. `today`: a date, for CalendarEnds.
[[nodiscard]] QVector<SlaFinding> checkSla(const Catalog &catalog, qint64 watchInterval, QDate today, qint64 uncovered);
/// Satisfied by the tickets that no active policy covers, unresolved ones only.
[[nodiscard]] Condition uncoveredCondition(const Catalog &catalog);

} // namespace deskhand
