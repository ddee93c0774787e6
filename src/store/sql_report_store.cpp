// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_report_store.h"

#include "store/connection.h"
#include "store/report_catch_up.h"
#include "store/report_shelf.h"

namespace deskhand {

SqlReportStore::SqlReportStore(SqlJobConnection::Opener opener)
    : m_job(std::move(opener))
{
}

Result<std::optional<Lease>> SqlReportStore::takeLease(const QString &name, const QString &owner, Instant now,
                                                       qint64 milliseconds)
{
    return m_job.takeLease(name, owner, now, milliseconds);
}

Result<Lease> SqlReportStore::renewLease(const Lease &lease, Instant now, qint64 milliseconds)
{
    return m_job.renewLease(lease, now, milliseconds);
}

Result<void> SqlReportStore::releaseLease(const Lease &lease)
{
    return m_job.releaseLease(lease);
}

Result<void> SqlReportStore::noteFailures(const Lease &lease, int failures, const QString &problem, Instant at)
{
    return m_job.noteFailures(lease, failures, problem, at);
}

Result<bool> SqlReportStore::catchUp(const Lease &lease, int limit)
{
    const Result<Connection *> connected = m_job.connection();
    if (!connected)
        return connected.error();
    const Result<CatalogPtr> catalog = m_catalog.get(**connected);
    if (!catalog)
        return catalog.error();
    // Nothing is taken away from others for a look that finds nothing new.
    const Result<ReportProgress> progress = readReportProgress(**connected);
    if (!progress)
        return progress.error();
    const Result<qint64> lag = reportLag(**connected, *progress);
    if (!lag)
        return lag.error();
    if (*lag == 0 && !isReportPassDue(*progress, **catalog))
        return false;
    bool more = false;
    const Result<void> changed = m_job.changeUnder(lease, [&](Connection &connection) -> Result<void> {
        const Result<bool> step = catchUpReports(connection, **catalog, limit);
        if (!step)
            return step.error();
        more = *step;
        return {};
    });
    return changed ? Result<bool>(more) : Result<bool>(changed.error());
}

Result<CatalogPtr> SqlReportStore::catalog()
{
    const Result<Connection *> connected = m_job.connection();
    return connected ? m_catalog.get(**connected) : Result<CatalogPtr>(connected.error());
}

Result<QVector<ScheduledReport>> SqlReportStore::schedules()
{
    const Result<Connection *> connected = m_job.connection();
    return connected ? readScheduledReports(**connected) : Result<QVector<ScheduledReport>>(connected.error());
}

Result<QSet<PersonId>> SqlReportStore::sentTo(ReportItemId schedule, Instant dueAt)
{
    const Result<Connection *> connected = m_job.connection();
    return connected ? readSentTo(**connected, schedule, dueAt) : Result<QSet<PersonId>>(connected.error());
}

Result<QStringList> SqlReportStore::verify()
{
    const Result<Connection *> connected = m_job.connection();
    if (!connected)
        return connected.error();
    const Result<CatalogPtr> catalog = m_catalog.get(**connected);
    if (!catalog)
        return catalog.error();
    QStringList wrong;
    const Result<void> looked = m_job.look([&](Connection &connection) -> Result<void> {
        Result<QStringList> found = verifyReports(connection, **catalog);
        if (!found)
            return found.error();
        wrong = *std::move(found);
        return {};
    });
    return looked ? Result<QStringList>(wrong) : Result<QStringList>(looked.error());
}

Result<void> SqlReportStore::dropFacts()
{
    return m_job.change([](Connection &connection) { return dropReportFacts(connection); });
}

Result<std::unique_ptr<SqlReportStore>> openReportStore(const QString &path)
{
    Result<SqlJobConnection::Opener> opener = SqlJobConnection::ofFile(path);
    return opener ? Result<std::unique_ptr<SqlReportStore>>(std::make_unique<SqlReportStore>(*std::move(opener)))
                  : Result<std::unique_ptr<SqlReportStore>>(opener.error());
}

Result<std::unique_ptr<SqlReportStore>> openServerReportStore(const PostgresAddress &address)
{
    Result<SqlJobConnection::Opener> opener = SqlJobConnection::ofServer(address);
    return opener ? Result<std::unique_ptr<SqlReportStore>>(std::make_unique<SqlReportStore>(*std::move(opener)))
                  : Result<std::unique_ptr<SqlReportStore>>(opener.error());
}

} // namespace deskhand
