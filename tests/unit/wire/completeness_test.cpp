// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/call_shapes.h"
#include "wire/command_shapes.h"
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

#include <QtTest>

#include <utility>

using namespace deskhand;

namespace {

/// Becomes whatever a member of a struct wants to be made of.
struct AnyMember {
    template <typename T>
    operator T() const; // never called, and so nowhere defined
};

template <typename T, size_t... Index>
constexpr bool takes(std::index_sequence<Index...>)
{
    return requires
    {
        T{(static_cast<void>(Index), AnyMember())...};
    };
}

/// How many members a struct has: as many as it can be made of at once.
template <typename T, size_t Count = 40>
int memberCount()
{
    if constexpr (takes<T>(std::make_index_sequence<Count>()))
        return int(Count);
    else
        return memberCount<T, Count - 1>();
}

// What may hold nothing can be made of anything: these are counted by taking them apart, which stops compiling when a
// member is added.
template <>
int memberCount<TicketDetail>()
{
    [[maybe_unused]] const auto &[a, b, c, d, e, f, g, h, i, j, k, l] = TicketDetail();
    return 12;
}
template <>
int memberCount<OpenTicket>()
{
    [[maybe_unused]] const auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n] = OpenTicket();
    return 14;
}
template <>
int memberCount<Change>()
{
    [[maybe_unused]] const auto &[a, b, c, d, e, f, g, h] = Change();
    return 8;
}
template <>
int memberCount<TicketQuery>()
{
    [[maybe_unused]] const auto &[a, b, c, d, e, f, g] = TicketQuery();
    return 7;
}
template <>
int memberCount<PeopleQuery>()
{
    [[maybe_unused]] const auto &[a, b, c, d] = PeopleQuery();
    return 4;
}
template <>
int memberCount<SlaImpactQuery>()
{
    [[maybe_unused]] const auto &[a, b, c, d, e, f, g] = SlaImpactQuery();
    return 7;
}
template <>
int memberCount<ReportCell>()
{
    [[maybe_unused]] const auto &[a, b, c, d] = ReportCell();
    return 4;
}
template <>
int memberCount<ReportAnswer>()
{
    [[maybe_unused]] const auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = ReportAnswer();
    return 18;
}
template <>
int memberCount<CountedTickets>()
{
    [[maybe_unused]] const auto &[a, b, c, d, e, f, g, h, i] = CountedTickets();
    return 9;
}
template <>
int memberCount<ReportQuery>()
{
    [[maybe_unused]] const auto &[a, b, c] = ReportQuery();
    return 3;
}
template <>
int memberCount<SlaPriorityAmount>()
{
    [[maybe_unused]] const auto &[a, b] = SlaPriorityAmount();
    return 2;
}
template <>
int memberCount<SlaTarget>()
{
    [[maybe_unused]] const auto &[a, b, c, d, e, f, g, h, i] = SlaTarget();
    return 9;
}

template <typename T>
int describedCount()
{
    return int(dynamic_cast<const WireObject &>(wireType<T>()).fields().size());
}

} // namespace

/// Nobody adds a member to what goes over the wire and forgets the wire.
class CompletenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsDescribed_data();
    void everyMemberIsDescribed();

private:
    static void answers();
    static void settings();
    static void commands();
    static void questions();
};

/// `leftOut`: members that are not on the wire, on purpose.
template <typename T>
void row(const char *name, int leftOut = 0)
{
    QTest::newRow(name) << describedCount<T>() + leftOut << memberCount<T>();
}
template <typename Call, typename Query>
void query(const char *name, int leftOut)
{
    QTest::newRow(name) << describedCount<Call>() + leftOut << memberCount<Query>();
}
#define ROW(type) row<type>(#type)

void CompletenessTest::everyMemberIsDescribed_data()
{
    QTest::addColumn<int>("described");
    QTest::addColumn<int>("members");
    answers();
    settings();
    commands();
    questions();
}

void CompletenessTest::answers()
{
    ROW(MailAddress);
    ROW(Attachment);
    ROW(Article);
    ROW(HistoryEntry);
    ROW(TicketHead);
    row<TicketRow>("TicketRow", 1 - memberCount<TicketHead>()); // the head's members are its own
    ROW(TicketGroup);
    row<TicketList>("TicketList", 1);
    ROW(TicketDetail);
    ROW(MergedTicket);
    ROW(TicketLink);
    row<WorkEntry>("WorkEntry", 1);
    ROW(ThreadPage);
    ROW(SearchHit);
    row<SearchHits>("SearchHits", 1);
    row<Change>("Change", 2);
    ROW(FeedPage);
    ROW(ListSort);
    ROW(SavedView);
    ROW(PresenceSign);
    ROW(Presence);
}

void CompletenessTest::settings()
{
    ROW(State);
    ROW(Priority);
    ROW(Queue);
    ROW(Category);
    ROW(Person);
    ROW(Organization);
    ROW(MailServer);
    ROW(MailOAuth);
    ROW(Mailbox);
    ROW(MailText);
    ROW(MailSettings);
    ROW(MailSetup);
    ROW(MailboxProgress);
    ROW(MailReconciliation);
    ROW(MailboxReport);
    ROW(JobReport);
    ROW(MailReport);
    ROW(HeldMail);
    ROW(RecipientDelivery);
    ROW(MailDelivery);
    ROW(WorkingFrame);
    ROW(Holiday);
    ROW(BusinessCalendar);
    ROW(TimeAmount);
    ROW(SlaPriorityAmount);
    ROW(SlaTarget);
    ROW(SlaAction);
    ROW(SlaLevel);
    ROW(SlaPolicy);
    ROW(SlaEvent);
    row<SlaClock>("SlaClock", 2);
    ROW(SlaFired);
    ROW(TicketSla);
    ROW(SlaCompliance);
    ROW(SlaImpact);
    ROW(SlaTask);
    ROW(Notification);
    ROW(ReportPeriod);
    ROW(ReportInterval);
    ROW(Report);
    ROW(CountedTickets);
    ROW(DashboardCard);
    ROW(Dashboard);
    ROW(ReportSchedule);
    ROW(ReportItem);
    ROW(ReportAxisEntry);
    ROW(ReportAxis);
    ROW(ReportCell);
    ROW(ReportSurvivalPoint);
    ROW(ReportAnswer);
    ROW(ReportSending);
    ROW(ReportShelf);
    ROW(SyncHead);
    ROW(WireSession);
    ROW(WireSignedIn);
    ROW(WireSecondFactor);
    ROW(WireLink);
}

/// What only jobs and imports say is left out.
void CompletenessTest::commands()
{
    ROW(NewAttachment);
    row<NewArticle>("NewArticle", 6);
    row<OpenTicket>("OpenTicket", 1);
    ROW(PostArticle);
    ROW(ChangeTicket);
    ROW(MergeSource);
    ROW(MergeTickets);
    ROW(UnmergeTicket);
    ROW(SplitTicket);
    ROW(MarkRead);
    ROW(DecideHeldMail);
    ROW(ReleaseMail);
    ROW(SaveMailbox);
    ROW(SaveCalendar);
    ROW(SaveSlaPolicy);
    ROW(OrderSlaPolicies);
    ROW(RecordBreachReason);
    ROW(LogWork);
    ROW(RemoveWork);
    ROW(SeeNotifications);
    ROW(SaveReportItem);
    ROW(DeleteReportItem);
    ROW(SaveDeskSettings);
    ROW(FieldConflict);
    ROW(CommandAnswer);
}

/// The members of the query without who asks.
void CompletenessTest::questions()
{
    query<TicketsCall, TicketQuery>("TicketsCall", 1);
    query<ThreadCall, ThreadQuery>("ThreadCall", 1);
    query<SearchCall, SearchQuery>("SearchCall", 1);
    query<PeopleCall, PeopleQuery>("PeopleCall", 0);
    query<SlaImpactCall, SlaImpactQuery>("SlaImpactCall", 1);
    query<ReportCall, ReportQuery>("ReportCall", 1);
    ROW(CountsCall);
    ROW(HistoryCall);
    ROW(ChangesSinceCall);
    ROW(SignInCall);
    ROW(ChangePasswordCall);
    ROW(AcceptLinkCall);
}

void CompletenessTest::everyMemberIsDescribed()
{
    QFETCH(int, described);
    QFETCH(int, members);
    QCOMPARE(described, members);
}

QTEST_GUILESS_MAIN(CompletenessTest)
#include "completeness_test.moc"
