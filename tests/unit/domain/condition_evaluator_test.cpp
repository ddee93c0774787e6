// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_text.h"
#include "support/sample_catalog.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class ConditionEvaluatorTest : public QObject
{
    Q_OBJECT

    static constexpr Instant now = 1'795'219'200'000;
    const CatalogPtr m_catalog = test::sampleCatalog();

    TicketFacts ticket() const
    {
        TicketFacts facts;
        facts.head.id = TicketId{1};
        facts.head.number = u"A-10427"_s;
        facts.head.subject = u"VPN: PROBLÈME de connexion"_s;
        facts.head.state = StateId{2};
        facts.head.priority = PriorityId{2};
        facts.head.queue = QueueId{3};
        facts.head.category = CategoryId{};
        facts.head.owner = PersonId{1};
        facts.head.requester = PersonId{9};
        facts.head.tags = {u"vip"_s};
        facts.head.createdAt = now - 3 * Instant(86'400'000);
        facts.head.dueAt = now + 3'600'000;
        facts.head.articleCount = 3;
        facts.requesterName = u"Sarah Lind"_s;
        facts.requesterAddress = u"sarah@example.com"_s;
        facts.unread = true;
        return facts;
    }

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("holds");
        QTest::newRow("everything") << QString() << true;
        QTest::newRow("nothing") << u"-()"_s << false;
        QTest::newRow("state") << u"state:open"_s << true;
        QTest::newRow("unresolved") << u"is:open"_s << true;
        QTest::newRow("solved") << u"is:solved"_s << false;
        QTest::newRow("below a queue") << u"queue:network"_s << true;
        QTest::newRow("exactly a queue") << u"queue:=network"_s << false;
        QTest::newRow("mine") << u"owner:me"_s << true;
        QTest::newRow("unassigned") << u"is:unassigned"_s << false;
        QTest::newRow("no category") << u"category:none"_s << true;
        QTest::newRow("has no category") << u"has:category"_s << false;
        QTest::newRow("more urgent") << u"priority<=high"_s << true;
        QTest::newRow("most urgent") << u"priority<2"_s << false;
        QTest::newRow("accents") << u"subject:probleme"_s << true;
        QTest::newRow("starts") << u"subject:^vpn"_s << true;
        QTest::newRow("equals") << u"subject:=vpn"_s << false;
        QTest::newRow("requester address") << u"requester:SARAH@"_s << true;
        QTest::newRow("number") << u"number:1042"_s << true;
        QTest::newRow("tag") << u"tag:gold,VIP"_s << true;
        QTest::newRow("due soon") << u"due<2h"_s << true;
        QTest::newRow("overdue") << u"is:overdue"_s << false;
        QTest::newRow("unset is never before") << u"solved<now"_s << false;
        QTest::newRow("unset is never after") << u"solved>-900w"_s << false;
        QTest::newRow("this week") << u"created>-7d"_s << true;
        QTest::newRow("unread") << u"is:unread"_s << true;
        QTest::newRow("articles") << u"articles>=3 articles:3"_s << true;
        QTest::newRow("not either") << u"-(state:new OR tag:vip)"_s << false;
        QTest::newRow("known words") << u"vpn sarah"_s << true;
        QTest::newRow("unknown words") << u"vpn toner"_s << false;
    }

    void decides()
    {
        QFETCH(QString, text);
        QFETCH(bool, holds);
        const Result<Condition> condition = parseCondition(text, *m_catalog);
        QVERIFY2(condition.has_value(), condition ? "" : qPrintable(condition.error().detail));
        QCOMPARE(evaluate(*condition, ticket(), {m_catalog, PersonId{1}, now}), holds);
    }

    void nobodyIsMe()
    {
        TicketFacts unowned = ticket();
        unowned.head.owner = {};
        // Somebody who is not signed in owns nothing, not everything that is unassigned.
        QVERIFY(!evaluate(Condition::is(ConditionField::Owner, {Condition::meId}), unowned, {m_catalog, {}, now}));
    }
};

QTEST_APPLESS_MAIN(ConditionEvaluatorTest)
#include "condition_evaluator_test.moc"
