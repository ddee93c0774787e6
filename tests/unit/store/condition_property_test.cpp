// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_json.h"
#include "store/reading.h"
#include "support/desk_file.h"
#include "support/nightly.h"
#include "support/random_condition.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QJsonDocument>
#include <QtTest>

namespace deskhand {

/// The database and the evaluator say the same about every ticket and every condition.
class ConditionPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sqlAgreesWithTheEvaluator();
    void everyFieldAndOperatorAgrees();
    void countsAgreeWithLists();

private:
    QVector<TicketId> matching(const Condition &condition) const;
    void compare(const Condition &condition);

    static constexpr int ticketCount = 400;
    const int conditionCount = test::randomRounds(2500);
    const PersonId m_me{2};

    test::DeskFile m_desk;
    CatalogPtr m_catalog = test::sampleCatalog();
    QVector<TicketFacts> m_tickets;
    std::unique_ptr<Connection> m_connection;
};

void ConditionPropertyTest::initTestCase()
{
    QRandomGenerator random(20'240'607);
    QVector<BulkTicket> tickets;
    QVector<Person> people;
    QVector<QPair<TicketId, ArticleId>> marks;
    QHash<PersonId, bool> known;
    for (int i = 1; i <= ticketCount; ++i) {
        TicketFacts facts = test::randomTicket(random, *m_catalog, test::sampleNow, i);
        facts.head.lastArticle = ArticleId{i * 10};
        if (!known.contains(facts.head.requester)) {
            known.insert(facts.head.requester, true);
            people.append(test::requester(facts.head.requester.value, facts.requesterName, facts.requesterAddress));
        }
        marks.append({facts.head.id, facts.unread ? ArticleId{i * 10 - 1} : ArticleId{i * 10}});
        BulkTicket ticket;
        ticket.head = facts.head;
        tickets.append(ticket);
        m_tickets.append(facts);
    }
    m_desk.load(*m_catalog, people, tickets, {{m_me, marks}});
    QVector<TicketHead> heads;
    for (const TicketFacts &facts : std::as_const(m_tickets))
        heads.append(facts.head);
    m_desk.setClocks(heads);
    m_connection = m_desk.connect();
}

QVector<TicketId> ConditionPropertyTest::matching(const Condition &condition) const
{
    const ConditionContext context{m_catalog, m_me, test::sampleNow};
    QVector<TicketId> ids;
    for (const TicketFacts &ticket : m_tickets) {
        if (evaluate(condition, ticket, context))
            ids.append(ticket.head.id);
    }
    return ids;
}

void ConditionPropertyTest::compare(const Condition &condition)
{
    TicketQuery query;
    query.condition = condition;
    query.sort = ListSort{ListColumn::Number, false};
    query.me = m_me;
    query.now = test::sampleNow;
    const Result<TicketList> list = readTicketList(*m_connection, m_catalog, query);
    QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
    const QByteArray said = QJsonDocument(conditionToJson(condition)).toJson(QJsonDocument::Compact);
    QVERIFY2(list->ids == matching(condition), said.constData());
}

void ConditionPropertyTest::sqlAgreesWithTheEvaluator()
{
    QRandomGenerator random(7);
    int partial = 0;
    for (int i = 0; i < conditionCount; ++i) {
        const Condition condition = test::randomCondition(random, *m_catalog, 4);
        compare(condition);
        if (QTest::currentTestFailed())
            return;
        const qsizetype found = matching(condition).size();
        partial += found > 0 && found < ticketCount ? 1 : 0;
    }
    // Conditions that are true or false for all tickets would prove little.
    QVERIFY(partial > conditionCount / 2);
}

void ConditionPropertyTest::everyFieldAndOperatorAgrees()
{
    // Also what no parser makes: the evaluator has an answer for each.
    for (int field = 0; field < int(ConditionField::Text); ++field) {
        for (int op = 0; op < int(ConditionOperator::Matches); ++op) {
            for (const qint64 id : {qint64(0), qint64(1), qint64(2), qint64(4), qint64(99), Condition::meId}) {
                Condition condition = Condition::is(ConditionField(field), {id});
                condition.op = ConditionOperator(op);
                condition.text = id % 2 ? QStringLiteral("A") : QString();
                condition.words = QStringList{QStringLiteral("VIP")}.mid(int(id) % 2);
                condition.instant = {true, id * 1'800'000};
                compare(condition);
                compare(Condition::negate(condition));
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
}

void ConditionPropertyTest::countsAgreeWithLists()
{
    QRandomGenerator random(11);
    QVector<Condition> conditions;
    for (int i = 0; i < 200; ++i)
        conditions.append(test::randomCondition(random, *m_catalog, 3));
    conditions.append(Condition::matches(QStringLiteral("vpn")));
    const Result<QVector<qint64>> counts = readCounts(*m_connection, m_catalog, conditions, m_me, test::sampleNow);
    QVERIFY(counts);
    QCOMPARE(counts->last(), qint64(-1));
    for (int i = 0; i < 200; ++i)
        QCOMPARE(counts->at(i), qint64(matching(conditions[i]).size()));
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::ConditionPropertyTest)
#include "condition_property_test.moc"
