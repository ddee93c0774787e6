// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/arrival_reader.h"
#include "operations/jobs/held_lease.h"
#include "operations/jobs/job_signal.h"

#include <QHash>

#include <atomic>
#include <mutex>

namespace deskhand {

/// The command that applies a stored mail: its uuid comes from the arrival, so that however often it is given, also by
/// another program after a crash, the mail is applied once.
[[nodiscard]] Command commandFor(const PendingArrival &arrival, AcceptMail accept);
/// A mail that cannot be applied as what it is becomes a ticket with nothing but its raw file.
[[nodiscard]] AcceptMail asProblem(const AcceptMail &accept, const QString &problem);

/// Turns stored mails into tickets, one after the other in the order they came. One that fails is tried again later
/// while the others go on; after some attempts it is applied as a problem. Used by one thread.
class ArrivalApplier
{
public:
    ArrivalApplier(const MailJobPorts &ports, HeldLease &lease);

    void setMailboxes(const QVector<MailboxWork> &works);
    /// Applies what is there. Returns when there is something again, as far as one can know; 0: nothing waits.
    Instant applyAll(const KeepGoing &keepGoing);

    [[nodiscard]] qint64 applied() const { return m_applied; }
    [[nodiscard]] qint64 failed() const { return m_failed; }
    /// For who has another thread: ends a wait for the reader.
    void stop() { m_reader.stop(); }

private:
    enum class Step { Next, Wait };

    Result<QVector<PendingArrival>> dueArrivals();
    Step apply(ReadArrival read);
    Step noteFailure(const PendingArrival &arrival, const Error &error);
    Result<void> openStore();

    MailJobPorts m_ports;
    HeldLease &m_lease;
    std::mutex m_mutex; ///< for m_mailboxes
    QHash<MailboxId, Mailbox> m_mailboxes;
    ArrivalReader m_reader;
    std::unique_ptr<MailStore> m_store;
    QHash<MailArrivalId, Instant> m_later; ///< those that failed, and when they are tried again
    int m_storeFailures = 0;
    Instant m_waitUntil = 0;
    std::atomic<qint64> m_applied = 0;
    std::atomic<qint64> m_failed = 0;
};

} // namespace deskhand
