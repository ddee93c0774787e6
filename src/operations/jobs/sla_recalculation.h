// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/job_signal.h"
#include "operations/jobs/retry_list.h"
#include "operations/jobs/sla_job_store.h"
#include "operations/keep_going.h"

#include <functional>

namespace deskhand {

/// Brings the desk's recalculations to their end, the oldest first, in steps that are short enough for nobody to wait
/// noticeably behind one, with a pause after each in which others write. Where a task stands is in the desk: whoever
/// takes the job over goes on there. Used by one thread.
class SlaRecalculation
{
public:
    static constexpr qint64 lookEvery = 30'000; ///< ms between two looks for tasks, at most

    /// `stepDone`: called after every step.
    SlaRecalculation(const SlaJobPorts &ports, HeldLease &lease, std::function<void()> stepDone);

    /// Does all that is there. Returns when to look again. `signal`: pauses in it.
    Instant work(const KeepGoing &keepGoing, JobSignal &signal);

    [[nodiscard]] qint64 recalculated() const { return m_recalculated; }
    [[nodiscard]] qint64 failed() const { return m_store.failures(); }

private:
    Result<void> step(const SlaTask &task);
    void adaptSteps(qint64 took);

    SlaJobPorts m_ports;
    HeldLease &m_lease;
    std::function<void()> m_stepDone;
    SlaJobStore m_store;
    RetryList<SlaTaskId> m_later;
    SlaTask m_last; ///< as it was before the last step
    int m_limit = 100;
    qint64 m_recalculated = 0;
};

} // namespace deskhand
