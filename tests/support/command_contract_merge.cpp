// SPDX-License-Identifier: GPL-3.0-or-later
// Merging and unmerging: what is shown where, and that everything can be as it was.
#include "support/command_contract.h"

#include "support/test_desk.h"

#include <QSet>
#include <QtTest>

#include <algorithm>

namespace deskhand::test {
namespace {

QStringList kindsIn(const QVector<HistoryEntry> &entries, qint64 version)
{
    QStringList kinds;
    for (const HistoryEntry &entry : entries) {
        if (entry.version == version)
            kinds.append(entry.what);
    }
    kinds.sort();
    return kinds;
}

PostArticle wordsOf(TicketId ticket, const QString &text)
{
    PostArticle post;
    post.ticket = ticket;
    post.article.text = text;
    return post;
}

} // namespace

MergeTickets CommandContract::merging(TicketId target, const QVector<TicketId> &sources)
{
    MergeTickets merge;
    merge.target = target;
    merge.targetVersion = head(target).version;
    for (const TicketId source : sources)
        merge.sources.append({source, head(source).version});
    merge.why = QStringLiteral("the same thing");
    return merge;
}

QVector<ArticleId> CommandContract::thread(TicketId ticket)
{
    ThreadQuery query;
    query.ticket = ticket;
    query.limit = 1000;
    query.me = m_fixture->admin();
    QVector<ArticleId> ids;
    for (const Article &article : await(m_fixture->desk().thread(query)).value_or(ThreadPage()).articles)
        ids.append(article.id);
    return ids;
}

TicketDetail CommandContract::detail(TicketId ticket)
{
    return await(m_fixture->desk().ticket(ticket, m_fixture->admin())).value_or(TicketDetail());
}

QString CommandContract::wholeTicket(TicketId ticket)
{
    TicketHead head = this->head(ticket);
    QString text;
    QDebug out(&text);
    out << head.number << head.subject << head.state.value << head.priority.value << head.queue.value
        << head.category.value << head.owner.value << head.requester.value << head.organization.value
        << int(head.channel) << head.tags << head.createdAt << head.lastContactAt << head.dueAt << head.pendingUntil
        << head.solvedAt << head.closedAt << head.articleCount << head.attachmentCount << head.lastArticle.value
        << head.lastArticleFromCustomer << int(head.delivery) << int(head.sla) << int(head.slaTarget) << head.slaDueAt
        << head.slaLeft << head.slaMissed << head.mergedInto.value << row(ticket).unread << row(ticket).snippet;
    ThreadQuery query;
    query.ticket = ticket;
    query.limit = 1000;
    const ThreadPage page = await(m_fixture->desk().thread(query)).value_or(ThreadPage());
    for (const Article &article : page.articles) {
        out << '\n'
            << article.id.value << article.ticket.value << article.origin.value << article.position << article.text
            << article.createdAt << article.attachments.size();
    }
    return text;
}

QVector<TicketId> CommandContract::found(const QString &words)
{
    SearchQuery query;
    query.text = words;
    query.me = m_fixture->admin();
    QVector<TicketId> tickets;
    for (const SearchHit &hit : await(m_fixture->desk().search(query)).value_or(SearchHits()).hits)
        tickets.append(hit.ticket);
    return tickets;
}

void CommandContract::mergedArticlesAreShownInTheTarget()
{
    const TicketId target = openTicket(QStringLiteral("Printer is dark"));
    const TicketId source = openTicket(QStringLiteral("Toner questionable"));
    QVector<ArticleId> all;
    all.append(expect(wordsOf(source, QStringLiteral("cyan"))).article);
    all.append(expect(wordsOf(target, QStringLiteral("magenta"))).article);
    all.append(expect(wordsOf(source, QStringLiteral("yellow"))).article);
    all.append(expect(wordsOf(target, QStringLiteral("black"))).article);
    tag(source, head(source).version, {QStringLiteral("ink")}, {});
    tag(target, head(target).version, {QStringLiteral("paper")}, {});
    set(source, head(source).version, TicketField::Owner, m_fixture->admin().value);
    const TicketHead before = head(target);
    const TicketHead sourceBefore = head(source);
    const auto feed = await(m_fixture->desk().changesSince(0, 10000));
    QVERIFY(feed);

    const CommandAnswer answer = expect(merging(target, {source}));
    QCOMPARE(answer.ticket, target);
    QCOMPARE(answer.version, before.version + 1);
    QCOMPARE(thread(target), all);
    QCOMPARE(thread(source), QVector<ArticleId>());
    const TicketHead merged = head(target);
    QCOMPARE(merged.articleCount, 4);
    QCOMPARE(merged.lastArticle, all.last());
    QCOMPARE(merged.lastContactAt, before.lastContactAt);
    QCOMPARE(merged.tags, QStringList({QStringLiteral("ink"), QStringLiteral("paper")}));
    QCOMPARE(merged.subject, before.subject);
    QCOMPARE(merged.state, before.state);
    const TicketHead stub = head(source);
    QCOMPARE(catalog()->stateType(stub.state), StateType::Merged);
    QCOMPARE(stub.owner, PersonId());
    QCOMPARE(stub.mergedInto, target);
    QCOMPARE(stub.articleCount, 0);
    QCOMPARE(stub.lastArticle, ArticleId());

    QCOMPARE(found(QStringLiteral("yellow")), QVector<TicketId>{target});
    QCOMPARE(found(QStringLiteral("questionable")), QVector<TicketId>{target});
    QCOMPARE(found(stub.number), QVector<TicketId>{target});
    QCOMPARE(found(QStringLiteral("black")), QVector<TicketId>{target});

    QCOMPARE(kindsIn(history(target), answer.version), QStringList({QStringLiteral("merged"), QStringLiteral("tags")}));
    QCOMPARE(kindsIn(history(source), sourceBefore.version + 1),
             QStringList({QStringLiteral("merged-into"), QStringLiteral("owner"), QStringLiteral("state")}));
    QSet<TicketId> told;
    for (const Change &change : changesSince(feed->cursor))
        told.insert(change.ticket);
    QVERIFY(told.contains(target) && told.contains(source));
}

void CommandContract::aStubLeadsToItsTarget()
{
    const TicketId a = openTicket(QStringLiteral("first"));
    const TicketId b = openTicket(QStringLiteral("second"));
    const TicketId c = openTicket(QStringLiteral("third"));
    post(a, SenderRole::Customer);
    expect(merging(b, {a}));
    expect(merging(c, {b}));
    const auto byNumber = await(m_fixture->desk().ticketByNumber(head(a).number, m_fixture->admin()));
    QVERIFY(byNumber);
    QCOMPARE(*byNumber, c);
    QCOMPARE(detail(a).mergedInto, c);
    QCOMPARE(detail(a).mergedIntoNumber, head(c).number);
    const TicketDetail shown = detail(c);
    QCOMPARE(shown.mergedFrom.size(), 2);
    QCOMPARE(shown.mergedFrom[0].ticket, a);
    QCOMPARE(shown.mergedFrom[0].into, b);
    QCOMPARE(shown.mergedFrom[0].articles, 1);
    QCOMPARE(shown.mergedFrom[0].why, QStringLiteral("the same thing"));
    QCOMPARE(shown.mergedFrom[1].ticket, b);
    QCOMPARE(shown.mergedFrom[1].articles, 1);
    QCOMPARE(thread(c).size(), 1);
}

void CommandContract::aStubTakesNoChange()
{
    const TicketId target = openTicket();
    const TicketId source = openTicket();
    expect(merging(target, {source}));
    SplitTicket split;
    split.ticket = source;
    split.articles = {ArticleId{1}};
    const FieldChange change{TicketField::Subject, QStringLiteral("no"), {}, {}};
    const CommandBody refused[] = {wordsOf(source, QStringLiteral("no")),
                                   ChangeTicket{source, head(source).version, {change}, {}}, split};
    for (const CommandBody &body : refused) {
        const Result<CommandAnswer> answer = submit(body);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Conflict);
        QCOMPARE(answer.error().payload.value(QStringLiteral("mergedInto")).toString(), QString::number(target.value));
    }
}

void CommandContract::whatCannotBeMerged_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << 0 << QStringLiteral("sources") << QStringLiteral("required");
    QTest::newRow("into itself") << 1 << QStringLiteral("sources") << QStringLiteral("loop");
    QTest::newRow("twice") << 2 << QStringLiteral("sources") << QStringLiteral("repeated");
    QTest::newRow("a merged one") << 3 << QStringLiteral("sources") << QStringLiteral("merged");
    QTest::newRow("into a merged one") << 4 << QStringLiteral("target") << QStringLiteral("merged");
    QTest::newRow("into a closed one") << 5 << QStringLiteral("target") << QStringLiteral("closed");
    QTest::newRow("what is not merged") << 6 << QStringLiteral("source") << QStringLiteral("not-merged");
}

void CommandContract::whatCannotBeMerged()
{
    QFETCH(int, which);
    QFETCH(QString, field);
    QFETCH(QString, reason);
    const TicketId a = openTicket();
    const TicketId b = openTicket();
    const TicketId c = openTicket();
    if (which == 3 || which == 4)
        expect(merging(b, {c}));
    if (which == 5)
        set(a, 1, TicketField::State, state(StateType::Closed).value);
    const QVector<QVector<TicketId>> sources{{}, {b, a}, {b, b}, {c}, {a}, {b}};
    const QVariantMap said =
        which == 6 ? reasons(UnmergeTicket{a, {}, {}}) : reasons(merging(which == 4 ? c : a, sources[which]));
    QCOMPARE(said.value(field).toString(), reason);
    if (which == 3 || which == 4)
        QCOMPARE(said.value(QStringLiteral("mergedInto")).toString(), QString::number(b.value));
    QCOMPARE(head(b).articleCount, 0);
    QVERIFY(!head(a).mergedInto.isValid());
}

void CommandContract::whoMergesSeesAll()
{
    const PersonId ben = addAgent(QStringLiteral("Ben Berg"));
    const PersonId cleo = addAgent(QStringLiteral("Cleo Curie"));
    const QueueId secret = addQueue(QStringLiteral("Secret"), {}, {cleo});
    const TicketId open = openTicket();
    const TicketId hidden = openIn(secret, QStringLiteral("hidden"));
    for (const MergeTickets &merge : {merging(open, {hidden}), merging(hidden, {open})}) {
        const Result<CommandAnswer> answer = submit(merge, ben);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::NotFound);
    }
    expect(merging(hidden, {open}), cleo);
    const Result<CommandAnswer> answer = submit(UnmergeTicket{open, {}, {}}, ben);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::NotFound);
    expect(UnmergeTicket{open, {}, {}}, cleo);
}

void CommandContract::ofTwoMergesOneIsAConflict()
{
    for (int i = 0; i < 8; ++i) {
        const TicketId a = openTicket();
        const TicketId b = openTicket();
        const Command ab = Command::make(m_fixture->admin(), merging(b, {a}));
        const Command ba = Command::make(m_fixture->admin(), merging(a, {b}));
        const auto [one, two] = atOnce(ab, ba);
        QCOMPARE(int(one.has_value()) + int(two.has_value()), 1);
        const Error error = one ? two.error() : one.error();
        QCOMPARE(error.code, ErrorCode::Conflict);
        QVERIFY(!error.payload.value(QStringLiteral("ticket")).toString().isEmpty());
        QCOMPARE(int(head(a).mergedInto.isValid()) + int(head(b).mergedInto.isValid()), 1);
    }
}

void CommandContract::unmergingRestoresBoth()
{
    const TicketId a = openTicket(QStringLiteral("first"));
    const TicketId b = openTicket(QStringLiteral("second"));
    for (int i = 0; i < 3; ++i) {
        post(a, SenderRole::Customer);
        m_fixture->advanceClock(60'000);
        post(b, SenderRole::Agent);
        m_fixture->advanceClock(60'000);
    }
    tag(a, head(a).version, {QStringLiteral("x"), QStringLiteral("y")}, {});
    tag(b, head(b).version, {QStringLiteral("y")}, {});
    set(a, head(a).version, TicketField::Owner, m_fixture->admin().value);
    post(a, SenderRole::Agent, Visibility::Public, state(StateType::PendingReminder));
    set(a, head(a).version, TicketField::PendingUntil, head(a).updatedAt + 1'000'000);
    const QString ofA = wholeTicket(a);
    const QString ofB = wholeTicket(b);
    const QVector<TicketId> wordsBefore = found(QStringLiteral("first"));
    expect(merging(b, {a}));
    QVERIFY(wholeTicket(b) != ofB);
    QCOMPARE(thread(b).size(), 7);
    const CommandAnswer answer = expect(UnmergeTicket{a, {}, QStringLiteral("a mistake")});
    QCOMPARE(answer.ticket, a);
    QCOMPARE(wholeTicket(a), ofA);
    QCOMPARE(wholeTicket(b), ofB);
    QCOMPARE(found(QStringLiteral("first")), wordsBefore);
    QCOMPARE(detail(b).mergedFrom.size(), 0);
    QCOMPARE(history(a).last().ticket, a);
    QVERIFY(kindsIn(history(b), head(b).version).contains(QStringLiteral("unmerged")));
    QVERIFY(kindsIn(history(a), head(a).version).contains(QStringLiteral("unmerged")));
}

void CommandContract::aChainIsPartedInTheMiddle()
{
    const TicketId a = openTicket(QStringLiteral("first"));
    const TicketId b = openTicket(QStringLiteral("second"));
    const TicketId c = openTicket(QStringLiteral("third"));
    for (const TicketId ticket : {c, a, b, a, c, b})
        post(ticket, SenderRole::Customer);
    tag(a, head(a).version, {QStringLiteral("of-a")}, {});
    tag(b, head(b).version, {QStringLiteral("of-b")}, {});
    expect(merging(b, {a}));
    const QString ofB = wholeTicket(b);
    const QString ofC = wholeTicket(c);
    expect(merging(c, {b}));
    QCOMPARE(thread(c).size(), 6);
    expect(UnmergeTicket{b, {}, {}});
    QCOMPARE(wholeTicket(b), ofB);
    QCOMPARE(wholeTicket(c), ofC);
    QCOMPARE(detail(a).mergedInto, b);

    // The other way: the first of the chain goes while the second stays.
    expect(merging(c, {b}));
    expect(UnmergeTicket{a, {}, {}});
    QCOMPARE(thread(a).size(), 2);
    QCOMPARE(thread(c).size(), 4);
    QCOMPARE(head(c).tags, QStringList{QStringLiteral("of-b")});
    QCOMPARE(head(a).tags, QStringList{QStringLiteral("of-a")});
    QVERIFY(!head(a).mergedInto.isValid());
    expect(UnmergeTicket{b, {}, {}});
    QCOMPARE(thread(b).size(), 2);
    QCOMPARE(head(b).tags, QStringList{QStringLiteral("of-b")});
    QCOMPARE(wholeTicket(c), ofC);
}

void CommandContract::whatWasWrittenSinceStaysOrGoes()
{
    const TicketId a = openTicket(QStringLiteral("first"));
    const TicketId b = openTicket(QStringLiteral("second"));
    const ArticleId old = post(a, SenderRole::Customer).article;
    const ArticleId own = post(b, SenderRole::Customer).article;
    expect(merging(b, {a}));
    m_fixture->advanceClock(60'000);
    const ArticleId stays = post(b, SenderRole::Agent).article;
    const ArticleId goes = post(b, SenderRole::Customer).article;
    QCOMPARE(reasons(UnmergeTicket{a, {own}, {}}).value(QStringLiteral("take")).toString(), QStringLiteral("unknown"));
    QCOMPARE(reasons(UnmergeTicket{a, {old}, {}}).value(QStringLiteral("take")).toString(), QStringLiteral("unknown"));
    expect(UnmergeTicket{a, {goes}, {}});
    QCOMPARE(thread(a), QVector<ArticleId>({old, goes}));
    QCOMPARE(thread(b), QVector<ArticleId>({own, stays}));
    QCOMPARE(head(a).lastArticle, goes);
    QVERIFY(head(a).lastArticleFromCustomer);
    QCOMPARE(head(b).lastArticle, stays);
    QVERIFY(!head(b).lastArticleFromCustomer);
}

void CommandContract::tagsGoWithWhoBroughtThem()
{
    const TicketId a = openTicket();
    const TicketId b = openTicket();
    const TicketId c = openTicket();
    tag(a, 1, {QStringLiteral("both"), QStringLiteral("of-a")}, {});
    tag(b, 1, {QStringLiteral("both")}, {});
    tag(c, 1, {QStringLiteral("own")}, {});
    expect(merging(c, {a, b}));
    QCOMPARE(head(c).tags, QStringList({QStringLiteral("both"), QStringLiteral("of-a"), QStringLiteral("own")}));
    expect(UnmergeTicket{a, {}, {}});
    QCOMPARE(head(c).tags, QStringList({QStringLiteral("both"), QStringLiteral("own")}));
    expect(UnmergeTicket{b, {}, {}});
    QCOMPARE(head(c).tags, QStringList{QStringLiteral("own")});
}

void CommandContract::readMarksAreJoinedAndParted()
{
    const TicketId a = openTicket();
    const TicketId b = openTicket();
    const ArticleId ofA = post(a, SenderRole::Customer).article;
    const ArticleId ofB = post(b, SenderRole::Customer).article;
    expect(MarkRead{b, ofB});
    QVERIFY(row(a).unread);
    QVERIFY(!row(b).unread);
    expect(merging(b, {a}));
    QVERIFY(row(b).unread); // what was not read in the one is not read in both
    expect(MarkRead{b, ofB});
    QVERIFY(!row(b).unread);
    expect(UnmergeTicket{a, {}, {}});
    QVERIFY(!row(a).unread); // it was read where it was shown
    QVERIFY(!row(b).unread);
    expect(MarkRead{a, {}});
    expect(merging(b, {a}));
    QVERIFY(row(b).unread);
    expect(UnmergeTicket{a, {}, {}});
    QVERIFY(row(a).unread);
    QVERIFY(!row(b).unread);
    QCOMPARE(head(a).lastArticle, ofA);
}

} // namespace deskhand::test
