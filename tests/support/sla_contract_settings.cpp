// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/sla_replanning.h"
#include "support/contract_world.h"
#include "support/sla_contract.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

constexpr qint64 minuteOfPolicy = 60'000;

} // namespace

void SlaContract::calendarsAndPoliciesHaveVersions()
{
    QCOMPARE(m_policy.version, 1);
    SlaPolicy changed = m_policy;
    changed.targets[0].otherwise->amount = 30 * minuteOfPolicy;
    changed = save(changed);
    QCOMPARE(changed.version, 2);
    QVERIFY(changed.versionId != m_policy.versionId);
    QCOMPARE(*catalog()->slaVersions->policy(m_policy.versionId)->targets[0].otherwise, *m_policy.targets[0].otherwise);
    changed.name = QStringLiteral("Renamed");
    const SlaPolicy renamed = save(changed);
    QCOMPARE(renamed.name, QStringLiteral("Renamed"));
    QCOMPARE(renamed.version, 2);
    QCOMPARE(renamed.versionId, changed.versionId);
    QVERIFY(save(renamed) == renamed);

    BusinessCalendar office = *catalog()->calendar(m_office);
    const CalendarVersionId first = office.versionId;
    office.week[4] = {WorkingFrame{9 * 60, 15 * 60}};
    must(SaveCalendar{office, SlaScope::NewTickets});
    m_fixture->reopen();
    const BusinessCalendar second = *catalog()->calendar(m_office);
    QCOMPARE(second.version, 2);
    QVERIFY(second.versionId != first);
    QVERIFY(catalog()->slaVersions->workingTime(first)->calendar().week != second.week);
    QCOMPARE(catalog()->slaVersions->workingTime(first)->calendar().id, m_office);
}

void SlaContract::whoMayDoWhatWithClocks()
{
    const TicketId hidden = openByMail({}, m_people);
    const QVector<CommandBody> forAdmins{
        SaveCalendar{defaultCalendar(QStringLiteral("Mine"), "UTC"), SlaScope::NewTickets},
        SaveSlaPolicy{promise(QStringLiteral("Mine")), SlaScope::NewTickets},
        OrderSlaPolicies{{m_policy.id}, SlaScope::NewTickets}, CancelSlaTask{SlaTaskId{1}}};
    for (const CommandBody &body : forAdmins) {
        const Result<CommandAnswer> answer = submit(body, m_ben);
        QVERIFY(!answer && answer.error().code == ErrorCode::Denied);
    }
    const SlaTaskId task = must(SaveSlaPolicy{m_policy, SlaScope::Open}).slaTask;
    QVERIFY(task.isValid());
    const QVector<CommandBody> forJobs{RecalculateSla{task, 10}, ReachSlaLevels{hidden}};
    for (const CommandBody &body : forJobs) {
        const Result<CommandAnswer> answer = submit(body, m_ada);
        QVERIFY(!answer && answer.error().code == ErrorCode::Denied);
    }
    pass(90);
    const RecordBreachReason reason{hidden, SlaTargetKind::FirstResponse, 1, QStringLiteral("None of my business")};
    const Result<CommandAnswer> unseen = submit(reason, m_ben);
    QVERIFY(!unseen && unseen.error().code == ErrorCode::NotFound);
    must(reason, m_cleo);
    QVERIFY(!await(desk().ticketSla(hidden, m_ben)));
}

void SlaContract::whatCannotBeSavedIsSaidByField()
{
    const qsizetype policies = catalog()->slaPolicies.size();
    BusinessCalendar never = defaultCalendar(QStringLiteral("office"), "UTC");
    QCOMPARE(reasons(SaveCalendar{never, SlaScope::NewTickets}).value(QStringLiteral("name")).toString(),
             QStringLiteral("taken"));
    never.name = QStringLiteral("Never");
    never.week = {};
    QVERIFY(!reasons(SaveCalendar{never, SlaScope::NewTickets}).isEmpty());
    BusinessCalendar off = *catalog()->calendar(m_office);
    off.active = false;
    QCOMPARE(reasons(SaveCalendar{off, SlaScope::NewTickets}).value(QStringLiteral("active")).toString(),
             QStringLiteral("in-use"));

    const auto why = [this](const SlaPolicy &policy, const QString &field) {
        return reasons(SaveSlaPolicy{policy, SlaScope::NewTickets}).value(field).toString();
    };
    SlaPolicy policy = promise(QStringLiteral("EVERYBODY"));
    QCOMPARE(why(policy, QStringLiteral("name")), QStringLiteral("taken"));
    policy = promise(QStringLiteral("Other"));
    policy.condition = Condition::matches(QStringLiteral("printer"));
    QCOMPARE(why(policy, QStringLiteral("condition")), QStringLiteral("full-text"));
    policy.condition = Condition::is(ConditionField::Owner, {Condition::meId});
    QCOMPARE(why(policy, QStringLiteral("condition")), QStringLiteral("personal"));
    policy.condition = Condition::isSet(ConditionField::SlaMissed);
    QCOMPARE(why(policy, QStringLiteral("condition")), QStringLiteral("loop"));
    policy.condition = {};
    policy.calendar = CalendarId{4711};
    QCOMPARE(why(policy, QStringLiteral("calendar")), QStringLiteral("unknown"));
    policy.calendar = m_office;
    policy.levels = {level(1, SlaLevel::When::Percent, 75, {{SlaActionKind::NotifyPerson, 4711, {}}})};
    QCOMPARE(why(policy, QStringLiteral("levels.0.actions.0")), QStringLiteral("not-an-agent"));
    policy.levels = {level(1, SlaLevel::When::Percent, 75, {{SlaActionKind::PostNote, 0, QStringLiteral("{{x}}")}})};
    QCOMPARE(why(policy, QStringLiteral("levels.0.actions.0")), QStringLiteral("unknown"));
    policy.levels = {};
    policy.targets.clear();
    QVERIFY(!reasons(SaveSlaPolicy{policy, SlaScope::NewTickets}).isEmpty());
    QCOMPARE(reasons(OrderSlaPolicies{{m_policy.id, m_policy.id}, SlaScope::NewTickets})
                 .value(QStringLiteral("order"))
                 .toString(),
             QStringLiteral("repeated"));
    QCOMPARE(catalog()->slaPolicies.size(), policies);
}

void SlaContract::queuesNameWhoIsTold()
{
    Queue people = *catalog()->queue(m_people);
    people.calendar = CalendarId{4711};
    people.lead = PersonId{4711};
    const QVariantMap wrong = reasons(SaveQueue{people});
    QCOMPARE(wrong.value(QStringLiteral("calendar")).toString(), QStringLiteral("unknown"));
    QCOMPARE(wrong.value(QStringLiteral("lead")).toString(), QStringLiteral("not-an-agent"));
    people.calendar = m_office;
    people.lead = m_cleo;
    people.manager = m_ada;
    people.onCall = m_ben;
    must(SaveQueue{people});
    m_fixture->reopen();
    QVERIFY(*catalog()->queue(m_people) == people);
    QCOMPARE(catalog()->leadOfQueue(m_people)->id, m_cleo);
    QCOMPARE(catalog()->calendarOfQueue(m_people)->id, m_office);
}

void SlaContract::aVersionForNewTicketsLeavesTheOthers()
{
    const TicketId before = openByMail();
    SlaPolicy second = m_policy;
    second.targets[0].otherwise->amount = 30 * minuteOfPolicy;
    QVERIFY(!must(SaveSlaPolicy{second, SlaScope::NewTickets}).slaTask.isValid());
    second = *catalog()->slaPolicy(m_policy.id);
    const TicketId after = openByMail();
    // However often somebody works on it.
    set(before, TicketField::Priority, priority(4).value);
    set(before, TicketField::DueAt, minute(1000));
    QCOMPARE(choiceOf(sla(before).events).policy, m_policy.versionId);
    QCOMPARE(clock(before, SlaTargetKind::FirstResponse).dueAt, minute(60));
    QCOMPARE(choiceOf(sla(after).events).policy, second.versionId);
    QCOMPARE(clock(after, SlaTargetKind::FirstResponse).dueAt, minute(30));
}

void SlaContract::aVersionForOpenTicketsLeavesTheSolved()
{
    const TicketId open = openByMail();
    const TicketId solved = openByMail();
    pass(40);
    reply(solved, state(StateType::Solved));
    const TicketSla solvedBefore = sla(solved);
    const qint64 version = head(open).version;
    SlaPolicy second = m_policy;
    second.targets[0].otherwise->amount = 30 * minuteOfPolicy;
    second = save(second, SlaScope::Open);
    QCOMPARE(choiceOf(sla(open).events).policy, second.versionId);
    const SlaClock response = clock(open, SlaTargetKind::FirstResponse);
    QCOMPARE(response.dueAt, minute(30));
    QCOMPARE(response.breachAt, minute(40)); // the change has brought it about
    QCOMPARE(response.cause, BreachCause::PolicyChange);
    QCOMPARE(head(open).version, version);
    QCOMPARE(sla(solved).events, solvedBefore.events);
    QCOMPARE(sla(solved).clocks, solvedBefore.clocks);
    QCOMPARE(brokenClocks(open), QString());
}

void SlaContract::aVersionForAllJudgesAnew()
{
    const TicketId open = openByMail();
    const TicketId solved = openByMail();
    const TicketId quick = openByMail();
    pass(10);
    reply(quick, state(StateType::Solved));
    const TicketSla quickBefore = sla(quick);
    pass(30);
    reply(solved, state(StateType::Solved));
    QCOMPARE(clock(solved, SlaTargetKind::FirstResponse).state, SlaState::Met);
    m_policy.levels = {level(1, SlaLevel::When::Percent, 100, {{SlaActionKind::NotifyPerson, m_ben.value, {}}})};
    SlaPolicy second = m_policy;
    second.targets[0].otherwise->amount = 30 * minuteOfPolicy;
    second = save(second, SlaScope::All);
    QCOMPARE(clock(solved, SlaTargetKind::FirstResponse).state, SlaState::Breached);
    QCOMPARE(clock(solved, SlaTargetKind::FirstResponse).breachAt, minute(30));
    QCOMPARE(clock(open, SlaTargetKind::FirstResponse).breachAt, minute(30));
    QCOMPARE(clock(quick, SlaTargetKind::FirstResponse).state, SlaState::Met);
    for (const TicketId ticket : {open, solved, quick}) {
        QCOMPARE(sla(ticket).events.last().kind, SlaEventKind::Recalculated);
        QCOMPARE(brokenClocks(ticket), QString());
        reach(ticket);
    }
    // What was over before it was judged anew is history: nobody is called because of it.
    QVERIFY(sla(solved).fired.isEmpty());
    QCOMPARE(notifications(m_ben).size(), 1);
    QCOMPARE(notifications(m_ben).first().ticket, open);
    // Once more: everything is as it would become.
    const TicketSla once = sla(solved);
    save(second, SlaScope::All);
    QCOMPARE(sla(solved).events, once.events);
}

void SlaContract::aCalendarIsRecalculated()
{
    const TicketId ticket = openByMail();
    SlaPolicy second = m_policy;
    second.targets[1].otherwise->amount = 60 * minuteOfPolicy;
    save(second); // for new tickets
    BusinessCalendar office = *catalog()->calendar(m_office);
    for (size_t day = 0; day < 5; ++day)
        office.week[day] = {WorkingFrame{12 * 60, 17 * 60}};
    const CommandAnswer saved = must(SaveCalendar{office, SlaScope::Open});
    recalculate(saved.slaTask);
    // Another calendar, and still the policy of then.
    QCOMPARE(choiceOf(sla(ticket).events), (SlaChoice{m_policy.versionId, catalog()->calendar(m_office)->versionId}));
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).dueAt, minute(4 * 60));
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::anotherOrderChoosesAnew()
{
    SlaPolicy second = promise(QStringLiteral("Second"));
    second.targets[0].otherwise->amount = 15 * minuteOfPolicy;
    second = save(second);
    QVERIFY(second.position > m_policy.position);
    const TicketId ticket = openByMail();
    QCOMPARE(choiceOf(sla(ticket).events).policy, m_policy.versionId);
    const CommandAnswer ordered = must(OrderSlaPolicies{{second.id}, SlaScope::Open});
    QCOMPARE(catalog()->slaPolicies.first().id, second.id);
    recalculate(ordered.slaTask);
    QCOMPARE(choiceOf(sla(ticket).events).policy, second.versionId);
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse).dueAt, minute(15));
    SlaPolicy off = second;
    off.active = false;
    QCOMPARE(save(off, SlaScope::Open).version, second.version);
    QCOMPARE(choiceOf(sla(ticket).events).policy, m_policy.versionId);
    QCOMPARE(brokenClocks(ticket), QString());
}

void SlaContract::aTaskIsCancelled()
{
    const QVector<TicketId> tickets{openByMail(), openByMail(), openByMail()};
    SlaPolicy second = m_policy;
    second.targets[0].otherwise->amount = 30 * minuteOfPolicy;
    const SlaTaskId task = must(SaveSlaPolicy{second, SlaScope::Open}).slaTask;
    QCOMPARE(must(RecalculateSla{task, 1}, {}, ActorKind::System).id, 2);
    const QVector<SlaTask> running = expected(await(desk().slaTasks()));
    QCOMPARE(running.size(), 1);
    QCOMPARE(running.first().done, 1);
    QCOMPARE(running.first().total, 3);
    must(CancelSlaTask{task});
    QCOMPARE(must(RecalculateSla{task, 10}, {}, ActorKind::System).id, 0);
    QCOMPARE(clock(tickets[0], SlaTargetKind::FirstResponse).dueAt, minute(30));
    QCOMPARE(clock(tickets[1], SlaTargetKind::FirstResponse).dueAt, minute(60));
    QVERIFY(expected(await(desk().slaTasks())).first().cancelled);
}

void SlaContract::whatWasSimulatedIsWhatHappens()
{
    QVector<TicketId> tickets;
    for (int i = 0; i < 6; ++i) {
        tickets.append(openByMail(priority(1 + i % 3)));
        pass(25);
    }
    reply(tickets[0]);
    reply(tickets[1], state(StateType::Solved));
    pass(20);
    SlaImpactQuery query;
    query.policy = m_policy;
    query.policy->targets[0].otherwise->amount = 90 * minuteOfPolicy;
    query.policy->targets[1].amounts[0].amount->amount = 30 * minuteOfPolicy;
    query.me = m_ada;
    query.now = now();
    for (const SlaScope scope : {SlaScope::NewTickets, SlaScope::Open, SlaScope::All}) {
        query.scope = scope;
        const SlaPlan plan = planOf(query, catalog());
        QVector<SlaSubject> before;
        for (const TicketId ticket : std::as_const(tickets)) {
            const SlaSubject subject{expected(await(desk().ticket(ticket, m_ada))).row, sla(ticket)};
            if (looksAt(plan, subject.row.head))
                before.append(subject);
        }
        QCOMPARE(before.size(), scope == SlaScope::All ? 6 : scope == SlaScope::Open ? 5 : 0);
        SlaImpact shown;
        for (const SlaSubject &subject : std::as_const(before))
            addToImpact(&shown, subject, replanned(subject, plan, now()), now());
        QVERIFY((shown.changed > 0) == (scope != SlaScope::NewTickets));
        save(*query.policy, scope);
        SlaImpact happened;
        for (const SlaSubject &subject : std::as_const(before)) {
            const TicketSla after = sla(subject.row.head.id);
            SlaResult result;
            result.ticket = subject.row.head.id;
            result.clocks = after.clocks;
            result.newEvents = after.events.mid(subject.sla.events.size());
            addToImpact(&happened, subject, result, now());
        }
        QVERIFY(shown == happened);
    }
}

} // namespace deskhand::test
