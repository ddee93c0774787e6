// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"
#include "store/search_excerpt.h"
#include "store/search_words.h"

#include <QRandomGenerator>
#include <QtTest>

namespace deskhand {

class SearchWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreThoseOfFolding();
    void addressesAreWordsToo();
    void rowsHaveTheWordsOfTheHead();
    void rowIdsOrderByTicketThenArticle();
    void partsOfASearch();
    void excerptIsAroundTheHit();
};

void SearchWordsTest::wordsAreThoseOfFolding()
{
    const QString signs = QStringLiteral("abYZ019 -_.,/\n\täÉß 接続กูمُ\u0301");
    QRandomGenerator random(3);
    for (int i = 0; i < 5000; ++i) {
        QString text;
        const bool ascii = i % 2 == 0;
        for (int n = random.bounded(90); n > 0; --n)
            text += signs[random.bounded(ascii ? 17 : int(signs.size()))];
        QCOMPARE(searchWords(text), foldedWords(text).join(u' '));
    }
    QCOMPARE(searchWords(QString(100, u'x')), QString(64, u'x'));
}

void SearchWordsTest::addressesAreWordsToo()
{
    QCOMPARE(searchWords(QStringLiteral("Mail <Sarah.Lind@Example.com>, or b@c.")),
             QStringLiteral("mail sarah lind example com or b c sarah.lind@example.com b@c"));
    QCOMPARE(searchWords(QStringLiteral("@home a@ @ x@-")), QStringLiteral("home a x"));
}

void SearchWordsTest::rowsHaveTheWordsOfTheHead()
{
    const SearchHead head{TicketId{5}, QStringLiteral("INC-7"), QStringLiteral("No toner"), QStringLiteral("Ann Lee"),
                          QStringLiteral("al@x.org")};
    Article article;
    article.position = 3;
    article.text = QStringLiteral("Still empty");
    article.quotedText = QStringLiteral("> refill");
    article.from = {QStringLiteral("Bob"), QStringLiteral("bob@y.org")};
    Attachment file;
    file.name = QStringLiteral("Tray 2.jpg");
    article.attachments.append(file);
    const SearchRow row = searchRowOf(head, article);
    QCOMPARE(row.rowId, searchRowId(TicketId{5}, 3));
    QCOMPARE(row.subject, QStringLiteral("no toner"));
    QCOMPARE(row.body, QStringLiteral("still empty refill"));
    QCOMPARE(row.people, QStringLiteral("ann lee al x org bob bob y org al@x.org bob@y.org"));
    QCOMPARE(row.files, QStringLiteral("tray 2 jpg"));
    QCOMPARE(row.number, QStringLiteral("inc 7"));
    QCOMPARE(searchRowOf(searchRowOf(head), head, article), row);
}

void SearchWordsTest::rowIdsOrderByTicketThenArticle()
{
    const qint64 row = searchRowId(TicketId{77}, 12);
    QCOMPARE(ticketOfSearchRow(row), TicketId{77});
    QCOMPARE(positionOfSearchRow(row), 12);
    QVERIFY(searchRowId(TicketId{78}, 0) > searchRowId(TicketId{77}, 1'000'000));
}

void SearchWordsTest::partsOfASearch()
{
    const QVector<SearchPart> parts =
        parseSearchText(QStringLiteral("  Café \"Blue Screen\" a.b@c.de touch-screen ,, \"open en"));
    QCOMPARE(parts.size(), 5);
    QCOMPARE(parts[0].kind, SearchPart::Kind::Word);
    QCOMPARE(parts[0].words, QStringList{QStringLiteral("cafe")});
    QCOMPARE(parts[1].kind, SearchPart::Kind::Phrase);
    QVERIFY(!parts[1].openEnded);
    QCOMPARE(parts[2].kind, SearchPart::Kind::Address);
    QCOMPARE(parts[2].typed, QStringLiteral("a.b@c.de"));
    QCOMPARE(parts[3].kind, SearchPart::Kind::Phrase);
    QVERIFY(parts[3].openEnded);
    QCOMPARE(parts[4].words, (QStringList{QStringLiteral("open"), QStringLiteral("en")}));
    QVERIFY(parts[4].openEnded);
    QVERIFY(parseSearchText(QStringLiteral("a a a")).size() == 1);
}

void SearchWordsTest::excerptIsAroundTheHit()
{
    const QString text = QStringLiteral("word ").repeated(60) + QStringLiteral("the TOUCHscreen\nflickers ")
                         + QStringLiteral("tail ").repeated(60);
    const qsizetype hit = findSearchHit(text, parseSearchText(QStringLiteral("screen")));
    QCOMPARE(hit, text.indexOf(QStringLiteral("TOUCH")));
    const QString excerpt = excerptAround(text, hit);
    QVERIFY(excerpt.contains(QStringLiteral("the TOUCHscreen flickers tail")));
    QVERIFY(excerpt.startsWith(QStringLiteral("…word")));
    QVERIFY(excerpt.endsWith(u'…'));
    QVERIFY(excerpt.size() <= 170);
    QCOMPARE(findSearchHit(text, parseSearchText(QStringLiteral("zebra"))), qsizetype(-1));
    const QString japanese = QString(300, u'あ') + QStringLiteral("接続できません");
    QCOMPARE(findSearchHit(japanese, parseSearchText(QStringLiteral("接続"))), qsizetype(300));
    QCOMPARE(excerptAround(QStringLiteral("short"), 0), QStringLiteral("short"));
}

} // namespace deskhand

QTEST_APPLESS_MAIN(deskhand::SearchWordsTest)
#include "search_words_test.moc"
