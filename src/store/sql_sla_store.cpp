// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_sla_store.h"

#include "store/connection.h"
#include "store/sla_rows.h"

namespace deskhand {

SqlSlaStore::SqlSlaStore(SqlJobConnection::Opener opener)
    : m_job(std::move(opener))
{
}

Result<std::optional<Lease>> SqlSlaStore::takeLease(const QString &name, const QString &owner, Instant now,
                                                    qint64 milliseconds)
{
    return m_job.takeLease(name, owner, now, milliseconds);
}

Result<Lease> SqlSlaStore::renewLease(const Lease &lease, Instant now, qint64 milliseconds)
{
    return m_job.renewLease(lease, now, milliseconds);
}

Result<void> SqlSlaStore::releaseLease(const Lease &lease)
{
    return m_job.releaseLease(lease);
}

Result<void> SqlSlaStore::noteFailures(const Lease &lease, int failures, const QString &problem, Instant at)
{
    return m_job.noteFailures(lease, failures, problem, at);
}

Result<QVector<TicketId>> SqlSlaStore::dueTickets(Instant now, int limit)
{
    QVector<TicketId> tickets;
    const Result<void> looked = m_job.look([&](Connection &connection) {
        Statement due = connection.sql("sla.due");
        due.bind(":now", now).bind(":limit", limit);
        while (due.next())
            tickets.append(due.id<TicketId>(0));
        return due.status();
    });
    return looked ? Result<QVector<TicketId>>(tickets) : Result<QVector<TicketId>>(looked.error());
}

Result<Instant> SqlSlaStore::nextInstant()
{
    Instant next = 0;
    const Result<void> looked = m_job.look([&next](Connection &connection) -> Result<void> {
        const Result<qint64> found = connection.sql("sla.next").runForNumber();
        if (!found)
            return found.error();
        next = *found;
        return {};
    });
    return looked ? Result<Instant>(next) : Result<Instant>(looked.error());
}

Result<QVector<SlaTask>> SqlSlaStore::openTasks()
{
    QVector<SlaTask> tasks;
    const Result<void> looked = m_job.look([&tasks](Connection &connection) {
        Statement open = connection.sql("sla.openTasks");
        while (open.next()) {
            ColumnReader row(open);
            tasks.append(readSlaTask(row));
        }
        return open.status();
    });
    return looked ? Result<QVector<SlaTask>>(tasks) : Result<QVector<SlaTask>>(looked.error());
}

Result<std::unique_ptr<SlaStore>> openSlaStore(const QString &path)
{
    Result<SqlJobConnection::Opener> opener = SqlJobConnection::ofFile(path);
    return opener ? Result<std::unique_ptr<SlaStore>>(std::make_unique<SqlSlaStore>(*std::move(opener)))
                  : Result<std::unique_ptr<SlaStore>>(opener.error());
}

Result<std::unique_ptr<SlaStore>> openServerSlaStore(const PostgresAddress &address)
{
    Result<SqlJobConnection::Opener> opener = SqlJobConnection::ofServer(address);
    return opener ? Result<std::unique_ptr<SlaStore>>(std::make_unique<SqlSlaStore>(*std::move(opener)))
                  : Result<std::unique_ptr<SlaStore>>(opener.error());
}

} // namespace deskhand
