// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/catalog.h"
#include "domain/condition_text.h"
#include "domain/sla_check.h"
#include "support/nightly.h"
#include "support/random_condition.h"
#include "support/sample_catalog.h"
#include "support/sla_history.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

/// What the check of the configuration finds, and that it claims nothing that is not so.
class SlaCheckTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 interval = 60'000;
    const QDate m_today{2026, 11, 21};
    const CatalogPtr m_sample = sampleCatalog();

    Condition parsed(const QString &text) const { return *parseCondition(text, *m_sample); }

    SlaPolicy policyFor(qint64 id, const QString &text = {}) const
    {
        SlaPolicy policy;
        policy.id = SlaPolicyId{id};
        policy.name = u"Policy %1"_s.arg(id);
        policy.condition = parsed(text);
        policy.calendar = CalendarId{1};
        policy.targets = {usualTarget(SlaTargetKind::Resolution)};
        policy.targets.last().otherwise = TimeAmount{TimeBasis::Business, 4 * hours};
        return policy;
    }
    /// The sample desk with a calendar, and with these policies.
    Catalog deskWith(const QVector<SlaPolicy> &policies) const
    {
        Catalog catalog = *m_sample;
        BusinessCalendar calendar = defaultCalendar(u"Office"_s, "Europe/Berlin");
        calendar.id = CalendarId{1};
        catalog.calendars = {calendar};
        catalog.slaPolicies = policies;
        catalog.index();
        return catalog;
    }
    QVector<SlaFinding> check(const Catalog &catalog, qint64 uncovered = 0) const
    {
        return checkSla(catalog, interval, m_today, uncovered);
    }
    QVector<SlaFinding> check(const QVector<SlaPolicy> &policies) const { return check(deskWith(policies)); }

    static SlaLevel levelThat(SlaActionKind kind)
    {
        SlaLevel level;
        level.id = 3;
        level.actions = {SlaAction{kind, 0, {}}};
        return level;
    }

private Q_SLOTS:
    void nothingToFind();
    void ticketsThatNoPolicyCovers();
    void conditionsThatNothingSatisfies_data();
    void conditionsThatNothingSatisfies();
    void policiesBehindOthers_data();
    void policiesBehindOthers();
    void queuesWithoutCalendar();
    void shortTargets();
    void warningsThatNeverCome();
    void unknownReferences();
    void calendarsThatNeedSomebody();
    void nobodyToNotify();
    void inactivePoliciesAreLeftAlone();
    void nothingFalseIsClaimed();
    void enoughIsSeen();
    void largeConditionsAreLeftAlone();
    void findingsHaveNames();
};

void SlaCheckTest::nothingToFind()
{
    QVERIFY(check({policyFor(1, u"priority<=2"_s), policyFor(2)}).isEmpty());
}

void SlaCheckTest::ticketsThatNoPolicyCovers()
{
    const Catalog catalog = deskWith({policyFor(1, u"priority<=2"_s), policyFor(2, u"tag:vip"_s)});
    const QVector<SlaFinding> found = check(catalog, 12);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().kind, SlaFindingKind::UncoveredTickets);
    QCOMPARE(found.first().count, 12);
    QCOMPARE(*parseCondition(found.first().detail, catalog), uncoveredCondition(catalog));
    QVERIFY(check(catalog, -1).isEmpty());
    QCOMPARE(check(deskWith({}), -1).size(), 1);
    QRandomGenerator random(3);
    const ConditionContext context{m_sample, PersonId{1}, 1'760'000'000'000};
    int covered = 0;
    for (int i = 0; i < 500; ++i) {
        const TicketFacts ticket = randomTicket(random, *m_sample, context.now, i);
        const bool isOpen = isUnresolved(m_sample->stateType(ticket.head.state));
        const bool isCovered = deskhand::policyFor(ticket, catalog, context);
        covered += isCovered ? 1 : 0;
        QCOMPARE(evaluate(uncoveredCondition(catalog), ticket, context), isOpen && !isCovered);
    }
    QVERIFY(covered > 0 && covered < 500);
}

void SlaCheckTest::conditionsThatNothingSatisfies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("never");
    QTest::newRow("everything") << QString() << false;
    QTest::newRow("nothing") << u"-()"_s << true;
    QTest::newRow("two priorities") << u"priority:high priority:low"_s << true;
    QTest::newRow("one of two") << u"priority:high,low priority:low"_s << false;
    QTest::newRow("ranks") << u"priority<2 priority>2"_s << true;
    QTest::newRow("ranks that meet") << u"priority<=2 priority>=2"_s << false;
    QTest::newRow("rank and name") << u"priority<=2 priority:low"_s << true;
    QTest::newRow("a state and its type") << u"state:solved is:open"_s << true;
    QTest::newRow("a state of a type") << u"state:\"waiting for customer\" is:pending"_s << false;
    QTest::newRow("every type denied") << u"-is:open -is:solved -is:closed -is:merged"_s << true;
    QTest::newRow("a queue and not above it") << u"queue:=\"Network / VPN\" -queue:Network"_s << true;
    QTest::newRow("below, but not it") << u"queue:Network -queue:=Network"_s << false;
    QTest::newRow("two owners") << u"owner:#1 owner:#2"_s << true;
    QTest::newRow("mine and another's") << u"owner:me owner:#2"_s << false;
    QTest::newRow("unassigned and mine, by whoever asks") << u"is:unassigned has:owner"_s << true;
    QTest::newRow("any other owner") << u"has:owner -owner:#1,#2"_s << false;
    QTest::newRow("before and after") << u"due<2d due>3d"_s << true;
    QTest::newRow("not before, and not set") << u"-due<2d -has:due"_s << false;
    QTest::newRow("not set, and before") << u"due<2d due:none"_s << true;
    QTest::newRow("now and a date") << u"created<2026-01-01 created>-1h"_s << false;
    QTest::newRow("numbers") << u"articles>3 articles<4"_s << true;
    QTest::newRow("numbers with room") << u"articles>3 articles<5"_s << false;
    QTest::newRow("numbers without") << u"articles>3 articles<5 -articles:4"_s << true;
    QTest::newRow("less than none") << u"articles<0"_s << true;
    QTest::newRow("two subjects") << u"subject:=vpn subject:=mail"_s << true;
    QTest::newRow("two beginnings") << u"subject:^vpn subject:^mail"_s << true;
    QTest::newRow("a longer beginning") << u"subject:^vpn subject:^vp"_s << false;
    QTest::newRow("contained, and not") << u"subject:vpn -subject:vp"_s << true;
    QTest::newRow("two words") << u"subject:vpn subject:mail"_s << false;
    QTest::newRow("a requester has name and address") << u"requester:=anna requester:=\"anna@example.com\""_s << false;
    QTest::newRow("tags") << u"tag:vip,gold -tag:vip -tag:gold"_s << true;
    QTest::newRow("another tag") << u"tag:vip,gold -tag:vip"_s << false;
    QTest::newRow("no tag") << u"tag:none tag:vip"_s << true;
    QTest::newRow("said and denied") << u"is:unread -is:unread"_s << true;
    QTest::newRow("in every case") << u"(priority:high OR state:solved) priority:low is:open"_s << true;
    QTest::newRow("in one case not") << u"(priority:high OR state:solved) priority:low"_s << false;
    QTest::newRow("nested denial") << u"-(priority:high OR -priority:high)"_s << true;
    QTest::newRow("channels") << u"channel:email channel:phone"_s << true;
    QTest::newRow("paused and overdue") << u"sla:paused sla:overdue"_s << true;
    QTest::newRow("running and overdue") << u"sla:running sla:overdue"_s << false;
    QTest::newRow("full text") << u"printer -scanner"_s << false;
}

void SlaCheckTest::conditionsThatNothingSatisfies()
{
    QFETCH(QString, text);
    QFETCH(bool, never);
    const Result<Condition> condition = parseCondition(text, *m_sample);
    QVERIFY2(condition, qPrintable(condition ? QString() : condition.error().detail));
    QCOMPARE(isUnsatisfiable(*condition, *m_sample), never);
    SlaFinding finding;
    finding.kind = SlaFindingKind::NeverMatches;
    finding.policy = SlaPolicyId{1};
    QCOMPARE(check({policyFor(1, text)}), never ? QVector<SlaFinding>{finding} : QVector<SlaFinding>());
}

void SlaCheckTest::policiesBehindOthers_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("hidden");
    QTest::newRow("behind everything") << QString() << u"priority:high"_s << true;
    QTest::newRow("the same") << u"tag:vip queue:network"_s << u"queue:network tag:vip"_s << true;
    QTest::newRow("narrower") << u"queue:network"_s << u"queue:=\"Network / VPN\" priority:high"_s << true;
    QTest::newRow("wider") << u"queue:=\"Network / VPN\""_s << u"queue:network"_s << false;
    QTest::newRow("rank") << u"priority<=2"_s << u"priority:critical,high"_s << true;
    QTest::newRow("one of the cases") << u"tag:vip OR priority:high"_s << u"priority:high"_s << true;
    QTest::newRow("another") << u"tag:vip"_s << u"priority:high"_s << false;
    QTest::newRow("a word inside") << u"subject:vpn"_s << u"subject:^\"vpn down\""_s << true;
}

void SlaCheckTest::policiesBehindOthers()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, hidden);
    SlaFinding finding;
    finding.kind = SlaFindingKind::Hidden;
    finding.policy = SlaPolicyId{2};
    finding.other = SlaPolicyId{1};
    QCOMPARE(check({policyFor(1, first), policyFor(2, second)}),
             hidden ? QVector<SlaFinding>{finding} : QVector<SlaFinding>());
}

void SlaCheckTest::queuesWithoutCalendar()
{
    SlaPolicy policy = policyFor(1, u"queue:network"_s);
    policy.calendar = {};
    Catalog catalog = deskWith({policy});
    QVector<SlaFinding> found = check(catalog);
    QCOMPARE(found.size(), 3); // Network and what is below it
    QCOMPARE(found.first().kind, SlaFindingKind::QueueWithoutCalendar);
    QCOMPARE(found.first().queue, QueueId{2});
    QCOMPARE(found.first().policy, SlaPolicyId{1});
    catalog.queues[1].calendar = CalendarId{1};
    catalog.index();
    QVERIFY(check(catalog).isEmpty());
    // What counts always needs none.
    policy.targets.first().otherwise = TimeAmount{TimeBasis::Calendar, 4 * hours};
    QVERIFY(check({policy}).isEmpty());
}

void SlaCheckTest::shortTargets()
{
    SlaPolicy policy = policyFor(1);
    policy.targets.first().otherwise = TimeAmount{TimeBasis::WorkingDays, 0};
    QVERIFY(check({policy}).isEmpty());
    policy.targets.first().amounts = {{PriorityId{1}, TimeAmount{TimeBasis::Business, interval - 1}}};
    const QVector<SlaFinding> found = check({policy});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().kind, SlaFindingKind::TargetTooShort);
    QCOMPARE(found.first().target, SlaTargetKind::Resolution);
}

void SlaCheckTest::warningsThatNeverCome()
{
    SlaPolicy policy = policyFor(1);
    SlaLevel level = levelThat(SlaActionKind::NotifyOwner);
    level.when = SlaLevel::When::Before;
    level.amount = 4 * hours;
    policy.levels = {level};
    QVector<SlaFinding> found = check({policy});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().kind, SlaFindingKind::WarningNeverReached);
    QCOMPARE(found.first().level, 3);
    QCOMPARE(found.first().target, SlaTargetKind::Resolution);
    policy.levels.first().amount = 4 * hours - 1;
    QVERIFY(check({policy}).isEmpty());
    policy.levels.first().targets = {SlaTargetKind::Resolution, SlaTargetKind::Update};
    found = check({policy});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().target, SlaTargetKind::Update);
}

void SlaCheckTest::unknownReferences()
{
    SlaPolicy policy = policyFor(1);
    policy.condition = Condition::any({Condition::is(ConditionField::Queue, {77}), Condition::all()});
    policy.calendar = CalendarId{9};
    policy.targets.first().pausedIn = {waitingState, StateId{88}};
    SlaLevel level = levelThat(SlaActionKind::MoveToQueue);
    level.actions.first().id = 7; // not active
    policy.levels = {level};
    QStringList details;
    for (const SlaFinding &finding : check({policy})) {
        QCOMPARE(finding.kind, SlaFindingKind::UnknownReference);
        details.append(finding.detail);
    }
    QCOMPARE(details, (QStringList{u"queue #77"_s, u"calendar #9"_s, u"state #88"_s, u"queue none"_s}));
}

void SlaCheckTest::calendarsThatNeedSomebody()
{
    Catalog catalog = deskWith({policyFor(1)});
    Holiday past;
    past.from = QDate(2025, 12, 25);
    past.name = u"Christmas"_s;
    catalog.calendars.first().holidays = {past};
    QVector<SlaFinding> found = check(catalog);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().kind, SlaFindingKind::CalendarEnds);
    QCOMPARE(found.first().calendar, CalendarId{1});
    Holiday imported = past;
    imported.from = QDate(2026, 12, 25);
    imported.confirmed = false;
    catalog.calendars.first().holidays.append(imported);
    found = check(catalog);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().kind, SlaFindingKind::UnconfirmedHolidays);
    QCOMPARE(found.first().count, 1);
    Holiday rule;
    rule.kind = Holiday::Kind::Easter;
    catalog.calendars.first().holidays = {past, rule};
    QVERIFY(check(catalog).isEmpty());
}

void SlaCheckTest::nobodyToNotify()
{
    SlaPolicy policy = policyFor(1, u"queue:network"_s);
    policy.levels = {levelThat(SlaActionKind::NotifyLead)};
    Catalog catalog = deskWith({policy});
    const QVector<SlaFinding> found = check(catalog);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().kind, SlaFindingKind::NobodyToNotify);
    QCOMPARE(found.first().queue, QueueId{2});
    QCOMPARE(found.first().count, 3);
    QCOMPARE(found.first().level, 3);
    QCOMPARE(found.first().detail, u"notify-lead"_s);
    catalog.queues[1].lead = PersonId{1};
    catalog.index();
    QVERIFY(check(catalog).isEmpty());
}

void SlaCheckTest::inactivePoliciesAreLeftAlone()
{
    SlaPolicy policy = policyFor(1, u"-()"_s);
    policy.active = false;
    SlaPolicy everything = policyFor(2);
    everything.active = false;
    QVERIFY(check({policy, everything, policyFor(3)}).isEmpty());
}

void SlaCheckTest::nothingFalseIsClaimed()
{
    QRandomGenerator random(20'261'121);
    const ConditionContext context{m_sample, PersonId{2}, 1'790'000'000'000};
    QVector<TicketFacts> tickets;
    for (int i = 1; i <= 300; ++i) {
        TicketFacts ticket = randomTicket(random, *m_sample, context.now, i);
        ticket.head.sla = SlaStanding(random.bounded(5));
        ticket.head.slaTarget = SlaTargetKind(random.bounded(7));
        ticket.head.slaDueAt = random.bounded(2) * (context.now + (random.bounded(9) - 4) * hours);
        ticket.head.slaMissed = random.bounded(2) == 0;
        tickets.append(ticket);
    }
    int never = 0;
    int implied = 0;
    for (int i = 0; i < randomRounds(10'000); ++i) {
        const Condition one = randomCondition(random, *m_sample, 3, true);
        const Condition other = i % 2 == 0 ? randomCondition(random, *m_sample, 2, true)
                                           : Condition::any({randomCondition(random, *m_sample, 1), one});
        const bool isNever = isUnsatisfiable(one, *m_sample);
        const bool isImplied = implies(one, other, *m_sample);
        never += isNever ? 1 : 0;
        implied += isImplied && !isNever ? 1 : 0;
        if (!isNever && !isImplied)
            continue;
        for (const TicketFacts &ticket : tickets) {
            if (!evaluate(one, ticket, context) || (!isNever && evaluate(other, ticket, context)))
                continue;
            const QString said = printCondition(one, *m_sample) + u" => "_s + printCondition(other, *m_sample);
            QVERIFY2(!isNever, qPrintable(said));
            QVERIFY2(!isImplied, qPrintable(said));
        }
    }
    // A check that never claims anything would be right as well.
    QVERIFY(never > 300);
    QVERIFY(implied > 2'000);
}

void SlaCheckTest::enoughIsSeen()
{
    // Of two tests about one reference or enumeration everything is seen.
    QRandomGenerator random(4);
    for (int i = 0; i < 500; ++i) {
        QVector<qint64> left{1 + random.bounded(4), 1 + random.bounded(4)};
        QVector<qint64> right{1 + random.bounded(4), 1 + random.bounded(4)};
        const bool meet = std::any_of(left.cbegin(), left.cend(), [&](qint64 id) { return right.contains(id); });
        const bool isInside = std::all_of(left.cbegin(), left.cend(), [&](qint64 id) { return right.contains(id); });
        for (const ConditionField field :
             {ConditionField::State, ConditionField::Priority, ConditionField::Owner, ConditionField::Channel}) {
            const Condition one = Condition::is(field, left);
            const Condition other = Condition::is(field, right);
            QCOMPARE(isUnsatisfiable(Condition::all({one, other}), *m_sample), !meet);
            QCOMPARE(implies(one, other, *m_sample), isInside);
        }
    }
}

void SlaCheckTest::largeConditionsAreLeftAlone()
{
    QVector<Condition> factors;
    for (int i = 0; i < 40; ++i)
        factors.append(Condition::any({Condition::has({QString::number(i)}), Condition::has({QString::number(-i)})}));
    factors.append(Condition::any({}));
    QVERIFY(!isUnsatisfiable(Condition::all(factors.mid(0, 40)), *m_sample));
}

void SlaCheckTest::findingsHaveNames()
{
    QSet<QString> names;
    for (int kind = 0; kind <= int(SlaFindingKind::NobodyToNotify); ++kind)
        names.insert(slaFindingName(SlaFindingKind(kind)));
    QCOMPARE(names.size(), int(SlaFindingKind::NobodyToNotify) + 1);
    QVERIFY(!names.contains(QString()));
}

QTEST_GUILESS_MAIN(SlaCheckTest)
#include "sla_check_test.moc"
