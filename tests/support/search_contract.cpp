// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/search_contract.h"

#include "domain/condition_text.h"
#include "support/test_desk.h"

#include <QtTest>

#include <algorithm>

namespace deskhand::test {

CommandAnswer SearchContract::submit(const CommandBody &body, PersonId actor, ActorKind kind)
{
    Command command = Command::make(kind == ActorKind::Person && !actor.isValid() ? m_fixture->admin() : actor, body);
    command.actorKind = kind;
    return expected(await(m_fixture->desk().submit(command)));
}

TicketId SearchContract::open(const QString &subject, const MailAddress &requester, const QString &text,
                              const QVector<NewAttachment> &attachments)
{
    OpenTicket open;
    open.subject = subject;
    open.requesterAddress = requester;
    if (!text.isEmpty()) {
        NewArticle article;
        article.senderRole = SenderRole::Customer;
        article.text = text;
        article.attachments = attachments;
        open.article = article;
    }
    const CommandAnswer answer = submit(open);
    m_tickets.append(answer.ticket);
    m_firstArticles.append(answer.article);
    return answer.ticket;
}

void SearchContract::post(TicketId ticket, const QString &text)
{
    PostArticle post;
    post.ticket = ticket;
    post.article.text = text;
    submit(post);
}

void SearchContract::initTestCase()
{
    m_fixture = m_makeFixture();
    const QueueId network{submit(SaveQueue{Queue{{}, {}, QStringLiteral("Network"), {}, 2, true, {}}}).id};
    const MailAddress sarah{QStringLiteral("Sarah Lind"), QStringLiteral("Sarah.Lind@example.com")};
    const MailAddress jose{QStringLiteral("José Peña"), QStringLiteral("jp@other.example")};
    open(QStringLiteral("Problème d'imprimante"), sarah, QStringLiteral("Le papier est coincé."));
    open(QStringLiteral("Certificate expired"), jose, QStringLiteral("The touchscreen shows an error."),
         {NewAttachment{QStringLiteral("Bildschirmfoto-2024.PNG"), QStringLiteral("image/png"), "png", false, {}}});
    open(QStringLiteral("VPN接続できません"), sarah, QStringLiteral("昨日からプリンターが動きません。"));
    open(QStringLiteral("مُشْكِلَة في الطابعة"), jose, QStringLiteral("الطابعة لا تعمل"));
    open(QStringLiteral("เครื่องพิมพ์ไม่ทำงาน"), jose, QStringLiteral("กรุณาช่วยด้วย"));
    post(open(QStringLiteral("Blue screen after update"), sarah,
              QStringLiteral("It was blue. Then the screen went dark.")),
         QStringLiteral("Thanks, printer works"));
    const TicketId seventh =
        open(QStringLiteral("Screen is blue"), jose, QStringLiteral("please call mike@brandt-it.example soon"));
    submit(ChangeTicket{seventh, 1, {FieldChange{TicketField::Queue, network.value, {}, {}}}, {}});
    open(QStringLiteral("No article here"), sarah, {});
    open(QStringLiteral("Straße gesperrt"), jose, QStringLiteral("printer printer printer"));
}

void SearchContract::cleanupTestCase()
{
    QCOMPARE(m_fixture->brokenRule(), QString());
    m_fixture.reset();
}

SearchHits SearchContract::search(Desk &desk, const QString &text, const QString &condition, bool byRelevance,
                                  int limit)
{
    SearchQuery query;
    query.text = text;
    query.condition = expected(parseCondition(condition, *expected(await(desk.catalog()))));
    query.byRelevance = byRelevance;
    query.limit = limit;
    query.me = m_fixture->admin();
    return expected(await(desk.search(query)));
}

/// "7 6 2"
QString SearchContract::placesOf(const SearchHits &hits) const
{
    QStringList places;
    for (const SearchHit &hit : hits.hits)
        places.append(QString::number(m_tickets.indexOf(hit.ticket) + 1));
    return places.join(u' ');
}

QString SearchContract::found(const QString &text, const QString &condition, bool byRelevance)
{
    return placesOf(search(m_fixture->desk(), text, condition, byRelevance));
}

void SearchContract::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tickets"); // newest first
    const auto row = [](const char *name, const char *text, const char *tickets) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(tickets);
    };
    row("without accents", "probleme", "1");
    row("with other accents", "PROBLÈME", "1");
    row("english spelling finds french", "problem", "1");
    row("prefix", "cert", "2");
    row("one letter", "u", "6");
    row("infix", "screen", "7 6 2");
    row("infix in the middle", "rtifica", "2");
    row("infix of two letters does not", "ue", "");
    row("two words anywhere in the ticket", "update dark", "6");
    row("words of different articles only", "dark thanks", "");
    row("subject and second article", "blue thanks", "6");
    row("phrase", "\"blue screen\"", "6");
    row("phrase in other quotes", "„blue screen“", "6");
    row("phrase still being typed", "\"blue scr", "6");
    row("closed phrase is whole words", "\"blue scr\"", "");
    row("phrase and word", "\"blue screen\" upd", "6");
    row("number", "00007", "7");
    row("number with a sign", "#00007", "7");
    row("beginning of numbers", "0000", "9 8 7 6 5 4 3 2 1");
    row("address of the requester", "sarah.lind@example.com", "8 6 3 1");
    row("address in other case", "SARAH.LIND@EXAMPLE.COM", "8 6 3 1");
    row("beginning of an address", "sarah.lind@ex", "8 6 3 1");
    row("inside of an address", "lind@exam", "8 6 3 1");
    row("domain", "@example.com", "8 6 3 1");
    row("address in a text", "mike@brandt-it.example", "7");
    row("name", "jose pena", "9 7 5 4 2");
    row("japanese run", "プリンター", "3");
    row("japanese inside of a run", "接続", "3");
    row("japanese not next to each other", "接動", "");
    row("mixed scripts", "vpn接続", "3");
    row("arabic without vowels", "مشكلة", "4");
    row("arabic with vowels", "مُشْكِلَة", "4");
    row("arabic without the article", "طابعة", "4");
    row("thai", "พิมพ์", "5");
    row("german sharp s", "strasse", "9");
    row("name of a file", "bildschirmfoto", "2");
    row("part of a file name", "png", "2");
    row("ticket without articles", "article here", "8");
    row("nothing", "zebra", "");
    row("one word that is and one that is not", "printer zebra", "");
    row("only signs", "-- ?!", "");
    row("operators are words", "blue NOT screen", "");
    row("operators of the databases", "blue & screen | !dark <-> :*", "6");
    row("quotes and stars do no harm", "\"\"* blue) OR (", "");
    row("apostrophes and backslashes", "d'imprimante\\", "1");
    row("nothing asked is every ticket", "  ", "9 8 7 6 5 4 3 2 1");
}

void SearchContract::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, tickets);
    QCOMPARE(found(text), tickets);
    // Ranked it is the same set.
    QStringList ranked = found(text, {}, true).split(u' ', Qt::SkipEmptyParts);
    std::sort(ranked.rbegin(), ranked.rend());
    QCOMPARE(ranked.join(u' '), tickets);
}

void SearchContract::saysWhereItWasFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("article"); // place of the ticket whose first article it is; 0: none
    QTest::addColumn<QString>("excerpt");
    const auto row = [](const char *name, const char *text, int article, const char *excerpt) {
        QTest::newRow(name) << QString::fromUtf8(text) << article << QString::fromUtf8(excerpt);
    };
    row("in a text", "touchscreen", 2, "The touchscreen shows an error.");
    row("in an older text", "dark", 6, "It was blue. Then the screen went dark.");
    row("in the name of a file", "bildschirmfoto", 2, "Bildschirmfoto-2024.PNG");
    row("in a subject", "certificate", 0, nullptr);
}

void SearchContract::saysWhereItWasFound()
{
    QFETCH(QString, text);
    QFETCH(int, article);
    QFETCH(QString, excerpt);
    const SearchHits hits = search(m_fixture->desk(), text);
    QCOMPARE(hits.hits.size(), 1);
    QCOMPARE(hits.hits.first().article, article == 0 ? ArticleId() : m_firstArticles[article - 1]);
    if (!excerpt.isNull())
        QCOMPARE(hits.hits.first().excerpt, excerpt);
}

void SearchContract::ordersByRelevance_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("the whole word before a part of another")
        << QStringLiteral("screen") << QString() << QStringLiteral("2");
    QTest::newRow("what says it three times is more about it")
        << QStringLiteral("printer") << QStringLiteral("9") << QStringLiteral("6");
}

void SearchContract::ordersByRelevance()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const QStringList ranked = found(text, {}, true).split(u' ');
    QVERIFY(first.isEmpty() || ranked.first() == first);
    QCOMPARE(ranked.last(), last);
}

void SearchContract::limits_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("byRelevance");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("more");
    for (const bool byRelevance : {false, true}) {
        const QByteArray order = byRelevance ? ", best first" : ", newest first";
        QTest::newRow("one" + order) << 1 << byRelevance << 1 << true;
        QTest::newRow("one too few" + order) << 3 << byRelevance << 3 << true;
        QTest::newRow("just enough" + order) << 4 << byRelevance << 4 << false;
        QTest::newRow("more than enough" + order) << 5 << byRelevance << 4 << false;
    }
}

void SearchContract::limits()
{
    QFETCH(int, limit);
    QFETCH(bool, byRelevance);
    QFETCH(int, count);
    QFETCH(bool, more);
    const SearchHits hits = search(m_fixture->desk(), QStringLiteral("sarah"), {}, byRelevance, limit);
    QCOMPARE(hits.hits.size(), count);
    QCOMPARE(hits.more, more);
    if (!byRelevance)
        QCOMPARE(hits.hits.first().ticket, m_tickets[7]);
}

void SearchContract::restricts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("tickets");
    const auto row = [](const char *text, const char *condition, const char *tickets) {
        QTest::addRow("%s | %s", text, condition)
            << QString::fromLatin1(text) << QString::fromLatin1(condition) << QString::fromLatin1(tickets);
    };
    row("screen", "queue:network", "7");
    row("screen", "-queue:network", "6 2");
    row("", "queue:network", "7");
    row("blue", "-update", "7");
    row("printer", "requester:jose", "9");
    row("screen", "articles>1", "6");
    row("screen", "is:closed", "");
    row("screen", "owner:me", "");
    row("screen", "subject:certificate OR subject:\"screen is\"", "7 2");
}

void SearchContract::restricts()
{
    QFETCH(QString, text);
    QFETCH(QString, condition);
    QFETCH(QString, tickets);
    QCOMPARE(found(text, condition), tickets);
    QStringList ranked = found(text, condition, true).split(u' ', Qt::SkipEmptyParts);
    std::sort(ranked.rbegin(), ranked.rend());
    QCOMPARE(ranked.join(u' '), tickets);
}

void SearchContract::whatIsWrittenIsFound()
{
    QCOMPARE(found(QStringLiteral("wolverine")), QString());
    post(m_tickets[0], QStringLiteral("A Wolverine! (two of them)"));
    QCOMPARE(found(QStringLiteral("wolverine")), QStringLiteral("1"));
    QCOMPARE(found(QStringLiteral("olveri")), QStringLiteral("1"));
    QCOMPARE(found(QStringLiteral("\"wolverine two of them\"")), QStringLiteral("1"));
    QCOMPARE(found(QStringLiteral("imprimante wolv")), QStringLiteral("1"));
}

void SearchContract::aChangedSubjectIsFoundByItsNewWords()
{
    const TicketId ticket = m_tickets[5];
    const qint64 version = expected(await(m_fixture->desk().rows({ticket}, m_fixture->admin()))).first().head.version;
    const auto rename = [&](qint64 base, const QString &subject) {
        submit(ChangeTicket{ticket, base, {FieldChange{TicketField::Subject, subject, {}, {}}}, {}});
    };
    rename(version, QStringLiteral("Green desert"));
    QCOMPARE(found(QStringLiteral("update")), QString());
    QCOMPARE(found(QStringLiteral("deser")), QStringLiteral("6"));
    QCOMPARE(found(QStringLiteral("desert thanks")), QStringLiteral("6")); // with each article
    QCOMPARE(found(QStringLiteral("desert dark")), QStringLiteral("6"));
    QCOMPARE(found(QStringLiteral("dark")), QStringLiteral("6"));
    rename(version + 1, QStringLiteral("Blue screen after update"));
    QCOMPARE(found(QStringLiteral("desert")), QString());
    QCOMPARE(found(QStringLiteral("update dark")), QStringLiteral("6"));
}

void SearchContract::aChangedPersonIsFoundByTheNewName()
{
    const auto rows = expected(await(m_fixture->desk().rows({m_tickets[0]}, m_fixture->admin())));
    PeopleQuery query;
    query.ids = {rows.first().head.requester};
    Person sarah = expected(await(m_fixture->desk().people(query))).first();
    sarah.name = QStringLiteral("Sarah Berg");
    submit(SavePerson{sarah});
    QCOMPARE(found(QStringLiteral("berg")), QStringLiteral("8 6 3 1"));
    QCOMPARE(found(QStringLiteral("lind")), QStringLiteral("8 6 3 1")); // her address still has it
    // What she wrote under her old name still says it; the ticket without an article does not.
    QCOMPARE(found(QStringLiteral("\"sarah lind sarah\"")), QStringLiteral("6 3 1"));
    sarah.name = QStringLiteral("Sarah Lind");
    submit(SavePerson{sarah});
    QCOMPARE(found(QStringLiteral("berg")), QString());
}

void SearchContract::anotherRequesterIsFound()
{
    Person dana;
    dana.name = QStringLiteral("Dana Quokka");
    dana.id = PersonId{submit(SavePerson{dana}).id};
    QCOMPARE(found(QStringLiteral("quokka")), QString());
    submit(ChangeTicket{m_tickets[1], 1, {FieldChange{TicketField::Requester, dana.id.value, {}, {}}}, {}});
    QCOMPARE(found(QStringLiteral("quokka")), QStringLiteral("2"));
    QCOMPARE(found(QStringLiteral("quokka touchscreen")), QStringLiteral("2"));
    QCOMPARE(found(QStringLiteral("jose certificate")), QStringLiteral("2")); // his mail is still in the thread
}

void SearchContract::theFirstArticleJoinsTheSubject()
{
    const TicketId ticket = open(QStringLiteral("Marmot"), MailAddress{QStringLiteral("Mo"), {}}, {});
    QCOMPARE(found(QStringLiteral("marmot")), QStringLiteral("10"));
    post(ticket, QStringLiteral("hibernates"));
    QCOMPARE(found(QStringLiteral("marmot")), QStringLiteral("10"));
    QCOMPARE(found(QStringLiteral("marmot hibernates")), QStringLiteral("10"));
    QCOMPARE(search(m_fixture->desk(), QStringLiteral("marmot")).hits.size(), 1);
}

void SearchContract::anotherClientFindsAtOnce()
{
    const std::unique_ptr<Desk> other = m_fixture->openAnotherDoor();
    QCOMPARE(placesOf(search(*other, QStringLiteral("screen"))), QStringLiteral("7 6 2"));
    post(m_tickets[8], QStringLiteral("pangolin"));
    QCOMPARE(placesOf(search(*other, QStringLiteral("pangolin"))), QStringLiteral("9"));
    QCOMPARE(placesOf(search(*other, QStringLiteral("angoli"))), QStringLiteral("9"));
}

void SearchContract::reopenedItFinds()
{
    m_fixture->reopen();
    QCOMPARE(found(QStringLiteral("screen")), QStringLiteral("7 6 2"));
    QCOMPARE(found(QStringLiteral("olveri")), QStringLiteral("1"));
}

} // namespace deskhand::test
