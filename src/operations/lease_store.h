// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

#include <optional>

namespace deskhand {

/// The right to do a job, for a while. Whoever takes a lease that has run out gets a higher fence, and from then on
/// everything that its former holder still tries is refused (Conflict with payload `reason` = "fenced").
struct Lease {
    QString name;
    QString owner; ///< which program: host, process and a random part
    qint64 fence = 0;
    Instant until = 0;
};

/// Who does which job of a desk. Each method is one durable transaction. Used by one thread, on a connection of its
/// own. Errors: Busy, Offline, Conflict ("fenced"), Integrity, Corrupt, Internal; after any of them the same call may
/// be repeated.
class LeaseStore
{
public:
    virtual ~LeaseStore() = default;

    /// Nothing: somebody else holds it. One that is held for longer than any job asks for was taken by a clock that was
    /// wrong, and is given to whoever comes.
    virtual Result<std::optional<Lease>> takeLease(const QString &name, const QString &owner, Instant now,
                                                   qint64 milliseconds) = 0;
    virtual Result<Lease> renewLease(const Lease &lease, Instant now, qint64 milliseconds) = 0;
    virtual Result<void> releaseLease(const Lease &lease) = 0;
    /// How often in a row the job has failed by now, and how; 0: it goes well again, and the last problem stays known.
    virtual Result<void> noteFailures(const Lease &lease, int failures, const QString &problem, Instant at) = 0;
};

} // namespace deskhand
