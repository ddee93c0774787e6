// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/catalog.h"
#include "domain/condition_text.h"
#include "domain/sla_policy_json.h"
#include "support/random_condition.h"
#include "support/sample_catalog.h"
#include "support/sla_history.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

/// A policy survives both of its forms, and what is wrong with one is said with its place.
class SlaPolicyJsonTest : public QObject
{
    Q_OBJECT

    CatalogPtr m_catalog;

    SlaPolicy randomPolicy(QRandomGenerator &random) const;
    SlaLevel randomLevel(QRandomGenerator &random, int id) const;
    static QJsonObject parsed(const char *text)
    {
        QJsonParseError error;
        const QJsonObject json = QJsonDocument::fromJson(text, &error).object();
        return error.error == QJsonParseError::NoError ? json : QJsonObject{{u"broken"_s, error.errorString()}};
    }

private Q_SLOTS:
    void initTestCase();
    void survivesBothForms();
    void defaultsSurvive();
    void isWrittenByPeople();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void storedFormSaysWhatIsWrong();
};

void SlaPolicyJsonTest::initTestCase()
{
    auto catalog = std::make_shared<Catalog>(*sampleCatalog());
    BusinessCalendar office = defaultCalendar(u"Office Berlin"_s, "Europe/Berlin");
    office.id = CalendarId{4};
    catalog->calendars = {office};
    catalog->index();
    m_catalog = catalog;
}

SlaLevel SlaPolicyJsonTest::randomLevel(QRandomGenerator &random, int id) const
{
    SlaLevel level;
    level.id = id;
    level.name = random.bounded(2) == 0 ? QString() : u"Level %1"_s.arg(id);
    if (random.bounded(2) == 0)
        level.targets = {SlaTargetKind(1 + random.bounded(6))};
    level.when = SlaLevel::When(1 + random.bounded(3));
    level.amount = 1 + random.bounded(200'000);
    level.inWorkingTime = random.bounded(2) == 0;
    level.waitForWorkingHours = random.bounded(2) == 0;
    if (random.bounded(2) == 0)
        level.condition = Condition::is(ConditionField::Priority, {1 + random.bounded(4)});
    for (int kind = 1; kind <= int(SlaActionKind::PostNote); ++kind) {
        if (random.bounded(3) == 0)
            continue;
        SlaAction action{SlaActionKind(kind), 0, {}};
        if (action.kind == SlaActionKind::NotifyPerson || action.kind == SlaActionKind::AssignTo)
            action.id = 1 + random.bounded(3);
        else if (action.kind == SlaActionKind::SetPriority || action.kind == SlaActionKind::MoveToQueue)
            action.id = 1 + random.bounded(4);
        else if (action.kind == SlaActionKind::PostNote)
            action.text = u"Über {ticket.number}\n\"now\""_s;
        level.actions.append(action);
    }
    return level;
}

SlaPolicy SlaPolicyJsonTest::randomPolicy(QRandomGenerator &random) const
{
    const auto amount = [&random]() {
        const auto basis = TimeBasis(1 + random.bounded(3));
        return TimeAmount{basis, basis == TimeBasis::WorkingDays ? random.bounded(9) : 1 + random.bounded(500'000'000)};
    };
    SlaPolicy policy;
    policy.name = u"Gold — für „alle“"_s;
    policy.active = random.bounded(2) == 0;
    policy.condition = random.bounded(3) == 0 ? Condition() : Condition::under(ConditionField::Queue, {2, 1});
    policy.calendar = CalendarId{random.bounded(2) == 0 ? 0 : 4};
    for (int kind = 1; kind <= 6; ++kind) {
        SlaTarget target = usualTarget(SlaTargetKind(kind));
        for (int priority = 1 + random.bounded(5); priority <= 4; ++priority)
            target.amounts.append({PriorityId{priority}, random.bounded(4) == 0 ? std::optional<TimeAmount>()
                                                                                : std::optional<TimeAmount>(amount())});
        if (random.bounded(2) == 0)
            target.otherwise = amount();
        target.starts = SlaTriggers(random.bounded(4096));
        target.fulfils = SlaTriggers(random.bounded(4096));
        target.resets = SlaTriggers(random.bounded(4096));
        for (int state = 1 + random.bounded(6); state < 6; state += 2)
            target.pausedIn.append(StateId{state});
        target.reopen = ReopenRule(1 + random.bounded(3));
        target.atLeast = random.bounded(7'200'000);
        policy.targets.append(target);
    }
    for (int id = 1; id <= 3; ++id)
        policy.levels.append(randomLevel(random, id));
    return policy;
}

void SlaPolicyJsonTest::survivesBothForms()
{
    QRandomGenerator random(12);
    for (int i = 0; i < 500; ++i) {
        SlaPolicy policy = randomPolicy(random);
        const Result<SlaPolicy> stored = slaPolicyFromJson(slaPolicyToJson(policy));
        QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().where));
        QCOMPARE(*stored, policy);
        // People's files have the text of a condition, and nothing but it.
        policy.conditionText = printCondition(policy.condition, *m_catalog);
        for (SlaLevel &level : policy.levels)
            level.conditionText = printCondition(level.condition, *m_catalog);
        const Result<SlaPolicy> config = slaPolicyFromConfig(slaPolicyToConfig(policy, *m_catalog), m_catalog);
        QVERIFY2(config, qPrintable(config ? QString() : config.error().where));
        QCOMPARE(*config, policy);
    }
    // Any condition at all.
    for (int i = 0; i < 500; ++i) {
        SlaPolicy policy;
        policy.condition = randomCondition(random, *m_catalog, 3, true);
        policy.conditionText = u"as typed"_s;
        QCOMPARE(*slaPolicyFromJson(slaPolicyToJson(policy)), policy);
    }
}

void SlaPolicyJsonTest::defaultsSurvive()
{
    const SlaPolicy policy = defaultSlaPolicy(
        u"Standard"_s, {PriorityId{1}, PriorityId{2}, PriorityId{3}, PriorityId{4}}, {StateId{3}, StateId{4}});
    QCOMPARE(*slaPolicyFromJson(slaPolicyToJson(policy)), policy);
    QCOMPARE(*slaPolicyFromConfig(slaPolicyToConfig(policy, *m_catalog), m_catalog), policy);
}

void SlaPolicyJsonTest::isWrittenByPeople()
{
    const QJsonObject json = parsed(R"({
        "name": "Gold", "condition": "tag:vip queue:network", "calendar": "office berlin",
        "targets": [
            {"kind": "first-response", "otherwise": "4h",
             "amounts": [{"priority": "Critical", "amount": "15m"}, {"priority": "Low", "amount": null}]},
            {"kind": "resolution", "otherwise": "2wd", "pausedIn": ["Waiting for customer"], "reopen": "restart",
             "amounts": [{"priority": "Critical", "amount": "90m calendar"}, {"priority": "high", "amount": "1d calendar"}]}
        ],
        "levels": [
            {"when": "before", "amount": "30m", "targets": ["resolution"], "condition": "priority<=2",
             "actions": [{"kind": "notify-lead"}, {"kind": "assign-to", "agent": "Mike Brandt"},
                         {"kind": "move-to-queue", "queue": "Network"}]}
        ]})");
    const Result<SlaPolicy> policy = slaPolicyFromConfig(json, m_catalog);
    QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().where));
    QVERIFY(problemsOf(*policy).isEmpty());
    QCOMPARE(policy->calendar, CalendarId{4});
    QCOMPARE(policy->condition, *parseCondition(u"tag:vip queue:network"_s, *m_catalog));
    const SlaTarget &first = policy->targets[0];
    QCOMPARE(first.starts, usualTarget(SlaTargetKind::FirstResponse).starts);
    QCOMPARE(first.amountFor(PriorityId{1}), std::optional(TimeAmount{TimeBasis::Business, 15 * minutes}));
    QCOMPARE(first.amountFor(PriorityId{2}), std::optional(TimeAmount{TimeBasis::Business, 4 * hours}));
    QVERIFY(!first.amountFor(PriorityId{4}));
    const SlaTarget &resolution = policy->targets[1];
    QCOMPARE(resolution.amountFor(PriorityId{1}), std::optional(TimeAmount{TimeBasis::Calendar, 90 * minutes}));
    QCOMPARE(resolution.amountFor(PriorityId{2}), std::optional(TimeAmount{TimeBasis::Calendar, 24 * hours}));
    QCOMPARE(resolution.amountFor(PriorityId{3}), std::optional(TimeAmount{TimeBasis::WorkingDays, 2}));
    QCOMPARE(resolution.pausedIn, QVector<StateId>{StateId{3}});
    QCOMPARE(resolution.reopen, ReopenRule::Restart);
    const SlaLevel &level = policy->levels.first();
    QCOMPARE(level.id, 1);
    QCOMPARE(level.amount, 30 * minutes);
    QCOMPARE(level.actions.size(), 3);
    QCOMPARE(level.actions[1].id, 1);
    QCOMPARE(level.actions[2].id, 2);
}

void SlaPolicyJsonTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("condition") << QByteArray(R"({"condition": "colour:red"})") << u"condition"_s;
    QTest::newRow("calendar") << QByteArray(R"({"calendar": "Paris"})") << u"calendar"_s;
    QTest::newRow("kind") << QByteArray(R"({"targets": [{"kind": "smile"}]})") << u"targets.0.kind"_s;
    QTest::newRow("amount") << QByteArray(R"({"targets": [{"kind": "update", "otherwise": "soon"}]})")
                            << u"targets.0.otherwise"_s;
    QTest::newRow("a day of working time")
        << QByteArray(R"({"targets": [{"kind": "update", "otherwise": "1d"}]})") << u"targets.0.otherwise"_s;
    QTest::newRow("negative") << QByteArray(R"({"targets": [{"kind": "update", "otherwise": "-1h"}]})")
                              << u"targets.0.otherwise"_s;
    QTest::newRow("huge") << QByteArray(R"({"targets": [{"kind": "update", "otherwise": "9223372036854775807h"}]})")
                          << u"targets.0.otherwise"_s;
    QTest::newRow("priority") << QByteArray(
        R"({"targets": [{"kind": "update", "amounts": [{"priority": "Low", "amount": "1h"}, {"priority": "Urgent", "amount": "1h"}]}]})")
                              << u"targets.0.amounts.1.priority"_s;
    QTest::newRow("state") << QByteArray(R"({"targets": [{"kind": "update", "pausedIn": ["Open", "Asleep"]}]})")
                           << u"targets.0.pausedIn.1"_s;
    QTest::newRow("two of a name") << QByteArray(
        R"({"levels": [{"when": "percent", "amount": 50, "actions": [{"kind": "assign-to", "agent": "Anna Müller"}]}]})")
                                   << u"levels.0.actions.0.agent"_s;
    QTest::newRow("trigger") << QByteArray(R"({"targets": [{"kind": "update", "starts": ["opened", "sneezed"]}]})")
                             << u"targets.0.starts"_s;
    QTest::newRow("reopen") << QByteArray(R"({"targets": [{"kind": "update", "reopen": "maybe"}]})")
                            << u"targets.0.reopen"_s;
    QTest::newRow("when") << QByteArray(R"({"levels": [{"when": "later", "amount": 5}]})") << u"levels.0.when"_s;
    QTest::newRow("percent") << QByteArray(R"({"levels": [{"when": "percent", "amount": "75"}]})")
                             << u"levels.0.amount"_s;
    QTest::newRow("action") << QByteArray(
        R"({"levels": [{"when": "percent", "amount": 75, "actions": [{"kind": "shout"}]}]})")
                            << u"levels.0.actions.0.kind"_s;
    QTest::newRow("queue") << QByteArray(
        R"({"levels": [{"when": "percent", "amount": 75, "actions": [{"kind": "move-to-queue", "queue": "#99"}]}]})")
                           << u"levels.0.actions.0.queue"_s;
}

void SlaPolicyJsonTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    const QJsonObject json = parsed(text.constData());
    QVERIFY(!json.isEmpty() && !json.contains(u"broken"_s));
    const Result<SlaPolicy> policy = slaPolicyFromConfig(json, m_catalog);
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, ErrorCode::Invalid);
    QCOMPARE(policy.error().where, where);
}

void SlaPolicyJsonTest::storedFormSaysWhatIsWrong()
{
    const auto where = [](const char *text) {
        const Result<SlaPolicy> policy = slaPolicyFromJson(parsed(text));
        return policy ? QString() : policy.error().where;
    };
    QCOMPARE(where(R"({"condition": {"field": "colour"}})"), u"condition"_s);
    QCOMPARE(where(R"({"targets": [{"kind": "update", "otherwise": {"basis": "business"}}]})"),
             u"targets.0.otherwise"_s);
    QCOMPARE(where(R"({"targets": [{"kind": "update", "otherwise": {"basis": "lunar", "ms": 5}}]})"),
             u"targets.0.otherwise"_s);
    QCOMPARE(where(R"({"targets": [{"kind": "update", "pausedIn": ["Open"]}]})"), u"targets.0.pausedIn.0"_s);
    QCOMPARE(where(R"({"targets": [{"kind": "update", "atLeast": "1h"}]})"), u"targets.0.atLeast"_s);
    QCOMPARE(where(R"({"targets": [{"kind": "update", "otherwise": {"basis": "working-days", "days": 1}}]})"),
             QString());
}

QTEST_GUILESS_MAIN(SlaPolicyJsonTest)
#include "sla_policy_json_test.moc"
