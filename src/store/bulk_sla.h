// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/bulk_load.h"

namespace deskhand {

/// What the clocks of a ticket are that is loaded at once.
struct BulkSla {
    QVector<SlaEvent> events;
    QVector<SlaClock> clocks;
    QVector<SlaFired> fired; ///< up to the load, marked as not acted upon: nobody is told now of what is long past
    SlaSummary summary;
};

/// From the ticket's own events, or else from its thread and history as commands would have told them, with the policy
/// that it would have got. Pure. `requesterName` and `requesterAddress`: what conditions can ask about.
[[nodiscard]] BulkSla slaOfBulkTicket(const BulkTicket &ticket, const QString &requesterName,
                                      const QString &requesterAddress, const CatalogPtr &catalog, Instant now);

} // namespace deskhand
