// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/condition.h"
#include "operations/unit_of_work.h"

#include <QVector>

namespace deskhand {

class Connection;

/// Which tickets are looked at, and by whom.
struct SlaSubjectFilter {
    bool unresolvedOnly = false;
    Instant openedSince = 0; ///< 0: whenever
    PersonId me;             ///< who sees only some; invalid: the desk itself, which sees all
};

/// A ticket with its clocks and when the watch looks at it next.
struct StoredSubject {
    SlaSubject subject;
    Instant nextAt = 0;
};

/// The next tickets behind `after` by id, with events, clocks and what has fired; fewer than `limit`: there are no
/// more. Without snippets. A look at tickets and clocks that belong together needs a transaction of the caller. Errors:
/// of the store.
[[nodiscard]] Result<QVector<SlaSubject>> readSlaSubjects(Connection &connection, const CatalogPtr &catalog,
                                                          TicketId after, int limit, const SlaSubjectFilter &filter);
/// How many tickets a filter has; who sees only some is not asked. Errors: of the store.
[[nodiscard]] Result<qint64> countSlaSubjects(Connection &connection, const CatalogPtr &catalog,
                                              const SlaSubjectFilter &filter);

/// As readSlaSubjects(), for whoever is about to change them: on a server they are locked.
[[nodiscard]] Result<QVector<StoredSubject>> lockSlaSubjects(Connection &connection, const CatalogPtr &catalog,
                                                             TicketId after, int limit, const SlaSubjectFilter &filter);
/// Those of the tickets that there are.
[[nodiscard]] Result<QVector<StoredSubject>> lockSlaSubjects(Connection &connection, const QVector<TicketId> &tickets);
/// Errors: NotFound.
[[nodiscard]] Result<StoredSubject> lockSlaSubject(Connection &connection, TicketId ticket);

/// Fills events, clocks and what has fired of tickets that are ascending by id. Errors: of the store.
[[nodiscard]] Result<void> readClocksOf(Connection &connection, const QVector<TicketSla *> &tickets);

// What Desk answers; see store/reading.h.
[[nodiscard]] Result<TicketSla> readTicketSla(Connection &connection, const Catalog &catalog, TicketId id, PersonId me);
[[nodiscard]] Result<QVector<SlaTask>> readSlaTasks(Connection &connection);
[[nodiscard]] Result<QVector<Notification>> readNotifications(Connection &connection, const Catalog &catalog,
                                                              PersonId me, int limit);

} // namespace deskhand
