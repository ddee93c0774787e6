// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/sla_store.h"
#include "store/sql_job_connection.h"

namespace deskhand {

/// SlaStore over a connection of its own.
class SqlSlaStore final : public SlaStore
{
public:
    explicit SqlSlaStore(SqlJobConnection::Opener opener);

    Result<std::optional<Lease>> takeLease(const QString &name, const QString &owner, Instant now,
                                           qint64 milliseconds) override;
    Result<Lease> renewLease(const Lease &lease, Instant now, qint64 milliseconds) override;
    Result<void> releaseLease(const Lease &lease) override;
    Result<void> noteFailures(const Lease &lease, int failures, const QString &problem, Instant at) override;

    Result<QVector<TicketId>> dueTickets(Instant now, int limit) override;
    Result<Instant> nextInstant() override;
    Result<QVector<SlaTask>> openTasks() override;

private:
    SqlJobConnection m_job;
};

/// For a desk's file, and for one on a server. Errors as of SqlJobConnection's openers.
[[nodiscard]] Result<std::unique_ptr<SlaStore>> openSlaStore(const QString &path);
[[nodiscard]] Result<std::unique_ptr<SlaStore>> openServerSlaStore(const PostgresAddress &address);

} // namespace deskhand
