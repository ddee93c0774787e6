// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/catalog.h"
#include "domain/sla_policy.h"
#include "support/sample_catalog.h"
#include "support/sla_history.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

/// What is promised for whom, what a new desk begins with, and what cannot be saved.
class SlaPolicyTest : public QObject
{
    Q_OBJECT

    const CatalogPtr m_sample = sampleCatalog();

    SlaPolicy defaults() const
    {
        return defaultSlaPolicy(u"Standard"_s, {PriorityId{1}, PriorityId{2}, PriorityId{3}, PriorityId{4}},
                                {waitingState});
    }

private Q_SLOTS:
    void namesAreReadAgain();
    void amountsAreOfAPriority();
    void theFirstThatMatchesIsTaken();
    void calendarsComeFromPolicyOrQueue();
    void whatANewDeskBeginsWith();
    void whatCannotBeSaved();
};

void SlaPolicyTest::namesAreReadAgain()
{
    for (const SlaTargetKind kind : allSlaTargetKinds) {
        SlaTargetKind read = SlaTargetKind::None;
        QVERIFY(slaTargetFromName(slaTargetName(kind), &read));
        QCOMPARE(read, kind);
    }
    for (int bit = 1; bit <= int(SlaTrigger::OpenedByAgent); bit *= 2) {
        SlaTrigger read{};
        QVERIFY(slaTriggerFromName(slaTriggerName(SlaTrigger(bit)), &read));
        QCOMPARE(read, SlaTrigger(bit));
    }
    for (int kind = 1; kind <= int(SlaActionKind::PostNote); ++kind) {
        SlaActionKind read{};
        QVERIFY(slaActionFromName(slaActionName(SlaActionKind(kind)), &read));
        QCOMPARE(read, SlaActionKind(kind));
    }
    for (int state = 1; state <= int(SlaState::Cancelled); ++state) {
        SlaState read{};
        QVERIFY(slaStateFromName(slaStateName(SlaState(state)), &read));
        QCOMPARE(read, SlaState(state));
    }
}

void SlaPolicyTest::amountsAreOfAPriority()
{
    SlaTarget target;
    const TimeAmount hour{TimeBasis::Business, hours};
    const TimeAmount day{TimeBasis::WorkingDays, 1};
    target.amounts = {{PriorityId{1}, hour}, {PriorityId{2}, std::nullopt}};
    QCOMPARE(target.amountFor(PriorityId{1}), std::optional(hour));
    QVERIFY(!target.amountFor(PriorityId{2}));
    QVERIFY(!target.amountFor(PriorityId{3}));
    target.otherwise = day;
    QVERIFY(!target.amountFor(PriorityId{2}));
    QCOMPARE(target.amountFor(PriorityId{3}), std::optional(day));
}

void SlaPolicyTest::theFirstThatMatchesIsTaken()
{
    Catalog catalog = *m_sample;
    SlaPolicy off = defaults();
    off.id = SlaPolicyId{1};
    off.active = false;
    SlaPolicy urgent = defaults();
    urgent.id = SlaPolicyId{2};
    urgent.condition = Condition::compare(ConditionField::Priority, ConditionOperator::LessOrEqual, 2);
    SlaPolicy network = defaults();
    network.id = SlaPolicyId{3};
    network.condition = Condition::under(ConditionField::Queue, {2});
    catalog.slaPolicies = {off, urgent, network};
    catalog.index();
    const ConditionContext context{m_sample, {}, 0};
    TicketFacts ticket;
    ticket.head.priority = PriorityId{1};
    ticket.head.queue = QueueId{3};
    QCOMPARE(policyFor(ticket, catalog, context)->id, SlaPolicyId{2});
    ticket.head.priority = PriorityId{3};
    QCOMPARE(policyFor(ticket, catalog, context)->id, SlaPolicyId{3});
    ticket.head.queue = QueueId{1};
    QVERIFY(!policyFor(ticket, catalog, context));
}

void SlaPolicyTest::calendarsComeFromPolicyOrQueue()
{
    Catalog catalog = *m_sample;
    BusinessCalendar ofPolicy = defaultCalendar(u"One"_s, "Europe/Berlin");
    ofPolicy.id = CalendarId{1};
    BusinessCalendar ofQueue = defaultCalendar(u"Two"_s, "Asia/Kolkata");
    ofQueue.id = CalendarId{2};
    catalog.calendars = {ofPolicy, ofQueue};
    catalog.queues[1].calendar = CalendarId{2};
    catalog.index();
    SlaPolicy policy = defaults();
    QCOMPARE(calendarFor(policy, QueueId{2}, catalog)->id, CalendarId{2});
    QCOMPARE(calendarFor(policy, QueueId{4}, catalog)->id, CalendarId{2}); // below it
    QVERIFY(!calendarFor(policy, QueueId{1}, catalog));
    policy.calendar = CalendarId{1};
    QCOMPARE(calendarFor(policy, QueueId{2}, catalog)->id, CalendarId{1});
}

void SlaPolicyTest::whatANewDeskBeginsWith()
{
    const SlaPolicy policy = defaults();
    QVERIFY(problemsOf(policy).isEmpty());
    const SlaTarget &resolution = *policy.target(SlaTargetKind::Resolution);
    QCOMPARE(*resolution.amountFor(PriorityId{1}), (TimeAmount{TimeBasis::Business, 1 * hours}));
    QCOMPARE(*resolution.amountFor(PriorityId{2}), (TimeAmount{TimeBasis::Business, 4 * hours}));
    QCOMPARE(*resolution.amountFor(PriorityId{3}), (TimeAmount{TimeBasis::WorkingDays, 0}));
    QCOMPARE(*resolution.amountFor(PriorityId{4}), (TimeAmount{TimeBasis::Business, 48 * hours}));
    QCOMPARE(resolution.pausedIn, QVector<StateId>{waitingState});
    QCOMPARE(resolution.reopen, ReopenRule::Resume);
    const SlaTarget &response = *policy.target(SlaTargetKind::FirstResponse);
    QCOMPARE(*response.amountFor(PriorityId{1}), (TimeAmount{TimeBasis::Business, 15 * minutes}));
    QVERIFY(response.pausedIn.isEmpty());
    const BusinessCalendar calendar = defaultCalendar(u"Office"_s, "Europe/Berlin");
    QVERIFY(problemsOf(calendar).isEmpty());
    QCOMPARE(WorkingTime(calendar).elapsed(localTime("2026-05-04 00:00"), localTime("2026-05-11 00:00")), 40 * hours);
    // With fewer priorities it promises something as well.
    QVERIFY(problemsOf(defaultSlaPolicy(u"Standard"_s, {PriorityId{1}}, {})).isEmpty());
}

void SlaPolicyTest::whatCannotBeSaved()
{
    const auto problem = [](const SlaPolicy &policy) {
        const QVector<PolicyProblem> found = problemsOf(policy);
        return found.size() == 1 ? found.first().field + u' ' + found.first().code : u"%1 problems"_s.arg(found.size());
    };
    const auto with = [&](auto change) {
        SlaPolicy policy = defaults();
        change(policy);
        return problem(policy);
    };
    QCOMPARE(with([](SlaPolicy &p) { p.name = u"  "_s; }), u"name required"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.name = QString(300, u'x'); }), u"name too-long"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.targets.clear(); }), u"targets required"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.targets.append(p.targets[0]); }), u"targets.2.kind repeated"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.targets[1].starts = {}; }), u"targets.1.starts required"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.targets[1].fulfils = {}; }), u"targets.1.fulfils required"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.targets[1].atLeast = -1; }), u"targets.1.atLeast out-of-range"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.targets[0].otherwise->amount = 0; }), u"targets.0.amounts out-of-range"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.targets[0].amounts[2].priority = PriorityId{1}; }),
             u"targets.0.amounts repeated"_s);
    QCOMPARE(with([](SlaPolicy &p) {
                 p.targets[0].otherwise = std::nullopt;
                 p.targets[0].amounts = {{PriorityId{1}, std::nullopt}};
             }),
             u"targets.0.amounts required"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.levels[1].id = 1; }), u"levels.1.id repeated"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.levels[1].amount = 0; }), u"levels.1.amount out-of-range"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.levels[1].amount = 5'000; }), u"levels.1.amount out-of-range"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.levels[1].targets = {SlaTargetKind::Update}; }), u"levels.1.targets unknown"_s);
    QCOMPARE(with([](SlaPolicy &p) { p.levels[1].actions.clear(); }), u"levels.1.actions required"_s);
    QCOMPARE(with([](SlaPolicy &p) {
                 p.levels[1].actions = {SlaAction{SlaActionKind::AssignTo, 0, {}}};
             }),
             u"levels.1.actions.0 required"_s);
    QCOMPARE(with([](SlaPolicy &p) {
                 p.levels[1].actions = {SlaAction{SlaActionKind::PostNote, 0, u" "_s}};
             }),
             u"levels.1.actions.0 required"_s);
}

QTEST_GUILESS_MAIN(SlaPolicyTest)
#include "sla_policy_test.moc"
