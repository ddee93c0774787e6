// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/report_job.h"

namespace deskhand {

/// All that the job of reports knows of the world. Every function is called in threads of the job.
struct ReportJobPorts {
    /// A store for the calling thread, on a connection of its own.
    std::function<Result<std::unique_ptr<ReportStore>>()> openStore;
    std::shared_ptr<const Clock> clock; ///< thread-safe
};

/// Keeps the facts that reports count near the desk, in threads of its own and under the lease "reports": in steps that
/// are short enough for nobody to wait noticeably behind one. Create, start and destroy it in one thread; wake() from
/// any.
class ReportWorker
{
public:
    static constexpr qint64 lookEvery = 30'000; ///< ms between two looks, at most

    /// `owner`: which program, see Lease::owner; empty: made up of host and process.
    explicit ReportWorker(ReportJobPorts ports, const QString &owner = {});
    /// Ends the work, what is being stored to its end.
    ~ReportWorker();

    void start();
    /// Does all that there is and comes back. Errors: Busy (another program has the lease), of the store.
    Result<void> runOnce();
    void stop();
    /// The desk has changed. It is looked at a little later, so that many changes are one look.
    void wake();

    [[nodiscard]] qint64 failed() const { return m_job.failed(); }

private:
    Result<ReportJob::Next> look(ReportStore &store, const HeldLease &lease);

    std::shared_ptr<const Clock> m_clock;
    int m_limit; ///< tickets of the next step
    ReportJob m_job;
};

} // namespace deskhand
