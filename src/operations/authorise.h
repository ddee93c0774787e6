// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"

namespace deskhand {

/// Whether the actor may do this. People must be active agents; queues, categories, states, priorities, the desk's
/// settings and agents are for admins; a view is for its owner and not there for
/// others, a shared one is also for admins; a ticket in a queue that
/// the actor does not see (domain/queue_access.h) is not there for them, but they may open one there or hand one over.
/// Imports and the system (which no door lets in from outside) may do everything. Errors: Unauthenticated, Denied;
/// NotFound for a view or a ticket that is not there.
Result<void> authorise(CommandRun &run);

} // namespace deskhand
