// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/leased_job.h"
#include "operations/report_store.h"

#include <atomic>

namespace deskhand {

/// What a look of a ReportJob came to.
struct ReportJobNext {
    Instant lookAt = 0;
    bool isDone = true; ///< nothing is left by now: runOnce() comes back
};

/// What the jobs about reports have in common: under a lease they look at a store of their own, again and again. It is
/// opened anew when its desk could not be reached; how often in a row a look failed is noted, and the next one comes
/// later each time. Create, start and destroy it in one thread; wake() from any.
class ReportJob
{
public:
    using Next = ReportJobNext;
    struct Options {
        QString lease;
        QString owner; ///< see Lease::owner; empty: made up of host and process
        /// A store for the calling thread, on a connection of its own.
        std::function<Result<std::unique_ptr<ReportStore>>()> openStore;
        std::shared_ptr<const Clock> clock; ///< thread-safe
        qint64 gathersFor = 0;              ///< ms: many changes that come after each other are one look
    };
    /// In the job's thread. Looks at the lease before everything that others can see.
    using Look = std::function<Result<Next>(ReportStore &store, HeldLease &lease, const JobSignal &signal)>;

    ReportJob(Options options, Look look);

    void start() { m_job.start(); }
    /// Looks until nothing is left, or a look fails. Errors: Busy (another program has the lease), of the store.
    Result<void> runOnce();
    [[nodiscard]] bool isOnce() const { return m_once; } ///< runOnce() was called: somebody waits
    void stop() { m_job.stop(); }
    void wake() { m_job.wake(); }

    void countFailure() { ++m_failed; } ///< one that did not end a look
    [[nodiscard]] qint64 failed() const { return m_failed; }

private:
    void work(HeldLease &lease, JobSignal &signal);
    Result<void> open(std::unique_ptr<ReportStore> *store);
    void noteFailures(ReportStore *store, HeldLease &lease, int failures, const Error *error);

    Options m_options;
    Look m_look;
    bool m_once = false;
    std::atomic<qint64> m_failed = 0;
    LeasedJob m_job; ///< last: its threads end before the rest
};

} // namespace deskhand
