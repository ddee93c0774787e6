// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/config/service_config.h"
#include "service/service.h"

#include <memory>

namespace deskhand {

/// The jobs that a service does beside: mail, clocks and reports, each under its lease, so that of several services on
/// one desk one does each. Null: the configuration wants none.
[[nodiscard]] std::unique_ptr<ServiceJobs> startServiceJobs(LocalDesk &desk, const ServiceConfig &config);

/// The secret half of the desk's key, from where the configuration says. Any thread. Errors: Denied (the desk has no
/// key), those of readSealKeyFile().
[[nodiscard]] Result<SealKeys> serviceKeys(LocalDesk &desk, const ServiceConfig &config);

} // namespace deskhand
