// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/search_index.h"
#include "store/sync_reader.h"
#include "store/sync_rules.h"

namespace deskhand {

/// Rows of sync_rows.h on their way into a replica's file. Part of a transaction of the caller, who commits it and
/// tells the index; used in the thread of the connection, which is to a file and does not enforce foreign keys. What
/// comes is checked before anything is written: bytes that are no rows are Corrupt, those of another schema TooOld or
/// TooNew.
class SyncWriter
{
public:
    /// `tables` are those of the connection; all of them outlive this.
    SyncWriter(Connection &connection, const QVector<SyncTable> &tables, SearchIndex &index);

    /// In place of all settings that are there.
    Result<void> writeSettings(const QByteArray &rows);
    /// Each ticket, with those that were merged into it, in place of what is there. Returns the tickets of the rows.
    /// `me`: whose replica it is.
    Result<QVector<TicketId>> writeTickets(const SyncedRows &rows, PersonId me);
    /// Takes tickets out with all that belongs to them and what was merged into them. People stay.
    Result<void> removeTickets(const QVector<TicketId> &ids, PersonId me);

private:
    /// Values of one table as they came, for the columns of this desk.
    struct Incoming;

    Result<void> writeTable(const Incoming &incoming);
    Result<void> insertRows(const Incoming &incoming);
    Result<void> writePeople(const Incoming &people);
    Result<void> forgetWords(const Incoming &people);
    Result<void> deleteOwned(const QVector<TicketId> &ids, PersonId me);
    Result<QVector<TicketId>> holdersOf(const QVector<Incoming> &incoming, const QVector<TicketId> &except);
    Result<QVector<TicketId>> withStubs(const QVector<TicketId> &ids);
    Result<QVector<SearchRow>> searchRows(const QVector<TicketId> &ids);
    Result<QVector<TicketId>> presentOf(const QVector<TicketId> &ids);
    Result<QVector<Incoming>> check(const SyncedRows &rows) const;

    Connection &m_connection;
    const QVector<SyncTable> &m_tables;
    SearchIndex &m_index;
};

} // namespace deskhand
