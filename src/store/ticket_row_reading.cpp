// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "base/text_folding.h"
#include "store/condition_sql.h"
#include "store/connection.h"
#include "store/delivery_rows.h"
#include "store/json_numbers.h"
#include "store/merge_reading.h"
#include "store/row_mapping.h"
#include "store/ticket_sight.h"
#include "store/transaction.h"
#include "store/work_rows.h"

namespace deskhand {
namespace {

constexpr qsizetype longestSnippet = 200;

QString oneLineSnippet(const QString &text)
{
    QString line = text.simplified();
    if (line.size() > longestSnippet) {
        line.truncate(line[longestSnippet - 1].isHighSurrogate() ? longestSnippet - 1 : longestSnippet);
    }
    return line;
}

TicketRow readTicketRow(ColumnReader &columns)
{
    TicketRow row;
    row.head = readTicketHead(columns);
    row.requesterName = columns.text();
    row.requesterAddress = columns.text();
    row.requesterVip = columns.flag();
    row.unread = columns.flag();
    row.snippet = oneLineSnippet(columns.text());
    return row;
}

Error noSuchTicket(const char *where)
{
    return Error{ErrorCode::NotFound, QString::fromLatin1(where), QStringLiteral("no such ticket"), {}};
}

Result<Person> requesterOf(Connection &connection, PersonId id)
{
    Statement statement = connection.sql("person.byId");
    statement.bind(":id", id);
    Person person;
    if (statement.next()) {
        ColumnReader row(statement);
        person = readPerson(row);
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return person;
}

/// Those of the requester's tickets that `me` sees.
Result<void> countTicketsOf(Connection &connection, const CatalogPtr &catalog, PersonId me, TicketDetail *detail)
{
    const ConditionContext context{catalog, me, 0};
    const Result<SqlPiece> where =
        conditionSql(TicketSight(*catalog, me).narrowed(Condition::all()), context, connection.catalogue());
    if (!where)
        return where.error();
    Statement counts = connection.composed(connection.fragment("row.requesterCounts").replace("{where}", where->sql),
                                           "row.requesterCounts");
    counts.bindAt(1, detail->row.head.requester.value);
    bindPiece(counts, *where, 2);
    if (counts.next()) {
        detail->requesterTicketCount = int(counts.integer(0));
        detail->requesterOpenCount = int(counts.integer(1));
    }
    return counts.status();
}

/// What waits for a person, and whether the requester's address is one that mail comes back from: what the last mail to
/// it came to, among the tickets that `me` sees.
Result<void> readMailOfTicket(Connection &connection, const Catalog &catalog, PersonId me, TicketDetail *detail)
{
    {
        Statement held = connection.sql("mail.countHeldOfTicket");
        held.bind(":ticket", detail->row.head.id);
        if (held.next())
            detail->heldMails = int(held.integer(0));
        if (Result<void> status = held.status(); !status)
            return status;
    }
    const QString address = foldText(detail->requester.address);
    if (address.isEmpty())
        return {};
    const TicketSight sight(catalog, me);
    Statement sent = connection.sql("outbox.toAddress");
    sent.bind(":address", address);
    while (sent.next()) {
        ColumnReader row(sent);
        if (!sight.sees(row.id<QueueId>()))
            continue;
        const RecipientDelivery last = readRecipient(row);
        if (last.state != DeliveryState::Sent)
            detail->requesterTrouble = last;
        break;
    }
    return sent.status();
}

} // namespace

Result<QVector<TicketRow>> readTicketRows(Connection &connection, const Catalog &catalog, const QVector<TicketId> &ids,
                                          PersonId me)
{
    const TicketSight sight(catalog, me);
    QVector<TicketRow> rows;
    rows.reserve(ids.size());
    Statement statement = connection.sql("row.byIds");
    statement.bind(":me", me).bind(":ids", jsonOfIds(ids));
    while (statement.next()) {
        ColumnReader columns(statement);
        TicketRow row = readTicketRow(columns);
        if (sight.sees(row.head.queue))
            rows.append(std::move(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return rows;
}

Result<QVector<std::optional<TicketRow>>> readTicketRowsOfEach(Connection &connection, const Catalog &catalog,
                                                               const QVector<TicketSeen> &wanted)
{
    QVector<std::optional<TicketRow>> rows(wanted.size());
    QString pairs(u'[');
    for (const TicketSeen &one : wanted) {
        pairs += QLatin1String(pairs.size() > 1 ? ",[" : "[") + QString::number(one.ticket.value) + u','
                 + QString::number(one.by.value) + u']';
    }
    Statement statement = connection.sql("row.ofEach");
    statement.bind(":pairs", pairs + u']');
    while (statement.next()) {
        ColumnReader columns(statement);
        TicketRow row = readTicketRow(columns);
        const qsizetype place = qsizetype(columns.integer()) - 1;
        if (TicketSight(catalog, wanted[place].by).sees(row.head.queue))
            rows[place] = std::move(row);
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return rows;
}

Result<TicketDetail> readTicketDetail(Connection &connection, const CatalogPtr &catalog, TicketId id, PersonId me)
{
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    const Result<QVector<TicketRow>> rows = readTicketRows(connection, *catalog, {id}, me);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return noSuchTicket("store.ticket");

    TicketDetail detail;
    detail.row = rows->first();
    Result<Person> requester = requesterOf(connection, detail.row.head.requester);
    if (!requester)
        return requester.error();
    detail.requester = std::move(*requester);

    if (Result<void> status = countTicketsOf(connection, catalog, me, &detail); !status)
        return status.error();

    if (Result<void> status = readMailOfTicket(connection, *catalog, me, &detail); !status)
        return status.error();

    if (Result<void> status = readMerging(connection, *catalog, me, &detail); !status)
        return status.error();

    Result<QVector<WorkEntry>> work = readWorkOf(connection, id);
    if (!work)
        return work.error();
    detail.work = *std::move(work);

    Statement readUpTo = connection.sql("row.readUpTo");
    readUpTo.bind(":me", me).bind(":ticket", id);
    if (readUpTo.next())
        detail.readUpTo = readUpTo.id<ArticleId>(0);
    if (Result<void> status = readUpTo.status(); !status)
        return status.error();
    return detail;
}

Result<TicketId> readTicketByNumber(Connection &connection, const Catalog &catalog, const QString &number, PersonId me)
{
    Statement statement = connection.sql("row.idByNumber");
    statement.bind(":number", foldText(number));
    if (statement.next() && TicketSight(catalog, me).sees(statement.id<QueueId>(1)))
        return statement.id<TicketId>(0);
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return noSuchTicket("store.ticketByNumber");
}

} // namespace deskhand
