// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mail_contract.h"

#include "support/contract_world.h"
#include "support/plain_codec.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

constexpr qint64 undoMs = 15'000;

Mailbox supportMailbox()
{
    Mailbox mailbox;
    mailbox.name = QStringLiteral("Support");
    mailbox.address = QStringLiteral("support@desk.example");
    mailbox.aliases = {QStringLiteral("help@desk.example")};
    mailbox.incoming.host = QStringLiteral("imap.desk.example");
    mailbox.incoming.user = QStringLiteral("support");
    mailbox.outgoing = mailbox.incoming;
    mailbox.outgoing.host = QStringLiteral("smtp.desk.example");
    mailbox.outgoing.port = 587;
    mailbox.outgoing.encryption = MailEncryption::StartTls;
    mailbox.pollSeconds = 30;
    mailbox.authservId = QStringLiteral("mx.desk.example");
    return mailbox;
}

QString rita()
{
    return QStringLiteral("rita@customer.example");
}

} // namespace

void MailContract::init()
{
    m_fixture = m_makeFixture();
    m_ada = m_fixture->admin();
    m_mails = 0;
    Person agent;
    agent.role = PersonRole::Agent;
    agent.name = QStringLiteral("Ben Berg");
    agent.address = QStringLiteral("ben@desk.example");
    m_ben = PersonId{must(SavePerson{agent}, m_ada).id};
    agent.name = QStringLiteral("Cleo Curie");
    agent.address = QStringLiteral("cleo@desk.example");
    m_cleo = PersonId{must(SavePerson{agent}, m_ada).id};
    Queue people;
    people.name = QStringLiteral("People");
    people.position = 2;
    people.members = {m_cleo};
    m_people = QueueId{must(SaveQueue{people}, m_ada).id};
    m_mailbox = MailboxId{must(SaveMailbox{supportMailbox(), {}}, m_ada).id};
}

void MailContract::cleanup()
{
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
    m_fixture.reset();
}

Result<CommandAnswer> MailContract::submit(const CommandBody &body, PersonId actor, ActorKind kind)
{
    Command command = Command::make(actor, body);
    command.actorKind = kind;
    return await(desk().submit(command));
}

CommandAnswer MailContract::must(const CommandBody &body, PersonId actor, ActorKind kind)
{
    return expected(submit(body, actor, kind));
}

CommandAnswer MailContract::openByMail(const QString &subject, QueueId queue)
{
    OpenTicket open;
    open.subject = subject;
    open.queue = queue;
    open.requesterAddress = MailAddress{QStringLiteral("Rita"), rita()};
    open.channel = Channel::Email;
    NewArticle article;
    article.senderRole = SenderRole::Customer;
    article.channel = Channel::Email;
    article.text = QStringLiteral("Please help");
    article.messageId = QStringLiteral("question%1@customer.example").arg(++m_mails);
    open.article = article;
    return must(open, {}, ActorKind::System);
}

CommandAnswer MailContract::reply(TicketId ticket, const QString &text, PersonId actor)
{
    PostArticle post;
    post.ticket = ticket;
    post.article.text = text;
    post.article.channel = Channel::Email;
    post.article.to = {MailAddress{QStringLiteral("Rita"), rita()}};
    post.releaseAt = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch() + undoMs;
    return must(post, actor);
}

AcceptMail MailContract::mailFrom(const QString &address, const QString &subject)
{
    const QByteArray raw =
        QStringLiteral("From: %1\nTo: support@desk.example\nSubject: %2\nMessage-ID: m%3@example\n\nText")
            .arg(address, subject)
            .arg(++m_mails)
            .toUtf8();
    Mailbox mailbox;
    mailbox.id = m_mailbox;
    return plainCodec()->read(raw, QStringLiteral("support"), &mailbox);
}

CommandAnswer MailContract::strangersMail(const CommandAnswer &ticket)
{
    const QByteArray raw =
        QStringLiteral("From: eve@evil.example\nTo: support@desk.example\nSubject: Re: Printer [#%1]\n"
                       "Message-ID: eve%2@evil.example\n\nBelieve me, I am Rita")
            .arg(ticket.ticketNumber)
            .arg(++m_mails)
            .toUtf8();
    Mailbox mailbox;
    mailbox.id = m_mailbox;
    return must(plainCodec()->read(raw, QStringLiteral("support"), &mailbox), {}, ActorKind::System);
}

void MailContract::record(OutboundMailId mail, DeliveryState state)
{
    RecipientDelivery recipient;
    recipient.address.address = rita();
    recipient.state = state;
    recipient.attempts = 1;
    recipient.reply = QStringLiteral("550 5.1.1 nobody here");
    recipient.status = QStringLiteral("5.1.1");
    must(RecordDelivery{mail, {recipient}}, {}, ActorKind::System);
}

TicketDetail MailContract::detail(TicketId ticket)
{
    return expected(await(desk().ticket(ticket, m_ben)));
}

QStringList MailContract::thread(TicketId ticket, PersonId me)
{
    QStringList texts;
    for (const Article &article : expected(await(desk().thread(ThreadQuery{ticket, {}, 50, me}))).articles)
        texts.append(article.text);
    return texts;
}

int MailContract::found(const QString &word)
{
    SearchQuery query;
    query.text = word;
    query.me = m_ben;
    return int(expected(await(desk().search(query))).hits.size());
}

qint64 MailContract::countOf(DeliveryState state)
{
    const Condition condition = Condition::is(ConditionField::Delivery, {qint64(state)});
    const qint64 counted = expected(await(desk().counts({condition}, m_ben, 0))).first();
    TicketQuery query;
    query.condition = condition;
    query.me = m_ben;
    return counted == expected(await(desk().tickets(query))).ids.size() ? counted : -2;
}

void MailContract::whatIsSetUpIsRead()
{
    MailText text;
    text.kind = MailTextKind::Acknowledgement;
    text.language = QStringLiteral("de");
    text.subject = QStringLiteral("Ihre Anfrage {ticket.number}");
    text.text = QStringLiteral("Wir haben sie erhalten.");
    text.id = MailTextId{must(SaveMailText{text}, m_ada).id};
    MailSettings settings;
    settings.undoSeconds = 60;
    settings.newTicketsPerAddressDay = 7;
    must(SaveMailSettings{settings}, m_ada);
    Mailbox saved = supportMailbox();
    saved.id = m_mailbox;

    for (const bool reopened : {false, true}) {
        if (reopened)
            m_fixture->reopen();
        const MailSetup setup = expected(await(desk().mailSetup()));
        QCOMPARE(setup.mailboxes.size(), 1);
        QVERIFY(setup.mailboxes.first() == saved);
        QVERIFY(setup.texts == QVector<MailText>{text});
        QVERIFY(setup.settings == settings);
        const CatalogPtr catalog = expected(await(desk().catalog()));
        QVERIFY(catalog->mailboxes == setup.mailboxes);
        QVERIFY(catalog->mailTexts == setup.texts);
        QVERIFY(catalog->mailSettings == settings);
        QVERIFY(catalog->isOwnAddress(QStringLiteral("help@desk.example")));
    }
    saved.paused = true;
    saved.after = AfterFetch::Move;
    saved.moveTo = QStringLiteral("Done");
    must(SaveMailbox{saved, {}}, m_ada);
    must(DeleteMailText{text.id}, m_ada);
    const MailSetup setup = expected(await(desk().mailSetup()));
    QVERIFY(setup.mailboxes == QVector<Mailbox>{saved});
    QVERIFY(setup.texts.isEmpty());
}

void MailContract::secretsAreNamedAndNotTold()
{
    Mailbox mailbox = supportMailbox();
    mailbox.id = m_mailbox;
    must(SaveMailbox{mailbox,
                     {{MailSecret::IncomingPassword, QByteArray(80, 'i')},
                      {MailSecret::RefreshToken, QByteArray(80, 'r')}}},
         m_ada);
    using Named = QVector<MailSecret>;
    QCOMPARE(expected(await(desk().mailSetup())).secrets.value(m_mailbox),
             Named({MailSecret::IncomingPassword, MailSecret::RefreshToken}));
    // What is not named stays, what is empty goes.
    must(SaveMailbox{mailbox,
                     {{MailSecret::IncomingPassword, QByteArray()}, {MailSecret::ClientSecret, QByteArray(80, 'c')}}},
         m_ada);
    QCOMPARE(expected(await(desk().mailSetup())).secrets.value(m_mailbox),
             Named({MailSecret::RefreshToken, MailSecret::ClientSecret}));
}

void MailContract::signaturesAreOnesOwn()
{
    MailText signature;
    signature.kind = MailTextKind::AgentSignature;
    signature.agent = m_ben;
    signature.text = QStringLiteral("Ben");
    signature.id = MailTextId{must(SaveMailText{signature}, m_ben).id};
    signature.text = QStringLiteral("Ben Berg");
    must(SaveMailText{signature}, m_ben);
    QVERIFY(expected(await(desk().mailSetup())).texts == QVector<MailText>{signature});
    QCOMPARE(submit(SaveMailText{signature}, m_cleo).error().code, ErrorCode::Denied);
    QCOMPARE(submit(DeleteMailText{signature.id}, m_cleo).error().code, ErrorCode::Denied);
    must(DeleteMailText{signature.id}, m_ben);
    QVERIFY(expected(await(desk().mailSetup())).texts.isEmpty());
}

void MailContract::onlyAdminsSetMailUp()
{
    Mailbox mailbox = supportMailbox();
    mailbox.id = m_mailbox;
    QCOMPARE(submit(SaveMailbox{mailbox, {}}, m_ben).error().code, ErrorCode::Denied);
    QCOMPARE(submit(SaveMailSettings{{}}, m_ben).error().code, ErrorCode::Denied);
    QCOMPARE(submit(SaveMailText{MailText{}}, m_ben).error().code, ErrorCode::Denied);
}

void MailContract::queuesKnowTheirMail()
{
    Queue queue;
    queue.name = QStringLiteral("Sales");
    queue.mailbox = m_mailbox;
    queue.acknowledges = false;
    queue.followUp = FollowUpPolicy::NewTicket;
    queue.followUpDays = 30;
    queue.id = QueueId{must(SaveQueue{queue}, m_ada).id};
    const CatalogPtr catalog = expected(await(desk().catalog()));
    QVERIFY(*catalog->queue(queue.id) == queue);
    QCOMPARE(catalog->sendingMailbox(queue.id)->id, m_mailbox);
}

void MailContract::aReplyWaits()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    QCOMPARE(detail(ticket.ticket).row.head.delivery, DeliveryState::None);
    const CommandAnswer sent = reply(ticket.ticket, QStringLiteral("Have you tried paper?"), m_ben);
    QVERIFY(sent.outbound.isValid());

    const auto mails = expected(await(desk().outbox(m_ben)));
    QCOMPARE(mails.size(), 1);
    const MailDelivery mail = mails.first();
    QCOMPARE(mail.id, sent.outbound);
    QCOMPARE(mail.ticket, ticket.ticket);
    QCOMPARE(mail.ticketNumber, ticket.ticketNumber);
    QCOMPARE(mail.article, sent.article);
    QCOMPARE(mail.mailbox, m_mailbox);
    QCOMPARE(mail.kind, MailKind::Reply);
    QCOMPARE(mail.author, m_ben);
    QCOMPARE(mail.state, DeliveryState::Queued);
    QCOMPARE(mail.releaseAt, mail.createdAt + undoMs);
    QCOMPARE(mail.recipients.size(), 1);
    QCOMPARE(mail.recipients.first().address.address, rita());
    QCOMPARE(mail.recipients.first().nextAt, mail.releaseAt);

    const ThreadPage page = expected(await(desk().thread(ThreadQuery{ticket.ticket, {}, 10, m_ben})));
    QVERIFY(page.deliveries == mails);
    QCOMPARE(page.articles.last().messageId, mail.messageId);
    QCOMPARE(detail(ticket.ticket).row.head.delivery, DeliveryState::Queued);
    QCOMPARE(countOf(DeliveryState::Queued), 1);
    const MailReport report = expected(await(desk().mailReport()));
    QCOMPARE(report.queued, 1);
    QCOMPARE(report.nextDue, mail.releaseAt);
    // Of a page without the article there is nothing.
    const ThreadPage first = expected(await(desk().thread(ThreadQuery{ticket.ticket, sent.article, 10, m_ben})));
    QVERIFY(first.deliveries.isEmpty());
}

void MailContract::aReplyIsTakenBack()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    const TicketHead before = detail(ticket.ticket).row.head;
    const CommandAnswer sent = reply(ticket.ticket, QStringLiteral("unmistakable"), m_ben);
    QCOMPARE(found(QStringLiteral("unmistakable")), 1);
    must(UndoSend{sent.outbound}, m_ben);
    QCOMPARE(thread(ticket.ticket, m_ben), QStringList{QStringLiteral("Please help")});
    QCOMPARE(found(QStringLiteral("unmistakable")), 0);
    QCOMPARE(found(QStringLiteral("printer")), 1);
    QVERIFY(expected(await(desk().outbox(m_ben))).isEmpty());
    const TicketHead after = detail(ticket.ticket).row.head;
    QCOMPARE(after.delivery, DeliveryState::None);
    QCOMPARE(after.articleCount, before.articleCount);
    QCOMPARE(after.lastArticle, before.lastArticle);
    QVERIFY(after.lastArticleFromCustomer);
    QCOMPARE(after.state, before.state);
    QCOMPARE(expected(await(desk().mailReport())).queued, 0);
    QCOMPARE(submit(UndoSend{sent.outbound}, m_ben).error().code, ErrorCode::Conflict);

    // The next one goes behind it.
    reply(ticket.ticket, QStringLiteral("second thoughts"), m_ben);
    QCOMPARE(thread(ticket.ticket, m_ben),
             QStringList({QStringLiteral("Please help"), QStringLiteral("second thoughts")}));
    QCOMPARE(found(QStringLiteral("thoughts")), 1);
    QCOMPARE(detail(ticket.ticket).row.head.articleCount, 2);
}

void MailContract::theOnlyArticleIsTakenBack()
{
    OpenTicket open;
    open.subject = QStringLiteral("Outage tonight");
    open.requesterAddress = MailAddress{QStringLiteral("Rita"), rita()};
    open.article = NewArticle{};
    open.article->text = QStringLiteral("unmistakable");
    open.article->channel = Channel::Email;
    open.article->to = {MailAddress{{}, rita()}};
    open.releaseAt = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch() + undoMs;
    const CommandAnswer opened = must(open, m_ben);
    QVERIFY(opened.outbound.isValid());
    must(UndoSend{opened.outbound}, m_ben);
    QVERIFY(thread(opened.ticket, m_ben).isEmpty());
    QCOMPARE(detail(opened.ticket).row.head.articleCount, 0);
    QCOMPARE(found(QStringLiteral("unmistakable")), 0);
    QCOMPARE(found(QStringLiteral("tonight")), 1);
    reply(opened.ticket, QStringLiteral("now really"), m_ben);
    QCOMPARE(found(QStringLiteral("tonight really")), 1);
    QCOMPARE(thread(opened.ticket, m_ben), QStringList{QStringLiteral("now really")});
}

void MailContract::whatWasWrittenSinceStays()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    const CommandAnswer sent = reply(ticket.ticket, QStringLiteral("too early"), m_ben);
    PostArticle word;
    word.ticket = ticket.ticket;
    word.article.senderRole = SenderRole::Customer;
    word.article.text = QStringLiteral("It works again");
    word.article.attachments = {{QStringLiteral("photo.txt"), QStringLiteral("text/plain"), "photo", false, {}}};
    must(word, {}, ActorKind::System);
    must(UndoSend{sent.outbound}, m_ben);
    QCOMPARE(thread(ticket.ticket, m_ben),
             QStringList({QStringLiteral("Please help"), QStringLiteral("It works again")}));
    const ThreadPage page = expected(await(desk().thread(ThreadQuery{ticket.ticket, {}, 1, m_ben})));
    QCOMPARE(page.articlesBefore, 1);
    QCOMPARE(page.articles.first().attachments.size(), 1);
    QCOMPARE(detail(ticket.ticket).row.head.articleCount, 2);
    QCOMPARE(found(QStringLiteral("early")), 0);
}

void MailContract::anotherTimeIsChosen()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    const CommandAnswer sent = reply(ticket.ticket, QStringLiteral("later"), m_ben);
    const Instant tomorrow = expected(await(desk().outbox(m_ben))).first().createdAt + 86'400'000;
    must(ReleaseMail{sent.outbound, tomorrow}, m_ben);
    const MailDelivery mail = expected(await(desk().outbox(m_ben))).first();
    QCOMPARE(mail.releaseAt, tomorrow);
    QCOMPARE(mail.recipients.first().nextAt, tomorrow);
    QCOMPARE(expected(await(desk().mailReport())).nextDue, tomorrow);
}

void MailContract::othersDoNotTouchIt()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    const CommandAnswer sent = reply(ticket.ticket, QStringLiteral("mine"), m_ben);
    QCOMPARE(submit(UndoSend{sent.outbound}, m_cleo).error().code, ErrorCode::Denied);
    QCOMPARE(submit(ReleaseMail{sent.outbound, 0}, m_cleo).error().code, ErrorCode::Denied);
    QCOMPARE(submit(RecordDelivery{sent.outbound, {}}, m_ben).error().code, ErrorCode::Denied);
    must(UndoSend{sent.outbound}, m_ada); // who runs the desk may step in
}

void MailContract::whatBecameOfItIsTold()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    const CommandAnswer sent = reply(ticket.ticket, QStringLiteral("to nobody"), m_ben);
    const qint64 version = detail(ticket.ticket).row.head.version;
    m_fixture->advanceClock(undoMs);
    record(sent.outbound, DeliveryState::Failed);
    const TicketDetail now = detail(ticket.ticket);
    QCOMPARE(now.row.head.delivery, DeliveryState::Failed);
    QCOMPARE(now.row.head.version, version); // it is no version of the ticket
    QVERIFY(now.requesterTrouble);
    QCOMPARE(now.requesterTrouble->state, DeliveryState::Failed);
    QCOMPARE(now.requesterTrouble->status, QStringLiteral("5.1.1"));
    QCOMPARE(countOf(DeliveryState::Failed), 1);
    QCOMPARE(countOf(DeliveryState::Queued), 0);
    QCOMPARE(countOf(DeliveryState::Bounced), 0);
    const MailReport report = expected(await(desk().mailReport()));
    QCOMPARE(report.failed, 1);
    QCOMPARE(report.queued, 0);
    QCOMPARE(expected(await(desk().outbox(m_ben))).size(), 1);
    QCOMPARE(submit(UndoSend{sent.outbound}, m_ben).error().code, ErrorCode::Conflict);
    // After a week it is no longer on top of everything, but it stays in the thread.
    m_fixture->advanceClock(qint64(8) * 86'400'000);
    QVERIFY(expected(await(desk().outbox(m_ben))).isEmpty());
    QCOMPARE(expected(await(desk().mailReport())).failed, 0);
    const ThreadPage page = expected(await(desk().thread(ThreadQuery{ticket.ticket, {}, 10, m_ben})));
    QCOMPARE(page.deliveries.first().state, DeliveryState::Failed);
}

void MailContract::troubleEndsWithTheNextMail()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    record(reply(ticket.ticket, QStringLiteral("one"), m_ben).outbound, DeliveryState::Failed);
    const CommandAnswer second = reply(ticket.ticket, QStringLiteral("two"), m_ben);
    QVERIFY(detail(ticket.ticket).requesterTrouble); // of the second nothing is known yet
    record(second.outbound, DeliveryState::Sent);
    QVERIFY(!detail(ticket.ticket).requesterTrouble);
    QCOMPARE(detail(ticket.ticket).row.head.delivery, DeliveryState::Sent);
}

void MailContract::aStrangersMailIsHeldAndJoins()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    QCOMPARE(strangersMail(ticket).outcome, MailOutcome::Held);
    const auto held = expected(await(desk().heldMails(m_ben, ticket.ticket)));
    QCOMPARE(held.size(), 1);
    QCOMPARE(held.first().reason, HoldReason::Stranger);
    QCOMPARE(held.first().ticketNumber, ticket.ticketNumber);
    QCOMPARE(held.first().ticketSubject, QStringLiteral("Printer"));
    QCOMPARE(held.first().from.address, QStringLiteral("eve@evil.example"));
    QCOMPARE(held.first().excerpt, QStringLiteral("Believe me, I am Rita"));
    QVERIFY(expected(await(desk().blob(held.first().rawSha256))).contains("Believe me"));
    QCOMPARE(detail(ticket.ticket).heldMails, 1);
    QCOMPARE(expected(await(desk().mailReport())).held, 1);
    QCOMPARE(thread(ticket.ticket, m_ben).size(), 1);

    const CommandAnswer joined = must(DecideHeldMail{held.first().id, HeldDecision::Join, {}, true}, m_ben);
    QCOMPARE(joined.outcome, MailOutcome::FollowUp);
    QCOMPARE(joined.ticket, ticket.ticket);
    QCOMPARE(thread(ticket.ticket, m_ben).last(), QStringLiteral("Believe me, I am Rita"));
    QVERIFY(expected(await(desk().heldMails(m_ben, {}))).isEmpty());
    QCOMPARE(detail(ticket.ticket).heldMails, 0);
    const auto again = submit(DecideHeldMail{held.first().id, HeldDecision::Discard, {}, false}, m_ben);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    // Who was let in writes on.
    QCOMPARE(strangersMail(ticket).outcome, MailOutcome::FollowUp);
}

void MailContract::aHeldMailIsDiscarded()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    strangersMail(ticket);
    const HeldMailId mail = expected(await(desk().heldMails(m_ben, {}))).first().id;
    QCOMPARE(must(DecideHeldMail{mail, HeldDecision::Discard, {}, false}, m_ben).outcome, MailOutcome::Discarded);
    QVERIFY(expected(await(desk().heldMails(m_ben, {}))).isEmpty());
    QCOMPARE(thread(ticket.ticket, m_ben).size(), 1);
}

void MailContract::aHeldMailOpensATicket()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    strangersMail(ticket);
    const HeldMailId mail = expected(await(desk().heldMails(m_ben, {}))).first().id;
    const CommandAnswer opened = must(DecideHeldMail{mail, HeldDecision::OpenTicket, {}, false}, m_ben);
    QCOMPARE(opened.outcome, MailOutcome::Opened);
    QVERIFY(opened.ticket != ticket.ticket);
    QCOMPARE(thread(opened.ticket, m_ben), QStringList{QStringLiteral("Believe me, I am Rita")});
}

void MailContract::whoDoesNotSeeATicketSeesNoMail()
{
    const CommandAnswer secret = openByMail(QStringLiteral("Payslip"), m_people);
    const CommandAnswer open = openByMail(QStringLiteral("Printer"));
    const CommandAnswer sent = reply(secret.ticket, QStringLiteral("confidential"), m_cleo);
    strangersMail(secret);
    record(sent.outbound, DeliveryState::Failed);
    QCOMPARE(expected(await(desk().outbox(m_cleo))).size(), 1);
    QCOMPARE(expected(await(desk().heldMails(m_cleo, {}))).size(), 1);
    QCOMPARE(expected(await(desk().heldMails(m_cleo, secret.ticket))).size(), 1);
    QVERIFY(expected(await(desk().ticket(open.ticket, m_cleo))).requesterTrouble);

    QVERIFY(expected(await(desk().outbox(m_ben))).isEmpty());
    QVERIFY(expected(await(desk().heldMails(m_ben, {}))).isEmpty());
    QVERIFY(expected(await(desk().heldMails(m_ben, secret.ticket))).isEmpty());
    QVERIFY(expected(await(desk().thread(ThreadQuery{secret.ticket, {}, 10, m_ben}))).deliveries.isEmpty());
    QVERIFY(!expected(await(desk().ticket(open.ticket, m_ben))).requesterTrouble);
    QCOMPARE(countOf(DeliveryState::Failed), 0);
    const HeldMailId held = expected(await(desk().heldMails(m_cleo, {}))).first().id;
    for (const CommandBody &body : {CommandBody(UndoSend{sent.outbound}), CommandBody(ReleaseMail{sent.outbound, 0}),
                                    CommandBody(DecideHeldMail{held, HeldDecision::Join, {}, false})})
        QCOMPARE(submit(body, m_ben).error().code, ErrorCode::NotFound);
    must(DecideHeldMail{held, HeldDecision::Join, {}, false}, m_cleo);
}

void MailContract::aBounceIsTold()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    const CommandAnswer sent = reply(ticket.ticket, QStringLiteral("to nobody"), m_ben);
    record(sent.outbound, DeliveryState::Sent);
    AcceptMail report = mailFrom(QStringLiteral("mailer-daemon@customer.example"), QStringLiteral("Undelivered"));
    report.nature = MailNature::DeliveryReport;
    report.reportedIds = {
        expected(await(desk().thread(ThreadQuery{ticket.ticket, {}, 1, m_ben}))).articles.last().messageId};
    report.reported = {{rita(), DeliveryState::Bounced, QStringLiteral("5.1.1"), QStringLiteral("no such user")}};
    // Whoever fetches a mail stores its bytes first.
    OpenTicket keep;
    keep.subject = QStringLiteral("Bytes");
    keep.requesterAddress = MailAddress{{}, QStringLiteral("other@customer.example")};
    keep.article = NewArticle{};
    keep.article->senderRole = SenderRole::Customer;
    keep.article->text = QStringLiteral("bytes");
    keep.article->raw = report.article.raw;
    must(keep, {}, ActorKind::System);

    QCOMPARE(must(report, {}, ActorKind::System).outcome, MailOutcome::Report);
    const TicketDetail now = detail(ticket.ticket);
    QCOMPARE(now.row.head.delivery, DeliveryState::Bounced);
    QCOMPARE(now.requesterTrouble->reply, QStringLiteral("no such user"));
    QCOMPARE(countOf(DeliveryState::Bounced), 1);
    QCOMPARE(thread(ticket.ticket, m_ben).size(), 2); // no article
    QCOMPARE(expected(await(desk().history(ticket.ticket, m_ben, 1))).first().what, QStringLiteral("bounced"));
    QCOMPARE(must(report, {}, ActorKind::System).outcome, MailOutcome::Duplicate);
}

void MailContract::aFollowUpOfAClosedTicketIsLinked()
{
    const CommandAnswer ticket = openByMail(QStringLiteral("Printer"));
    const StateId closed = expected(await(desk().catalog()))->firstStateOf(StateType::Closed);
    ChangeTicket close{ticket.ticket, ticket.version, {}, {}};
    close.changes = {{TicketField::State, closed.value, {}, {}}};
    must(close, m_ben);
    m_fixture->advanceClock(qint64(15) * 86'400'000);
    const QString subject = QStringLiteral("Re: Printer [#%1]").arg(ticket.ticketNumber);
    const CommandAnswer follower = must(mailFrom(rita(), subject), {}, ActorKind::System);
    QCOMPARE(follower.outcome, MailOutcome::Opened);
    QVERIFY(follower.ticket != ticket.ticket);
    const auto history = expected(await(desk().history(follower.ticket, m_ben, 10)));
    QVERIFY(std::any_of(history.cbegin(), history.cend(), [&ticket](const HistoryEntry &entry) {
        return entry.what == u"follows-up" && entry.newValue == QString::number(ticket.ticket.value);
    }));
    // What is closed stays closed, and can still be worked on.
    QCOMPARE(detail(ticket.ticket).row.head.state, closed);
    ChangeTicket reopen{ticket.ticket, detail(ticket.ticket).row.head.version, {}, {}};
    reopen.changes = {{TicketField::Subject, QStringLiteral("Printer, again"), {}, {}}};
    must(reopen, m_ben);
}

void MailContract::whatAnswersAMergedTicketComesToItsTarget()
{
    const CommandAnswer a = openByMail(QStringLiteral("Printer"));
    const CommandAnswer sent = reply(a.ticket, QStringLiteral("Is it plugged in?"), m_ben);
    const CommandAnswer b = openByMail(QStringLiteral("Scanner"));
    const CommandAnswer c = openByMail(QStringLiteral("Copier"));
    m_fixture->advanceClock(60'000);
    must(MergeTickets{b.ticket, 0, {{a.ticket, 0}}, true, {}}, m_ben);
    must(MergeTickets{c.ticket, 0, {{b.ticket, 0}}, true, {}}, m_ben);
    // The mail on its way is the target's now, and so is what becomes of it.
    QCOMPARE(detail(c.ticket).row.head.delivery, DeliveryState::Queued);
    record(sent.outbound, DeliveryState::Bounced);
    QCOMPARE(detail(c.ticket).row.head.delivery, DeliveryState::Bounced);
    QCOMPARE(detail(a.ticket).row.head.delivery, DeliveryState::None);

    const QString subject = QStringLiteral("Re: Printer [#%1]").arg(a.ticketNumber);
    const CommandAnswer joined = must(mailFrom(rita(), subject), {}, ActorKind::System);
    QCOMPARE(joined.outcome, MailOutcome::FollowUp);
    QCOMPARE(joined.ticket, c.ticket);
    const auto history = expected(await(desk().history(c.ticket, m_ben, 10)));
    QVERIFY(std::any_of(history.cbegin(), history.cend(), [&a](const HistoryEntry &entry) {
        return entry.what == u"old-number" && entry.newValue == QString::number(a.ticket.value);
    }));
    // A stranger's claim waits where the ticket is shown.
    strangersMail(b);
    QCOMPARE(detail(c.ticket).heldMails, 1);
    const auto held = expected(await(desk().heldMails(m_ben, c.ticket)));
    QCOMPARE(held.size(), 1);
    must(DecideHeldMail{held.first().id, HeldDecision::Join, {}, false}, m_ben);
    QCOMPARE(detail(c.ticket).row.head.articleCount, 6);

    must(UnmergeTicket{b.ticket, {}, {}}, m_ben);
    QCOMPARE(detail(b.ticket).row.head.delivery, DeliveryState::Bounced);
    QCOMPARE(detail(c.ticket).row.head.articleCount, 3);
    QCOMPARE(must(mailFrom(rita(), subject), {}, ActorKind::System).ticket, b.ticket);
}

void MailContract::newTicketsAreAcknowledged()
{
    MailText text;
    text.subject = QStringLiteral("We have it");
    text.text = QStringLiteral("{ticket.number}");
    must(SaveMailText{text}, m_ada);
    const CommandAnswer opened = must(mailFrom(rita(), QStringLiteral("Printer")), {}, ActorKind::System);
    QCOMPARE(opened.outcome, MailOutcome::Opened);
    const auto mails = expected(await(desk().outbox(m_ben)));
    QCOMPARE(mails.size(), 1);
    QCOMPARE(mails.first().kind, MailKind::Acknowledgement);
    QCOMPARE(mails.first().ticket, opened.ticket);
    // It is no answer of a person: the ticket's own mail is none.
    QCOMPARE(detail(opened.ticket).row.head.delivery, DeliveryState::None);
    QVERIFY(expected(await(desk().thread(ThreadQuery{opened.ticket, {}, 10, m_ben}))).deliveries.isEmpty());
    QCOMPARE(expected(await(desk().mailReport())).queued, 1);
}

} // namespace deskhand::test
