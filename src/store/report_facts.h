// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "domain/report_fact.h"

#include <QVector>

namespace deskhand {

class Connection;

/// A ticket's facts as they are stored.
struct StoredFacts {
    TicketId ticket;
    ReportToday today;
    QVector<ReportFact> facts; ///< by n
};

/// What the facts of some tickets are now, by their events. `ids` ascending; tickets that are not there are left out.
/// Errors: of the store.
[[nodiscard]] Result<QVector<StoredFacts>> deriveFacts(Connection &connection, const SlaVersions &versions,
                                                       const QVector<TicketId> &ids);
/// What is stored of them; tickets without facts are left out. Errors: of the store.
[[nodiscard]] Result<QVector<StoredFacts>> readStoredFacts(Connection &connection, const QVector<TicketId> &ids);

/// Makes of the stored facts the new ones, row by row where they differ. In a transaction of the caller. Errors: of the
/// store.
[[nodiscard]] Result<void> storeFacts(Connection &connection, const QVector<StoredFacts> &before,
                                      const QVector<StoredFacts> &after);

} // namespace deskhand
