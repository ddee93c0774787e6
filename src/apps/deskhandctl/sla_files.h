// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog_ptr.h"
#include "domain/sla_policy.h"

#include <optional>

namespace deskhand::ctl {

/// What a configuration file holds: a policy, or a calendar; with the id of the desk's one of that name, if any.
struct SlaFile {
    std::optional<SlaPolicy> policy;
    std::optional<BusinessCalendar> calendar;
};

/// Reads a file in the form of domain/sla_policy_json.h (it has "targets") or of domain/calendar_json.h. Prints what is
/// wrong.
[[nodiscard]] std::optional<SlaFile> readSlaFile(const QString &path, const CatalogPtr &catalog);

} // namespace deskhand::ctl
