// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_json.h"
#include "domain/condition_text.h"
#include "support/nightly.h"
#include "support/random_condition.h"
#include "support/sample_catalog.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class ConditionTextTest : public QObject
{
    Q_OBJECT

    const CatalogPtr m_catalog = test::sampleCatalog();

    Condition parsed(const QString &text)
    {
        const Result<Condition> result = parseCondition(text, *m_catalog);
        if (!result)
            qWarning() << text << result.error().detail;
        return result ? *result : Condition::negate(Condition::all());
    }

private Q_SLOTS:
    void understandsTheExample()
    {
        const Condition condition = parsed(u"state:open queue:network owner:me -tag:vip due<2d \"blue screen\""_s);
        QCOMPARE(condition, Condition::all({Condition::is(ConditionField::State, {2}),
                                            Condition::under(ConditionField::Queue, {2}),
                                            Condition::is(ConditionField::Owner, {Condition::meId}),
                                            Condition::negate(Condition::has({u"vip"_s})),
                                            Condition::compare(ConditionField::Due, ConditionOperator::Less,
                                                               ConditionInstant{true, 2 * 86'400'000}),
                                            Condition::matches(u"\"blue screen\""_s)}));
    }

    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Condition>("expected");
        const auto state = [](qint64 id) { return Condition::is(ConditionField::State, {id}); };
        QTest::newRow("nothing") << u"  "_s << Condition::all();
        QTest::newRow("words") << u"vpn state:new drops"_s
                               << Condition::all({Condition::matches(u"vpn drops"_s), state(1)});
        QTest::newRow("or") << u"owner:none OR owner:me"_s
                            << Condition::any({Condition::is(ConditionField::Owner, {0}),
                                               Condition::is(ConditionField::Owner, {-1})});
        QTest::newRow("group") << u"(state:new OR state:open) priority<=high"_s
                               << Condition::all({Condition::any({state(1), state(2)}),
                                                  Condition::compare(ConditionField::Priority,
                                                                     ConditionOperator::LessOrEqual, qint64(2))});
        QTest::newRow("exact queue") << u"queue:=network"_s << Condition::is(ConditionField::Queue, {2});
        QTest::newRow("path") << u"queue:\"Network / VPN\""_s << Condition::under(ConditionField::Queue, {3});
        QTest::newRow("prefix of a name") << u"owner:mik"_s << Condition::is(ConditionField::Owner, {1});
        QTest::newRow("address") << u"owner:anna.m@example.com"_s << Condition::is(ConditionField::Owner, {3});
        QTest::newRow("quoted me is a name") << u"owner:\"me\""_s << Condition::is(ConditionField::Owner, {4});
        QTest::newRow("accents fold") << u"organization:\"nord & sohne\""_s
                                      << Condition::is(ConditionField::Organization, {2});
        QTest::newRow("has") << u"has:attachment -has:owner"_s
                             << Condition::all({Condition::compare(ConditionField::AttachmentCount,
                                                                   ConditionOperator::Greater, qint64(0)),
                                                Condition::negate(Condition::isSet(ConditionField::Owner))});
        QTest::newRow("url is a word") << u"https://example.com/a?b"_s
                                       << Condition::matches(u"https://example.com/a?b"_s);
        QTest::newRow("day") << u"created:2026-11-21"_s
                             << Condition::all(
                                    {Condition::compare(ConditionField::Created, ConditionOperator::GreaterOrEqual,
                                                        ConditionInstant{false, 1795219200000}),
                                     Condition::compare(ConditionField::Created, ConditionOperator::Less,
                                                        ConditionInstant{false, 1795305600000})});
        QTest::newRow("minus inside a word") << u"wi-fi"_s << Condition::matches(u"wi-fi"_s);
    }

    void understands()
    {
        QFETCH(QString, text);
        QFETCH(Condition, expected);
        QCOMPARE(parsed(text), expected);
        QCOMPARE(parsed(printCondition(expected, *m_catalog)), expected);
    }

    void pointsAtTheError_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("place");
        QTest::newRow("field") << u"state:open colour:red"_s << u"unknown-field"_s << u"colour"_s;
        QTest::newRow("value") << u"state:open queue:nowhere x"_s << u"unknown-value"_s << u"nowhere"_s;
        QTest::newRow("ambiguous") << u"owner:anna"_s << u"ambiguous-value"_s << u"anna"_s;
        QTest::newRow("ambiguous queue") << u"x queue:vpn"_s << u"ambiguous-value"_s << u"vpn"_s;
        QTest::newRow("date") << u"due<soon"_s << u"bad-date"_s << u"soon"_s;
        QTest::newRow("number") << u"articles>many"_s << u"bad-number"_s << u"many"_s;
        QTest::newRow("operator") << u"state<open"_s << u"bad-operator"_s << u"<"_s;
        QTest::newRow("relative needs an order") << u"due:2d"_s << u"bad-operator"_s << u":"_s;
        QTest::newRow("quote") << u"a \"blue"_s << u"unclosed-quote"_s << u"\"blue"_s;
        QTest::newRow("group") << u"a (b"_s << u"unclosed-group"_s << u"("_s;
        QTest::newRow("stray") << u"a ) b"_s << u"unexpected"_s << u")"_s;
        QTest::newRow("no value") << u"a state: b"_s << u"missing-value"_s << u"state:"_s;
        QTest::newRow("flag") << u"is:purple"_s << u"unknown-value"_s << u"purple"_s;
        QTest::newRow("too deep") << QString(100, u'(') << u"unexpected"_s << u"("_s;
    }

    void pointsAtTheError()
    {
        QFETCH(QString, text);
        QFETCH(QString, problem);
        QFETCH(QString, place);
        const Result<Condition> result = parseCondition(text, *m_catalog);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QCOMPARE(result.error().payload.value(u"problem"_s).toString(), problem);
        const int position = result.error().payload.value(u"position"_s).toInt();
        QCOMPARE(text.mid(position, result.error().payload.value(u"length"_s).toInt()), place);
    }

    void roundTripsRandomTrees()
    {
        QRandomGenerator random(7);
        const Instant now = 1'790'500'000'000;
        const ConditionContext context{m_catalog, PersonId{1}, now};
        QVector<TicketFacts> tickets;
        for (int i = 0; i < 60; ++i)
            tickets.append(test::randomTicket(random, *m_catalog, now, i + 1));
        for (int round = 0; round < test::randomRounds(3000); ++round) {
            const Condition original = test::randomCondition(random, *m_catalog, 4, true);
            const QString text = printCondition(original, *m_catalog);
            const Result<Condition> again = parseCondition(text, *m_catalog);
            QVERIFY2(again.has_value(), qPrintable(text + u" :: "_s + (again ? QString() : again.error().detail)));
            const QString twice = printCondition(*again, *m_catalog);
            QVERIFY2(parseCondition(twice, *m_catalog).value() == *again, qPrintable(text + u" vs "_s + twice));
            for (const TicketFacts &ticket : tickets)
                QVERIFY2(evaluate(original, ticket, context) == evaluate(*again, ticket, context), qPrintable(text));
            const Result<Condition> stored = conditionFromJson(conditionToJson(original));
            QVERIFY(stored.has_value());
            QCOMPARE(*stored, original);
        }
    }

    void survivesAnyText()
    {
        QRandomGenerator random(11);
        const QString alphabet = u"aé接:<>=^-\"\\(),# stateOR NOTisowner:me due2d\t"_s;
        int understood = 0;
        for (int round = 0; round < test::randomRounds(20000); ++round) {
            QString text;
            for (int i = random.bounded(24); i >= 0; --i)
                text += alphabet[random.bounded(alphabet.size())];
            const Result<Condition> result = parseCondition(text, *m_catalog);
            if (!result) {
                const int position = result.error().payload.value(u"position"_s).toInt();
                QVERIFY(position >= 0
                        && position + result.error().payload.value(u"length"_s).toInt() <= text.size() + 1);
                continue;
            }
            ++understood;
            const QString printed = printCondition(*result, *m_catalog);
            const Result<Condition> again = parseCondition(printed, *m_catalog);
            QVERIFY2(again.has_value() && *again == *result, qPrintable(text + u" -> "_s + printed));
        }
        QVERIFY(understood > 1000);
    }

    void completes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("result");
        QTest::newRow("field") << u"state:open que"_s << u"queue"_s << u"state:open queue:"_s;
        QTest::newRow("value") << u"queue:net"_s << u"Network"_s << u"queue:Network "_s;
        QTest::newRow("needs quotes") << u"-state:wait"_s << u"Waiting for customer"_s
                                      << u"-state:\"Waiting for customer\" "_s;
        QTest::newRow("second value") << u"state:new,op"_s << u"Open"_s << u"state:new,Open "_s;
        QTest::newRow("flag") << u"is:unr"_s << u"unread"_s << u"is:unread "_s;
        QTest::newRow("tag") << u"tag:v"_s << u"vip"_s << u"tag:vip "_s;
        QTest::newRow("in a group") << u"(own"_s << u"owner"_s << u"(owner:"_s;
        QTest::newRow("open quote") << u"queue:\"Bür"_s << u"Büro, Möbel"_s << u"queue:\"Büro, Möbel\" "_s;
    }

    void completes()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, result);
        const QVector<ConditionCompletion> completions = completeCondition(text, int(text.size()), *m_catalog);
        QVERIFY(!completions.isEmpty());
        QCOMPARE(completions.first().label, first);
        QString completed = text;
        completed.replace(completions.first().from, completions.first().length, completions.first().insert);
        QCOMPARE(completed, result);
    }

    void everyCompletedValueParses()
    {
        for (const QString &field : {u"state"_s, u"queue"_s, u"owner"_s, u"category"_s, u"organization"_s, u"tag"_s,
                                     u"is"_s, u"has"_s, u"channel"_s}) {
            const QString text = field + u':';
            const auto completions = completeCondition(text, int(text.size()), *m_catalog, 50);
            QVERIFY(completions.size() > 1);
            for (const ConditionCompletion &completion : completions) {
                QString completed = text;
                completed.replace(completion.from, completion.length, completion.insert);
                QVERIFY2(parseCondition(completed, *m_catalog).has_value(), qPrintable(completed));
            }
        }
    }
};

QTEST_APPLESS_MAIN(ConditionTextTest)
#include "condition_text_test.moc"
