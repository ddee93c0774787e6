// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_store.h"
#include "store/sql_job_connection.h"

namespace deskhand {

class Connection;

/// MailStore over a connection of its own. Every method is one transaction.
class SqlMailStore final : public MailStore
{
public:
    explicit SqlMailStore(SqlJobConnection::Opener opener);

    Result<std::optional<Lease>> takeLease(const QString &name, const QString &owner, Instant now,
                                           qint64 milliseconds) override;
    Result<Lease> renewLease(const Lease &lease, Instant now, qint64 milliseconds) override;
    Result<void> releaseLease(const Lease &lease) override;
    Result<void> noteFailures(const Lease &lease, int failures, const QString &problem, Instant at) override;

    Result<QVector<MailboxWork>> mailboxes() override;
    Result<void> noteProgress(const Lease &lease, const MailboxProgress &progress) override;
    Result<void> storeSecret(const Lease &lease, MailboxId mailbox, MailSecret secret,
                             const QByteArray &sealed) override;

    Result<QSet<QString>> knownKeys(MailboxId mailbox, const QString &folder, qint64 validity) override;
    Result<MailArrivalId> storeArrival(const Lease &lease, const NewArrival &arrival, const QByteArray &raw) override;
    Result<void> rejectArrival(const Lease &lease, const NewArrival &arrival, qint64 size,
                               const QString &reason) override;
    Result<QVector<PendingArrival>> pendingArrivals(int limit) override;
    Result<QByteArray> rawMail(const QByteArray &sha256) override;
    Result<void> noteArrivalFailure(const Lease &lease, MailArrivalId id, const QString &problem) override;
    Result<QVector<UnsettledArrival>> unsettledArrivals(MailboxId mailbox, int limit) override;
    Result<void> markSettled(const Lease &lease, const QVector<MailArrivalId> &ids) override;

    Result<QVector<DueMail>> claimDue(const Lease &lease, Instant now, int limit) override;
    Result<QByteArray> mailBytes(OutboundMailId id) override;
    Result<void> giveBack(const Lease &lease, OutboundMailId id, Instant nextAt, const QString &problem) override;
    Result<Instant> nextDue() override;

private:
    [[nodiscard]] static Result<MailArrivalId> insertArrival(Connection &connection, const NewArrival &arrival,
                                                             const QByteArray &sha256, qint64 size,
                                                             const QString &reason);
    [[nodiscard]] static Result<std::optional<DueMail>> claim(Connection &connection, const Lease &lease,
                                                              OutboundMailId id, Instant now);

    SqlJobConnection m_job;
};

/// For a desk's file. Errors: NotFound, Denied, Corrupt, TooOld, TooNew, Conflict.
[[nodiscard]] Result<std::unique_ptr<MailStore>> openMailStore(const QString &path);
/// For a desk on a server, as its owner or a service. Errors: those of PostgresConnection::open(), TooOld, TooNew.
[[nodiscard]] Result<std::unique_ptr<MailStore>> openServerMailStore(const PostgresAddress &address);

} // namespace deskhand
