// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_run.h"

namespace deskhand {

QString zoneNameOfReport(const Report &report, const Catalog &catalog)
{
    return report.zone.isEmpty() ? deskZone(catalog) : report.zone;
}

std::shared_ptr<const ZoneRules> zoneOfReport(const Report &report, const Catalog &catalog)
{
    return ZoneRules::of(zoneNameOfReport(report, catalog).toLatin1());
}

ReportRun comparedRun(const Report &report, const ReportInterval &interval, const QString &zone, Instant now)
{
    ReportRun run{report, interval};
    if (report.comparison == ReportComparison::OtherTickets)
        run.report.tickets = report.otherTickets;
    else
        run.interval = comparedInterval(report.period, report.comparison, zone, now);
    return run;
}

bool comparesAgents(const Report &report)
{
    return report.by.contains(ReportDimension::Owner) || report.by.contains(ReportDimension::OwnerThen);
}

} // namespace deskhand
