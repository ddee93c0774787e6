// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog_ptr.h"
#include "operations/mail_report.h"
#include "operations/query.h"
#include "operations/report_answer.h"
#include "operations/sla_report.h"

#include <variant>

namespace deskhand {

// One struct for each question of Desk (operations/desk.h): its parameters, its answer and its name, which is also its
// path below /api/v1/. Whoever asks is known by their token: no `me` is ever on the wire, neither here nor inside of a
// query. `now` is, for relative instants and running clocks; 0: the service's own.

struct CatalogCall {
    using Answer = CatalogPtr;
    static constexpr QLatin1String name{"catalog"};
};
struct TicketsCall {
    using Answer = TicketList;
    static constexpr QLatin1String name{"tickets"};
    TicketQuery query;
};
struct RowsCall {
    using Answer = QVector<TicketRow>;
    static constexpr QLatin1String name{"rows"};
    QVector<TicketId> ids;
};
struct CountsCall {
    using Answer = QVector<qint64>;
    static constexpr QLatin1String name{"counts"};
    QVector<Condition> conditions;
    Instant now = 0;
};
struct TicketCall {
    using Answer = TicketDetail;
    static constexpr QLatin1String name{"ticket"};
    TicketId id;
};
struct TicketByNumberCall {
    using Answer = TicketId;
    static constexpr QLatin1String name{"ticket-by-number"};
    QString number;
};
struct ThreadCall {
    using Answer = ThreadPage;
    static constexpr QLatin1String name{"thread"};
    ThreadQuery query;
};
struct HistoryCall {
    using Answer = QVector<HistoryEntry>;
    static constexpr QLatin1String name{"history"};
    TicketId id;
    int limit = 100;
};
struct SearchCall {
    using Answer = SearchHits;
    static constexpr QLatin1String name{"search"};
    SearchQuery query;
};
struct PeopleCall {
    using Answer = QVector<Person>;
    static constexpr QLatin1String name{"people"};
    PeopleQuery query;
};
struct ViewsCall {
    using Answer = QVector<SavedView>;
    static constexpr QLatin1String name{"views"};
};
struct ChangesSinceCall {
    using Answer = FeedPage; ///< without the tickets before and after a change: they are asked for, and rights checked
    static constexpr QLatin1String name{"changes"};
    qint64 cursor = 0;
    int limit = 1000;
};
struct SignedInCall {
    using Answer = PersonId;
    static constexpr QLatin1String name{"signed-in"};
};
struct MailSetupCall {
    using Answer = MailSetup;
    static constexpr QLatin1String name{"mail-setup"};
};
struct MailReportCall {
    using Answer = MailReport;
    static constexpr QLatin1String name{"mail-report"};
};
struct HeldMailsCall {
    using Answer = QVector<HeldMail>;
    static constexpr QLatin1String name{"held-mails"};
    TicketId ticket;
};
struct OutboxCall {
    using Answer = QVector<MailDelivery>;
    static constexpr QLatin1String name{"outbox"};
};
struct TicketSlaCall {
    using Answer = TicketSla;
    static constexpr QLatin1String name{"ticket-sla"};
    TicketId id;
};
struct SlaImpactCall {
    using Answer = SlaImpact;
    static constexpr QLatin1String name{"sla-impact"};
    SlaImpactQuery query;
};
struct SlaTasksCall {
    using Answer = QVector<SlaTask>;
    static constexpr QLatin1String name{"sla-tasks"};
};
struct NotificationsCall {
    using Answer = QVector<Notification>;
    static constexpr QLatin1String name{"notifications"};
    int limit = 100;
};
struct ReportCall {
    using Answer = ReportAnswer;
    static constexpr QLatin1String name{"report"};
    ReportQuery query;
};
struct ReportShelfCall {
    using Answer = ReportShelf;
    static constexpr QLatin1String name{"report-shelf"};
};

using DeskCall = std::variant<CatalogCall, TicketsCall, RowsCall, CountsCall, TicketCall, TicketByNumberCall,
                              ThreadCall, HistoryCall, SearchCall, PeopleCall, ViewsCall, ChangesSinceCall,
                              SignedInCall, MailSetupCall, MailReportCall, HeldMailsCall, OutboxCall, TicketSlaCall,
                              SlaImpactCall, SlaTasksCall, NotificationsCall, ReportCall, ReportShelfCall>;

} // namespace deskhand
