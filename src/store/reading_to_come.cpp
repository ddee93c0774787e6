// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

namespace deskhand {
namespace {

Error notReadable(const char *what)
{
    return Error{ErrorCode::Internal, QString::fromLatin1(what), QStringLiteral("cannot be read yet"), {}};
}

} // namespace

Result<TicketList> readTicketList(SqliteConnection &, const CatalogPtr &, const TicketQuery &)
{
    return notReadable("store.tickets");
}

Result<QVector<qint64>> readCounts(SqliteConnection &, const CatalogPtr &, const QVector<Condition> &, PersonId, Instant)
{
    return notReadable("store.counts");
}

Result<QVector<TicketRow>> readTicketRows(SqliteConnection &, const QVector<TicketId> &, PersonId)
{
    return notReadable("store.rows");
}

Result<TicketDetail> readTicketDetail(SqliteConnection &, TicketId, PersonId)
{
    return notReadable("store.ticket");
}

Result<TicketId> readTicketByNumber(SqliteConnection &, const QString &)
{
    return notReadable("store.ticketByNumber");
}

Result<ThreadPage> readThread(SqliteConnection &, const ThreadQuery &)
{
    return notReadable("store.thread");
}

Result<QVector<HistoryEntry>> readHistory(SqliteConnection &, TicketId, int)
{
    return notReadable("store.history");
}

Result<SearchHits> readSearch(SqliteConnection &, const CatalogPtr &, const SearchQuery &)
{
    return notReadable("store.search");
}

Result<QVector<Person>> readPeople(SqliteConnection &, const PeopleQuery &)
{
    return notReadable("store.people");
}

} // namespace deskhand
