// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/query.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace deskhand {

class SqliteConnection;

// What Desk answers, as functions of a connection: the same for LocalDesk and for whoever else reads a desk's file.
// Meaning and errors are those of the methods of Desk; a statement that was interrupted gives Cancelled.

[[nodiscard]] Result<CatalogPtr> readCatalog(SqliteConnection &connection);
[[nodiscard]] Result<qint64> readCatalogVersion(SqliteConnection &connection);

[[nodiscard]] Result<TicketList> readTicketList(SqliteConnection &connection, const CatalogPtr &catalog,
                                                const TicketQuery &query);
[[nodiscard]] Result<QVector<qint64>> readCounts(SqliteConnection &connection, const CatalogPtr &catalog,
                                                 const QVector<Condition> &conditions, PersonId me, Instant now);

[[nodiscard]] Result<QVector<TicketRow>> readTicketRows(SqliteConnection &connection, const QVector<TicketId> &ids,
                                                        PersonId me);
[[nodiscard]] Result<TicketDetail> readTicketDetail(SqliteConnection &connection, TicketId id, PersonId me);
[[nodiscard]] Result<TicketId> readTicketByNumber(SqliteConnection &connection, const QString &number);

[[nodiscard]] Result<ThreadPage> readThread(SqliteConnection &connection, const ThreadQuery &query);
[[nodiscard]] Result<QVector<HistoryEntry>> readHistory(SqliteConnection &connection, TicketId id, int limit);

[[nodiscard]] Result<SearchHits> readSearch(SqliteConnection &connection, const CatalogPtr &catalog,
                                            const SearchQuery &query);

[[nodiscard]] Result<QVector<Person>> readPeople(SqliteConnection &connection, const PeopleQuery &query);
[[nodiscard]] Result<QVector<SavedView>> readViews(SqliteConnection &connection, PersonId me);
[[nodiscard]] Result<QByteArray> readBlob(SqliteConnection &connection, const QByteArray &sha256);
[[nodiscard]] Result<FeedPage> readChanges(SqliteConnection &connection, qint64 cursor, int limit);

} // namespace deskhand
