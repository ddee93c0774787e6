// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/report_store.h"
#include "store/catalog_cache.h"
#include "store/sql_job_connection.h"

namespace deskhand {

/// ReportStore over a connection of its own.
class SqlReportStore final : public ReportStore
{
public:
    explicit SqlReportStore(SqlJobConnection::Opener opener);

    Result<std::optional<Lease>> takeLease(const QString &name, const QString &owner, Instant now,
                                           qint64 milliseconds) override;
    Result<Lease> renewLease(const Lease &lease, Instant now, qint64 milliseconds) override;
    Result<void> releaseLease(const Lease &lease) override;
    Result<void> noteFailures(const Lease &lease, int failures, const QString &problem, Instant at) override;

    Result<bool> catchUp(const Lease &lease, int limit) override;
    Result<CatalogPtr> catalog() override;
    Result<QVector<ScheduledReport>> schedules() override;
    Result<QSet<PersonId>> sentTo(ReportItemId schedule, Instant dueAt) override;

    /// See store/report_catch_up.h.
    Result<QStringList> verify();
    Result<void> dropFacts();

private:
    SqlJobConnection m_job;
    CatalogCache m_catalog;
};

/// For a desk's file, and for one on a server. Errors as of SqlJobConnection's openers.
[[nodiscard]] Result<std::unique_ptr<SqlReportStore>> openReportStore(const QString &path);
[[nodiscard]] Result<std::unique_ptr<SqlReportStore>> openServerReportStore(const PostgresAddress &address);

} // namespace deskhand
