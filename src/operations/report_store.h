// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog_ptr.h"
#include "domain/report.h"
#include "operations/lease_store.h"

#include <QSet>

#include <optional>

namespace deskhand {

/// A schedule that is active, with what it sends.
struct ScheduledReport {
    ReportItem schedule; ///< its content is a ReportSchedule
    Instant since = 0;   ///< when it was saved as it is; what was due before was another one's
    /// None: it was deleted, or the schedule's owner does not see it (any more), or ReportSchedule::builtin is sent.
    std::optional<ReportItem> item;
};

/// What the jobs "reports" and "report-mail" need of the store. Used by one thread, on a connection of its own. Errors:
/// Busy, Offline, Conflict (the lease is somebody else's), Denied, Corrupt, Internal; may be repeated.
class ReportStore : public LeaseStore
{
public:
    /// The facts that reports count are brought to where the desk is: one step of about so many tickets, in a
    /// transaction of its own. Gives whether there is more to do.
    virtual Result<bool> catchUp(const Lease &lease, int limit) = 0;

    virtual Result<CatalogPtr> catalog() = 0;
    virtual Result<QVector<ScheduledReport>> schedules() = 0;
    /// For whom something is in the log of sendings of that instant, whatever became of it.
    virtual Result<QSet<PersonId>> sentTo(ReportItemId schedule, Instant dueAt) = 0;
};

} // namespace deskhand
