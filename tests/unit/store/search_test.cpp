// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"
#include "store/search_index.h"
#include "store/transaction.h"
#include "support/desk_file.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QtTest>

namespace deskhand {

/// What people type and what has to be found.
class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void saysWhereItWasFound();
    void ordersByNewestOrRelevance();
    void limitsAndSaysThatThereIsMore();
    void restrictsByCondition();
    void changedSubjectIsNoLongerFound();
    void changedPersonIsFoundByTheNewName();
    void firstArticleTakesTheTicketsPlace();
    void rolledBackWordsAreLearntAgain();

private:
    Result<SearchHits> search(const QString &text, const Condition &condition = {}, bool byRelevance = false,
                              int limit = 100);
    QVector<qint64> ticketsFor(const QString &text, const Condition &condition = {}, bool byRelevance = false);

    test::DeskFile m_desk;
    CatalogPtr m_catalog = test::sampleCatalog();
    std::unique_ptr<Connection> m_connection;
};

void SearchTest::initTestCase()
{
    const Person sarah = test::requester(11, QStringLiteral("Sarah Lind"), QStringLiteral("Sarah.Lind@example.com"));
    const Person jose = test::requester(12, QStringLiteral("José Peña"), QStringLiteral("jp@other.example"));
    QVector<BulkTicket> tickets{
        test::bulkTicket(1, sarah.id, QStringLiteral("Problème d'imprimante"),
                         {QStringLiteral("Le papier est coincé.")}),
        test::bulkTicket(2, jose.id, QStringLiteral("Certificate expired"),
                         {QStringLiteral("The touchscreen shows an error.")}),
        test::bulkTicket(3, sarah.id, QStringLiteral("VPN接続できません"),
                         {QStringLiteral("昨日からプリンターが動きません。")}),
        test::bulkTicket(4, jose.id, QStringLiteral("مُشْكِلَة في الطابعة"), {QStringLiteral("الطابعة لا تعمل")}),
        test::bulkTicket(5, jose.id, QStringLiteral("เครื่องพิมพ์ไม่ทำงาน"), {QStringLiteral("กรุณาช่วยด้วย")}),
        test::bulkTicket(
            6, sarah.id, QStringLiteral("Blue screen after update"),
            {QStringLiteral("It was blue. Then the screen went dark."), QStringLiteral("Thanks, printer works")}),
        test::bulkTicket(7, jose.id, QStringLiteral("Screen is blue"),
                         {QStringLiteral("please call mike@brandt-it.example soon")}),
        test::bulkTicket(8, sarah.id, QStringLiteral("No article here"), {}),
        test::bulkTicket(9, jose.id, QStringLiteral("Straße gesperrt"), {QStringLiteral("printer printer printer")})};
    Attachment shot;
    shot.article = tickets[1].articles[0].id;
    shot.name = QStringLiteral("Bildschirmfoto-2024.PNG");
    shot.type = QStringLiteral("image/png");
    tickets[1].articles[0].attachments.append(shot);
    tickets[1].blobs.append(QByteArrayLiteral("not really a picture"));
    tickets[6].head.queue = QueueId{2};
    m_desk.load(*m_catalog, {sarah, jose}, tickets);
    m_connection = m_desk.connect(ConnectionUse::Write);
}

Result<SearchHits> SearchTest::search(const QString &text, const Condition &condition, bool byRelevance, int limit)
{
    SearchQuery query;
    query.text = text;
    query.condition = condition;
    query.byRelevance = byRelevance;
    query.limit = limit;
    query.now = test::sampleNow;
    return readSearch(*m_connection, m_catalog, query);
}

QVector<qint64> SearchTest::ticketsFor(const QString &text, const Condition &condition, bool byRelevance)
{
    const Result<SearchHits> hits = search(text, condition, byRelevance);
    QVector<qint64> tickets;
    if (!hits) {
        qWarning("%s", qPrintable(hits.error().detail));
        return {-1};
    }
    for (const SearchHit &hit : hits->hits)
        tickets.append(hit.ticket.value);
    return tickets;
}

void SearchTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVector<qint64>>("tickets");
    const auto row = [](const char *name, const QString &text, const QVector<qint64> &tickets) {
        QTest::newRow(name) << text << tickets;
    };
    row("without accents", QStringLiteral("probleme"), {1});
    row("with other accents", QStringLiteral("PROBLÈME"), {1});
    row("english spelling finds french", QStringLiteral("problem"), {1});
    row("prefix", QStringLiteral("cert"), {2});
    row("one letter", QStringLiteral("u"), {6});
    row("infix", QStringLiteral("screen"), {7, 6, 2});
    row("infix of two letters does not", QStringLiteral("ue"), {});
    row("two words anywhere in the ticket", QStringLiteral("update dark"), {6});
    row("words of different articles only", QStringLiteral("dark thanks"), {});
    row("subject and second article", QStringLiteral("blue thanks"), {6});
    row("phrase", QStringLiteral("\"blue screen\""), {6});
    row("phrase in other quotes", QStringLiteral("„blue screen“"), {6});
    row("phrase still being typed", QStringLiteral("\"blue scr"), {6});
    row("closed phrase is whole words", QStringLiteral("\"blue scr\""), {});
    row("number", QStringLiteral("10007"), {7});
    row("number with a sign", QStringLiteral("#10007"), {7});
    row("beginning of numbers", QStringLiteral("1000"), {9, 8, 7, 6, 5, 4, 3, 2, 1});
    row("address of the requester", QStringLiteral("sarah.lind@example.com"), {8, 6, 3, 1});
    row("address in other case", QStringLiteral("SARAH.LIND@EXAMPLE.COM"), {8, 6, 3, 1});
    row("beginning of an address", QStringLiteral("sarah.lind@ex"), {8, 6, 3, 1});
    row("inside of an address", QStringLiteral("lind@exam"), {8, 6, 3, 1});
    row("domain", QStringLiteral("@example.com"), {8, 6, 3, 1});
    row("address in a text", QStringLiteral("mike@brandt-it.example"), {7});
    row("name", QStringLiteral("jose pena"), {9, 7, 5, 4, 2});
    row("japanese run", QStringLiteral("プリンター"), {3});
    row("japanese inside of a run", QStringLiteral("接続"), {3});
    row("japanese not next to each other", QStringLiteral("接動"), {});
    row("mixed scripts", QStringLiteral("vpn接続"), {3});
    row("arabic without vowels", QStringLiteral("مشكلة"), {4});
    row("arabic with vowels", QStringLiteral("مُشْكِلَة"), {4});
    row("arabic without the article", QStringLiteral("طابعة"), {4});
    row("thai", QStringLiteral("พิมพ์"), {5});
    row("german sharp s", QStringLiteral("strasse"), {9});
    row("name of a file", QStringLiteral("bildschirmfoto"), {2});
    row("part of a file name", QStringLiteral("png"), {2});
    row("ticket without articles", QStringLiteral("article here"), {8});
    row("nothing", QStringLiteral("zebra"), {});
    row("one word that is and one that is not", QStringLiteral("printer zebra"), {});
    row("only signs", QStringLiteral("-- ?!"), {});
    row("operators are words", QStringLiteral("blue NOT screen"), {});
    row("quotes and stars do no harm", QStringLiteral("\"\"* blue) OR ("), {});
}

void SearchTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QVector<qint64>, tickets);
    QCOMPARE(ticketsFor(text), tickets);
    // Ranked it is the same set.
    QVector<qint64> ranked = ticketsFor(text, {}, true);
    std::sort(ranked.rbegin(), ranked.rend());
    QCOMPARE(ranked, tickets);
}

void SearchTest::saysWhereItWasFound()
{
    const Result<SearchHits> inText = search(QStringLiteral("touchscreen"));
    QVERIFY(inText && inText->hits.size() == 1);
    QCOMPARE(inText->hits[0].article, ArticleId{2001});
    QCOMPARE(inText->hits[0].excerpt, QStringLiteral("The touchscreen shows an error."));

    const Result<SearchHits> inOlder = search(QStringLiteral("dark"));
    QVERIFY(inOlder && inOlder->hits.size() == 1);
    QCOMPARE(inOlder->hits[0].article, ArticleId{6001});

    const Result<SearchHits> inSubject = search(QStringLiteral("certificate"));
    QVERIFY(inSubject && inSubject->hits.size() == 1);
    QVERIFY(!inSubject->hits[0].article.isValid());

    const Result<SearchHits> inFile = search(QStringLiteral("bildschirmfoto"));
    QVERIFY(inFile && inFile->hits.size() == 1);
    QCOMPARE(inFile->hits[0].article, ArticleId{2001});
    QCOMPARE(inFile->hits[0].excerpt, QStringLiteral("Bildschirmfoto-2024.PNG"));
}

void SearchTest::ordersByNewestOrRelevance()
{
    QCOMPARE(ticketsFor(QStringLiteral("screen")), (QVector<qint64>{7, 6, 2}));
    // The whole word comes before a part of another.
    QCOMPARE(ticketsFor(QStringLiteral("screen"), {}, true).last(), qint64(2));
    QCOMPARE(ticketsFor(QStringLiteral("print")), (QVector<qint64>{9, 6}));
    // What says it three times is more about it.
    QCOMPARE(ticketsFor(QStringLiteral("printer"), {}, true).first(), qint64(9));
    // In the subject counts more than in a text, newer or not.
    QCOMPARE(ticketsFor(QStringLiteral("after"), {}, true).first(), qint64(6));
}

void SearchTest::limitsAndSaysThatThereIsMore()
{
    const Result<SearchHits> two = search(QStringLiteral("sarah"), {}, false, 2);
    QVERIFY(two);
    QCOMPARE(two->hits.size(), 2);
    QCOMPARE(two->hits[0].ticket, TicketId{8});
    QVERIFY(two->more);
    const Result<SearchHits> all = search(QStringLiteral("sarah"), {}, false, 4);
    QVERIFY(all);
    QCOMPARE(all->hits.size(), 4);
    QVERIFY(!all->more);
    const Result<SearchHits> ranked = search(QStringLiteral("sarah"), {}, true, 3);
    QVERIFY(ranked);
    QCOMPARE(ranked->hits.size(), 3);
    QVERIFY(ranked->more);
}

void SearchTest::restrictsByCondition()
{
    const Condition network = Condition::is(ConditionField::Queue, {2});
    QCOMPARE(ticketsFor(QStringLiteral("screen"), network), (QVector<qint64>{7}));
    QCOMPARE(ticketsFor(QStringLiteral("screen"), Condition::negate(network)), (QVector<qint64>{6, 2}));
    QCOMPARE(ticketsFor(QStringLiteral("screen"), network, true), (QVector<qint64>{7}));
    QCOMPARE(ticketsFor(QString(), network), (QVector<qint64>{7}));
    // Full text in a condition is the same search.
    QCOMPARE(ticketsFor(QStringLiteral("blue"), Condition::negate(Condition::matches(QStringLiteral("update")))),
             (QVector<qint64>{7}));
    TicketQuery query;
    query.condition = Condition::all({Condition::matches(QStringLiteral("screen")), Condition::negate(network)});
    query.sort = ListSort{ListColumn::Created, false};
    const Result<TicketList> list = readTicketList(*m_connection, m_catalog, query);
    QVERIFY(list);
    QCOMPARE(list->ids, (QVector<TicketId>{TicketId{2}, TicketId{6}}));
}

void SearchTest::changedSubjectIsNoLongerFound()
{
    SearchIndex index(*m_connection);
    const Result<SearchHead> before = index.headOf(TicketId{6});
    QVERIFY(before);
    SearchHead after = *before;
    after.subject = QStringLiteral("Green desert");
    Transaction transaction(*m_connection);
    QVERIFY(transaction.begin());
    QVERIFY(index.changeHead(*before, after));
    QCOMPARE(ticketsFor(QStringLiteral("update")), QVector<qint64>{});
    QCOMPARE(ticketsFor(QStringLiteral("deser")), (QVector<qint64>{6}));
    QCOMPARE(ticketsFor(QStringLiteral("desert thanks")), (QVector<qint64>{6}));
    QCOMPARE(ticketsFor(QStringLiteral("dark")), (QVector<qint64>{6}));
    transaction.rollBack();
    index.rolledBack();
    QCOMPARE(ticketsFor(QStringLiteral("update")), (QVector<qint64>{6}));
}

void SearchTest::changedPersonIsFoundByTheNewName()
{
    SearchIndex index(*m_connection);
    Transaction transaction(*m_connection);
    QVERIFY(transaction.begin());
    QVERIFY(m_connection->once("UPDATE person SET name = 'Sarah Berg' WHERE id = 11", "test").run());
    QVERIFY(index.changePerson(PersonId{11}, QStringLiteral("Sarah Lind"), QStringLiteral("Sarah.Lind@example.com")));
    QCOMPARE(ticketsFor(QStringLiteral("berg")), (QVector<qint64>{8, 6, 3, 1}));
    // Her address still has it.
    QCOMPARE(ticketsFor(QStringLiteral("lind")), (QVector<qint64>{8, 6, 3, 1}));
    QCOMPARE(ticketsFor(QStringLiteral("\"sarah lind sarah\"")), QVector<qint64>{});
}

void SearchTest::firstArticleTakesTheTicketsPlace()
{
    SearchIndex index(*m_connection);
    const Result<SearchHead> head = index.headOf(TicketId{8});
    QVERIFY(head);
    Transaction transaction(*m_connection);
    QVERIFY(transaction.begin());
    Article article;
    article.position = 1;
    article.text = QStringLiteral("Wolverine");
    QVERIFY(index.addArticle(*head, article, true));
    QCOMPARE(ticketsFor(QStringLiteral("wolv article")), (QVector<qint64>{8}));
    Statement rows = m_connection->once("SELECT count(*) FROM search WHERE search MATCH 'here'", "test");
    QVERIFY(rows.next());
    QCOMPARE(rows.integer(0), qint64(1));
    // Withdrawn, it is not found, and the ticket is as before.
    QVERIFY(index.removeArticle(*head, article, true));
    QCOMPARE(ticketsFor(QStringLiteral("wolv")), QVector<qint64>());
    rows.restart();
    QVERIFY(rows.next());
    QCOMPARE(rows.integer(0), qint64(1));
}

void SearchTest::rolledBackWordsAreLearntAgain()
{
    SearchIndex index(*m_connection);
    const SearchHead head{TicketId{50}, QStringLiteral("10050"), QStringLiteral("Quokka"), {}, {}};
    {
        Transaction transaction(*m_connection);
        QVERIFY(transaction.begin());
        QVERIFY(index.addTicket(head));
        transaction.rollBack();
        index.rolledBack();
    }
    Transaction transaction(*m_connection);
    QVERIFY(transaction.begin());
    QVERIFY(index.addTicket(head));
    QCOMPARE(ticketsFor(QStringLiteral("uokk")), (QVector<qint64>{50}));
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::SearchTest)
#include "search_test.moc"
