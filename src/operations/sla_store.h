// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/lease_store.h"
#include "operations/sla_report.h"

namespace deskhand {

/// Between two looks of the watch, at most; ms.
inline constexpr qint64 slaWatchInterval = 30'000;

/// What the SLA jobs need of the store beside running commands. Used by one thread, on a connection of its own; each
/// method is one short read. Errors: Busy, Offline, Corrupt, Internal; may be repeated.
class SlaStore : public LeaseStore
{
public:
    /// Tickets whose next instant has come, the longest waiting first.
    virtual Result<QVector<TicketId>> dueTickets(Instant now, int limit) = 0;
    /// The next instant of any ticket; 0: none.
    virtual Result<Instant> nextInstant() = 0;
    /// Neither finished nor cancelled, oldest first.
    virtual Result<QVector<SlaTask>> openTasks() = 0;
};

} // namespace deskhand
