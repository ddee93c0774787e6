// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/command.h"
#include "operations/sla_store.h"

#include <functional>
#include <memory>

namespace deskhand {

/// All that the SLA jobs know of the world. Every function is called in threads of the jobs.
struct SlaJobPorts {
    /// A store for the calling thread, on a connection of its own.
    std::function<Result<std::unique_ptr<SlaStore>>()> openStore;
    /// Runs a command and returns when it is durable. The same command may be given again.
    std::function<Result<CommandAnswer>(const Command &command)> submit;
    std::shared_ptr<const Clock> clock; ///< thread-safe
};

/// What the SLA jobs have done since they were made.
struct SlaWorkDone {
    qint64 reached = 0;      ///< tickets whose levels were looked at because their time had come
    qint64 recalculated = 0; ///< tickets
    qint64 failed = 0;       ///< attempts of any kind that came to nothing
};

} // namespace deskhand
