// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/leased_job.h"
#include "operations/jobs/mailbox_crowd.h"

#include <atomic>

namespace deskhand {

/// Receives and sends a desk's mail, in threads of its own and under the leases "mail-intake" and "mail-delivery": of
/// all programs that work for a desk, one receives and one sends. What it does is in the desk (MailReport); it tells
/// nobody. Create, start and destroy it in one thread; wake() from any.
class MailWorker
{
public:
    struct Options {
        QString owner; ///< which program, see Lease::owner; empty: made up of host and process
        MailboxCrowd::Limits limits;
        bool receives = true;
        bool sends = true;
    };

    explicit MailWorker(const MailJobPorts &ports, const Options &options);
    /// Ends the work: sessions within a second or so, what is being stored to its end. Leases are given back.
    ~MailWorker();

    /// Works until the destructor.
    void start();
    /// Receives all that is there, applies it, sends what is due, and comes back; stop() in another thread ends it
    /// earlier. Errors: Busy (another program has a lease), of the store.
    Result<void> runOnce();
    /// Ends start() or runOnce(); waits for the threads of start().
    void stop();
    /// Something may be due, or a mailbox may be set up in another way.
    void wake();

    [[nodiscard]] MailWorkDone done() const;

private:
    enum class Mode { Forever, Once };

    void receive(HeldLease &lease, JobSignal &signal);
    void send(HeldLease &lease, JobSignal &signal);

    MailJobPorts m_ports;
    Options m_options;
    Mode m_mode = Mode::Forever;
    std::atomic<qint64> m_fetched = 0;
    std::atomic<qint64> m_applied = 0;
    std::atomic<qint64> m_sent = 0;
    std::atomic<qint64> m_receiveFailed = 0;
    std::atomic<qint64> m_sendFailed = 0;
    LeasedJob m_intake;
    LeasedJob m_delivery;
};

} // namespace deskhand
