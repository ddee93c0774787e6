// SPDX-License-Identifier: GPL-3.0-or-later
// Splitting, and a model of everything that merging and splitting may do.
#include "support/command_contract.h"

#include "support/test_desk.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <map>

namespace deskhand::test {
namespace {

SplitTicket splitting(TicketId ticket, const QVector<ArticleId> &articles, bool copy = false)
{
    SplitTicket split;
    split.ticket = ticket;
    split.articles = articles;
    split.copy = copy;
    split.opened.subject = QStringLiteral("split off");
    return split;
}

/// Where everything must be: to which ticket each article belongs, and into which each ticket was merged.
struct MergeModel {
    std::map<qint64, qint64> home;
    std::map<qint64, qint64> into;

    [[nodiscard]] qint64 rootOf(qint64 ticket) const
    {
        for (auto next = into.find(ticket); next != into.end(); next = into.find(ticket))
            ticket = next->second;
        return ticket;
    }
    [[nodiscard]] QVector<ArticleId> shownIn(qint64 ticket) const
    {
        QVector<ArticleId> articles;
        for (const auto &[article, belongs] : home) {
            if (rootOf(belongs) == ticket)
                articles.append(ArticleId{article});
        }
        return articles;
    }
};

} // namespace

void CommandContract::articlesAreSplitOff()
{
    const TicketId ticket = openTicket(QStringLiteral("two things"));
    QVector<ArticleId> all;
    for (int i = 0; i < 4; ++i) {
        all.append(post(ticket, i % 2 == 0 ? SenderRole::Customer : SenderRole::Agent).article);
        m_fixture->advanceClock(60'000);
    }
    const TicketHead before = head(ticket);
    SplitTicket split = splitting(ticket, {all[3], all[2]});
    split.version = before.version;
    split.opened.subject.clear();
    const CommandAnswer answer = expect(split);
    QVERIFY(answer.ticket != ticket);
    QCOMPARE(answer.version, 1);
    QCOMPARE(thread(ticket), all.mid(0, 2));
    QCOMPARE(thread(answer.ticket), all.mid(2));
    const TicketHead made = head(answer.ticket);
    QCOMPARE(made.subject, before.subject);
    QCOMPARE(made.queue, before.queue);
    QCOMPARE(made.requester, before.requester);
    QCOMPARE(made.articleCount, 2);
    QCOMPARE(made.lastArticle, all[3]);
    QVERIFY(!made.lastArticleFromCustomer);
    QVERIFY(made.createdAt < made.updatedAt);
    QCOMPARE(head(ticket).articleCount, 2);
    QCOMPARE(head(ticket).lastArticle, all[1]);
    QCOMPARE(head(ticket).version, before.version + 1);
    QCOMPARE(detail(ticket).links.size(), 1);
    QVERIFY(detail(ticket).links.first().kind == TicketLinkKind::SplitInto);
    QCOMPARE(detail(ticket).links.first().ticket, answer.ticket);
    QVERIFY(detail(answer.ticket).links.first().kind == TicketLinkKind::SplitFrom);
    const HistoryEntry said = history(ticket).last();
    QCOMPARE(said.what, QStringLiteral("split-off"));
    QCOMPARE(said.newValue, QString::number(answer.ticket.value));
    QCOMPARE(said.oldValue, QStringLiteral("%1 %2").arg(all[2].value).arg(all[3].value));
    const QVector<HistoryEntry> ofNew = history(answer.ticket);
    QVERIFY(std::any_of(ofNew.cbegin(), ofNew.cend(), [&](const HistoryEntry &entry) {
        return entry.what == u"split-from" && entry.newValue == QString::number(ticket.value);
    }));
}

void CommandContract::articlesAreCopied()
{
    const TicketId ticket = openTicket();
    PostArticle write;
    write.ticket = ticket;
    write.article.text = QStringLiteral("unmistakable");
    write.article.senderRole = SenderRole::Customer;
    write.article.attachments = {
        NewAttachment{QStringLiteral("a.txt"), QStringLiteral("text/plain"), QByteArrayLiteral("bytes"), false, {}}};
    const ArticleId original = expect(write, {}, ActorKind::System).article;
    const QString whole = wholeTicket(ticket);
    const CommandAnswer answer = expect(splitting(ticket, {original}, true));
    QCOMPARE(wholeTicket(ticket), whole);
    const QVector<ArticleId> copies = thread(answer.ticket);
    QCOMPARE(copies.size(), 1);
    QVERIFY(copies.first() != original);
    QCOMPARE(head(answer.ticket).attachmentCount, 1);
    ThreadQuery query;
    query.ticket = answer.ticket;
    const auto page = await(m_fixture->desk().thread(query));
    QVERIFY(page);
    QCOMPARE(page->articles.first().text, write.article.text);
    QCOMPARE(page->articles.first().attachments.size(), 1);
    QCOMPARE(found(QStringLiteral("unmistakable")).size(), 2);
}

void CommandContract::mergingUndoesASplit()
{
    const TicketId ticket = openTicket();
    QVector<ArticleId> all;
    for (int i = 0; i < 5; ++i)
        all.append(post(ticket, SenderRole::Customer).article);
    const CommandAnswer answer = expect(splitting(ticket, {all[1], all[3]}));
    expect(merging(ticket, {answer.ticket}));
    QCOMPARE(thread(ticket), all);
    QCOMPARE(head(ticket).articleCount, 5);
    QCOMPARE(detail(ticket).links.size(), 0); // to itself
}

void CommandContract::whatCannotBeSplit()
{
    const TicketId ticket = openTicket();
    const ArticleId article = post(ticket, SenderRole::Customer).article;
    const TicketId other = openTicket();
    const ArticleId foreign = post(other, SenderRole::Customer).article;
    const auto reasonOf = [this](const SplitTicket &split) {
        return reasons(split).value(QStringLiteral("articles")).toString();
    };
    QCOMPARE(reasonOf(splitting(ticket, {})), QStringLiteral("required"));
    QCOMPARE(reasonOf(splitting(ticket, {article, article})), QStringLiteral("repeated"));
    QCOMPARE(reasonOf(splitting(ticket, {article, foreign})), QStringLiteral("unknown"));
    SplitTicket late = splitting(ticket, {article});
    late.version = 1;
    const Result<CommandAnswer> answer = submit(late);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Conflict);
    QCOMPARE(thread(ticket).size(), 1);
}

void CommandContract::anyMergesAndSplitsKeepEveryArticle()
{
    QRandomGenerator random(20261121);
    MergeModel model;
    QVector<qint64> tickets;
    for (int i = 0; i < 12; ++i) {
        const TicketId ticket = openTicket(QStringLiteral("ticket %1").arg(i));
        tickets.append(ticket.value);
        for (int k = random.bounded(4); k > 0; --k)
            model.home[post(ticket, random.bounded(2) == 0 ? SenderRole::Customer : SenderRole::Agent).article.value] =
                ticket.value;
    }
    const auto anyTicket = [&] { return tickets[random.bounded(int(tickets.size()))]; };
    for (int step = 0; step < 90; ++step) {
        const qint64 one = anyTicket();
        const qint64 other = anyTicket();
        const int deed = random.bounded(10);
        if (deed < 4) {
            const bool may = one != other && !model.into.contains(one) && !model.into.contains(other);
            QCOMPARE(submit(merging(TicketId{other}, {TicketId{one}})).has_value(), may);
            if (may)
                model.into[one] = other;
        } else if (deed < 6) {
            const bool may = model.into.contains(one);
            QCOMPARE(submit(UnmergeTicket{TicketId{one}, {}, {}}).has_value(), may);
            if (may)
                model.into.erase(one);
        } else if (deed < 8) {
            const qint64 root = model.rootOf(one);
            model.home[post(TicketId{root}, SenderRole::Customer).article.value] = root;
        } else if (const QVector<ArticleId> shown = model.shownIn(model.rootOf(one)); shown.size() > 1) {
            const ArticleId taken = shown[random.bounded(int(shown.size()))];
            const TicketId made = expect(splitting(TicketId{model.rootOf(one)}, {taken})).ticket;
            model.home[taken.value] = made.value;
            tickets.append(made.value);
        }
    }
    for (const qint64 ticket : std::as_const(tickets)) {
        const bool isStub = model.into.contains(ticket);
        const QVector<ArticleId> shown = isStub ? QVector<ArticleId>() : model.shownIn(ticket);
        const TicketHead stored = head(TicketId{ticket});
        QCOMPARE(thread(TicketId{ticket}), shown);
        QCOMPARE(stored.articleCount, int(shown.size()));
        QCOMPARE(stored.lastArticle, shown.isEmpty() ? ArticleId() : shown.last());
        QCOMPARE(stored.mergedInto.value, isStub ? model.into[ticket] : 0);
        const auto byNumber = await(m_fixture->desk().ticketByNumber(stored.number, m_fixture->admin()));
        QVERIFY(byNumber);
        QCOMPARE(byNumber->value, model.rootOf(ticket));
    }
}

} // namespace deskhand::test
