// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_contract.h"

#include "support/test_desk.h"

#include <QCryptographicHash>
#include <QtTest>

namespace deskhand::test {

void CommandContract::openingFillsInWhatIsNotSaid()
{
    const TicketHead opened = head(openTicket(QStringLiteral("  Printer\non fire ")));
    QCOMPARE(opened.subject, QStringLiteral("Printer on fire"));
    QCOMPARE(opened.version, 1);
    QCOMPARE(catalog()->stateType(opened.state), StateType::New);
    QCOMPARE(catalog()->priority(opened.priority)->rank, 3);
    QCOMPARE(opened.queue, catalog()->queues.first().id);
    QVERIFY(!opened.owner.isValid() && !opened.category.isValid() && !opened.organization.isValid());
    QVERIFY(opened.requester.isValid());
    QCOMPARE(opened.createdAt, opened.updatedAt);
    QCOMPARE(opened.lastContactAt, 0);
    QCOMPARE(opened.articleCount, 0);
    QVERIFY(!opened.lastArticle.isValid());
}

void CommandContract::openingCreatesAPersonOnce()
{
    OpenTicket open;
    open.subject = QStringLiteral("One");
    open.requesterAddress = MailAddress{QStringLiteral("José"), QStringLiteral("Jose@Customer.example")};
    const PersonId first = head(expect(open).ticket).requester;
    open.requesterAddress = MailAddress{QStringLiteral("Somebody Else"), QStringLiteral("jose@customer.EXAMPLE")};
    QCOMPARE(head(expect(open).ticket).requester, first);
    QCOMPARE(row(expect(open).ticket).requesterName, QStringLiteral("José"));

    open.requesterAddress = MailAddress{QStringLiteral("Nameless caller"), {}};
    const PersonId caller = head(expect(open, {}, ActorKind::Import).ticket).requester;
    QVERIFY(caller != first);
    QCOMPARE(head(expect(open, {}, ActorKind::Import).ticket).requester, caller);
}

void CommandContract::anOrganizationIsKnownByItsDomain()
{
    const OrganizationId acme{
        expect(SaveOrganization{Organization{{}, QStringLiteral("Acme"), QStringLiteral("acme.example"), {}, true}})
            .id};
    OpenTicket open;
    open.subject = QStringLiteral("One");
    open.requesterAddress.address = QStringLiteral("wile@ACME.example");
    const TicketHead opened = head(expect(open).ticket);
    QCOMPARE(opened.organization, acme);
    open.requesterAddress.address = QStringLiteral("wile@notacme.example");
    QVERIFY(!head(expect(open).ticket).organization.isValid());
}

void CommandContract::numbersFollowTheFormat()
{
    QCOMPARE(head(openTicket()).number, QStringLiteral("00001"));
    expect(SaveDeskSettings{{}, QStringLiteral("HD-{yyyy}-{n:3}")});
    QCOMPARE(head(openTicket()).number, QStringLiteral("HD-2026-002"));
}

void CommandContract::repeatingACommandChangesNothing()
{
    const TicketId ticket = openTicket();
    PostArticle post;
    post.ticket = ticket;
    post.article.text = QStringLiteral("once");
    const Command command = Command::make(m_fixture->admin(), post);
    const auto first = await(m_fixture->desk().submit(command));
    QVERIFY(first);
    const TicketRow before = row(ticket);
    const qsizetype feed = changesSince(0).size();
    m_fixture->advanceClock(60000);
    for (int i = 0; i < 3; ++i) {
        const auto again = await(m_fixture->desk().submit(command));
        QVERIFY(again);
        QCOMPARE(*again, *first);
    }
    QCOMPARE(row(ticket).head, before.head);
    QCOMPARE(changesSince(0).size(), feed);

    // Also an answer with conflicts is the same again.
    set(ticket, before.head.version, TicketField::Subject, QStringLiteral("Theirs"));
    const Command refused = Command::make(
        m_fixture->admin(),
        ChangeTicket{
            ticket, before.head.version, {FieldChange{TicketField::Subject, QStringLiteral("Mine"), {}, {}}}, {}});
    const auto conflict = await(m_fixture->desk().submit(refused));
    QVERIFY(conflict && conflict->conflicts.size() == 1);
    QCOMPARE(*await(m_fixture->desk().submit(refused)), *conflict);
}

void CommandContract::aRefusedCommandLeavesNothing()
{
    const TicketId ticket = openTicket();
    const TicketRow before = row(ticket);
    const qsizetype feed = changesSince(0).size();
    PostArticle post;
    post.ticket = ticket;
    Command command = Command::make(m_fixture->admin(), post);
    const auto refused = await(m_fixture->desk().submit(command));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(row(ticket).head, before.head);
    QCOMPARE(changesSince(0).size(), feed);
    const auto missing = submit(PostArticle{TicketId{4711}, {}, {}, {}, 0});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);

    // A refusal is no answer: repaired, the same command may come again.
    post.article.text = QStringLiteral("now with words");
    command.body = post;
    QVERIFY(await(m_fixture->desk().submit(command)));
    QCOMPARE(head(ticket).articleCount, 1);
}

void CommandContract::articlesAreCounted()
{
    const TicketId ticket = openTicket();
    const TicketHead opened = head(ticket);
    m_fixture->advanceClock(1000);
    const CommandAnswer note = post(ticket, SenderRole::Agent, Visibility::Internal);
    TicketHead now = head(ticket);
    QCOMPARE(now.version, 2);
    QCOMPARE(now.articleCount, 1);
    QCOMPARE(now.lastArticle, note.article);
    QCOMPARE(now.lastContactAt, 0);
    QCOMPARE(now.updatedAt, opened.updatedAt + 1000);
    QVERIFY(!now.lastArticleFromCustomer);

    m_fixture->advanceClock(1000);
    PostArticle mail;
    mail.ticket = ticket;
    mail.article.senderRole = SenderRole::Customer;
    mail.article.text = QStringLiteral("see the file");
    mail.article.attachments = {
        NewAttachment{QStringLiteral("log.txt"), QStringLiteral("text/plain"), "log", false, {}},
        NewAttachment{QStringLiteral("logo.png"), QStringLiteral("image/png"), "png", true, QStringLiteral("logo")}};
    const CommandAnswer answer = expect(mail, {}, ActorKind::System);
    now = head(ticket);
    QCOMPARE(now.articleCount, 2);
    QCOMPARE(now.attachmentCount, 1);
    QCOMPARE(now.lastContactAt, opened.updatedAt + 2000);
    QVERIFY(now.lastArticleFromCustomer);
    const auto page = await(m_fixture->desk().thread(ThreadQuery{ticket, {}, 10, {}}));
    QVERIFY(page);
    QCOMPARE(page->articles.size(), 2);
    QCOMPARE(page->articles[0].position, 1);
    QCOMPARE(page->articles[1].position, 2);
    QCOMPARE(page->articles[1].id, answer.article);
    QCOMPARE(page->articles[1].author, now.requester);
    QCOMPARE(page->articles[1].from.address, QStringLiteral("rita@customer.example"));
    QCOMPARE(page->articles[1].attachments.size(), 2);
    QCOMPARE(page->articles[1].attachments[1].contentId, QStringLiteral("logo"));
}

void CommandContract::attachmentsAreStoredOnce()
{
    const QByteArray bytes(100000, 'x');
    PostArticle mail;
    mail.ticket = openTicket();
    mail.article.attachments = {NewAttachment{QStringLiteral("a"), QStringLiteral("text/plain"), bytes, false, {}},
                                NewAttachment{QStringLiteral("empty"), QStringLiteral("text/plain"), {}, false, {}}};
    mail.article.raw = "raw mail";
    expect(mail);
    expect(mail);
    const auto page = await(m_fixture->desk().thread(ThreadQuery{mail.ticket, {}, 10, {}}));
    QVERIFY(page);
    for (const Article &article : page->articles) {
        QCOMPARE(article.attachments[0].sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        QCOMPARE(article.attachments[0].size, bytes.size());
        QCOMPARE(*await(m_fixture->desk().blob(article.attachments[0].sha256)), bytes);
        QCOMPARE(*await(m_fixture->desk().blob(article.attachments[1].sha256)), QByteArray());
        QCOMPARE(*await(m_fixture->desk().blob(article.rawSha256)), QByteArray("raw mail"));
    }
    QVERIFY(page->articles[0].attachments[0].id != page->articles[1].attachments[0].id);
    const auto missing = await(m_fixture->desk().blob(QByteArray(32, '\0')));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void CommandContract::anAgentsReplyOpensANewTicket()
{
    const TicketId ticket = openTicket();
    post(ticket, SenderRole::Agent, Visibility::Internal);
    QCOMPARE(catalog()->stateType(head(ticket).state), StateType::New);
    post(ticket, SenderRole::Agent);
    QCOMPARE(catalog()->stateType(head(ticket).state), StateType::Open);
    QVERIFY(!head(ticket).owner.isValid());
    const QVector<HistoryEntry> entries = history(ticket);
    QCOMPARE(entries.last().what, QStringLiteral("state"));
    QCOMPARE(entries.last().why, QStringLiteral("first-reply"));

    const TicketId other = openTicket();
    post(other, SenderRole::Agent, Visibility::Public, state(StateType::Solved));
    QCOMPARE(catalog()->stateType(head(other).state), StateType::Solved);
}

void CommandContract::aCustomersWordReopens_data()
{
    QTest::addColumn<StateType>("before");
    QTest::addColumn<bool>("automatic");
    QTest::addColumn<StateType>("after");
    QTest::newRow("new") << StateType::New << false << StateType::New;
    QTest::newRow("open") << StateType::Open << false << StateType::Open;
    QTest::newRow("pending") << StateType::PendingReminder << false << StateType::Open;
    QTest::newRow("solved") << StateType::Solved << false << StateType::Open;
    QTest::newRow("closed is final") << StateType::Closed << false << StateType::Closed;
    QTest::newRow("solved, out of office") << StateType::Solved << true << StateType::Solved;
    QTest::newRow("pending, out of office") << StateType::PendingReminder << true << StateType::PendingReminder;
}

void CommandContract::aCustomersWordReopens()
{
    QFETCH(StateType, before);
    QFETCH(bool, automatic);
    QFETCH(StateType, after);
    const TicketId ticket = openTicket();
    set(ticket, 1, TicketField::State, state(before).value);
    PostArticle mail;
    mail.ticket = ticket;
    mail.article.senderRole = SenderRole::Customer;
    mail.article.automatic = automatic;
    mail.article.text = QStringLiteral("still broken");
    expect(mail, {}, ActorKind::System);
    const TicketHead now = head(ticket);
    QCOMPARE(catalog()->stateType(now.state), after);
    QCOMPARE(now.articleCount, 1);
    if (after == StateType::Open) {
        QCOMPARE(now.solvedAt, 0);
        QCOMPARE(now.pendingUntil, 0);
    }
}

void CommandContract::aReplyCanSetAState()
{
    const TicketId ticket = openTicket();
    PostArticle reply;
    reply.ticket = ticket;
    reply.article.text = QStringLiteral("we wait for the part");
    reply.state = state(StateType::PendingReminder);
    reply.pendingUntil = head(ticket).createdAt + 86400000;
    const CommandAnswer answer = expect(reply);
    const TicketHead now = head(ticket);
    QCOMPARE(now.version, 2);
    QCOMPARE(answer.version, 2);
    QCOMPARE(now.state, reply.state);
    QCOMPARE(now.pendingUntil, reply.pendingUntil);
    reply.state = state(StateType::Open);
    QCOMPARE(reasons(reply).value(QStringLiteral("pending-until")).toString(), QStringLiteral("not-pending"));
}

void CommandContract::theOwnArticleIsRead()
{
    const TicketId ticket = openTicket();
    const CommandAnswer first = post(ticket, SenderRole::Agent);
    QVERIFY(!row(ticket).unread);
    post(ticket, SenderRole::Customer);
    QVERIFY(row(ticket).unread);

    // An answer written without having seen the customer's article does not make that one read.
    PostArticle reply;
    reply.ticket = ticket;
    reply.article.text = QStringLiteral("answer to the first");
    reply.lastSeen = first.article;
    reply.evenUnseen = true;
    const CommandAnswer blind = expect(reply);
    QVERIFY(row(ticket).unread);
    reply.lastSeen = blind.article;
    expect(reply);
    QVERIFY(!row(ticket).unread);
}

void CommandContract::whatWasNotSeenHoldsAnArticle_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("theirs");
    QTest::addColumn<int>("mine");
    const int open = int(Visibility::Public);
    const int internal = int(Visibility::Internal);
    QTest::newRow("a customer's word, a reply") << int(SenderRole::Customer) << open << open;
    QTest::newRow("a customer's word, a note") << int(SenderRole::Customer) << open << internal;
    QTest::newRow("a colleague's reply, a reply") << int(SenderRole::Agent) << open << open;
    QTest::newRow("a colleague's note, a reply") << int(SenderRole::Agent) << internal << open;
    QTest::newRow("a colleague's note, a note") << int(SenderRole::Agent) << internal << internal;
}

void CommandContract::whatWasNotSeenHoldsAnArticle()
{
    QFETCH(int, role);
    QFETCH(int, theirs);
    QFETCH(int, mine);
    const TicketId ticket = openTicket();
    const PersonId colleague = addAgent(QStringLiteral("Col League"));
    const ArticleId seen = post(ticket, SenderRole::Customer).article;
    PostArticle other;
    other.ticket = ticket;
    other.article.text = QStringLiteral("meanwhile");
    other.article.senderRole = SenderRole(role);
    other.article.visibility = Visibility(theirs);
    const bool agents = SenderRole(role) == SenderRole::Agent;
    const PersonId actor = agents ? colleague : PersonId();
    const ActorKind kind = agents ? ActorKind::Person : ActorKind::System;
    const ArticleId first = expect(other, actor, kind).article;
    const ArticleId second = expect(other, actor, kind).article;

    PostArticle reply;
    reply.ticket = ticket;
    reply.article.text = QStringLiteral("written before");
    reply.article.visibility = Visibility(mine);
    reply.state = state(StateType::Solved);
    reply.lastSeen = seen;
    const TicketHead before = head(ticket);
    const Result<CommandAnswer> held = submit(reply);
    QVERIFY(!held);
    QCOMPARE(held.error().code, ErrorCode::Conflict);
    QCOMPARE(held.error().payload.value(QStringLiteral("unseen")).toStringList(),
             QStringList({QString::number(first.value), QString::number(second.value)}));
    QCOMPARE(head(ticket), before);

    reply.lastSeen = first; // one of the two
    QCOMPARE(submit(reply).error().payload.value(QStringLiteral("unseen")).toStringList(),
             QStringList{QString::number(second.value)});
    reply.evenUnseen = true;
    expect(reply);
    QCOMPARE(head(ticket).articleCount, before.articleCount + 1);
    QCOMPARE(head(ticket).state, reply.state);
}

void CommandContract::whatHoldsNothing()
{
    const TicketId ticket = openTicket();
    const ArticleId seen = post(ticket, SenderRole::Customer).article;
    PostArticle reply;
    reply.ticket = ticket;
    reply.article.text = QStringLiteral("some words");
    reply.lastSeen = seen;
    expect(reply);
    expect(reply); // one's own article in between is no news
    post(ticket, SenderRole::Customer);
    QCOMPARE(submit(reply).error().code, ErrorCode::Conflict);
    expect(reply, {}, ActorKind::Import);
    reply.lastSeen = {}; // who cannot say what he has seen
    expect(reply);
    reply.lastSeen = seen;
    reply.article.senderRole = SenderRole::Customer; // what a caller said was said
    expect(reply);
}

void CommandContract::readMarksGoForward()
{
    const TicketId ticket = openTicket();
    const ArticleId first = post(ticket, SenderRole::Customer).article;
    const ArticleId second = post(ticket, SenderRole::Customer).article;
    const qint64 version = head(ticket).version;
    QVERIFY(row(ticket).unread);
    expect(MarkRead{ticket, second});
    QVERIFY(!row(ticket).unread);
    expect(MarkRead{ticket, first});
    QVERIFY(!row(ticket).unread);
    expect(MarkRead{ticket, {}});
    QVERIFY(row(ticket).unread);
    QCOMPARE(head(ticket).version, version);
    QCOMPARE(reasons(MarkRead{ticket, ArticleId{second.value + 1}}).keys(), QStringList{QStringLiteral("article")});

    // What was there before an agent came is not unread for him, what comes then is.
    const PersonId late = addAgent(QStringLiteral("Late Agent"));
    QVERIFY(!await(m_fixture->desk().rows({ticket}, late))->first().unread);
    post(ticket, SenderRole::Customer);
    QVERIFY(await(m_fixture->desk().rows({ticket}, late))->first().unread);
}

void CommandContract::importsHappenAtTheirOwnDate()
{
    constexpr Instant longAgo = 1500000000000;
    OpenTicket open;
    open.requesterAddress.address = QStringLiteral("old@customer.example");
    open.createdAt = longAgo;
    NewArticle mail;
    mail.senderRole = SenderRole::Customer;
    mail.channel = Channel::Email;
    mail.createdAt = longAgo;
    open.article = mail;
    const TicketId ticket = expect(open, {}, ActorKind::Import).ticket;
    TicketHead now = head(ticket);
    QCOMPARE(now.createdAt, longAgo);
    QCOMPARE(now.updatedAt, longAgo);
    QCOMPARE(now.lastContactAt, longAgo);
    QCOMPARE(now.subject, QString());
    QCOMPARE(history(ticket).first().what, QStringLiteral("imported"));
    QVERIFY(history(ticket).first().at > longAgo);

    PostArticle next;
    next.ticket = ticket;
    next.article = mail;
    next.article.createdAt = longAgo - 1000;
    expect(next, {}, ActorKind::Import);
    now = head(ticket);
    QCOMPARE(now.updatedAt, longAgo);
    QCOMPARE(now.lastContactAt, longAgo);
    next.article.createdAt = longAgo * 4; // a broken clock somewhere
    expect(next, {}, ActorKind::Import);
    now = head(ticket);
    QVERIFY(now.updatedAt < longAgo * 2);
    QCOMPARE(now.lastContactAt, now.updatedAt);
}

} // namespace deskhand::test
