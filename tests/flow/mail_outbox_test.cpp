// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message_id.h"
#include "mail/gmime_codec.h"
#include "mail/mime_parser.h"
#include "support/history_check.h"
#include "support/mailbox_desk.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

/// What goes out: what is in it, how it is taken back, sent, put off, refused and reported about.
class MailOutboxTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 minute = 60'000;
    const QString rita = u"rita@customer.example"_s;

    std::unique_ptr<test::MailboxDesk> newDesk() { return std::make_unique<test::MailboxDesk>(makeMailCodec()); }

    static Result<CommandAnswer> undo(test::MailboxDesk &mails, OutboundMailId id, PersonId who = {})
    {
        return test::await(
            mails.desk().desk().submit(Command::make(who.isValid() ? who : mails.desk().me(), UndoSend{id})));
    }

    static void signature(test::MailboxDesk &mails, MailTextKind kind, const QString &text, PersonId agent = {})
    {
        MailText saved;
        saved.kind = kind;
        saved.agent = agent;
        saved.text = text;
        mails.desk().submit(SaveMailText{saved});
    }

    AcceptMail bounceFor(test::MailboxDesk &mails, const QString &address, DeliveryState state = DeliveryState::Bounced)
    {
        AcceptMail bounce =
            mails.mail(u"MAILER-DAEMON@mx.example"_s, u"Undelivered mail [#1]"_s, u"It came back "_s + address);
        bounce.nature = MailNature::DeliveryReport;
        bounce.reported = {{address, state, u"5.1.1"_s, u"550 no such user"_s}};
        return bounce;
    }

private Q_SLOTS:
    void aReplyIsRenderedOnce()
    {
        const auto mails = newDesk();
        signature(*mails, MailTextKind::QueueSignature, u"{{desk.name}} – {{queue.name}}"_s);
        signature(*mails, MailTextKind::AgentSignature, u"{{agent.name}}, {{ticket.number}}"_s, mails->desk().me());
        AcceptMail first = mails->mail(rita, u"Re: Fwd: Printer <on> fire"_s, u"Help!"_s);
        first.article.from.name = u"{{desk.name}} Rita"_s;
        const CommandAnswer opened = mails->arrive(first);
        PostArticle note;
        note.ticket = opened.ticket;
        note.article.visibility = Visibility::Internal;
        note.article.text = u"a secret word"_s;
        mails->desk().submit(note);
        PostArticle post;
        post.ticket = opened.ticket;
        post.article.channel = Channel::Email;
        post.article.to = {{u"Rita"_s, rita}, {{}, u"Support@desk.example"_s}};
        post.article.cc = {{{}, u"RITA@customer.example"_s}, {{}, u"carl@customer.example"_s}};
        post.article.text = u"Use water."_s;
        post.article.quotedText = u"> Help!\n> {{agent.name}}"_s;
        post.article.html = u"<p>Use <b>water</b>. <img src=\"cid:pic\"></p>"_s;
        post.article.attachments = {{u"pic.png"_s, u"image/png"_s, "\x89PNG", true, u"pic"_s},
                                    {u"manual.pdf"_s, u"application/pdf"_s, "%PDF", false, {}}};
        const CommandAnswer answer = mails->desk().submit(post);
        QVERIFY(answer.outbound.isValid());
        const ParsedMail mail = parseMail(mails->bytes(answer.outbound));
        QCOMPARE(mail.subject, u"Re: Printer <on> fire [#"_s + opened.ticketNumber + u']');
        QCOMPARE(mail.from.first(), (MailAddress{u"Contoso Support"_s, u"support@desk.example"_s}));
        QCOMPARE(mail.to, (QList<MailAddress>{{u"Rita"_s, rita}}));
        QCOMPARE(mail.cc, (QList<MailAddress>{{{}, u"carl@customer.example"_s}}));
        QCOMPARE(mail.inReplyTo, first.article.messageId);
        QCOMPARE(mail.text.count(u"Test desk"_s), 1);
        QVERIFY(mail.text.contains(u"Ada Admin, "_s + opened.ticketNumber));
        QVERIFY(mail.text.contains(u"> {{agent.name}}"_s));
        QVERIFY(mail.html.contains(u"cid:"_s) && mail.html.contains(u"Test desk"_s));
        QCOMPARE(mail.attachments.size(), 2);
        QVERIFY(!mails->bytes(answer.outbound).contains("secret"));
        const Article article = mails->thread(opened.ticket).last();
        QCOMPARE(article.messageId, mail.messageId);
        QCOMPARE(article.to.size() + article.cc.size(), 2);
        QVERIFY(mail.messageId.startsWith(u"dh."_s));
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Queued);
        QCOMPARE(mails->delivery(answer.outbound).recipients.size(), 2);
        // The thread goes on: the next reply refers to both, and what was signed by hand is not signed again.
        const auto second =
            mails->replyTo(opened.ticket, u"And sand.\n\n-- \nAda Admin, "_s + opened.ticketNumber + u"\nTest desk – "_s
                                              + mails->desk().catalog()->queues.first().name);
        QVERIFY(second.has_value());
        const ParsedMail next = parseMail(mails->bytes(second->outbound));
        QVERIFY(next.references.contains(mail.messageId));
        QCOMPARE(next.references.last(), first.article.messageId);
        QCOMPARE(next.text.count(u"Test desk"_s), 1);
    }

    void nothingIsMailedThatShallNotBe()
    {
        const auto mails = newDesk();
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        const auto outboundOf = [&](const std::function<void(NewArticle *)> &change) {
            PostArticle post;
            post.ticket = opened.ticket;
            post.article.channel = Channel::Email;
            post.article.to = {{{}, rita}};
            post.article.text = u"text"_s;
            change(&post.article);
            return mails->desk().submit(post).outbound;
        };
        QVERIFY(outboundOf([](NewArticle *) {}).isValid());
        QVERIFY(!outboundOf([](NewArticle *a) { a->visibility = Visibility::Internal; }).isValid());
        QVERIFY(!outboundOf([](NewArticle *a) { a->channel = Channel::Phone; }).isValid());
        QVERIFY(!outboundOf([](NewArticle *a) { a->to.clear(); }).isValid());
        QVERIFY(!outboundOf([](NewArticle *a) { a->to = {{{}, u"support@DESK.example"_s}}; }).isValid());
        QVERIFY(!outboundOf([](NewArticle *a) { a->senderRole = SenderRole::Customer; }).isValid());
        Mailbox closed = mails->mailboxSettings();
        closed.sends = false;
        mails->saveMailbox(closed);
        QVERIFY(!outboundOf([](NewArticle *) {}).isValid());
        // An address that cannot be sent to is said at once, and nothing is stored.
        closed.sends = true;
        mails->saveMailbox(closed);
        const auto before = mails->thread(opened.ticket).size();
        const auto refused = mails->replyTo(opened.ticket, u"x"_s, u"no\"body<@customer.example"_s);
        if (!refused) {
            QCOMPARE(refused.error().code, ErrorCode::Invalid);
            QCOMPARE(mails->thread(opened.ticket).size(), before);
        }
    }

    void aMailOpensATicket()
    {
        const auto mails = newDesk();
        OpenTicket open;
        open.subject = u"Your licence"_s;
        open.requesterAddress = {u"Rita"_s, rita};
        open.channel = Channel::Email;
        open.article = NewArticle();
        open.article->channel = Channel::Email;
        open.article->to = {{u"Rita"_s, rita}};
        open.article->text = u"It ends soon."_s;
        open.releaseAt = mails->desk().clock().now() + 15'000;
        const CommandAnswer opened = mails->desk().submit(open);
        QVERIFY(opened.outbound.isValid());
        const ParsedMail mail = parseMail(mails->bytes(opened.outbound));
        QCOMPARE(mail.subject, u"Your licence [#"_s + opened.ticketNumber + u']');
        QCOMPARE(mail.references, QStringList());
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Queued);
        QCOMPARE(mails->arrive(mails->mail(rita, u"Re: x"_s, u"Yes"_s, {mail.messageId})).ticket, opened.ticket);
        // Taken back, the answer that came meanwhile stays.
        const auto undone = undo(*mails, opened.outbound);
        QVERIFY(undone.has_value());
        const TicketHead head = mails->desk().row(opened.ticket).head;
        QCOMPARE(head.articleCount, 1);
        QVERIFY(head.lastArticleFromCustomer);
        QCOMPARE(head.delivery, DeliveryState::None);
    }

    void aReplyIsTakenBack()
    {
        const auto mails = newDesk();
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        const TicketHead before = mails->desk().row(opened.ticket).head;
        mails->desk().clock().advance(minute);
        const Instant release = mails->desk().clock().now() + 15'000;
        const auto sent = mails->replyTo(opened.ticket, u"Oops"_s, {}, release, mails->desk().state(StateType::Solved));
        QVERIFY(sent.has_value());
        QVERIFY(mails->desk().row(opened.ticket).head.solvedAt != 0);
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 0);
        // Somebody else's mail is somebody else's.
        const Result<CommandAnswer> other = undo(*mails, sent->outbound, mails->desk().addAgent(u"Ben Agent"_s));
        QVERIFY(!other && other.error().code == ErrorCode::Denied);
        const auto undone = undo(*mails, sent->outbound);
        QVERIFY(undone.has_value());
        TicketHead after = mails->desk().row(opened.ticket).head;
        after.version = before.version;
        after.updatedAt = before.updatedAt;
        QCOMPARE(after, before);
        QCOMPARE(mails->thread(opened.ticket).size(), 1);
        QVERIFY(mails->history(opened.ticket).contains(u"withdrawn"_s));
        mails->desk().clock().advance(minute);
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 0);
        const auto again = undo(*mails, sent->outbound);
        QVERIFY(!again && again.error().code == ErrorCode::Conflict);
        QCOMPARE(again.error().payload.value(u"reason"_s).toString(), u"released"_s);
        // The state stays when somebody has changed it meanwhile.
        const auto second = mails->replyTo(opened.ticket, u"Again"_s, {}, mails->desk().clock().now() + 15'000,
                                           mails->desk().state(StateType::Solved));
        ChangeTicket close;
        close.ticket = opened.ticket;
        close.baseVersion = second->version;
        close.changes = {{TicketField::State, mails->desk().state(StateType::Closed).value, {}, {}}};
        mails->desk().submit(close);
        QVERIFY(undo(*mails, second->outbound).has_value());
        QVERIFY(mails->desk().row(opened.ticket).head.closedAt != 0);
        // Too late: its time has come, or somebody has begun.
        const auto third = mails->replyTo(opened.ticket, u"Third"_s, {}, mails->desk().clock().now() + 1);
        mails->desk().clock().advance(1);
        QVERIFY(!undo(*mails, third->outbound).has_value());
        QCOMPARE(test::brokenDesk(mails->desk().path()), QString());
    }

    void attemptsAreRecordedOnce()
    {
        const auto mails = newDesk();
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        const auto sent = mails->replyTo(opened.ticket, u"Hello"_s);
        MailDelivery delivery = mails->delivery(sent->outbound);
        RecipientDelivery attempt = delivery.recipients.first();
        attempt.state = DeliveryState::Delayed;
        attempt.attempts = 1;
        attempt.reply = u"451 greylisted"_s;
        const CommandId id = QUuid::createUuid();
        QVERIFY(mails->submitAsJob(RecordDelivery{sent->outbound, {attempt}}, id).has_value());
        QVERIFY(mails->submitAsJob(RecordDelivery{sent->outbound, {attempt}}, id).has_value());
        const RecipientDelivery delayed = mails->delivery(sent->outbound).recipients.first();
        QCOMPARE(delayed.state, DeliveryState::Delayed);
        QCOMPARE(delayed.attempts, 1);
        QVERIFY(delayed.nextAt >= mails->desk().clock().now() + minute);
        QVERIFY(delayed.nextAt <= mails->desk().clock().now() + minute * 11 / 10);
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Delayed);
        // A person has it tried at once.
        mails->desk().submit(ReleaseMail{sent->outbound, 0});
        QCOMPARE(mails->delivery(sent->outbound).recipients.first().nextAt, mails->desk().clock().now());
        // For five days; then it has failed, and can be tried again by hand.
        mails->desk().clock().advance(6LL * 24 * 60 * minute);
        attempt.attempts = 120;
        QVERIFY(mails->submitAsJob(RecordDelivery{sent->outbound, {attempt}}).has_value());
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Failed);
        QVERIFY(mails->history(opened.ticket).contains(u"undeliverable"_s));
        mails->desk().submit(ReleaseMail{sent->outbound, 0});
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 1);
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Sent);
        const auto late =
            test::await(mails->desk().desk().submit(Command::make(mails->desk().me(), ReleaseMail{sent->outbound, 0})));
        QVERIFY(!late && late.error().code == ErrorCode::Conflict);
    }

    void aMailIsSentLater()
    {
        const auto mails = newDesk();
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        const Instant tomorrow = mails->desk().clock().now() + 24 * 60 * minute;
        const auto sent = mails->replyTo(opened.ticket, u"Hello"_s, {}, tomorrow);
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 0);
        mails->desk().submit(ReleaseMail{sent->outbound, tomorrow + minute});
        mails->desk().clock().set(tomorrow);
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 0);
        mails->desk().clock().advance(minute);
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 1);
    }

    void bouncesAreAboutWhatWeSent()
    {
        const auto mails = newDesk();
        Mailbox mailbox = mails->mailboxSettings();
        mailbox.bounceTokens = true;
        mails->saveMailbox(mailbox);
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        const auto sent = mails->replyTo(opened.ticket, u"Hello"_s, {}, 0, mails->desk().state(StateType::Solved));
        const QString messageId = mails->thread(opened.ticket).last().messageId;
        // Out of office to the envelope's sender, of somebody who names nothing else.
        const QString envelope = addressWithToken(u"support@desk.example"_s, bounceToken(messageId));
        AcceptMail away = mails->mail(rita, u"Away"_s, u"I am at the sea"_s);
        away.nature = MailNature::AutoReply;
        away.addressedTo = QStringList{envelope};
        QCOMPARE(mails->arrive(away).ticket, opened.ticket);
        AcceptMail stranger = mails->mail(u"eve@rival.example"_s, u"Away"_s, u"Me too"_s);
        stranger.addressedTo = QStringList{envelope};
        QCOMPARE(mails->arrive(stranger).outcome, MailOutcome::Held);
        QVERIFY(!mails->replyTo(opened.ticket, u"To ourselves"_s, envelope)->outbound.isValid());
        // A bounce for what was not sent yet, for somebody else, of something else: nobody is silenced by it.
        AcceptMail early = bounceFor(*mails, rita);
        early.reportedIds = QStringList{messageId};
        QCOMPARE(mails->arrive(early).outcome, MailOutcome::Report);
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Queued);
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 1);
        AcceptMail other = bounceFor(*mails, u"carl@customer.example"_s);
        other.reportedIds = QStringList{messageId};
        mails->arrive(other);
        mails->arrive(bounceFor(*mails, rita));
        QCOMPARE(mails->sums().reports, 3);
        QCOMPARE(mails->sums().waiting, 0);
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Sent);
        // By the token of the envelope, first a delay, then the end.
        AcceptMail delayed = bounceFor(*mails, u"Rita@Customer.example"_s, DeliveryState::Delayed);
        delayed.addressedTo = QStringList{envelope.toUpper()};
        QCOMPARE(mails->arrive(delayed).ticket, opened.ticket);
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Delayed);
        mails->desk().clock().advance(10 * minute);
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 0); // it is another server's turn
        AcceptMail bounced = bounceFor(*mails, rita);
        bounced.reportedIds = QStringList{messageId};
        QCOMPARE(mails->arrive(bounced).outcome, MailOutcome::Report);
        const TicketHead head = mails->desk().row(opened.ticket).head;
        QCOMPARE(head.delivery, DeliveryState::Bounced);
        QCOMPARE(mails->desk().catalog()->stateType(head.state), StateType::Solved);
        QCOMPARE(head.articleCount, 4);
        const RecipientDelivery recipient = mails->delivery(sent->outbound).recipients.first();
        QCOMPARE(recipient.status, u"5.1.1"_s);
        QVERIFY(mails->history(opened.ticket).contains(u"bounced"_s));
        // The answer of our own server comes late: it does not make a bounce good.
        RecipientDelivery late = recipient;
        late.state = DeliveryState::Sent;
        QVERIFY(mails->submitAsJob(RecordDelivery{sent->outbound, {late}}).has_value());
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::Bounced);
        AcceptMail receipt = mails->mail(rita, u"Read: Printer [#"_s + opened.ticketNumber + u']', u"seen"_s);
        receipt.nature = MailNature::OtherReport;
        QCOMPARE(mails->arrive(receipt).outcome, MailOutcome::Report);
        QCOMPARE(mails->desk().row(opened.ticket).head.articleCount, 4);
        QCOMPARE(test::brokenDesk(mails->desk().path()), QString());
    }

    void referencesAreCutInTheMiddle()
    {
        const auto mails = newDesk();
        MailSettings settings;
        mails->saveSettings(settings);
        AcceptMail first = mails->mail(rita, u"Printer"_s, u"Help!"_s);
        first.article.messageId = u"first-"_s + QString(400, u'a') + u"@customer.example"_s;
        const CommandAnswer opened = mails->arrive(first);
        QString last;
        for (int i = 0; i < 40; ++i) {
            AcceptMail more = mails->mail(rita, u"Re: [#"_s + opened.ticketNumber + u']', u"More %1"_s.arg(i));
            more.article.messageId = u"m%1-"_s.arg(i) + QString(400, u'b') + u"@customer.example"_s;
            last = more.article.messageId;
            QCOMPARE(mails->arrive(more).outcome, MailOutcome::FollowUp);
        }
        const auto sent = mails->replyTo(opened.ticket, u"Stop"_s);
        const QByteArray bytes = mails->bytes(sent->outbound);
        const ParsedMail mail = parseMail(bytes);
        QCOMPARE(mail.references.first(), first.article.messageId);
        QCOMPARE(mail.references.last(), last);
        QVERIFY(mail.references.join(u' ').size() < 8192);
        QVERIFY(mail.references.size() > 10);
    }
};

QTEST_GUILESS_MAIN(MailOutboxTest)
#include "mail_outbox_test.moc"
