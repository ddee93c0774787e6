// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"
#include "operations/sla_replanning.h"

#include <optional>

namespace deskhand {

/// What the levels of a ticket come to in one command: the ticket is stored once, with everything together.
struct LevelEffects {
    TicketHead head;      ///< as it shall be
    FieldReasons reasons; ///< why its fields are as they shall be
    std::optional<QString> note;
    QVector<Notification> notifications;
};

/// A level that was reached, with the cycle that reached it.
struct ReachedLevel {
    const SlaPolicy &policy;
    const SlaLevel &level;
    const SlaClock &clock;
    SlaMoment moment;
};

/// Whether what the level does beside telling people still makes sense: the cycle runs on, and so does the ticket.
[[nodiscard]] bool mayStillAct(const CommandRun &run, const SlaClock &clock, const TicketHead &head);

/// Performs a level's actions, in their order; each sees what those before it have changed. Nobody is told twice of one
/// level, and only who sees the ticket.
void performActions(const CommandRun &run, const ReachedLevel &reached, LevelEffects *effects);

/// The level's name, or its offset as "75%", "-1800000", "+3600000" (ms).
[[nodiscard]] QString levelLabel(const SlaLevel &level);

} // namespace deskhand
