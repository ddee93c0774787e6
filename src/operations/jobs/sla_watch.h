// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/retry_list.h"
#include "operations/jobs/sla_job_store.h"
#include "operations/keep_going.h"

#include <atomic>

namespace deskhand {

/// Notices that levels and breaches have been reached, and has the pipeline do what follows. It only says "look at this
/// ticket": what fires, and when it was reached, is decided by the command, once for each level whoever asks how often.
/// A ticket that cannot be done is tried again later and holds up no other. Used by one thread.
class SlaWatch
{
public:
    SlaWatch(const SlaJobPorts &ports, HeldLease &lease);

    /// Does all that is due. Returns when to look again: at the next instant of any ticket, or after slaWatchInterval.
    Instant look(const KeepGoing &keepGoing);

    [[nodiscard]] qint64 reached() const { return m_reached; }
    [[nodiscard]] qint64 failed() const { return m_store.failures(); }

private:
    Result<QVector<TicketId>> dueTickets(Instant now);
    Result<void> reach(TicketId ticket);
    Instant nextLook(Instant now);

    SlaJobPorts m_ports;
    HeldLease &m_lease;
    SlaJobStore m_store;
    RetryList<TicketId> m_later;
    qint64 m_reached = 0;
};

} // namespace deskhand
