// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_calls.h"

#include "wire/call_shapes.h"
#include "wire/wire_choice.h"

namespace deskhand {

namespace {

constexpr int longestSearch = 10'000;
constexpr int longestTicketNumber = 200;
constexpr int mostRows = 10'000;
constexpr int mostCounts = 1'000;
constexpr int mostAnswers = 100'000;

const WireType &answerLimit()
{
    static const WireType *const type = makeWireNumber(0, mostAnswers);
    return *type;
}

const WireType &searchText()
{
    static const WireType *const type = makeWireText(longestSearch);
    return *type;
}

template <typename Id>
const WireType &idsLimitedTo(int most)
{
    static const WireType *const type = makeWireLimited(wireType<QVector<Id>>(), most);
    return *type;
}

template <typename Call>
const WireType &withoutParameters(const char *name)
{
    static const WireObjectOf<Call> type(name);
    return type;
}

const WireObject &ticketQueryShape()
{
    using T = TicketQuery;
    static const WireObject &type = (new WireObjectOf<T>("TicketQuery"))
                                        ->field("condition", &T::condition)
                                        .field("sort", &T::sort)
                                        .field("groupBy", &T::groupBy)
                                        .field("counted", &T::counted)
                                        .field("beginning", &T::beginning)
                                        .field("now", &T::now);
    return type;
}

const WireObject &threadQueryShape()
{
    using T = ThreadQuery;
    static const WireObject &type = (new WireObjectOf<T>("ThreadQuery"))
                                        ->field("ticket", &T::ticket)
                                        .required()
                                        .field("before", &T::before)
                                        .field("limit", &T::limit, answerLimit());
    return type;
}

const WireObject &searchQueryShape()
{
    using T = SearchQuery;
    static const WireObject &type = (new WireObjectOf<T>("SearchQuery"))
                                        ->field("text", &T::text, searchText())
                                        .field("condition", &T::condition)
                                        .field("byRelevance", &T::byRelevance)
                                        .field("limit", &T::limit, answerLimit())
                                        .field("now", &T::now);
    return type;
}

const WireObject &peopleQueryShape()
{
    using T = PeopleQuery;
    static const WireObject &type = (new WireObjectOf<T>("PeopleQuery"))
                                        ->field("ids", &T::ids, idsLimitedTo<PersonId>(mostRows))
                                        .field("startsWith", &T::startsWith, searchText())
                                        .field("role", &T::role)
                                        .field("limit", &T::limit, answerLimit());
    return type;
}

const WireObject &slaImpactQueryShape()
{
    using T = SlaImpactQuery;
    static const WireObject &type = (new WireObjectOf<T>("SlaImpactQuery"))
                                        ->field("policy", &T::policy)
                                        .field("calendar", &T::calendar)
                                        .field("order", &T::order)
                                        .field("scope", &T::scope)
                                        .field("openedSince", &T::openedSince)
                                        .field("now", &T::now);
    return type;
}

const WireObject &reportQueryShape()
{
    using T = ReportQuery;
    static const WireObject &type =
        (new WireObjectOf<T>("ReportQuery"))->field("report", &T::report).required().field("now", &T::now);
    return type;
}

} // namespace

const WireType &wireShape(const CatalogCall *)
{
    return withoutParameters<CatalogCall>("CatalogCall");
}

const WireType &wireShape(const TicketsCall *)
{
    static const WireType &type =
        (new WireObjectOf<TicketsCall>("TicketsCall"))->all(&TicketsCall::query, ticketQueryShape());
    return type;
}

const WireType &wireShape(const RowsCall *)
{
    static const WireType &type =
        (new WireObjectOf<RowsCall>("RowsCall"))->field("ids", &RowsCall::ids, idsLimitedTo<TicketId>(mostRows));
    return type;
}

const WireType &wireShape(const CountsCall *)
{
    using T = CountsCall;
    static const WireType *const conditions = makeWireLimited(wireType<QVector<Condition>>(), mostCounts);
    static const WireType &type =
        (new WireObjectOf<T>("CountsCall"))->field("conditions", &T::conditions, *conditions).field("now", &T::now);
    return type;
}

const WireType &wireShape(const TicketCall *)
{
    static const WireType &type = (new WireObjectOf<TicketCall>("TicketCall"))->field("id", &TicketCall::id).required();
    return type;
}

const WireType &wireShape(const TicketByNumberCall *)
{
    using T = TicketByNumberCall;
    static const WireType *const number = makeWireText(longestTicketNumber);
    static const WireType &type =
        (new WireObjectOf<T>("TicketByNumberCall"))->field("number", &T::number, *number).required();
    return type;
}

const WireType &wireShape(const ThreadCall *)
{
    static const WireType &type =
        (new WireObjectOf<ThreadCall>("ThreadCall"))->all(&ThreadCall::query, threadQueryShape());
    return type;
}

const WireType &wireShape(const HistoryCall *)
{
    using T = HistoryCall;
    static const WireType &type =
        (new WireObjectOf<T>("HistoryCall"))->field("id", &T::id).required().field("limit", &T::limit, answerLimit());
    return type;
}

const WireType &wireShape(const SearchCall *)
{
    static const WireType &type =
        (new WireObjectOf<SearchCall>("SearchCall"))->all(&SearchCall::query, searchQueryShape());
    return type;
}

const WireType &wireShape(const PeopleCall *)
{
    static const WireType &type =
        (new WireObjectOf<PeopleCall>("PeopleCall"))->all(&PeopleCall::query, peopleQueryShape());
    return type;
}

const WireType &wireShape(const ViewsCall *)
{
    return withoutParameters<ViewsCall>("ViewsCall");
}

const WireType &wireShape(const ChangesSinceCall *)
{
    using T = ChangesSinceCall;
    static const WireType &type =
        (new WireObjectOf<T>("ChangesCall"))->field("cursor", &T::cursor).field("limit", &T::limit, answerLimit());
    return type;
}

const WireType &wireShape(const SignedInCall *)
{
    return withoutParameters<SignedInCall>("SignedInCall");
}

const WireType &wireShape(const MailSetupCall *)
{
    return withoutParameters<MailSetupCall>("MailSetupCall");
}

const WireType &wireShape(const MailReportCall *)
{
    return withoutParameters<MailReportCall>("MailReportCall");
}

const WireType &wireShape(const HeldMailsCall *)
{
    static const WireType &type =
        (new WireObjectOf<HeldMailsCall>("HeldMailsCall"))->field("ticket", &HeldMailsCall::ticket);
    return type;
}

const WireType &wireShape(const OutboxCall *)
{
    return withoutParameters<OutboxCall>("OutboxCall");
}

const WireType &wireShape(const TicketSlaCall *)
{
    static const WireType &type =
        (new WireObjectOf<TicketSlaCall>("TicketSlaCall"))->field("id", &TicketSlaCall::id).required();
    return type;
}

const WireType &wireShape(const SlaImpactCall *)
{
    static const WireType &type =
        (new WireObjectOf<SlaImpactCall>("SlaImpactCall"))->all(&SlaImpactCall::query, slaImpactQueryShape());
    return type;
}

const WireType &wireShape(const SlaTasksCall *)
{
    return withoutParameters<SlaTasksCall>("SlaTasksCall");
}

const WireType &wireShape(const NotificationsCall *)
{
    static const WireType &type = (new WireObjectOf<NotificationsCall>("NotificationsCall"))
                                      ->field("limit", &NotificationsCall::limit, answerLimit());
    return type;
}

const WireType &wireShape(const ReportCall *)
{
    static const WireType &type =
        (new WireObjectOf<ReportCall>("ReportCall"))->all(&ReportCall::query, reportQueryShape());
    return type;
}

const WireType &wireShape(const ReportShelfCall *)
{
    return withoutParameters<ReportShelfCall>("ReportShelfCall");
}

QByteArray encodeCall(const DeskCall &call)
{
    return encodeNamedCall(namedAlternatives<DeskCall>(), call);
}

QLatin1String nameOfCall(const DeskCall &call)
{
    return std::visit([](const auto &each) { return each.name; }, call);
}

Result<DeskCall> decodeCall(QByteArrayView name, const QByteArray &json)
{
    return decodeNamedCall(namedAlternatives<DeskCall>(), name, json);
}

} // namespace deskhand
