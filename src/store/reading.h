// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/mail_report.h"
#include "operations/query.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <optional>

namespace deskhand {

class Connection;

// What Desk answers, as functions of a connection: the same for LocalDesk and for whoever else reads a desk's file. Who
// looks sees only what store/ticket_sight.h lets them see. Meaning and errors are those of the methods of Desk; a
// statement that was interrupted gives Cancelled.

/// `known`: versions of policies and calendars that are read already and need not be made ready for calculating again;
/// null: none.
[[nodiscard]] Result<CatalogPtr> readCatalog(Connection &connection, const SlaVersionsPtr &known = {});
[[nodiscard]] Result<qint64> readCatalogVersion(Connection &connection);

[[nodiscard]] Result<TicketList> readTicketList(Connection &connection, const CatalogPtr &catalog,
                                                const TicketQuery &query);
[[nodiscard]] Result<QVector<qint64>> readCounts(Connection &connection, const CatalogPtr &catalog,
                                                 const QVector<Condition> &conditions, PersonId me, Instant now);

[[nodiscard]] Result<QVector<TicketRow>> readTicketRows(Connection &connection, const Catalog &catalog,
                                                        const QVector<TicketId> &ids, PersonId me);

struct TicketSeen {
    TicketId ticket; ///< invalid: none
    PersonId by;
};
/// Each as its person sees it, in their order; nothing where they do not. Only of a server.
[[nodiscard]] Result<QVector<std::optional<TicketRow>>>
readTicketRowsOfEach(Connection &connection, const Catalog &catalog, const QVector<TicketSeen> &wanted);
[[nodiscard]] Result<TicketDetail> readTicketDetail(Connection &connection, const CatalogPtr &catalog, TicketId id,
                                                    PersonId me);
[[nodiscard]] Result<TicketId> readTicketByNumber(Connection &connection, const Catalog &catalog, const QString &number,
                                                  PersonId me);

[[nodiscard]] Result<ThreadPage> readThread(Connection &connection, const Catalog &catalog, const ThreadQuery &query);
[[nodiscard]] Result<QVector<HistoryEntry>> readHistory(Connection &connection, const Catalog &catalog, TicketId id,
                                                        PersonId me, int limit);

[[nodiscard]] Result<SearchHits> readSearch(Connection &connection, const CatalogPtr &catalog,
                                            const SearchQuery &query);

[[nodiscard]] Result<QVector<Person>> readPeople(Connection &connection, const PeopleQuery &query);
[[nodiscard]] Result<QVector<SavedView>> readViews(Connection &connection, PersonId me);
[[nodiscard]] Result<QByteArray> readBlob(Connection &connection, const QByteArray &sha256);
[[nodiscard]] Result<QByteArray> readBlob(Connection &connection, const Catalog &catalog, const QByteArray &sha256,
                                          PersonId me);
[[nodiscard]] Result<MailSetup> readMailSetup(Connection &connection);
[[nodiscard]] Result<MailReport> readMailReport(Connection &connection, Instant now);
[[nodiscard]] Result<QVector<HeldMail>> readHeldMails(Connection &connection, const Catalog &catalog, PersonId me,
                                                      TicketId ticket);
[[nodiscard]] Result<QVector<MailDelivery>> readOutbox(Connection &connection, const Catalog &catalog, PersonId me,
                                                       Instant now);

[[nodiscard]] Result<FeedPage> readChanges(Connection &connection, qint64 cursor, int limit);
[[nodiscard]] Result<FeedPage> readChanges(Connection &connection, const Catalog &catalog, qint64 cursor, int limit,
                                           PersonId me);

} // namespace deskhand
