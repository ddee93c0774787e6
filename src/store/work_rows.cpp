// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/work_rows.h"

#include "store/connection.h"
#include "store/sql_unit_of_work.h"

namespace deskhand {

WorkEntry readWorkEntry(ColumnReader &row)
{
    WorkEntry entry;
    entry.id = row.id<WorkEntryId>();
    entry.ticket = row.id<TicketId>();
    entry.person = row.id<PersonId>();
    entry.at = row.integer();
    entry.minutes = int(row.integer());
    entry.activity = row.text();
    entry.note = row.text();
    entry.loggedAt = row.integer();
    entry.removedAt = row.integer();
    return entry;
}

Result<QVector<WorkEntry>> readWorkOf(Connection &connection, TicketId ticket)
{
    QVector<WorkEntry> entries;
    Statement statement = connection.sql("work.ofThread");
    statement.bind(":ticket", ticket);
    while (statement.next()) {
        ColumnReader row(statement);
        entries.append(readWorkEntry(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return entries;
}

Result<WorkEntryId> SqlUnitOfWork::insertWork(const WorkEntry &entry)
{
    Statement insert = m_connection.sql("work.insert");
    insert.bind(":ticket", entry.ticket).bind(":person", entry.person).bind(":at", entry.at);
    insert.bind(":minutes", entry.minutes).bind(":activity", entry.activity).bind(":note", entry.note);
    const Result<qint64> id = insert.bind(":loggedAt", entry.loggedAt).runForNumber();
    return id ? Result<WorkEntryId>(WorkEntryId{*id}) : Result<WorkEntryId>(id.error());
}

Result<WorkEntry> SqlUnitOfWork::workEntry(WorkEntryId id)
{
    Statement statement = m_connection.sql("work.byId");
    statement.bind(":id", id);
    if (statement.next()) {
        ColumnReader row(statement);
        return readWorkEntry(row);
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return Error{ErrorCode::NotFound, QStringLiteral("store.work"), QStringLiteral("no such id"), {}};
}

Result<void> SqlUnitOfWork::removeWork(WorkEntryId id, Instant at, PersonId by)
{
    Statement remove = m_connection.sql("work.remove");
    return remove.bind(":id", id).bind(":at", at).bind(":by", by).run();
}

} // namespace deskhand
