// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/leased_job.h"
#include "operations/jobs/sla_job_ports.h"

#include <atomic>

namespace deskhand {

/// Watches a desk's clocks and recalculates them, in threads of its own and under the leases "sla-watch" and
/// "sla-recalculate": of all programs that work for a desk, one does each. What it does is in the desk; it tells
/// nobody. Create, start and destroy it in one thread; wake() from any.
class SlaWorker
{
public:
    struct Options {
        QString owner; ///< which program, see Lease::owner; empty: made up of host and process
        bool watches = true;
        bool recalculates = true;
    };

    explicit SlaWorker(const SlaJobPorts &ports, const Options &options);
    /// Ends the work, what is being stored to its end. Leases are given back.
    ~SlaWorker();

    /// Works until the destructor.
    void start();
    /// Recalculates all that is to be, does all that is due, and comes back; stop() in another thread ends it earlier.
    /// Errors: Busy (another program has a lease), of the store.
    Result<void> runOnce();
    /// Ends start() or runOnce(); waits for the threads of start().
    void stop();
    /// The desk has changed: something may be due, or to be recalculated.
    void wake();

    [[nodiscard]] SlaWorkDone done() const;

private:
    enum class Mode { Forever, Once };

    void watch(HeldLease &lease, JobSignal &signal);
    void recalculate(HeldLease &lease, JobSignal &signal);

    SlaJobPorts m_ports;
    Options m_options;
    Mode m_mode = Mode::Forever;
    std::atomic<qint64> m_reached = 0;
    std::atomic<qint64> m_recalculated = 0;
    std::atomic<qint64> m_watchFailed = 0;
    std::atomic<qint64> m_recalculationFailed = 0;
    LeasedJob m_watch;
    LeasedJob m_recalculation;
};

} // namespace deskhand
