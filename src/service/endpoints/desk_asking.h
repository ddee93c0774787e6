// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "operations/sync_source.h"
#include "wire/desk_calls.h"
#include "wire/sync_calls.h"

namespace deskhand {

/// Who asks, and when: what no call says of itself.
struct AskedBy {
    PersonId person;
    Instant now = 0; ///< the service's clock, for calls that name no time
};

// The question of Desk that each call is, with the person in it that has asked. In the desk's thread.
QFuture<Result<CatalogPtr>> askDesk(Desk &desk, const CatalogCall &call, const AskedBy &by);
QFuture<Result<TicketList>> askDesk(Desk &desk, const TicketsCall &call, const AskedBy &by);
QFuture<Result<QVector<TicketRow>>> askDesk(Desk &desk, const RowsCall &call, const AskedBy &by);
QFuture<Result<QVector<qint64>>> askDesk(Desk &desk, const CountsCall &call, const AskedBy &by);
QFuture<Result<TicketDetail>> askDesk(Desk &desk, const TicketCall &call, const AskedBy &by);
QFuture<Result<TicketId>> askDesk(Desk &desk, const TicketByNumberCall &call, const AskedBy &by);
QFuture<Result<ThreadPage>> askDesk(Desk &desk, const ThreadCall &call, const AskedBy &by);
QFuture<Result<QVector<HistoryEntry>>> askDesk(Desk &desk, const HistoryCall &call, const AskedBy &by);
QFuture<Result<SearchHits>> askDesk(Desk &desk, const SearchCall &call, const AskedBy &by);
QFuture<Result<QVector<Person>>> askDesk(Desk &desk, const PeopleCall &call, const AskedBy &by);
QFuture<Result<QVector<SavedView>>> askDesk(Desk &desk, const ViewsCall &call, const AskedBy &by);
QFuture<Result<FeedPage>> askDesk(Desk &desk, const ChangesSinceCall &call, const AskedBy &by);
QFuture<Result<PersonId>> askDesk(Desk &desk, const SignedInCall &call, const AskedBy &by);
QFuture<Result<MailSetup>> askDesk(Desk &desk, const MailSetupCall &call, const AskedBy &by);
QFuture<Result<MailReport>> askDesk(Desk &desk, const MailReportCall &call, const AskedBy &by);
QFuture<Result<QVector<HeldMail>>> askDesk(Desk &desk, const HeldMailsCall &call, const AskedBy &by);
QFuture<Result<QVector<MailDelivery>>> askDesk(Desk &desk, const OutboxCall &call, const AskedBy &by);
QFuture<Result<TicketSla>> askDesk(Desk &desk, const TicketSlaCall &call, const AskedBy &by);
QFuture<Result<SlaImpact>> askDesk(Desk &desk, const SlaImpactCall &call, const AskedBy &by);
QFuture<Result<ReportAnswer>> askDesk(Desk &desk, const ReportCall &call, const AskedBy &by);
QFuture<Result<ReportShelf>> askDesk(Desk &desk, const ReportShelfCall &call, const AskedBy &by);
QFuture<Result<QVector<SlaTask>>> askDesk(Desk &desk, const SlaTasksCall &call, const AskedBy &by);
QFuture<Result<QVector<Notification>>> askDesk(Desk &desk, const NotificationsCall &call, const AskedBy &by);

QFuture<Result<SyncHead>> askSync(SyncSource &source, const SyncHeadCall &call, const AskedBy &by);
QFuture<Result<SyncRows>> askSync(SyncSource &source, const SyncSettingsCall &call, const AskedBy &by);
QFuture<Result<SyncRows>> askSync(SyncSource &source, const SyncTicketsCall &call, const AskedBy &by);

} // namespace deskhand
