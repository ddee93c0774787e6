// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/held_lease.h"
#include "operations/jobs/job_signal.h"
#include "operations/jobs/mail_job_ports.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace deskhand {

/// A job that only one program does at a time: it waits for the lease of that name, works under it, and renews it. When
/// the lease is lost the work is stopped at once, and waited for again. Two threads: one keeps the lease, one works.
class LeasedJob
{
public:
    /// Works until `signal` says stop, or until there is nothing left to do; looks at `lease` before everything that
    /// others can see.
    using Body = std::function<void(HeldLease &lease, JobSignal &signal)>;

    static constexpr qint64 leaseTime = 30'000;  ///< ms
    static constexpr qint64 renewEvery = 10'000; ///< ms

    /// `owner`: which program, see Lease::owner.
    LeasedJob(QString name, QString owner, const MailJobPorts &ports, Body body);
    ~LeasedJob();
    LeasedJob(const LeasedJob &) = delete;
    LeasedJob &operator=(const LeasedJob &) = delete;

    /// Works from now on, whenever the lease can be had.
    void start();
    /// Takes the lease, works until the body has nothing left to do or stop() is called in another thread, and gives
    /// the lease back. Errors: Busy (somebody else has it), of the store.
    Result<void> runOnce();
    /// Ends the work and gives the lease back; waits for both.
    void stop();
    /// There may be something to do.
    void wake();

private:
    void keepWorking();
    Result<std::optional<Lease>> take();
    void workUnder(const Lease &taken);
    bool renew(HeldLease &held);
    std::shared_ptr<JobSignal> newBodySignal();

    QString m_name;
    QString m_owner;
    MailJobPorts m_ports;
    Body m_body;
    JobSignal m_signal; ///< of the thread that keeps the lease
    std::mutex m_mutex;
    std::shared_ptr<JobSignal> m_bodySignal;
    std::unique_ptr<MailStore> m_store; ///< of the thread that keeps the lease
    std::thread m_keeper;
};

} // namespace deskhand
