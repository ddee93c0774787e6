// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sla_reading.h"

#include "store/condition_sql.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/row_mapping.h"
#include "store/sla_rows.h"
#include "store/ticket_sight.h"
#include "store/transaction.h"

namespace deskhand {
namespace {

Error noSuchSlaTicket()
{
    return Error{ErrorCode::NotFound, QStringLiteral("store.sla"), QStringLiteral("no such ticket"), {}};
}

StoredSubject readSubject(ColumnReader &columns)
{
    StoredSubject stored;
    TicketRow &row = stored.subject.row;
    row.head = readTicketHead(columns);
    row.requesterName = columns.text();
    row.requesterAddress = columns.text();
    row.requesterVip = columns.flag();
    stored.nextAt = columns.integer();
    stored.subject.sla.ticket = row.head.id;
    return stored;
}

Condition conditionOf(const Catalog &catalog, const SlaSubjectFilter &filter)
{
    QVector<Condition> all;
    if (filter.unresolvedOnly)
        all.append(Condition::is(ConditionField::StateType,
                                 {qint64(StateType::New), qint64(StateType::Open), qint64(StateType::PendingReminder),
                                  qint64(StateType::PendingAuto)}));
    if (filter.openedSince != 0)
        all.append(Condition::compare(ConditionField::Created, ConditionOperator::GreaterOrEqual,
                                      ConditionInstant{false, filter.openedSince}));
    return TicketSight(catalog, filter.me).narrowed(Condition::all(all));
}

Result<QVector<StoredSubject>> readSubjects(Connection &connection, const char *name, TicketId after, int limit,
                                            const SqlPiece &where)
{
    QVector<StoredSubject> subjects;
    Statement rows = connection.composed(connection.fragment(name).replace("{where}", where.sql), name);
    rows.bindAt(1, after.value);
    rows.bindAt(bindPiece(rows, where, 2), qint64(limit));
    while (rows.next()) {
        ColumnReader columns(rows);
        subjects.append(readSubject(columns));
    }
    if (Result<void> status = rows.status(); !status)
        return status.error();
    return subjects;
}

/// The rows of a statement about several tickets, each to the TicketSla of its ticket. They come in the order of the
/// ids, so that the next one is nearly always of the same ticket or of the one behind it.
template <typename Take>
Result<void> spread(Statement rows, const QVector<TicketSla *> &tickets, Take take)
{
    qsizetype at = 0;
    while (rows.next()) {
        ColumnReader row(rows);
        const auto id = row.id<TicketId>();
        while (at < tickets.size() && tickets[at]->ticket != id)
            ++at;
        if (at == tickets.size())
            break;
        take(tickets[at], row);
    }
    return rows.status();
}

/// The three kinds of rows of one answer.
void takeWhole(TicketSla *sla, ColumnReader &row)
{
    enum class Part : int { Event = 1, Clock = 2, Fired = 3 };
    switch (row.enumerator<Part>()) {
    case Part::Event: sla->events.append(readSlaEvent(row)); break;
    case Part::Clock: sla->clocks.append(readSlaClock(row)); break;
    case Part::Fired: sla->fired.append(readSlaFired(row)); break;
    }
}

Result<QVector<StoredSubject>> wholeSubjects(Connection &connection, const char *name, TicketId after, int limit,
                                             const SqlPiece &where)
{
    Result<QVector<StoredSubject>> subjects = readSubjects(connection, name, after, limit, where);
    if (!subjects)
        return subjects;
    QVector<TicketSla *> tickets;
    tickets.reserve(subjects->size());
    for (StoredSubject &subject : *subjects)
        tickets.append(&subject.subject.sla);
    const Result<void> filled = readClocksOf(connection, tickets);
    return filled ? subjects : Result<QVector<StoredSubject>>(filled.error());
}

const char *lockingName(const Connection &connection)
{
    return connection.dialect() == SqlDialect::Postgres ? "sla.lockedSubjects" : "sla.subjects";
}

} // namespace

Result<void> readClocksOf(Connection &connection, const QVector<TicketSla *> &tickets)
{
    if (tickets.isEmpty())
        return {};
    const QString ids =
        jsonOfNumbers(tickets.cbegin(), tickets.cend(), [](TicketSla *sla) { return sla->ticket.value; });
    const auto statement = [&connection, &ids](const char *name) {
        Statement of = connection.sql(name);
        of.bind(":ids", ids);
        return of;
    };
    if (connection.dialect() == SqlDialect::Postgres)
        return spread(statement("sla.whole"), tickets, takeWhole);
    Result<void> filled = spread(statement("sla.events"), tickets,
                                 [](TicketSla *sla, ColumnReader &row) { sla->events.append(readSlaEvent(row)); });
    if (filled)
        filled = spread(statement("sla.clocks"), tickets,
                        [](TicketSla *sla, ColumnReader &row) { sla->clocks.append(readSlaClock(row)); });
    if (filled)
        filled = spread(statement("sla.fired"), tickets,
                        [](TicketSla *sla, ColumnReader &row) { sla->fired.append(readSlaFired(row)); });
    return filled;
}

Result<QVector<SlaSubject>> readSlaSubjects(Connection &connection, const CatalogPtr &catalog, TicketId after,
                                            int limit, const SlaSubjectFilter &filter)
{
    const ConditionContext context{catalog, filter.me, 0};
    const Result<SqlPiece> where = conditionSql(conditionOf(*catalog, filter), context, connection.catalogue());
    if (!where)
        return where.error();
    Result<QVector<StoredSubject>> stored = wholeSubjects(connection, "sla.subjects", after, limit, *where);
    if (!stored)
        return stored.error();
    QVector<SlaSubject> subjects;
    subjects.reserve(stored->size());
    for (StoredSubject &one : *stored)
        subjects.append(std::move(one.subject));
    return subjects;
}

Result<qint64> countSlaSubjects(Connection &connection, const CatalogPtr &catalog, const SlaSubjectFilter &filter)
{
    const ConditionContext context{catalog, filter.me, 0};
    const Result<SqlPiece> where = conditionSql(conditionOf(*catalog, filter), context, connection.catalogue());
    if (!where)
        return where.error();
    Statement count =
        connection.composed(connection.fragment("list.count").replace("{where}", where->sql), "list.count");
    bindPiece(count, *where, 1);
    return count.runForNumber();
}

Result<QVector<StoredSubject>> lockSlaSubjects(Connection &connection, const CatalogPtr &catalog, TicketId after,
                                               int limit, const SlaSubjectFilter &filter)
{
    const ConditionContext context{catalog, filter.me, 0};
    const Result<SqlPiece> where = conditionSql(conditionOf(*catalog, filter), context, connection.catalogue());
    return where ? wholeSubjects(connection, lockingName(connection), after, limit, *where)
                 : Result<QVector<StoredSubject>>(where.error());
}

Result<QVector<StoredSubject>> lockSlaSubjects(Connection &connection, const QVector<TicketId> &tickets)
{
    SqlPiece where{connection.fragment("list.isOneOf"), {}};
    where.values.append(jsonOfIds(tickets));
    return wholeSubjects(connection, lockingName(connection), {}, int(tickets.size()), where);
}

Result<StoredSubject> lockSlaSubject(Connection &connection, TicketId ticket)
{
    SqlPiece where{connection.fragment("sla.isTicket"), {}};
    where.values.append(ticket.value);
    Result<QVector<StoredSubject>> subjects = wholeSubjects(connection, lockingName(connection), {}, 1, where);
    if (!subjects)
        return subjects.error();
    return subjects->isEmpty() ? Result<StoredSubject>(noSuchSlaTicket())
                               : Result<StoredSubject>(std::move(subjects->first()));
}

Result<TicketSla> readTicketSla(Connection &connection, const Catalog &catalog, TicketId id, PersonId me)
{
    Transaction snapshot(connection);
    if (Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    {
        Statement queue = connection.sql("row.queueById");
        queue.bind(":id", id);
        const bool isSeen = queue.next() && TicketSight(catalog, me).sees(queue.id<QueueId>(0));
        if (Result<void> status = queue.status(); !status)
            return status.error();
        if (!isSeen)
            return noSuchSlaTicket();
    }
    TicketSla sla;
    sla.ticket = id;
    const Result<void> filled = readClocksOf(connection, {&sla});
    return filled ? Result<TicketSla>(std::move(sla)) : Result<TicketSla>(filled.error());
}

Result<QVector<SlaTask>> readSlaTasks(Connection &connection)
{
    QVector<SlaTask> tasks;
    Statement rows = connection.sql("sla.recentTasks");
    while (rows.next()) {
        ColumnReader row(rows);
        tasks.append(readSlaTask(row));
    }
    if (Result<void> status = rows.status(); !status)
        return status.error();
    return tasks;
}

Result<QVector<Notification>> readNotifications(Connection &connection, const Catalog &catalog, PersonId me, int limit)
{
    const TicketSight sight(catalog, me);
    QVector<Notification> notifications;
    Statement rows = connection.sql("sla.notifications");
    rows.bind(":me", me).bind(":limit", limit);
    while (rows.next()) {
        ColumnReader row(rows);
        Notification one;
        one.id = row.id<NotificationId>();
        one.person = row.id<PersonId>();
        one.kind = row.enumerator<NotificationKind>();
        one.ticket = row.id<TicketId>();
        one.ticketNumber = row.text();
        one.subject = row.text();
        one.target = row.enumerator<SlaTargetKind>();
        one.cycle = int(row.integer());
        one.level = row.text();
        one.at = row.integer();
        one.dueAt = row.integer();
        one.seenAt = row.integer();
        if (sight.sees(row.id<QueueId>()))
            notifications.append(std::move(one));
    }
    if (Result<void> status = rows.status(); !status)
        return status.error();
    return notifications;
}

} // namespace deskhand
