// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/held_lease.h"
#include "operations/jobs/job_signal.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace deskhand {

/// Lease::owner of this program: `given`, or made up of host and process.
[[nodiscard]] QString jobOwner(const QString &given);

/// A job that only one program does at a time: it waits for the lease of that name, works under it, and renews it. When
/// the lease is lost the work is stopped at once, and waited for again. Two threads: one keeps the lease, one works.
class LeasedJob
{
public:
    /// Works until `signal` says stop, or until there is nothing left to do; looks at `lease` before everything that
    /// others can see.
    using Body = std::function<void(HeldLease &lease, JobSignal &signal)>;

    /// Gives the job a store of its own, on a connection of its own; called in the job's threads.
    using StoreOpener = std::function<Result<std::unique_ptr<LeaseStore>>()>;

    static constexpr qint64 leaseTime = 30'000;  ///< ms
    static constexpr qint64 renewEvery = 10'000; ///< ms

    /// `owner`: which program, see Lease::owner.
    LeasedJob(QString name, QString owner, StoreOpener openStore, std::shared_ptr<const Clock> clock, Body body);
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
    Result<void> openStore();
    std::shared_ptr<JobSignal> newBodySignal();

    QString m_name;
    QString m_owner;
    StoreOpener m_openStore;
    std::shared_ptr<const Clock> m_clock;
    Body m_body;
    JobSignal m_signal; ///< of the thread that keeps the lease
    std::mutex m_mutex;
    std::shared_ptr<JobSignal> m_bodySignal;
    std::unique_ptr<LeaseStore> m_store; ///< of the thread that keeps the lease
    std::thread m_keeper;
};

} // namespace deskhand
