// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/query_contract.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {

TicketRow QueryContract::row(char letter, PersonId me)
{
    const auto rows = expected(await(desk().rows({m_world->ticket(letter)}, me)));
    return rows.isEmpty() ? TicketRow() : rows.first();
}

void QueryContract::rowsComeAsAsked_data()
{
    QTest::addColumn<QString>("asked"); // "?" is a ticket that does not exist
    QTest::addColumn<QString>("answered");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("one") << QStringLiteral("g") << QStringLiteral("g");
    QTest::newRow("all") << QStringLiteral("abcdefghij") << QStringLiteral("abcdefghij");
    QTest::newRow("in another order") << QStringLiteral("jaich") << QStringLiteral("jaich");
    QTest::newRow("what does not exist is left out") << QStringLiteral("?b?a?") << QStringLiteral("ba");
    QTest::newRow("only what does not exist") << QStringLiteral("??") << QString();
}

void QueryContract::rowsComeAsAsked()
{
    QFETCH(QString, asked);
    QFETCH(QString, answered);
    QVector<TicketId> ids;
    for (const QChar letter : asked)
        ids.append(letter == u'?' ? TicketId{987'654} : m_world->ticket(letter.toLatin1()));
    QVector<TicketId> found;
    for (const TicketRow &row : expected(await(desk().rows(ids, m_world->ben))))
        found.append(row.head.id);
    QCOMPARE(m_world->letters(found), answered);
}

void QueryContract::aRowSaysEverything()
{
    const Catalog &catalog = *m_world->catalog();
    const TicketRow shown = row('g', m_world->ada);
    TicketHead wanted;
    wanted.id = m_world->ticket('g');
    wanted.number = QStringLiteral("00007");
    wanted.version = 2;
    wanted.subject = QStringLiteral("Screen flickers");
    wanted.state = catalog.firstStateOf(StateType::New);
    wanted.priority = catalog.priorities[2].id;
    wanted.queue = catalog.queueWithDescendants(catalog.queues[1].id).last();           // VPN
    wanted.category = catalog.categoryWithDescendants(catalog.categories[0].id).last(); // Monitor
    wanted.owner = m_world->ben;
    wanted.requester = m_world->rita;
    wanted.organization = shown.head.organization;
    wanted.channel = Channel::Monitoring;
    wanted.tags = QStringList{QStringLiteral("vip")};
    wanted.createdAt = m_world->minute(6);
    wanted.updatedAt = m_world->minute(13);
    wanted.lastContactAt = m_world->minute(13);
    wanted.articleCount = 1;
    wanted.attachmentCount = 1;
    wanted.lastArticle = m_world->customersPhoto;
    wanted.lastArticleFromCustomer = true;
    // A new desk promises something; the nearest of the promises is the row's.
    for (const SlaClock &clock : expected(await(desk().ticketSla(wanted.id, m_world->ada))).clocks) {
        if (clock.state != SlaState::Running || (wanted.slaDueAt != 0 && wanted.slaDueAt <= clock.breachAt))
            continue;
        wanted.sla = SlaStanding::Running;
        wanted.slaTarget = clock.target;
        wanted.slaDueAt = clock.breachAt;
    }
    QCOMPARE(wanted.sla, SlaStanding::Running);
    QCOMPARE(catalog.queue(wanted.queue)->name, QStringLiteral("VPN"));
    QCOMPARE(catalog.category(wanted.category)->name, QStringLiteral("Monitor"));
    QCOMPARE(catalog.organization(shown.head.organization)->name, QStringLiteral("Acme"));
    QCOMPARE(shown.head, wanted);
    QCOMPARE(shown.requesterName, QStringLiteral("Rita Ruiz"));
    QCOMPARE(shown.requesterAddress, QStringLiteral("rita@acme.example"));
    QVERIFY(shown.requesterVip);
    QVERIFY(shown.unread);
    QCOMPARE(shown.snippet, QStringLiteral("It flickers badly"));
}

void QueryContract::aBareRowSaysNothingMore()
{
    const TicketRow shown = row('i', m_world->ada);
    QCOMPARE(shown.head.subject, QStringLiteral("printer"));
    QCOMPARE(shown.head.version, 1);
    QVERIFY(!shown.head.owner.isValid() && !shown.head.category.isValid() && !shown.head.organization.isValid());
    QVERIFY(!shown.head.lastArticle.isValid());
    for (const Instant never : {shown.head.lastContactAt, shown.head.dueAt, shown.head.pendingUntil,
                                shown.head.solvedAt, shown.head.closedAt})
        QCOMPARE(never, 0);
    QCOMPARE(shown.requesterName, QStringLiteral("Otto Ohne"));
    QCOMPARE(shown.requesterAddress, QString());
    QVERIFY(!shown.requesterVip && !shown.unread);
    QCOMPARE(shown.snippet, QString());
    QCOMPARE(row('c', m_world->ada).head.pendingUntil, m_world->minute(2 * 24 * 60));
    QCOMPARE(row('e', m_world->ada).head.closedAt, m_world->minute(4));
    QCOMPARE(row('d', m_world->ada).head.solvedAt, m_world->minute(3));
}

void QueryContract::aSnippetIsOneLine()
{
    QCOMPARE(row('a', m_world->ada).snippet, QStringLiteral("The paper is stuck."));
    QCOMPARE(row('b', m_world->ada).snippet, QStringLiteral("internal words"));
    QVERIFY(!row('b', m_world->ada).head.lastArticleFromCustomer);
    QCOMPARE(row('b', m_world->ada).head.lastContactAt, m_world->minute(11));
}

void QueryContract::unreadIsPersonal_data()
{
    QTest::addColumn<char>("ticket");
    QTest::addColumn<bool>("ada");
    QTest::addColumn<bool>("ben");
    QTest::newRow("a customer's word") << 'a' << true << true;
    QTest::newRow("her note after his reply") << 'b' << false << true;
    QTest::newRow("nothing was said") << 'c' << false << false;
    QTest::newRow("her reply to a customer") << 'f' << false << true;
}

void QueryContract::unreadIsPersonal()
{
    QFETCH(char, ticket);
    QFETCH(bool, ada);
    QFETCH(bool, ben);
    QCOMPARE(row(ticket, m_world->ada).unread, ada);
    QCOMPARE(row(ticket, m_world->ben).unread, ben);
    QCOMPARE(row(ticket, {}).unread, false); // nobody asks
}

void QueryContract::detailKnowsTheRequester()
{
    const TicketDetail detail = expected(await(desk().ticket(m_world->ticket('d'), m_world->ben)));
    QCOMPARE(detail.row.head, row('d', m_world->ben).head);
    QCOMPARE(detail.requester.id, m_world->rita);
    QCOMPARE(detail.requester.name, QStringLiteral("Rita Ruiz"));
    QVERIFY(detail.requester.vip);
    QCOMPARE(detail.requesterTicketCount, 3);
    QCOMPARE(detail.requesterOpenCount, 2);
    const TicketDetail other = expected(await(desk().ticket(m_world->ticket('i'), m_world->ben)));
    QCOMPARE(other.requester.name, QStringLiteral("Otto Ohne"));
    QCOMPARE(other.requesterTicketCount, 1);
}

void QueryContract::detailSaysWhatWasRead()
{
    QCOMPARE(expected(await(desk().ticket(m_world->ticket('b'), m_world->ben))).readUpTo, m_world->bensReply);
    QCOMPARE(expected(await(desk().ticket(m_world->ticket('b'), m_world->ada))).readUpTo, m_world->adasNote);
    QVERIFY(!expected(await(desk().ticket(m_world->ticket('b'), m_world->cleo))).readUpTo.isValid());
}

void QueryContract::whatIsNotThereIsNotFound()
{
    const TicketId nowhere{987'654};
    QCOMPARE(await(desk().ticket(nowhere, m_world->ben)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(desk().ticket({}, m_world->ben)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(desk().blob(QByteArray(32, '\7'))).error().code, ErrorCode::NotFound);
    QVERIFY(expected(await(desk().thread(ThreadQuery{nowhere, {}, 10, {}}))).articles.isEmpty());
}

void QueryContract::aTicketIsFoundByItsNumber_data()
{
    QTest::addColumn<char>("ticket"); // 0: not found
    QTest::newRow("00001") << 'a';
    QTest::newRow("00010") << 'j';
    QTest::newRow("1") << '\0';
    QTest::newRow("00011") << '\0';
    QTest::newRow("") << '\0';
    QTest::newRow("%") << '\0';
    QTest::newRow("0000'") << '\0';
}

void QueryContract::aTicketIsFoundByItsNumber()
{
    QFETCH(char, ticket);
    const auto found = await(desk().ticketByNumber(QString::fromLatin1(QTest::currentDataTag()), m_world->ben));
    if (ticket != '\0') {
        QCOMPARE(expected(found), m_world->ticket(ticket));
        return;
    }
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::NotFound);
}

void QueryContract::anotherClientReadsTheSame()
{
    const std::unique_ptr<Desk> other = m_fixture->openAnotherDoor();
    TicketQuery query;
    query.sort = ListSort{ListColumn::Subject, false};
    QCOMPARE(m_world->letters(expected(await(other->tickets(query))).ids), QStringLiteral("hfcjiadgbe"));
    QCOMPARE(expected(await(other->rows({m_world->ticket('g')}, m_world->ada))).first().head,
             row('g', m_world->ada).head);
    QCOMPARE(expected(await(other->catalog()))->agents, expected(await(desk().catalog()))->agents);
}

void QueryContract::reopenedItIsTheSame()
{
    m_fixture->settle();
    const TicketHead before = row('b', m_world->ada).head;
    const qint64 cursor = expected(await(desk().tickets({}))).cursor;
    m_fixture->reopen();
    QCOMPARE(row('b', m_world->ada).head, before);
    QCOMPARE(expected(await(desk().tickets({}))).cursor, cursor);
    QCOMPARE(listed(QStringLiteral("is:unread"), m_world->ben), QStringLiteral("abfg"));
}

} // namespace deskhand::test
