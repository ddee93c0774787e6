// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/lease_store.h"

namespace deskhand {

/// What the job "reports" needs of the store: the facts that reports count are brought to where the desk is. Used by
/// one thread, on a connection of its own. Errors: Busy, Offline, Conflict (the lease is somebody else's), Denied,
/// Corrupt, Internal; may be repeated.
class ReportStore : public LeaseStore
{
public:
    /// One step of about so many tickets, in a transaction of its own. Gives whether there is more to do.
    virtual Result<bool> catchUp(const Lease &lease, int limit) = 0;
};

} // namespace deskhand
