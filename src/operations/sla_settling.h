// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"

namespace deskhand {

/// Settles the clocks of every ticket that the command has told something of: appends its events, chooses policy and
/// calendar where the command has made a difference to that, replays and stores. Takes what was noted out of the run.
///
/// A ticket keeps its policy, and the versions of policy and calendar, until it changes in a way that makes another
/// policy, or another calendar, the right one: what was saved for new tickets only stays away from it however often
/// somebody works on it. An import chooses nothing: what has happened elsewhere was not promised here. Never raises the
/// ticket's version.
Result<void> settleClocks(CommandRun &run);

} // namespace deskhand
