// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/held_lease.h"
#include "operations/jobs/job_signal.h"
#include "operations/jobs/mail_job_ports.h"
#include "operations/jobs/mail_store_thread.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace deskhand {

/// The report of an attempt; its uuid comes from the mail and the number of the attempt, so that a repeated report is
/// one. `now`: of the attempt.
[[nodiscard]] Command deliveryReport(const DueMail &mail, const SmtpOutcome &outcome, Instant now);

/// Sends the mails of one mailbox, one after the other, in a thread of its own: a server that hangs holds up nobody
/// else's. Mails that were not tried are given back to the store.
class OutletLane
{
public:
    OutletLane(const MailJobPorts &ports, MailStoreThread &store, HeldLease &lease, MailboxWork work);
    /// Ends what is under way within a second or so; what it came to is still reported.
    ~OutletLane();
    OutletLane(const OutletLane &) = delete;
    OutletLane &operator=(const OutletLane &) = delete;

    void send(const DueMail &mail);
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] const MailboxWork &work() const { return m_work; }
    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] qint64 failed() const { return m_failed; }

private:
    void run();
    void process(const DueMail &mail);
    Result<void> open();
    void giveBack(const DueMail &mail, Instant nextAt, const Error &why);
    void giveAllBack(Instant nextAt, const Error &why);
    void report(const Command &command);
    [[nodiscard]] bool mayGoOn() const;

    MailJobPorts m_ports;
    MailStoreThread &m_store;
    HeldLease &m_lease;
    MailboxWork m_work;
    std::unique_ptr<MailOutlet> m_outlet;
    Instant m_usedAt = 0;
    int m_failures = 0; ///< to reach the server, in a row
    QHash<OutboundMailId, int> m_mailFailures;
    std::atomic<qint64> m_sent = 0;
    std::atomic<qint64> m_failed = 0;
    JobSignal m_signal;
    mutable std::mutex m_mutex;
    std::deque<DueMail> m_queue;
    bool m_isBusy = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace deskhand
