// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/sla_clock.h"

namespace deskhand {

/// One thing that happens in a made-up ticket.
struct SlaTrialStep {
    enum class Kind { AgentReplies, CustomerWrites, Pending, Reopened, Solved, Owned, Priority };
    Kind kind = Kind::AgentReplies;
    Instant at = 0;
    qint64 value = 0; ///< of Pending the state, of Priority the priority
    bool operator==(const SlaTrialStep &) const = default;
};

/// A made-up ticket: when it came, and what happened then.
struct SlaTrialTicket {
    Instant createdAt = 0;
    PriorityId priority;
    QueueId queue;
    QVector<SlaTrialStep> steps; ///< in any order; what is before createdAt counts as then
    bool operator==(const SlaTrialTicket &) const = default;
};

/// What a target comes to in it.
struct SlaTrialResult {
    SlaClock clock;
    SlaReading reading;          ///< when the last step has happened
    QVector<LedgerEntry> ledger; ///< until it ended, is due, or the last step has happened
};

/// The clocks of a made-up ticket that goes by this policy and this calendar, saved or not. Pure.
[[nodiscard]] QVector<SlaTrialResult> trySla(const SlaTrialTicket &ticket, const SlaPolicy &policy,
                                             const BusinessCalendar &calendar, const Catalog &catalog);
/// A policy that promises one time for everything: what a calendar alone is tried with.
[[nodiscard]] SlaPolicy trialPolicy(const TimeAmount &amount, const QVector<StateId> &pausing);

/// "Solved", "Pending: Waiting for customer".
[[nodiscard]] QString trialStepText(SlaTrialStep::Kind kind);

} // namespace deskhand
