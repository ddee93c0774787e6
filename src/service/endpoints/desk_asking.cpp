// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/desk_asking.h"

#include "base/deliver.h"

namespace deskhand {
namespace {

/// With who asks, and a time where the call names none.
template <typename Query>
Query questionBy(Query query, const AskedBy &by)
{
    query.me = by.person;
    if (query.now == 0)
        query.now = by.now;
    return query;
}

} // namespace

QFuture<Result<CatalogPtr>> askDesk(Desk &desk, const CatalogCall &, const AskedBy &)
{
    return desk.catalog();
}

QFuture<Result<TicketList>> askDesk(Desk &desk, const TicketsCall &call, const AskedBy &by)
{
    return desk.tickets(questionBy(call.query, by));
}

QFuture<Result<QVector<TicketRow>>> askDesk(Desk &desk, const RowsCall &call, const AskedBy &by)
{
    return desk.rows(call.ids, by.person);
}

QFuture<Result<QVector<qint64>>> askDesk(Desk &desk, const CountsCall &call, const AskedBy &by)
{
    return desk.counts(call.conditions, by.person, call.now == 0 ? by.now : call.now);
}

QFuture<Result<TicketDetail>> askDesk(Desk &desk, const TicketCall &call, const AskedBy &by)
{
    return desk.ticket(call.id, by.person);
}

QFuture<Result<TicketId>> askDesk(Desk &desk, const TicketByNumberCall &call, const AskedBy &by)
{
    return desk.ticketByNumber(call.number, by.person);
}

QFuture<Result<ThreadPage>> askDesk(Desk &desk, const ThreadCall &call, const AskedBy &by)
{
    ThreadQuery query = call.query;
    query.me = by.person;
    return desk.thread(query);
}

QFuture<Result<QVector<HistoryEntry>>> askDesk(Desk &desk, const HistoryCall &call, const AskedBy &by)
{
    return desk.history(call.id, by.person, call.limit);
}

QFuture<Result<SearchHits>> askDesk(Desk &desk, const SearchCall &call, const AskedBy &by)
{
    return desk.search(questionBy(call.query, by));
}

QFuture<Result<QVector<Person>>> askDesk(Desk &desk, const PeopleCall &call, const AskedBy &)
{
    return desk.people(call.query);
}

QFuture<Result<QVector<SavedView>>> askDesk(Desk &desk, const ViewsCall &, const AskedBy &by)
{
    return desk.views(by.person);
}

QFuture<Result<FeedPage>> askDesk(Desk &desk, const ChangesSinceCall &call, const AskedBy &by)
{
    return desk.changesSince(call.cursor, call.limit, by.person);
}

QFuture<Result<PersonId>> askDesk(Desk &, const SignedInCall &, const AskedBy &by)
{
    return readyFuture(Result<PersonId>(by.person));
}

QFuture<Result<MailSetup>> askDesk(Desk &desk, const MailSetupCall &, const AskedBy &)
{
    return desk.mailSetup();
}

QFuture<Result<MailReport>> askDesk(Desk &desk, const MailReportCall &, const AskedBy &)
{
    return desk.mailReport();
}

QFuture<Result<QVector<HeldMail>>> askDesk(Desk &desk, const HeldMailsCall &call, const AskedBy &by)
{
    return desk.heldMails(by.person, call.ticket);
}

QFuture<Result<QVector<MailDelivery>>> askDesk(Desk &desk, const OutboxCall &, const AskedBy &by)
{
    return desk.outbox(by.person);
}

QFuture<Result<TicketSla>> askDesk(Desk &desk, const TicketSlaCall &call, const AskedBy &by)
{
    return desk.ticketSla(call.id, by.person);
}

QFuture<Result<SlaImpact>> askDesk(Desk &desk, const SlaImpactCall &call, const AskedBy &by)
{
    return desk.slaImpact(questionBy(call.query, by));
}

QFuture<Result<ReportAnswer>> askDesk(Desk &desk, const ReportCall &call, const AskedBy &by)
{
    return desk.report(questionBy(call.query, by));
}

QFuture<Result<ReportShelf>> askDesk(Desk &desk, const ReportShelfCall &, const AskedBy &by)
{
    return desk.reportShelf(by.person);
}

QFuture<Result<QVector<SlaTask>>> askDesk(Desk &desk, const SlaTasksCall &, const AskedBy &)
{
    return desk.slaTasks();
}

QFuture<Result<QVector<Notification>>> askDesk(Desk &desk, const NotificationsCall &call, const AskedBy &by)
{
    return desk.notifications(by.person, call.limit);
}

QFuture<Result<SyncHead>> askSync(SyncSource &source, const SyncHeadCall &, const AskedBy &)
{
    return source.syncHead();
}

QFuture<Result<SyncRows>> askSync(SyncSource &source, const SyncSettingsCall &, const AskedBy &by)
{
    return source.syncSettings(by.person);
}

QFuture<Result<SyncRows>> askSync(SyncSource &source, const SyncTicketsCall &call, const AskedBy &by)
{
    return source.syncTickets(call.ids, by.person);
}

} // namespace deskhand
