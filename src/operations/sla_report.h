// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_check.h"
#include "domain/sla_clock.h"
#include "operations/command.h"

namespace deskhand {

/// A ticket's clocks with what they are calculated from; replayClocks(events, catalog->slaVersions) gives them with
/// their pauses.
struct TicketSla {
    TicketId ticket;
    QVector<SlaEvent> events;
    QVector<SlaClock> clocks; ///< as stored: without pauses, with reasons
    QVector<SlaFired> fired;
};

/// What would become of a new version of a policy or of a calendar, or of another order; what is not set stays as it
/// is.
struct SlaImpactQuery {
    std::optional<SlaPolicy> policy; ///< an invalid id: a new one
    std::optional<BusinessCalendar> calendar;
    std::optional<QVector<SlaPolicyId>> order;
    SlaScope scope = SlaScope::Open;
    Instant openedSince = 0; ///< only tickets opened then or later (what-if of the last months); 0: all
    PersonId me;
    Instant now = 0;
};

/// How many cycles of a target were kept. Running cycles whose time is up count as missed.
struct SlaCompliance {
    SlaTargetKind target = SlaTargetKind::None;
    qint64 met = 0;
    qint64 missed = 0;
    qint64 running = 0;
    bool operator==(const SlaCompliance &) const = default;
};

struct SlaImpact {
    qint64 tickets = 0;       ///< that were looked at
    qint64 changed = 0;       ///< whose clocks would be different
    qint64 becomeOverdue = 0; ///< running, and not overdue before
    qint64 stopBeingOverdue = 0;
    qint64 verdictsToMissed = 0; ///< cycles that had been kept and would not have been
    qint64 verdictsToMet = 0;
    QVector<TicketId> becomeOverdueIds; ///< the first thousand of each
    QVector<TicketId> stopBeingOverdueIds;
    QVector<TicketId> changedIds;
    QVector<SlaCompliance> before;
    QVector<SlaCompliance> after;
    bool operator==(const SlaImpact &) const = default;
};

/// A recalculation on its way.
struct SlaTask {
    SlaTaskId id;
    SlaScope scope = SlaScope::Open;
    SlaPolicyId policy; ///< whose new version it is about; invalid: a calendar's, or all
    CalendarId calendar;
    Instant createdAt = 0;
    PersonId by;
    TicketId cursor;  ///< the last ticket that is done
    qint64 total = 0; ///< tickets to look at
    qint64 done = 0;
    bool cancelled = false;
    bool finished = false;
    bool operator==(const SlaTask &) const = default;
};

/// What a person is told of. The numbers are stored: never reorder.
enum class NotificationKind : int { SlaLevel = 1, SlaBreach = 2 };

struct Notification {
    NotificationId id;
    PersonId person;
    NotificationKind kind = NotificationKind::SlaLevel;
    TicketId ticket;
    QString ticketNumber;
    QString subject;
    SlaTargetKind target = SlaTargetKind::None;
    int cycle = 1;
    QString level;      ///< name of the level, or its offset as "75%", "-1800000", "+3600000" (ms); empty: the breach
    Instant at = 0;     ///< of the level
    Instant dueAt = 0;  ///< of the target then
    Instant seenAt = 0; ///< 0: not seen
    bool operator==(const Notification &) const = default;
};

} // namespace deskhand
