// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/query_contract.h"
#include "support/test_desk.h"

#include <QCryptographicHash>
#include <QtTest>

namespace deskhand::test {
namespace {

QStringList whatOf(const QVector<HistoryEntry> &entries)
{
    QStringList all;
    for (const HistoryEntry &entry : entries)
        all.append(entry.what);
    return all;
}

/// "3 4 5" of articles whose text is their position.
QString textsOf(const QVector<Article> &articles)
{
    QStringList all;
    for (const Article &article : articles)
        all.append(article.text);
    return all.join(u' ');
}

} // namespace

void QueryContract::aThreadComesInPages_data()
{
    QTest::addColumn<int>("before"); // position; 0: the end
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("texts");
    QTest::addColumn<int>("articlesBefore");
    QTest::newRow("the newest") << 0 << 3 << QStringLiteral("43 44 45") << 42;
    QTest::newRow("the page before") << 43 << 3 << QStringLiteral("40 41 42") << 39;
    QTest::newRow("the oldest") << 4 << 3 << QStringLiteral("1 2 3") << 0;
    QTest::newRow("less than a page") << 3 << 20 << QStringLiteral("1 2") << 0;
    QTest::newRow("nothing before the first") << 1 << 20 << QString() << 0;
    QTest::newRow("at least one") << 0 << 0 << QStringLiteral("45") << 44;
    QTest::newRow("no negative pages") << 2 << -5 << QStringLiteral("1") << 0;
}

void QueryContract::aThreadComesInPages()
{
    QFETCH(int, before);
    QFETCH(int, limit);
    QFETCH(QString, texts);
    QFETCH(int, articlesBefore);
    ThreadQuery query{m_long, {}, limit, m_other->admin()};
    if (before > 0)
        query.before = m_longArticles[before - 1];
    const ThreadPage page = expected(await(m_other->desk().thread(query)));
    QCOMPARE(textsOf(page.articles), texts);
    QCOMPARE(page.articlesBefore, articlesBefore);
    for (const Article &article : page.articles) {
        QCOMPARE(article.position, article.text.toInt());
        QCOMPARE(article.id, m_longArticles[article.position - 1]);
    }
}

void QueryContract::aThreadPageHasItsHistory()
{
    // An entry for each article, from the page's first to its end.
    ThreadQuery query{m_long, {}, 3, m_other->admin()};
    const ThreadPage newest = expected(await(m_other->desk().thread(query)));
    QCOMPARE(newest.history.size(), 3);
    QCOMPARE(newest.history.first().newValue, QString::number(m_longArticles[42].value));
    query.before = m_longArticles[2];
    const ThreadPage oldest = expected(await(m_other->desk().thread(query)));
    QCOMPARE(whatOf(oldest.history),
             QStringList({QStringLiteral("opened"), QStringLiteral("article"), QStringLiteral("article")}));
    // What the pages say together is the whole.
    query = ThreadQuery{m_long, {}, 100, m_other->admin()};
    QCOMPARE(expected(await(m_other->desk().thread(query))).history.size(), 46);
}

void QueryContract::anEmptyThreadHasItsHistory()
{
    const ThreadPage page = expected(await(desk().thread(ThreadQuery{m_world->ticket('h'), {}, 10, m_world->ada})));
    QVERIFY(page.articles.isEmpty());
    QCOMPARE(page.articlesBefore, 0);
    QCOMPARE(whatOf(page.history), QStringList({QStringLiteral("opened"), QStringLiteral("owner")}));
}

void QueryContract::aPageEndsBeforeAnArticleOfItsTicket()
{
    for (const ArticleId wrong : {ArticleId{987'654}, m_world->customersPhoto}) {
        const auto page = await(desk().thread(ThreadQuery{m_world->ticket('b'), wrong, 10, m_world->ada}));
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::NotFound);
    }
}

void QueryContract::anArticleIsWhatWasWritten()
{
    PostArticle post;
    post.ticket = m_long;
    NewArticle &written = post.article;
    written.visibility = Visibility::Public;
    written.channel = Channel::Email;
    written.to = {{QStringLiteral("Rita, \"R\""), QStringLiteral("rita@acme.example")}, {{}, QStringLiteral("x@y.z")}};
    written.cc = {{QStringLiteral("Søren 接続"), QStringLiteral("s@nord.example")}};
    written.subject = QStringLiteral("Re: Long; DROP TABLE");
    written.text = QStringLiteral("a'b\\c\r\n\ttabs % _ \U0001F5A8 end");
    written.quotedText = QStringLiteral("> quoted");
    written.html = QStringLiteral("<p>a'b</p>");
    written.quotedHtml = QStringLiteral("<blockquote>q</blockquote>");
    written.messageId = QStringLiteral("id@desk.example");
    written.remoteImages = {QStringLiteral("https://a.example/1.png"), QStringLiteral("https://a.example/2.png")};
    written.raw = QByteArray("raw\0mail", 8);
    written.attachments = {
        NewAttachment{QStringLiteral("../../ü 'x'.txt"), QStringLiteral("text/plain"), QByteArray("\0", 1), false, {}},
        NewAttachment{QStringLiteral("logo"), QStringLiteral("image/png"), "png", true, QStringLiteral("cid")}};
    m_other->advanceClock(5000);
    const ArticleId id = expected(await(m_other->desk().submit(Command::make(m_other->admin(), post)))).article;
    const ThreadPage page = expected(await(m_other->desk().thread(ThreadQuery{m_long, {}, 1, m_other->admin()})));
    QCOMPARE(page.articles.size(), 1);
    const Article &read = page.articles.first();
    QCOMPARE(read.id, id);
    QCOMPARE(read.ticket, m_long);
    QCOMPARE(read.position, 46);
    QCOMPARE(read.visibility, Visibility::Public);
    QCOMPARE(read.senderRole, SenderRole::Agent);
    QCOMPARE(read.channel, Channel::Email);
    QCOMPARE(read.author, m_other->admin());
    QCOMPARE(read.from, (MailAddress{QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example")}));
    QCOMPARE(read.to, written.to);
    QCOMPARE(read.cc, written.cc);
    QCOMPARE(read.subject, written.subject);
    QCOMPARE(read.text, written.text);
    QCOMPARE(read.quotedText, written.quotedText);
    QCOMPARE(read.html, written.html);
    QCOMPARE(read.quotedHtml, written.quotedHtml);
    QCOMPARE(read.messageId, written.messageId);
    QCOMPARE(read.remoteImages, written.remoteImages);
    QCOMPARE(read.rawSha256, QCryptographicHash::hash(written.raw, QCryptographicHash::Sha256));
    QCOMPARE(read.attachments.size(), 2);
    QCOMPARE(read.attachments[0].name, written.attachments[0].name);
    QCOMPARE(read.attachments[0].size, 1);
    QCOMPARE(read.attachments[0].article, id);
    QVERIFY(!read.attachments[0].isInline && read.attachments[1].isInline);
    QCOMPARE(read.attachments[1].contentId, QStringLiteral("cid"));
    QCOMPARE(expected(await(m_other->desk().blob(read.rawSha256))), written.raw);
    QCOMPARE(expected(await(m_other->desk().blob(read.attachments[0].sha256))), QByteArray("\0", 1));
}

void QueryContract::bytesAreWhatWasSent()
{
    const ThreadPage page = expected(await(desk().thread(ThreadQuery{m_world->ticket('g'), {}, 10, m_world->ada})));
    QCOMPARE(page.articles.first().attachments.size(), 1);
    const Attachment &photo = page.articles.first().attachments.first();
    QCOMPARE(photo.name, QStringLiteral("photo.png"));
    QCOMPARE(photo.type, QStringLiteral("image/png"));
    QCOMPARE(expected(await(desk().blob(photo.sha256))), QByteArray("\0\1\xff'\\", 5));
    // Every byte, and more of them than fit into anybody's buffer.
    QByteArray large;
    for (int i = 0; i < 3'000'000; ++i)
        large.append(char(i * 31 + i / 256));
    PostArticle post;
    post.ticket = expected(await(m_other->desk().tickets({}))).ids.last();
    post.article.visibility = Visibility::Internal;
    post.article.attachments = {
        NewAttachment{QStringLiteral("large"), QStringLiteral("application/octet-stream"), large, false, {}}};
    OpenTicket open;
    open.subject = QStringLiteral("Large");
    open.requesterAddress.address = QStringLiteral("rita@acme.example");
    post.ticket = expected(await(m_other->desk().submit(Command::make(m_other->admin(), open)))).ticket;
    expected(await(m_other->desk().submit(Command::make(m_other->admin(), post))));
    const QByteArray sha256 = QCryptographicHash::hash(large, QCryptographicHash::Sha256);
    QVERIFY(expected(await(m_other->desk().blob(sha256))) == large);
}

void QueryContract::historyIsNewestFirst()
{
    const auto entries = expected(await(desk().history(m_world->ticket('c'), m_world->ada, 10)));
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.last().what, QStringLiteral("opened"));
    QCOMPARE(entries.last().at, m_world->minute(2));
    QCOMPARE(entries.last().newValue, QStringLiteral("00003"));
    QStringList changed{entries[0].what, entries[1].what};
    changed.sort();
    QCOMPARE(changed, QStringList({QStringLiteral("pending-until"), QStringLiteral("state")}));
    for (const HistoryEntry &entry : {entries[0], entries[1]}) {
        QCOMPARE(entry.ticket, m_world->ticket('c'));
        QCOMPARE(entry.version, 2);
        QCOMPARE(entry.at, m_world->minute(14));
        QCOMPARE(entry.actorKind, ActorKind::Person);
        QCOMPARE(entry.actor, m_world->ada);
        QCOMPARE(entry.actorName, QStringLiteral("Ada Admin"));
        QCOMPARE(entry.command, entries[0].command);
        if (entry.what == u"state") {
            QCOMPARE(entry.oldText, QStringLiteral("Open"));
            QCOMPARE(entry.newText, QStringLiteral("Pending"));
        } else {
            QCOMPARE(entry.oldValue, QString());
            QCOMPARE(entry.newValue, QString::number(m_world->minute(2 * 24 * 60)));
        }
    }
    QVERIFY(entries[0].id > entries[1].id && entries[1].id > entries[2].id);
}

void QueryContract::historyIsLimited()
{
    const auto two = expected(await(m_other->desk().history(m_long, m_other->admin(), 2)));
    QCOMPARE(two.size(), 2);
    const auto all = expected(await(m_other->desk().history(m_long, m_other->admin(), 1000)));
    QVERIFY(all.size() >= 46);
    QCOMPARE(two[0].id, all[0].id);
    QCOMPARE(two[1].id, all[1].id);
}

void QueryContract::historyOfNothingIsEmpty()
{
    QVERIFY(expected(await(desk().history(TicketId{987'654}, m_world->ada, 10))).isEmpty());
}

} // namespace deskhand::test
