// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

#include "domain/delivery.h"
#include "operations/sla_replanning.h"

#include <initializer_list>
#include <utility>

namespace deskhand {

namespace {

/// Names that the domain has given already.
template <typename Enum, typename Naming>
const WireType *namedBy(Naming naming, std::initializer_list<Enum> values)
{
    static_assert(sizeof(Enum) == sizeof(int));
    QVector<WireName> names;
    for (const Enum value : values)
        names.append({int(value), naming(value).toLatin1()});
    return makeWireNames(std::move(names));
}

/// Names that only the wire has. Never rename: old clients know them.
template <typename Enum>
const WireType *named(std::initializer_list<std::pair<Enum, const char *>> pairs)
{
    static_assert(sizeof(Enum) == sizeof(int));
    QVector<WireName> names;
    for (const auto &[value, name] : pairs)
        names.append({int(value), QByteArray(name)});
    return makeWireNames(std::move(names));
}

QString targetNameOrNone(SlaTargetKind kind)
{
    return kind == SlaTargetKind::None ? QStringLiteral("none") : slaTargetName(kind);
}

} // namespace

const WireType &wireShape(const StateType *)
{
    using enum StateType;
    static const WireType *const type =
        namedBy(stateTypeName, {New, Open, PendingReminder, PendingAuto, Solved, Closed, Merged});
    return *type;
}

const WireType &wireShape(const Channel *)
{
    using enum Channel;
    static const WireType *const type = namedBy(channelName, {Email, Web, Phone, Chat, Messenger, Api, Monitoring});
    return *type;
}

const WireType &wireShape(const Visibility *)
{
    static const WireType *const type =
        named<Visibility>({{Visibility::Public, "public"}, {Visibility::Internal, "internal"}});
    return *type;
}

const WireType &wireShape(const SenderRole *)
{
    using enum SenderRole;
    static const WireType *const type =
        named<SenderRole>({{Customer, "customer"}, {Agent, "agent"}, {System, "system"}});
    return *type;
}

const WireType &wireShape(const ActorKind *)
{
    using enum ActorKind;
    static const WireType *const type =
        named<ActorKind>({{Person, "person"}, {Rule, "rule"}, {Import, "import"}, {System, "system"}});
    return *type;
}

const WireType &wireShape(const PersonRole *)
{
    static const WireType *const type =
        named<PersonRole>({{PersonRole::Requester, "requester"}, {PersonRole::Agent, "agent"}});
    return *type;
}

const WireType &wireShape(const TicketField *)
{
    using enum TicketField;
    static const WireType *const type = namedBy(
        ticketFieldName, {Subject, State, Priority, Queue, Category, Owner, Requester, Tags, DueAt, PendingUntil});
    return *type;
}

const WireType &wireShape(const ListColumn *)
{
    static const WireType *const type = [] {
        QVector<WireName> names;
        for (int column = 0; column < listColumnCount; ++column)
            names.append({column, listColumnName(ListColumn(column)).toLatin1()});
        return makeWireNames(std::move(names));
    }();
    return *type;
}

const WireType &wireShape(const ListDensity *)
{
    static const WireType *const type =
        named<ListDensity>({{ListDensity::OneLine, "one-line"}, {ListDensity::TwoLines, "two-lines"}});
    return *type;
}

const WireType &wireShape(const ChangeKind *)
{
    using enum ChangeKind;
    static const WireType *const type = named<ChangeKind>({{TicketOpened, "ticket-opened"},
                                                           {TicketChanged, "ticket-changed"},
                                                           {ArticlePosted, "article-posted"},
                                                           {ReadMarkSet, "read-mark-set"},
                                                           {CatalogChanged, "catalog-changed"},
                                                           {ViewChanged, "view-changed"},
                                                           {PersonChanged, "person-changed"},
                                                           {BulkLoaded, "bulk-loaded"},
                                                           {MailChanged, "mail-changed"},
                                                           {SlaRecomputed, "sla-recomputed"},
                                                           {NotificationChanged, "notification-changed"},
                                                           {ReportChanged, "report-changed"}});
    return *type;
}

const WireType &wireShape(const TicketLinkKind *)
{
    using enum TicketLinkKind;
    static const WireType *const type = named<TicketLinkKind>(
        {{FollowsUp, "follows-up"}, {FollowedUp, "followed-up"}, {SplitFrom, "split-from"}, {SplitInto, "split-into"}});
    return *type;
}

const WireType &wireShape(const PresenceKind *)
{
    static const WireType *const type =
        named<PresenceKind>({{PresenceKind::Viewing, "viewing"}, {PresenceKind::Writing, "writing"}});
    return *type;
}

const WireType &wireShape(const NotificationKind *)
{
    static const WireType *const type = named<NotificationKind>(
        {{NotificationKind::SlaLevel, "sla-level"}, {NotificationKind::SlaBreach, "sla-breach"}});
    return *type;
}

const WireType &wireShape(const SlaStanding *)
{
    using enum SlaStanding;
    static const WireType *const type = namedBy(slaStandingName, {None, Met, Running, Paused, Missed});
    return *type;
}

const WireType &wireShape(const SlaTargetKind *)
{
    using enum SlaTargetKind;
    static const WireType *const type =
        namedBy(targetNameOrNone, {None, FirstResponse, NextResponse, Update, Resolution, TimeToOwn, TimeInQueue});
    return *type;
}

const WireType &wireShape(const SlaTriggers *)
{
    static const WireType *const type = [] {
        static_assert(sizeof(SlaTriggers) == sizeof(int));
        QVector<WireName> names;
        for (int bit = 1; bit <= int(SlaTrigger::OpenedByAgent); bit *= 2)
            names.append({bit, slaTriggerName(SlaTrigger(bit)).toLatin1()});
        return makeWireFlags(std::move(names));
    }();
    return *type;
}

const WireType &wireShape(const SlaActionKind *)
{
    static const WireType *const type = [] {
        QVector<WireName> names;
        for (int kind = int(SlaActionKind::NotifyOwner); kind <= int(SlaActionKind::PostNote); ++kind)
            names.append({kind, slaActionName(SlaActionKind(kind)).toLatin1()});
        return makeWireNames(std::move(names));
    }();
    return *type;
}

const WireType &wireShape(const SlaState *)
{
    using enum SlaState;
    static const WireType *const type = namedBy(slaStateName, {Running, Paused, Met, Breached, Cancelled});
    return *type;
}

const WireType &wireShape(const SlaEventKind *)
{
    using enum SlaEventKind;
    static const WireType *const type = named<SlaEventKind>({{Opened, "opened"},
                                                             {State, "state"},
                                                             {Priority, "priority"},
                                                             {Queue, "queue"},
                                                             {Owner, "owner"},
                                                             {CustomerSpoke, "customer-spoke"},
                                                             {AgentReplied, "agent-replied"},
                                                             {AgentCalled, "agent-called"},
                                                             {NoteWritten, "note-written"},
                                                             {Policy, "policy"},
                                                             {Recalculated, "recalculated"},
                                                             {MergedIn, "merged-in"},
                                                             {Unmerged, "unmerged"},
                                                             {Parted, "parted"},
                                                             {Judged, "judged"},
                                                             {Withdrawn, "withdrawn"}});
    return *type;
}

const WireType &wireShape(const SlaScope *)
{
    using enum SlaScope;
    static const WireType *const type = namedBy(slaScopeName, {NewTickets, Open, All});
    return *type;
}

const WireType &wireShape(const SlaLevel::When *)
{
    using enum SlaLevel::When;
    static const WireType *const type =
        named<SlaLevel::When>({{Percent, "percent"}, {Before, "before"}, {After, "after"}});
    return *type;
}

const WireType &wireShape(const ReopenRule *)
{
    using enum ReopenRule;
    static const WireType *const type = named<ReopenRule>({{Resume, "resume"}, {Restart, "restart"}, {Never, "never"}});
    return *type;
}

const WireType &wireShape(const BreachCause *)
{
    using enum BreachCause;
    static const WireType *const type = named<BreachCause>(
        {{Time, "time"}, {PriorityChange, "priority-change"}, {PolicyChange, "policy-change"}, {Merge, "merge"}});
    return *type;
}

const WireType &wireShape(const TimeBasis *)
{
    using enum TimeBasis;
    static const WireType *const type =
        named<TimeBasis>({{Business, "business"}, {Calendar, "calendar"}, {WorkingDays, "working-days"}});
    return *type;
}

const WireType &wireShape(const Holiday::Kind *)
{
    using enum Holiday::Kind;
    static const WireType *const type = named<Holiday::Kind>({{Date, "date"},
                                                              {Range, "range"},
                                                              {Yearly, "yearly"},
                                                              {YearlyRange, "yearly-range"},
                                                              {NthWeekday, "nth-weekday"},
                                                              {Easter, "easter"}});
    return *type;
}

const WireType &wireShape(const DeliveryState *)
{
    using enum DeliveryState;
    static const WireType *const type =
        namedBy(deliveryStateName, {None, Withdrawn, Sent, Queued, Sending, Delayed, Failed, Bounced});
    return *type;
}

const WireType &wireShape(const MailKind *)
{
    static const WireType *const type = named<MailKind>(
        {{MailKind::Reply, "reply"}, {MailKind::Report, "report"}, {MailKind::Acknowledgement, "acknowledgement"}});
    return *type;
}

const WireType &wireShape(const MailProtocol *)
{
    using enum MailProtocol;
    static const WireType *const type = named<MailProtocol>({{None, "none"}, {Imap, "imap"}, {Pop3, "pop3"}});
    return *type;
}

const WireType &wireShape(const MailEncryption *)
{
    using enum MailEncryption;
    static const WireType *const type = named<MailEncryption>({{None, "none"}, {Tls, "tls"}, {StartTls, "starttls"}});
    return *type;
}

const WireType &wireShape(const MailSignIn *)
{
    using enum MailSignIn;
    static const WireType *const type = named<MailSignIn>({{None, "none"}, {Password, "password"}, {OAuth2, "oauth2"}});
    return *type;
}

const WireType &wireShape(const MailSecret *)
{
    using enum MailSecret;
    static const WireType *const type = named<MailSecret>({{IncomingPassword, "incoming-password"},
                                                           {OutgoingPassword, "outgoing-password"},
                                                           {RefreshToken, "refresh-token"},
                                                           {ClientSecret, "client-secret"}});
    return *type;
}

const WireType &wireShape(const MailTextKind *)
{
    using enum MailTextKind;
    static const WireType *const type = named<MailTextKind>({{Acknowledgement, "acknowledgement"},
                                                             {QueueSignature, "queue-signature"},
                                                             {AgentSignature, "agent-signature"}});
    return *type;
}

const WireType &wireShape(const MailOutcome *)
{
    using enum MailOutcome;
    static const WireType *const type = named<MailOutcome>({{None, "none"},
                                                            {Opened, "opened"},
                                                            {FollowUp, "follow-up"},
                                                            {Duplicate, "duplicate"},
                                                            {Held, "held"},
                                                            {Quarantined, "quarantined"},
                                                            {Report, "report"},
                                                            {Discarded, "discarded"},
                                                            {Rejected, "rejected"}});
    return *type;
}

const WireType &wireShape(const AfterFetch *)
{
    using enum AfterFetch;
    static const WireType *const type =
        named<AfterFetch>({{Leave, "leave"}, {Flag, "flag"}, {Move, "move"}, {Delete, "delete"}});
    return *type;
}

const WireType &wireShape(const FirstFetch *)
{
    static const WireType *const type =
        named<FirstFetch>({{FirstFetch::FromNowOn, "from-now-on"}, {FirstFetch::Everything, "everything"}});
    return *type;
}

const WireType &wireShape(const FollowUpPolicy *)
{
    using enum FollowUpPolicy;
    static const WireType *const type =
        named<FollowUpPolicy>({{Reopen, "reopen"}, {ReopenForDays, "reopen-for-days"}, {NewTicket, "new-ticket"}});
    return *type;
}

const WireType &wireShape(const HoldReason *)
{
    using enum HoldReason;
    static const WireType *const type = namedBy(holdReasonName, {Stranger, TooMany, Loop, OwnAddress});
    return *type;
}

const WireType &wireShape(const HeldDecision *)
{
    using enum HeldDecision;
    static const WireType *const type =
        named<HeldDecision>({{Join, "join"}, {OpenTicket, "open-ticket"}, {Discard, "discard"}});
    return *type;
}

} // namespace deskhand
