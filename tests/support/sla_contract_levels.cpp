// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/sla_replanning.h"
#include "support/contract_world.h"
#include "support/sla_contract.h"
#include "support/test_desk.h"

#include <QtTest>

#include <algorithm>

namespace deskhand::test {
namespace {

constexpr qint64 minuteOfLevel = 60'000;

QVector<int> levelsOf(const QVector<SlaFired> &fired, SlaTargetKind target)
{
    QVector<int> levels;
    for (const SlaFired &one : fired) {
        if (one.target == target)
            levels.append(one.level);
    }
    std::sort(levels.begin(), levels.end());
    return levels;
}

} // namespace

void SlaContract::levelsFireOnce()
{
    m_policy.levels = {level(1, SlaLevel::When::Percent, 75, {{SlaActionKind::NotifyPerson, m_ben.value, {}}})};
    m_policy = save(m_policy);
    const TicketId ticket = openByMail();
    pass(44);
    reach(ticket);
    QVERIFY(sla(ticket).fired.isEmpty());
    QVERIFY(notifications(m_ben).isEmpty());
    pass(1);
    const qint64 version = head(ticket).version;
    for (int i = 0; i < 3; ++i) {
        reach(ticket);
        m_fixture->reopen();
        pass(1);
    }
    QCOMPARE(sla(ticket).fired,
             QVector<SlaFired>({SlaFired{SlaTargetKind::FirstResponse, 1, 1, minute(45), minute(45)}}));
    const QVector<Notification> told = notifications(m_ben);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().kind, NotificationKind::SlaLevel);
    QCOMPARE(told.first().ticket, ticket);
    QCOMPARE(told.first().level, QStringLiteral("75%"));
    QCOMPARE(told.first().at, minute(45));
    QCOMPARE(told.first().dueAt, minute(60));
    QCOMPARE(history(ticket, QStringLiteral("sla-level")).size(), 1);
    QCOMPARE(head(ticket).version, version); // telling somebody changes no ticket
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::levelsAreDatedAtTheirInstant()
{
    m_policy.levels = {
        level(1, SlaLevel::When::Percent, 50, {{SlaActionKind::NotifyPerson, m_ben.value, {}}}),
        level(2, SlaLevel::When::After, 30 * minuteOfLevel, {{SlaActionKind::NotifyPerson, m_ben.value, {}}})};
    m_policy = save(m_policy);
    const TicketId ticket = openByMail();
    pass(200); // nobody has looked
    reach(ticket);
    QVector<SlaFired> fired = sla(ticket).fired;
    fired.removeIf([](const SlaFired &one) { return one.target != SlaTargetKind::FirstResponse; });
    std::sort(fired.begin(), fired.end(), [](const SlaFired &a, const SlaFired &b) { return a.at < b.at; });
    QCOMPARE(fired.size(), 3);
    QCOMPARE(fired[0], (SlaFired{SlaTargetKind::FirstResponse, 1, 1, minute(30), minute(200)}));
    QCOMPARE(fired[1], (SlaFired{SlaTargetKind::FirstResponse, 1, 0, minute(60), minute(200)}));
    QCOMPARE(fired[2], (SlaFired{SlaTargetKind::FirstResponse, 1, 2, minute(90), minute(200)}));
    const QVector<HistoryEntry> breach = history(ticket, QStringLiteral("sla-breach"));
    QCOMPARE(breach.size(), 1);
    QCOMPARE(breach.first().at, minute(200));                       // history is in the order of writing …
    QCOMPARE(breach.first().newValue, QString::number(minute(60))); // … and says when it was
    QCOMPARE(breach.first().oldValue, QStringLiteral("first-response/1"));
    QCOMPARE(breach.first().why, m_policy.name);
    const QVector<Notification> told = notifications(m_ben); // newest first
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.first().kind, NotificationKind::SlaBreach);
    QCOMPARE(told.last().kind, NotificationKind::SlaLevel);
}

void SlaContract::aLevelWhoseConditionFailsDoesNothing()
{
    SlaLevel onlyUnowned = level(1, SlaLevel::When::Percent, 50, {{SlaActionKind::NotifyPerson, m_ben.value, {}}});
    onlyUnowned.targets = {SlaTargetKind::FirstResponse};
    onlyUnowned.condition = Condition::negate(Condition::isSet(ConditionField::Owner));
    m_policy.levels = {onlyUnowned};
    m_policy = save(m_policy);
    const TicketId owned = openByMail();
    const TicketId unowned = openByMail();
    set(owned, TicketField::Owner, m_ada.value);
    pass(31);
    reach(owned);
    reach(unowned);
    QCOMPARE(notifications(m_ben).size(), 1);
    QCOMPARE(notifications(m_ben).first().ticket, unowned);
    QCOMPARE(sla(owned).fired.size(), 1);
    QCOMPARE(sla(owned).fired.first().doneAt, 0);
    set(owned, TicketField::Owner, 0); // it is asked when the level is reached, and not again
    reach(owned);
    QCOMPARE(notifications(m_ben).size(), 1);
}

void SlaContract::levelsActOnTheTicket()
{
    Queue people = *catalog()->queue(m_people);
    people.lead = m_cleo;
    must(SaveQueue{people});
    SlaLevel first = level(1, SlaLevel::When::Percent, 50,
                           {{SlaActionKind::RaisePriority, 0, {}},
                            {SlaActionKind::MoveToQueue, m_people.value, {}},
                            {SlaActionKind::AssignToLead, 0, {}},
                            {SlaActionKind::NotifyOwner, 0, {}},
                            {SlaActionKind::PostNote, 0, QStringLiteral("{{ticket.number}} waits in {{queue.name}}")}});
    first.targets = {SlaTargetKind::FirstResponse};
    first.name = QStringLiteral("Half");
    m_policy.levels = {first};
    m_policy = save(m_policy);
    const TicketId ticket = openByMail(priority(3));
    const qint64 version = head(ticket).version;
    pass(30);
    reach(ticket);
    const TicketHead after = head(ticket);
    QCOMPARE(after.priority, priority(2));
    QCOMPARE(after.queue, m_people);
    QCOMPARE(after.owner, m_cleo);
    QCOMPARE(after.version, version + 1);
    QCOMPARE(after.articleCount, 2);
    const Article note = expected(await(desk().thread(ThreadQuery{ticket, {}, 10, m_ada}))).articles.last();
    QCOMPARE(note.text, after.number + QStringLiteral(" waits in People"));
    QCOMPARE(note.visibility, Visibility::Internal);
    QCOMPARE(note.senderRole, SenderRole::System);
    const QVector<HistoryEntry> moved = history(ticket, QStringLiteral("queue"));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.first().why, QStringLiteral("sla: Everybody, first-response, Half"));
    QCOMPARE(moved.first().actorKind, ActorKind::System);
    QCOMPARE(notifications(m_cleo).size(), 1); // each action sees what those before it have changed
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).state, SlaState::Running);
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::aSecondNoteWaitsForItsTurn()
{
    m_policy.targets.removeLast();
    m_policy.levels = {
        level(1, SlaLevel::When::Percent, 50, {{SlaActionKind::PostNote, 0, QStringLiteral("Half")}}),
        level(2, SlaLevel::When::Percent, 75, {{SlaActionKind::PostNote, 0, QStringLiteral("Three quarters")}})};
    m_policy = save(m_policy);
    const TicketId ticket = openByMail();
    pass(50);
    reach(ticket);
    QCOMPARE(head(ticket).articleCount, 2);
    reach(ticket);
    reach(ticket);
    QCOMPARE(head(ticket).articleCount, 3);
    QCOMPARE(levelsOf(sla(ticket).fired, SlaTargetKind::FirstResponse), QVector<int>({1, 2}));
}

void SlaContract::nobodyIsToldTwiceOrOfWhatTheyDoNotSee()
{
    Queue people = *catalog()->queue(m_people);
    people.lead = m_cleo;
    people.manager = m_cleo;
    people.onCall = m_ben; // who does not see this queue
    must(SaveQueue{people});
    SlaLevel told = level(1, SlaLevel::When::Percent, 50,
                          {{SlaActionKind::NotifyLead, 0, {}},
                           {SlaActionKind::NotifyManager, 0, {}},
                           {SlaActionKind::NotifyMembers, 0, {}},
                           {SlaActionKind::NotifyOnCall, 0, {}},
                           {SlaActionKind::NotifyPerson, m_cleo.value, {}},
                           {SlaActionKind::NotifyOwner, 0, {}}});
    told.targets = {SlaTargetKind::FirstResponse};
    m_policy.levels = {told};
    m_policy = save(m_policy);
    const TicketId ticket = openByMail({}, m_people);
    pass(40);
    reach(ticket);
    QCOMPARE(notifications(m_cleo).size(), 1);
    QCOMPARE(notifications(m_ben).size(), 0);
    QCOMPARE(notifications(m_ada).size(), 0);
}

void SlaContract::whatHasEndedIsOnlyTold()
{
    SlaLevel breached = level(1, SlaLevel::When::Percent, 100,
                              {{SlaActionKind::RaisePriority, 0, {}}, {SlaActionKind::NotifyPerson, m_ben.value, {}}});
    breached.targets = {SlaTargetKind::FirstResponse};
    m_policy.levels = {breached};
    m_policy = save(m_policy);
    const TicketId ticket = openByMail(priority(3));
    pass(70);
    reply(ticket); // too late, and nobody had looked
    pass(1);
    reach(ticket);
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).state, SlaState::Breached);
    QCOMPARE(levelsOf(sla(ticket).fired, SlaTargetKind::FirstResponse), QVector<int>({0, 1}));
    QCOMPARE(head(ticket).priority, priority(3));
    QCOMPARE(notifications(m_ben).size(), 1);
    QVERIFY(head(ticket).slaMissed);
}

void SlaContract::reasonsAreRecorded()
{
    const TicketId ticket = openByMail();
    const RecordBreachReason reason{ticket, SlaTargetKind::FirstResponse, 1, QStringLiteral("We had a fire")};
    const Result<CommandAnswer> early = submit(reason, m_ben);
    QVERIFY(!early && early.error().code == ErrorCode::Invalid);
    QCOMPARE(early.error().payload.value(QStringLiteral("reason")).toString(), QStringLiteral("not-missed"));
    const Result<CommandAnswer> nothing =
        submit(RecordBreachReason{ticket, SlaTargetKind::Update, 1, QStringLiteral("?")}, m_ben);
    QVERIFY(!nothing && nothing.error().code == ErrorCode::NotFound);
    pass(61);
    must(reason, m_ben);
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).reason, QStringLiteral("We had a fire"));
    reply(ticket); // a reason outlives that the clock is calculated again
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).state, SlaState::Breached);
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).reason, QStringLiteral("We had a fire"));
    RecordBreachReason better = reason;
    better.reason = QStringLiteral("We had a small fire");
    must(better, m_ada);
    const QVector<HistoryEntry> told = history(ticket, QStringLiteral("breach-reason"));
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.last().oldText, QStringLiteral("We had a fire"));
    QCOMPARE(told.last().newText, QStringLiteral("We had a small fire"));
    QCOMPARE(told.last().oldValue, QStringLiteral("first-response/1"));
}

void SlaContract::notificationsAreSeen()
{
    m_policy.levels = {level(1, SlaLevel::When::Percent, 50, {{SlaActionKind::NotifyPerson, m_ben.value, {}}})};
    m_policy.levels.first().targets = {SlaTargetKind::FirstResponse};
    m_policy = save(m_policy);
    const QVector<TicketId> tickets{openByMail(), openByMail()};
    pass(30);
    for (const TicketId ticket : tickets)
        reach(ticket);
    const QVector<Notification> told = notifications(m_ben);
    QCOMPARE(told.size(), 2);
    must(SeeNotifications{{told.first().id}}, m_ben);
    must(SeeNotifications{{told.last().id}}, m_ada); // it is not hers to see
    QVector<Notification> seen = notifications(m_ben);
    QCOMPARE(std::count_if(seen.cbegin(), seen.cend(), [](const Notification &one) { return one.seenAt != 0; }), 1);
    must(SeeNotifications{}, m_ben);
    seen = notifications(m_ben);
    QVERIFY(std::all_of(seen.cbegin(), seen.cend(), [](const Notification &one) { return one.seenAt != 0; }));
}

} // namespace deskhand::test
