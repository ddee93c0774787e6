// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/sla_worker.h"
#include "store/local_desk.h"

namespace deskhand {

/// A desk's file or its database, for programs that work for it.
[[nodiscard]] Result<std::unique_ptr<SlaStore>> openSlaStoreAt(const QString &place);

/// What the SLA jobs of a desk at a place need: `desk` runs the commands and outlives the jobs.
[[nodiscard]] SlaJobPorts slaJobPorts(LocalDesk &desk, const QString &place);

} // namespace deskhand
