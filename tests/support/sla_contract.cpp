// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sla_contract.h"

#include "operations/sla_replanning.h"
#include "support/contract_world.h"
#include "support/test_desk.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

namespace deskhand::test {
namespace {

constexpr int inMinutes = 60'000;

QVector<SlaEventKind> kindsOf(const QVector<SlaEvent> &events)
{
    QVector<SlaEventKind> kinds;
    for (const SlaEvent &event : events)
        kinds.append(event.kind);
    return kinds;
}

QString rita()
{
    return QStringLiteral("rita@customer.example");
}

SlaTarget promised(SlaTargetKind kind, int minutes)
{
    SlaTarget target = usualTarget(kind);
    target.otherwise = TimeAmount{TimeBasis::Business, qint64(minutes) * inMinutes};
    return target;
}

} // namespace

void SlaContract::init()
{
    m_fixture = m_makeFixture();
    m_ada = m_fixture->admin();
    m_minutes = 0;
    m_mails = 0;
    Person agent;
    agent.role = PersonRole::Agent;
    agent.name = QStringLiteral("Ben Berg");
    agent.address = QStringLiteral("ben@desk.example");
    m_ben = PersonId{must(SavePerson{agent}).id};
    agent.name = QStringLiteral("Cleo Curie");
    agent.address = QStringLiteral("cleo@desk.example");
    m_cleo = PersonId{must(SavePerson{agent}).id};
    BusinessCalendar office = defaultCalendar(QStringLiteral("Office"), "UTC");
    m_office = CalendarId{must(SaveCalendar{office, SlaScope::NewTickets}).id};
    Queue people;
    people.name = QStringLiteral("People");
    people.position = 2;
    people.members = {m_cleo};
    m_people = QueueId{must(SaveQueue{people}).id};
    const CatalogPtr known = catalog(); // it may be nobody else's
    for (SlaPolicy initial : known->slaPolicies) {
        initial.active = false;
        save(initial);
    }
    m_policy = save(promise(QStringLiteral("Everybody")));
}

void SlaContract::cleanup()
{
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
    m_fixture.reset();
}

Result<CommandAnswer> SlaContract::submit(const CommandBody &body, PersonId actor, ActorKind kind)
{
    Command command = Command::make(actor, body);
    command.actorKind = kind;
    return await(desk().submit(command));
}

CommandAnswer SlaContract::must(const CommandBody &body, PersonId actor, ActorKind kind)
{
    return expected(submit(body, kind == ActorKind::Person && !actor.isValid() ? m_ada : actor, kind));
}

QVariantMap SlaContract::reasons(const CommandBody &body)
{
    const Result<CommandAnswer> answer = submit(body, m_ada);
    return answer || answer.error().code != ErrorCode::Invalid ? QVariantMap() : answer.error().payload;
}

TicketId SlaContract::openByMail(PriorityId priority, QueueId queue)
{
    OpenTicket open;
    open.subject = QStringLiteral("Printer");
    open.priority = priority;
    open.queue = queue;
    open.requesterAddress = MailAddress{QStringLiteral("Rita"), rita()};
    open.channel = Channel::Email;
    NewArticle article;
    article.senderRole = SenderRole::Customer;
    article.channel = Channel::Email;
    article.text = QStringLiteral("It is dark");
    article.messageId = QStringLiteral("question%1@customer.example").arg(++m_mails);
    open.article = article;
    return must(open, {}, ActorKind::System).ticket;
}

CommandAnswer SlaContract::reply(TicketId ticket, StateId state)
{
    PostArticle post;
    post.ticket = ticket;
    post.article.text = QStringLiteral("Is it plugged in?");
    post.state = state;
    return must(post, m_ada);
}

void SlaContract::customerWrites(TicketId ticket)
{
    PostArticle post;
    post.ticket = ticket;
    post.article.senderRole = SenderRole::Customer;
    post.article.text = QStringLiteral("Still dark");
    must(post, {}, ActorKind::System);
}

void SlaContract::set(TicketId ticket, TicketField field, qint64 value)
{
    ChangeTicket change;
    change.ticket = ticket;
    change.baseVersion = head(ticket).version;
    change.changes = {FieldChange{field, value, {}, {}}};
    must(change, m_ada);
}

void SlaContract::reach(TicketId ticket)
{
    must(ReachSlaLevels{ticket}, {}, ActorKind::System);
}

void SlaContract::recalculate(SlaTaskId task)
{
    while (must(RecalculateSla{task, 2}, {}, ActorKind::System).id != 0) {
    }
}

Instant SlaContract::minute(int n) const
{
    return QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch() + qint64(n) * inMinutes;
}

CatalogPtr SlaContract::catalog()
{
    return expected(await(desk().catalog()));
}

PriorityId SlaContract::priority(int rank)
{
    const CatalogPtr known = catalog();
    for (const Priority &one : known->priorities) {
        if (one.rank == rank)
            return one.id;
    }
    return {};
}

TicketHead SlaContract::head(TicketId ticket)
{
    return expected(await(desk().ticket(ticket, m_ada))).row.head;
}

TicketSla SlaContract::sla(TicketId ticket)
{
    return expected(await(desk().ticketSla(ticket, m_ada)));
}

SlaClock SlaContract::clock(TicketId ticket, SlaTargetKind target, int cycle)
{
    for (const SlaClock &one : sla(ticket).clocks) {
        if (one.target == target && one.cycle == cycle)
            return one;
    }
    SlaClock none;
    none.cycle = 0;
    return none;
}

QVector<HistoryEntry> SlaContract::history(TicketId ticket, const QString &what)
{
    QVector<HistoryEntry> entries;
    for (const HistoryEntry &entry : expected(await(desk().history(ticket, m_ada, 1000)))) {
        if (entry.what == what)
            entries.prepend(entry);
    }
    return entries;
}

QVector<Notification> SlaContract::notifications(PersonId person)
{
    return expected(await(desk().notifications(person, 100)));
}

QString SlaContract::brokenClocks(TicketId ticket)
{
    const TicketSla stored = sla(ticket);
    const CatalogPtr known = catalog(); // it may be nobody else's
    const SlaVersions &versions = *known->slaVersions;
    for (qsizetype i = 1; i < stored.events.size(); ++i) {
        if (stored.events[i].at < stored.events[i - 1].at)
            return QStringLiteral("event %1 goes back in time").arg(i);
    }
    const QVector<SlaClock> replayed = replayClocks(stored.events, versions);
    if (replayed.size() != stored.clocks.size())
        return QStringLiteral("%1 clocks instead of %2").arg(stored.clocks.size()).arg(replayed.size());
    for (qsizetype i = 0; i < replayed.size(); ++i) {
        SlaClock clock = replayed[i];
        clock.pauses.clear();
        clock.changedAt = 0;
        clock.reason = stored.clocks[i].reason;
        if (clock != stored.clocks[i])
            return QStringLiteral("another %1").arg(cycleName(clock.target, clock.cycle));
    }
    const SlaSummary summary = summaryOf(stored.events, replayed, stored.fired, versions);
    const TicketHead shown = head(ticket);
    const SlaSummary inHead{shown.sla, shown.slaTarget, shown.slaDueAt, shown.slaLeft, shown.slaMissed, summary.nextAt};
    return inHead == summary ? QString() : QStringLiteral("the head says something else");
}

SlaPolicy SlaContract::promise(const QString &name)
{
    SlaPolicy policy;
    policy.name = name;
    policy.calendar = m_office;
    policy.targets = {promised(SlaTargetKind::FirstResponse, 60), promised(SlaTargetKind::Resolution, 480)};
    policy.targets[1].amounts = {{priority(1), TimeAmount{TimeBasis::Business, 120 * inMinutes}}};
    policy.targets[1].pausedIn = {state(StateType::PendingReminder)};
    return policy;
}

SlaPolicy SlaContract::save(const SlaPolicy &policy, SlaScope scope)
{
    const CommandAnswer answer = must(SaveSlaPolicy{policy, scope});
    if (answer.slaTask.isValid())
        recalculate(answer.slaTask);
    return *catalog()->slaPolicy(SlaPolicyId{answer.id});
}

SlaLevel SlaContract::level(int id, SlaLevel::When when, qint64 amount, const QVector<SlaAction> &actions)
{
    SlaLevel made;
    made.id = id;
    made.when = when;
    made.amount = amount;
    made.actions = actions;
    return made;
}

void SlaContract::aTicketIsOpenedWithClocks()
{
    pass(30);
    const TicketId ticket = openByMail();
    using Kind = SlaEventKind;
    QCOMPARE(kindsOf(sla(ticket).events), QVector<Kind>({Kind::Opened, Kind::State, Kind::Priority, Kind::Queue,
                                                         Kind::Policy, Kind::CustomerSpoke}));
    QCOMPARE(sla(ticket).events.first().value, qint64(SenderRole::Customer));
    const SlaClock response = clock(ticket, SlaTargetKind::FirstResponse);
    QCOMPARE(response.state, SlaState::Running);
    QCOMPARE(response.dueAt, minute(90));
    QCOMPARE(response.policy, m_policy.versionId);
    QCOMPARE(clock(ticket, SlaTargetKind::Resolution).dueAt, minute(24 * 60 + 30)); // half an hour of the next day
    const TicketHead shown = head(ticket);
    QCOMPARE(shown.version, 1);
    QCOMPARE(shown.sla, SlaStanding::Running);
    QCOMPARE(shown.slaTarget, SlaTargetKind::FirstResponse);
    QCOMPARE(shown.slaDueAt, minute(90));
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::whoOpensOnThePhoneHasAnswered()
{
    OpenTicket open;
    open.subject = QStringLiteral("Called");
    open.requesterAddress = MailAddress{QStringLiteral("Rita"), rita()};
    open.channel = Channel::Phone;
    const TicketId called = must(open).ticket;
    open.channel = Channel::Web;
    const TicketId entered = must(open).ticket;
    QVERIFY(clock(called, SlaTargetKind::FirstResponse).state != SlaState::Running);
    QCOMPARE(clock(entered, SlaTargetKind::FirstResponse).state, SlaState::Running);
    QCOMPARE(brokenClocks(called), QString());
}

void SlaContract::aReplyFulfils()
{
    const TicketId ticket = openByMail();
    pass(20);
    reply(ticket);
    const SlaClock response = clock(ticket, SlaTargetKind::FirstResponse);
    QCOMPARE(response.state, SlaState::Met);
    QCOMPARE(response.endedAt, minute(20));
    QCOMPARE(response.elapsed, 20LL * inMinutes);
    QCOMPARE(head(ticket).slaTarget, SlaTargetKind::Resolution);
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::notesAndMachinesFulfilNothing()
{
    const TicketId ticket = openByMail();
    PostArticle post;
    post.ticket = ticket;
    post.article.text = QStringLiteral("For us only");
    post.article.visibility = Visibility::Internal;
    must(post, m_ada);
    post.article.visibility = Visibility::Public;
    post.article.senderRole = SenderRole::System;
    must(post, {}, ActorKind::System);
    post.article.senderRole = SenderRole::Agent;
    post.article.author = m_ada;
    must(post, {}, ActorKind::Rule);
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).state, SlaState::Running);
    QCOMPARE(kindsOf(sla(ticket).events).count(SlaEventKind::NoteWritten), 1);
    QCOMPARE(kindsOf(sla(ticket).events).count(SlaEventKind::AgentReplied), 0);
}

void SlaContract::aPendingStatePauses()
{
    const TicketId ticket = openByMail();
    pass(60);
    reply(ticket, state(StateType::PendingReminder));
    const SlaClock paused = clock(ticket, SlaTargetKind::Resolution);
    QCOMPARE(paused.state, SlaState::Paused);
    QCOMPARE(paused.left, 420LL * inMinutes);
    QCOMPARE(paused.pausedBy, state(StateType::PendingReminder));
    QCOMPARE(head(ticket).sla, SlaStanding::Paused);
    QCOMPARE(head(ticket).slaLeft, 420LL * inMinutes);
    pass(60);
    customerWrites(ticket);
    QCOMPARE(clock(ticket, SlaTargetKind::Resolution).dueAt, minute(24 * 60 + 60));
    QCOMPARE(head(ticket).sla, SlaStanding::Running);
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::solvingEndsAndReopeningResumes()
{
    const TicketId ticket = openByMail();
    pass(30);
    reply(ticket, state(StateType::Solved));
    QCOMPARE(clock(ticket, SlaTargetKind::Resolution).state, SlaState::Met);
    QCOMPARE(head(ticket).sla, SlaStanding::Met);
    QCOMPARE(brokenClocks(ticket), QString());
    pass(120);
    customerWrites(ticket);
    const TicketSla reopened = sla(ticket);
    const auto running = std::find_if(reopened.clocks.cbegin(), reopened.clocks.cend(), [](const SlaClock &one) {
        return one.target == SlaTargetKind::Resolution && one.state == SlaState::Running;
    });
    QVERIFY(running != reopened.clocks.cend());
    QCOMPARE(running->dueAt, minute(24 * 60 + 120)); // 450 minutes are left, of which 330 on the first day
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::aHigherPriorityMayBreach()
{
    const TicketId ticket = openByMail();
    reply(ticket);
    pass(180);
    set(ticket, TicketField::Priority, priority(1).value);
    const SlaClock breached = clock(ticket, SlaTargetKind::Resolution);
    QCOMPARE(breached.state, SlaState::Running);
    QCOMPARE(breached.dueAt, minute(120));
    QCOMPARE(breached.breachAt, minute(180)); // not before it was promised
    QCOMPARE(breached.cause, BreachCause::PriorityChange);
    set(ticket, TicketField::Priority, priority(4).value);
    QCOMPARE(clock(ticket, SlaTargetKind::Resolution).dueAt, minute(480));
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::anotherQueueIsAnotherPolicy()
{
    SlaPolicy people = promise(QStringLiteral("People only"));
    people.condition = Condition::is(ConditionField::Queue, {m_people.value});
    people.targets[1].otherwise->amount = 60 * inMinutes;
    people = save(people);
    must(OrderSlaPolicies{{people.id}, SlaScope::NewTickets});
    const TicketId ticket = openByMail();
    const TicketId other = openByMail();
    QCOMPARE(choiceOf(sla(ticket).events).policy, m_policy.versionId);
    pass(10);
    set(ticket, TicketField::Queue, m_people.value);
    QCOMPARE(choiceOf(sla(ticket).events).policy, people.versionId);
    QCOMPARE(clock(ticket, SlaTargetKind::Resolution).dueAt, minute(60));
    QCOMPARE(choiceOf(sla(other).events).policy, m_policy.versionId);
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::aWithdrawnReplyHasNotBeenSent()
{
    Mailbox mailbox;
    mailbox.name = QStringLiteral("Support");
    mailbox.address = QStringLiteral("support@desk.example");
    mailbox.incoming.host = QStringLiteral("imap.desk.example");
    mailbox.incoming.user = QStringLiteral("support");
    mailbox.outgoing = mailbox.incoming;
    must(SaveMailbox{mailbox, {}});
    const TicketId ticket = openByMail();
    pass(10);
    PostArticle post;
    post.ticket = ticket;
    post.article.text = QStringLiteral("Solved, I think");
    post.article.channel = Channel::Email;
    post.article.to = {MailAddress{QStringLiteral("Rita"), rita()}};
    post.state = state(StateType::Solved);
    post.releaseAt = now() + inMinutes;
    const CommandAnswer sent = must(post, m_ada);
    QVERIFY(sent.outbound.isValid());
    QCOMPARE(head(ticket).sla, SlaStanding::Met);
    must(UndoSend{sent.outbound}, m_ada);
    QCOMPARE(sla(ticket).events.last().kind, SlaEventKind::State);
    for (const SlaTargetKind kind : {SlaTargetKind::FirstResponse, SlaTargetKind::Resolution})
        QCOMPARE(clock(ticket, kind).state, SlaState::Running);
    QCOMPARE(sla(ticket).clocks.size(), 2);
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).dueAt, minute(60));
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::importsHappenAtTheirOwnTime()
{
    AcceptMail mail;
    mail.source = QStringLiteral("archive");
    mail.subject = QStringLiteral("Old");
    mail.article.senderRole = SenderRole::Customer;
    mail.article.channel = Channel::Email;
    mail.article.from = MailAddress{QStringLiteral("Rita"), rita()};
    mail.article.text = QStringLiteral("Years ago");
    mail.article.messageId = QStringLiteral("old1@customer.example");
    mail.article.createdAt = minute(-600'000);
    mail.article.raw = "old one";
    const TicketId ticket = must(mail, {}, ActorKind::Import).ticket;
    mail.article.messageId = QStringLiteral("old2@customer.example");
    mail.article.answeredIds = {QStringLiteral("old1@customer.example")};
    mail.article.createdAt = minute(-599'000);
    mail.article.raw = "old two";
    must(mail, {}, ActorKind::Import);
    const QVector<SlaEvent> events = sla(ticket).events;
    QCOMPARE(events.first().at, minute(-600'000));
    QCOMPARE(events.last().at, minute(-599'000));
    // Nobody here has promised anything then.
    QCOMPARE(head(ticket).sla, SlaStanding::None);
    QVERIFY(!choiceOf(events).policy.isValid());
    customerWrites(ticket);
    QCOMPARE(head(ticket).sla, SlaStanding::None);
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::aConflictDisturbsNoClock()
{
    const TicketId ticket = openByMail();
    const qint64 seen = head(ticket).version;
    pass(5);
    set(ticket, TicketField::Priority, priority(1).value);
    const TicketSla before = sla(ticket);
    ChangeTicket late;
    late.ticket = ticket;
    late.baseVersion = seen;
    late.changes = {FieldChange{TicketField::Priority, priority(4).value, {}, {}}};
    QCOMPARE(must(late, m_ada).conflicts.size(), 1);
    QCOMPARE(sla(ticket).events, before.events);
    QCOMPARE(sla(ticket).clocks, before.clocks);
}

void SlaContract::whatIsStoredIsWhatIsReplayed()
{
    SlaPolicy urgent = promise(QStringLiteral("Urgent"));
    urgent.condition = Condition::compare(ConditionField::Priority, ConditionOperator::LessOrEqual, qint64(2));
    urgent.targets.append(promised(SlaTargetKind::NextResponse, 45));
    urgent.targets.append(promised(SlaTargetKind::TimeToOwn, 30));
    urgent.targets.append(promised(SlaTargetKind::TimeInQueue, 90));
    urgent.levels = {level(1, SlaLevel::When::Percent, 50, {{SlaActionKind::AssignTo, m_ben.value, {}}}),
                     level(2, SlaLevel::When::Percent, 100, {{SlaActionKind::RaisePriority, 0, {}}})};
    urgent = save(urgent);
    must(OrderSlaPolicies{{urgent.id}, SlaScope::NewTickets});
    QRandomGenerator random(20260302);
    const QVector<StateId> states{state(StateType::Open), state(StateType::PendingReminder), state(StateType::Solved),
                                  state(StateType::Closed)};
    const QVector<TicketId> tickets{openByMail(), openByMail(priority(2))};
    const QVector<QueueId> queues{head(tickets[0]).queue, m_people};
    for (int i = 0; i < 60; ++i) {
        const TicketId ticket = tickets[random.bounded(tickets.size())];
        pass(random.bounded(90));
        switch (random.bounded(8)) {
        case 0: reply(ticket); break;
        case 1: customerWrites(ticket); break;
        case 2: set(ticket, TicketField::State, states[random.bounded(states.size())].value); break;
        case 3: set(ticket, TicketField::Priority, priority(random.bounded(1, 5)).value); break;
        case 4: set(ticket, TicketField::Queue, queues[random.bounded(queues.size())].value); break;
        case 5: set(ticket, TicketField::Owner, random.bounded(2) == 0 ? 0 : m_ben.value); break;
        case 6: reply(ticket, states[random.bounded(states.size())]); break;
        case 7: reach(ticket); break;
        }
        const QString broken = brokenClocks(ticket);
        QVERIFY2(broken.isEmpty(), qPrintable(QStringLiteral("after step %1: %2").arg(i).arg(broken)));
    }
}

} // namespace deskhand::test
