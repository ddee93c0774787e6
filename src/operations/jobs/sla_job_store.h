// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/held_lease.h"
#include "operations/jobs/sla_job_ports.h"

namespace deskhand {

/// The store of an SLA job, opened when it is needed and again after it was lost, and what the desk is told of the
/// job's failures. Used by one thread.
class SlaJobStore
{
public:
    SlaJobStore(const SlaJobPorts &ports, HeldLease &lease);

    /// Runs `read(SlaStore &) -> Result<T>`.
    template <typename Read>
    auto ask(Read read) -> decltype(read(std::declval<SlaStore &>()))
    {
        if (const Result<void> opened = open(); !opened)
            return opened.error();
        auto answer = read(*m_store);
        if (!answer && answer.error().code == ErrorCode::Offline)
            m_store.reset();
        return answer;
    }

    void noteFailure(const Error &error);
    /// All went well.
    void noteSuccess();
    [[nodiscard]] int failuresInARow() const { return m_failures; }
    [[nodiscard]] qint64 failures() const { return m_allFailures; }

private:
    Result<void> open();
    void tell(const QString &problem);

    SlaJobPorts m_ports;
    HeldLease &m_lease;
    std::unique_ptr<SlaStore> m_store;
    int m_failures = 0;
    qint64 m_allFailures = 0;
};

} // namespace deskhand
