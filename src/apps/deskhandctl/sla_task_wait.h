// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/desk_session.h"

namespace deskhand::ctl {

/// Waits until a recalculation has ended, and says how far it is on standard error. When no other program does the job
/// it is done here. Prints what goes wrong.
[[nodiscard]] std::optional<SlaTask> waitForTask(DeskSession &session, const QString &place, SlaTaskId task);

} // namespace deskhand::ctl
