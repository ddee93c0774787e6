// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/report_work.h"

#include "store/postgres_address.h"

namespace deskhand {

Result<std::unique_ptr<SqlReportStore>> openReportStoreAt(const QString &place)
{
    if (!isPostgresUrl(place))
        return openReportStore(place);
    const Result<PostgresAddress> address = postgresAddressFromUrl(place);
    return address ? openServerReportStore(*address) : Result<std::unique_ptr<SqlReportStore>>(address.error());
}

ReportJobPorts reportJobPorts(const QString &place)
{
    ReportJobPorts ports;
    ports.openStore = [place]() -> Result<std::unique_ptr<ReportStore>> {
        Result<std::unique_ptr<SqlReportStore>> opened = openReportStoreAt(place);
        if (!opened)
            return opened.error();
        return std::unique_ptr<ReportStore>(*std::move(opened));
    };
    ports.clock = std::make_shared<SystemClock>();
    return ports;
}

} // namespace deskhand
