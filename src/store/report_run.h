// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/report.h"
#include "domain/zone_rules.h"

#include <memory>

namespace deskhand {

/// A report, its period and its condition, ready to be counted.
struct ReportRun {
    Report report;
    ReportInterval interval;
};

[[nodiscard]] QString zoneNameOfReport(const Report &report, const Catalog &catalog);
[[nodiscard]] std::shared_ptr<const ZoneRules> zoneOfReport(const Report &report, const Catalog &catalog);
/// What a report over an interval is compared with.
[[nodiscard]] ReportRun comparedRun(const Report &report, const ReportInterval &interval, const QString &zone,
                                    Instant now);
[[nodiscard]] bool comparesAgents(const Report &report);

} // namespace deskhand
