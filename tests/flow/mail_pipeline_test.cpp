// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message_id.h"
#include "mail/gmime_codec.h"
#include "mail/mime_parser.h"
#include "support/history_check.h"
#include "support/mailbox_desk.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

/// What comes to a mailbox: whose ticket it is, what it does to it, who is answered.
class MailPipelineTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 hour = 3'600'000;
    static constexpr qint64 day = 24 * hour;
    const QString rita = u"rita@customer.example"_s;

    std::unique_ptr<test::MailboxDesk> newDesk() { return std::make_unique<test::MailboxDesk>(makeMailCodec()); }

    static void allowEverything(test::MailboxDesk &mails)
    {
        MailSettings settings;
        settings.newTicketsPerAddressHour = settings.newTicketsPerAddressDay = 100'000;
        mails.saveSettings(settings);
    }

    static void acknowledgeWith(test::MailboxDesk &mails, const QString &language, const QString &text)
    {
        MailText saved;
        saved.language = language;
        saved.subject = u"{{ticket.subject}}"_s;
        saved.text = text;
        mails.desk().submit(SaveMailText{saved});
    }

    static void setState(test::MailboxDesk &mails, TicketId ticket, StateType type)
    {
        ChangeTicket change;
        change.ticket = ticket;
        change.baseVersion = mails.desk().row(ticket).head.version;
        change.changes = {{TicketField::State, mails.desk().state(type).value, {}, {}}};
        mails.desk().submit(change);
    }

    static StateType stateOf(test::MailboxDesk &mails, TicketId ticket)
    {
        return mails.desk().catalog()->stateType(mails.desk().row(ticket).head.state);
    }

    static QVector<MailDelivery> acknowledgements(test::MailboxDesk &mails)
    {
        QVector<MailDelivery> found = mails.outbox();
        found.removeIf([](const MailDelivery &one) { return one.kind != MailKind::Acknowledgement; });
        return found;
    }

private Q_SLOTS:
    void opensAndThreads()
    {
        const auto mails = newDesk();
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer on fire"_s, u"Help!"_s));
        QCOMPARE(opened.outcome, MailOutcome::Opened);
        const auto reply = mails->replyTo(opened.ticket, u"Use water."_s);
        QVERIFY(reply && reply->outbound.isValid());
        const QString ours = mails->thread(opened.ticket).last().messageId;
        const CommandAnswer answer = mails->arrive(mails->mail(rita, u"AW: something else"_s, u"It is out."_s, {ours}));
        QCOMPARE(answer.outcome, MailOutcome::FollowUp);
        QCOMPARE(answer.ticket, opened.ticket);
        // A colleague to whom it was forwarded may answer, a stranger is held.
        const CommandAnswer colleague =
            mails->arrive(mails->mail(u"carl@customer.example"_s, u"FW: Printer"_s, u"I say"_s, {ours}));
        QCOMPARE(colleague.ticket, opened.ticket);
        const CommandAnswer stranger =
            mails->arrive(mails->mail(u"eve@rival.example"_s, u"Re: Printer"_s, u"Send me the files"_s, {ours}));
        QCOMPARE(stranger.outcome, MailOutcome::Held);
        QCOMPARE(mails->thread(opened.ticket).size(), 4);
        const MailReconciliation sums = mails->sums();
        QCOMPARE(sums.opened, 1);
        QCOMPARE(sums.followUps, 2);
        QCOMPARE(sums.held, 1);
        QCOMPARE(sums.reasons.value(u"stranger"_s), 1);
        QCOMPARE(sums.waiting, 0);
        QCOMPARE(test::brokenDesk(mails->desk().path()), QString());
    }

    void theSameMailIsADuplicate()
    {
        const auto mails = newDesk();
        AcceptMail mail = mails->mail(rita, u"Printer"_s, u"Help!"_s);
        const CommandAnswer first = mails->arrive(mail);
        QCOMPARE(mails->arrive(mail).outcome, MailOutcome::Duplicate);
        // The copy of another mailbox has other bytes.
        mail.article.raw.prepend("Received: from elsewhere\r\n");
        const CommandAnswer copy = mails->arrive(mail);
        QCOMPARE(copy.outcome, MailOutcome::Duplicate);
        QCOMPARE(copy.article, first.article);
        // Some programs use an id again: other words are another mail.
        mail.article.raw.prepend("X");
        mail.article.text = u"And the scanner"_s;
        QCOMPARE(mails->arrive(mail).outcome, MailOutcome::FollowUp);
        QCOMPARE(mails->sums().duplicates, 2);
    }

    void solvedAndClosedTicketsComeBack()
    {
        const auto mails = newDesk();
        allowEverything(*mails);
        const auto answerTo = [&](const QString &number) {
            return mails->arrive(mails->mail(rita, u"Re: Printer [#"_s + number + u']', u"It burns again"_s));
        };
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        setState(*mails, opened.ticket, StateType::Solved);
        QCOMPARE(answerTo(opened.ticketNumber).outcome, MailOutcome::FollowUp);
        QCOMPARE(stateOf(*mails, opened.ticket), StateType::Open);
        QVERIFY(mails->history(opened.ticket).contains(u"state:follow-up"_s));
        setState(*mails, opened.ticket, StateType::Closed);
        mails->desk().clock().advance(14 * day);
        QCOMPARE(answerTo(opened.ticketNumber).ticket, opened.ticket);
        QCOMPARE(stateOf(*mails, opened.ticket), StateType::Open);
        // Too long ago: a new one, linked, with the same subject.
        setState(*mails, opened.ticket, StateType::Closed);
        mails->desk().clock().advance(14 * day + 1);
        const CommandAnswer follower = answerTo(opened.ticketNumber);
        QCOMPARE(follower.outcome, MailOutcome::Opened);
        QVERIFY(follower.ticket != opened.ticket);
        QCOMPARE(mails->desk().row(follower.ticket).head.subject, u"Printer"_s);
        QCOMPARE(stateOf(*mails, opened.ticket), StateType::Closed);
        QVERIFY(mails->history(follower.ticket).contains(u"follows-up"_s));
        QVERIFY(mails->history(opened.ticket).contains(u"followed-up"_s));
        // The other policies.
        Queue queue = mails->desk().catalog()->queues.first();
        queue.followUp = FollowUpPolicy::Reopen;
        mails->desk().submit(SaveQueue{queue});
        QCOMPARE(answerTo(opened.ticketNumber).ticket, opened.ticket);
        queue.followUp = FollowUpPolicy::NewTicket;
        mails->desk().submit(SaveQueue{queue});
        setState(*mails, opened.ticket, StateType::Solved);
        QCOMPARE(answerTo(opened.ticketNumber).ticket, opened.ticket);
        setState(*mails, opened.ticket, StateType::Closed);
        QVERIFY(answerTo(opened.ticketNumber).ticket != opened.ticket);
        QCOMPARE(test::brokenDesk(mails->desk().path()), QString());
    }

    void thanksAndMachinesChangeNothing()
    {
        const auto mails = newDesk();
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        QVERIFY(mails->replyTo(opened.ticket, u"Done."_s, {}, 0, mails->desk().state(StateType::Solved)));
        mails->desk().clock().advance(hour);
        const TicketHead before = mails->desk().row(opened.ticket).head;
        const QString subject = u"Re: Printer [#"_s + opened.ticketNumber + u']';
        AcceptMail thanks = mails->mail(rita, subject, u"Thank you!"_s);
        thanks.thanks = true;
        QCOMPARE(mails->arrive(thanks).outcome, MailOutcome::FollowUp);
        AcceptMail away = mails->mail(rita, subject, u"I am on holiday"_s);
        away.nature = MailNature::AutoReply;
        away.autoResponseSigns = QStringList{u"auto-submitted"_s};
        QCOMPARE(mails->arrive(away).outcome, MailOutcome::FollowUp);
        const TicketHead after = mails->desk().row(opened.ticket).head;
        QCOMPARE(after.state, before.state);
        QCOMPARE(after.solvedAt, before.solvedAt);
        QCOMPARE(after.lastContactAt, before.lastContactAt);
        QCOMPARE(after.lastArticleFromCustomer, false);
        QCOMPARE(after.articleCount, before.articleCount + 2);
        const QStringList history = mails->history(opened.ticket);
        QVERIFY(history.contains(u"article:thanks"_s) && history.contains(u"article:auto-reply"_s));
        // With a file it is more than thanks.
        AcceptMail more = mails->mail(rita, subject, u"Thank you"_s);
        more.thanks = true;
        more.article.attachments = {{u"log.txt"_s, u"text/plain"_s, "x", false, {}}};
        QVERIFY(mails->arrive(more).ticket == opened.ticket);
        QCOMPARE(stateOf(*mails, opened.ticket), StateType::Open);
    }

    void repliesToThoseWhoAskForThemElsewhere()
    {
        const auto mails = newDesk();
        AcceptMail form = mails->mail(u"noreply@web.example"_s, u"Form"_s, u"Please call"_s);
        form.replyTo = QStringList{u"kim@customer.example"_s};
        form.nature = MailNature::Automatic;
        form.autoResponseSigns = QStringList{u"no-reply-sender"_s};
        QCOMPARE(mails->desk().row(mails->arrive(form).ticket).requesterAddress, u"kim@customer.example"_s);
        // A form that many fill in is no flood; one who fills in many is.
        for (int i = 1; i <= 20; ++i) {
            form.article.text = u"Please call %1"_s.arg(i);
            form.article.messageId = u"form-%1@web.example"_s.arg(i);
            form.article.raw += "x";
            QCOMPARE(mails->arrive(form).outcome, i < 20 ? MailOutcome::Opened : MailOutcome::Quarantined);
        }
        form.replyTo = QStringList{u"tim@customer.example"_s};
        form.article.messageId = u"form-tim@web.example"_s;
        form.article.raw += "y";
        QCOMPARE(mails->arrive(form).outcome, MailOutcome::Opened);
        AcceptMail list = mails->mail(rita, u"List"_s, u"Hello"_s);
        list.replyTo = QStringList{u"list@lists.example"_s};
        list.autoResponseSigns = QStringList{u"list"_s};
        QCOMPARE(mails->desk().row(mails->arrive(list).ticket).requesterAddress, rita);
        AcceptMail ours = mails->mail(rita, u"Ours"_s, u"Hello"_s);
        ours.replyTo = QStringList{u"support@desk.example"_s};
        QCOMPARE(mails->desk().row(mails->arrive(ours).ticket).requesterAddress, rita);
    }

    void wrongClocksStayOutside()
    {
        const auto mails = newDesk();
        const Instant now = mails->desk().clock().now();
        for (const Instant date : {Instant(0), Instant(-5), now + 3650 * day}) {
            AcceptMail mail = mails->mail(rita, u"When"_s, QString::number(date));
            mail.article.createdAt = date;
            QCOMPARE(mails->thread(mails->arrive(mail).ticket).first().createdAt, now);
        }
        AcceptMail old = mails->mail(rita, u"When"_s, u"Yesterday"_s);
        old.article.createdAt = now - day;
        const CommandAnswer opened = mails->arrive(old);
        QCOMPARE(mails->thread(opened.ticket).first().createdAt, now - day);
        QCOMPARE(mails->desk().row(opened.ticket).head.createdAt, now);
    }

    void goesToTheQueueItWasSentTo()
    {
        const auto mails = newDesk();
        const QueueId first = mails->desk().firstQueue();
        Queue sales;
        sales.position = 10;
        sales.name = u"Sales"_s;
        sales.address = u"sales@desk.example"_s;
        const QueueId id{mails->desk().submit(SaveQueue{sales}).id};
        AcceptMail mail = mails->mail(rita, u"Offer"_s, u"Please"_s);
        mail.addressedTo = QStringList{u"Sales@Desk.example"_s};
        QCOMPARE(mails->desk().row(mails->arrive(mail).ticket).head.queue, id);
        QCOMPARE(mails->desk().row(mails->arrive(mails->mail(rita, u"Help"_s, u"Now"_s)).ticket).head.queue, first);
        sales.id = id;
        sales.active = false;
        mails->desk().submit(SaveQueue{sales});
        AcceptMail late = mails->mail(rita, u"Offer"_s, u"Again"_s);
        late.addressedTo = QStringList{u"sales@desk.example"_s};
        QCOMPARE(mails->desk().row(mails->arrive(late).ticket).head.queue, first);
    }

    void whatCannotBeReadIsATicket()
    {
        const auto mails = newDesk();
        acknowledgeWith(*mails, {}, u"We got it."_s);
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        AcceptMail poison = mails->mail(rita, u"Re: [#"_s + opened.ticketNumber + u']', u""_s);
        poison.problem = u"too-deep"_s;
        poison.article.attachments = {{u"mail.eml"_s, u"message/rfc822"_s, poison.article.raw, false, {}}};
        const CommandAnswer answer = mails->arrive(poison);
        QCOMPARE(answer.outcome, MailOutcome::Opened);
        QVERIFY(answer.ticket != opened.ticket);
        QCOMPARE(mails->desk().row(answer.ticket).head.attachmentCount, 1);
        QCOMPARE(acknowledgements(*mails).size(), 1);
    }

    void loopsAndFloodsAreQuarantined()
    {
        const auto mails = newDesk();
        const CommandAnswer own = mails->arrive(mails->mail(u"Support@desk.example"_s, u"Hello"_s, u"It is me"_s));
        QCOMPARE(own.outcome, MailOutcome::Quarantined);
        AcceptMail round = mails->mail(u"desk@other.example"_s, u"We got it"_s, u"Thanks"_s);
        for (int i = 0; i < 2; ++i)
            round.loopChain += {u"support@desk.example"_s, u"desk@other.example"_s};
        QCOMPARE(mails->arrive(round).outcome, MailOutcome::Opened);
        AcceptMail again = mails->mail(u"desk@other.example"_s, u"We got it"_s, u"Thanks again"_s);
        again.loopChain = round.loopChain + QStringList{u"support@desk.example"_s};
        QCOMPARE(mails->arrive(again).outcome, MailOutcome::Quarantined);
        // Twenty an hour, sixty a day, whoever and whatever it is.
        for (int i = 0; i < 20; ++i)
            QCOMPARE(mails->arrive(mails->mail(rita, u"Alarm %1"_s.arg(i), u"!"_s)).outcome, MailOutcome::Opened);
        QCOMPARE(mails->arrive(mails->mail(rita, u"Alarm"_s, u"?"_s)).outcome, MailOutcome::Quarantined);
        QCOMPARE(mails->arrive(mails->mail(u"carl@customer.example"_s, u"Alarm"_s, u"?"_s)).outcome,
                 MailOutcome::Opened);
        mails->desk().clock().advance(hour + 1);
        QCOMPARE(mails->arrive(mails->mail(rita, u"Alarm"_s, u"??"_s)).outcome, MailOutcome::Opened);
        QStringList reasons;
        for (const HeldMail &held : mails->held())
            reasons.append(holdReasonName(held.reason));
        reasons.sort();
        QCOMPARE(reasons, (QStringList{u"loop"_s, u"own-address"_s, u"too-many"_s}));
    }

    void newTicketsAreAcknowledged()
    {
        const auto mails = newDesk();
        acknowledgeWith(*mails, {}, u"General {{ticket.number}}"_s);
        acknowledgeWith(*mails, u"de"_s, u"Hallo {{requester.name}}, Ticket {{ticket.number}}: {{ticket.subject}}"_s);
        AcceptMail mail = mails->mail(rita, u"BUY PILLS at http://spam.example"_s, u"Guten Tag"_s);
        mail.article.from.name = u"Buy pills"_s;
        mail.language = u"de"_s;
        mail.loopChain = QStringList{u"other@desk.example"_s};
        const CommandAnswer opened = mails->arrive(mail);
        const QVector<MailDelivery> sent = acknowledgements(*mails);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0].ticket, opened.ticket);
        QCOMPARE(sent[0].recipients.size(), 1);
        const QByteArray bytes = mails->bytes(sent[0].id);
        const ParsedMail read = parseMail(bytes);
        QVERIFY(read.text.contains(u"Ticket "_s + opened.ticketNumber));
        // Nothing that a stranger wrote goes back.
        QVERIFY(!bytes.toLower().contains("pills") && !bytes.contains("spam.example"));
        QVERIFY(bytes.contains("Auto-Submitted: auto-replied"));
        QCOMPARE(read.inReplyTo, mail.article.messageId);
        QCOMPARE(read.loopChain.first(), u"other@desk.example"_s);
        QCOMPARE(mails->desk().row(opened.ticket).head.delivery, DeliveryState::None);
        // A stranger gets one a day; somebody whom a person has answered gets more, in the language of the desk.
        mails->desk().clock().advance(2 * hour);
        mails->arrive(mails->mail(rita, u"Second"_s, u"Hello"_s));
        QCOMPARE(acknowledgements(*mails).size(), 1);
        QVERIFY(mails->replyTo(opened.ticket, u"Hello"_s));
        QCOMPARE(mails->sendAllDue(DeliveryState::Sent), 2);
        const CommandAnswer third = mails->arrive(mails->mail(rita, u"Third"_s, u"Hello"_s));
        QCOMPARE(acknowledgements(*mails).size(), 1); // what is sent is no longer in the outbox
        QVERIFY(acknowledgements(*mails).first().subject.contains(u"Third [#"_s + third.ticketNumber + u']'));
    }

    void acknowledgementsHaveLimits()
    {
        const auto mails = newDesk();
        acknowledgeWith(*mails, {}, u"We got it."_s);
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"One"_s, u"x"_s));
        QVERIFY(mails->replyTo(opened.ticket, u"Hello"_s));
        QVERIFY(mails->sendAllDue(DeliveryState::Sent) > 0);
        for (int i = 0; i < 10; ++i)
            mails->arrive(mails->mail(rita, u"More %1"_s.arg(i), u"x"_s));
        QCOMPARE(acknowledgements(*mails).size(), 4); // and one that is sent: five an hour
        mails->desk().clock().advance(hour + 1);
        mails->arrive(mails->mail(rita, u"Later"_s, u"x"_s));
        QCOMPARE(acknowledgements(*mails).size(), 5);
        // Whom no machine may answer.
        const auto silent = [&](AcceptMail mail) {
            const auto count = acknowledgements(*mails).size();
            return mails->arrive(std::move(mail)).outcome == MailOutcome::Opened
                   && acknowledgements(*mails).size() == count;
        };
        AcceptMail machine = mails->mail(u"cron@host.example"_s, u"Backup"_s, u"done"_s);
        machine.nature = MailNature::Automatic;
        QVERIFY(silent(machine));
        AcceptMail suppressed = mails->mail(u"exchange@host.example"_s, u"Hello"_s, u"x"_s);
        suppressed.autoResponseSigns = QStringList{u"x-auto-response-suppress"_s};
        QVERIFY(silent(suppressed));
        QVERIFY(silent(mails->mail(u"no-reply@host.example"_s, u"Hello"_s, u"x"_s)));
        QVERIFY(silent(mails->mail(u"MAILER-DAEMON@host.example"_s, u"Hello"_s, u"x"_s)));
        QVERIFY(silent(mails->mail({}, u"Hello"_s, u"x"_s)));
        Queue queue = mails->desk().catalog()->queues.first();
        queue.acknowledges = false;
        mails->desk().submit(SaveQueue{queue});
        QVERIFY(silent(mails->mail(u"new@host.example"_s, u"Hello"_s, u"x"_s)));
    }

    void agentsAreBelievedWhenProven()
    {
        const auto mails = newDesk();
        mails->desk().addAgent(u"Ben Agent"_s);
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        QVERIFY(mails->replyTo(opened.ticket, u"Hello"_s));
        const QString ours = mails->thread(opened.ticket).last().messageId;
        const auto fromBen = [&](bool proven, const QVector<MailAddress> &to) {
            AcceptMail mail = mails->mail(u"ben@desk.example"_s, u"Re: Printer"_s, u"I know"_s, {ours});
            mail.senderProven = proven;
            mail.article.to = to;
            return mails->arrive(mail);
        };
        QCOMPARE(fromBen(false, {{{}, u"support@desk.example"_s}}).outcome, MailOutcome::Held);
        QCOMPARE(fromBen(true, {{{}, u"support@desk.example"_s}}).outcome, MailOutcome::FollowUp);
        QCOMPARE(mails->thread(opened.ticket).last().senderRole, SenderRole::Agent);
        QCOMPARE(mails->thread(opened.ticket).last().visibility, Visibility::Internal);
        QCOMPARE(fromBen(true, {{{}, u"Rita@customer.example"_s}}).outcome, MailOutcome::FollowUp);
        QCOMPARE(mails->thread(opened.ticket).last().visibility, Visibility::Public);
        // Now he has a part in it, and who only claims to be him speaks like a customer.
        QCOMPARE(fromBen(false, {{{}, u"support@desk.example"_s}}).outcome, MailOutcome::FollowUp);
        QCOMPARE(mails->thread(opened.ticket).last().senderRole, SenderRole::Customer);
        QVERIFY(mails->history(opened.ticket).contains(u"unproven-agent"_s));
        // Nobody was written to but Rita, once.
        QCOMPARE(mails->outbox().size(), 1);
    }

    void heldMailIsDecidedAbout()
    {
        const auto mails = newDesk();
        const CommandAnswer opened = mails->arrive(mails->mail(rita, u"Printer"_s, u"Help!"_s));
        setState(*mails, opened.ticket, StateType::Solved);
        const QByteArray raw = "From: Eve <eve@partner.example>\r\nTo: support@desk.example\r\nSubject: Re: Printer [#"
                               + opened.ticketNumber.toLatin1()
                               + "]\r\nMessage-ID: <eve1@partner.example>\r\nMIME-Version: 1.0\r\n"
                                 "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nI can help\r\n--b\r\n"
                                 "Content-Type: text/plain; name=log.txt\r\nContent-Disposition: attachment\r\n\r\n"
                                 "the log\r\n--b--\r\n";
        QCOMPARE(mails->arrive(raw).outcome, MailOutcome::Held);
        QCOMPARE(mails->arrive(raw).outcome, MailOutcome::Duplicate);
        const QVector<HeldMail> held = mails->held();
        QCOMPARE(held.size(), 1);
        QCOMPARE(held[0].ticket, opened.ticket);
        QCOMPARE(held[0].from.address, u"eve@partner.example"_s);
        const CommandAnswer joined = mails->desk().submit(DecideHeldMail{held[0].id, HeldDecision::Join, {}, true});
        QCOMPARE(joined.ticket, opened.ticket);
        QCOMPARE(joined.outcome, MailOutcome::FollowUp);
        const Article article = mails->thread(opened.ticket).last();
        QCOMPARE(article.from.address, u"eve@partner.example"_s);
        QCOMPARE(article.attachments.size(), 1);
        QCOMPARE(mails->desk().expect(mails->desk().desk().blob(article.attachments.first().sha256)), "the log");
        QCOMPARE(mails->desk().expect(mails->desk().desk().blob(article.rawSha256)), raw);
        QCOMPARE(stateOf(*mails, opened.ticket), StateType::Open);
        QCOMPARE(mails->held().size(), 0);
        const Result<CommandAnswer> twice = test::await(mails->desk().desk().submit(
            Command::make(mails->desk().me(), DecideHeldMail{held[0].id, HeldDecision::Discard, {}, false})));
        QVERIFY(!twice && twice.error().code == ErrorCode::Conflict);
        // She is trusted now; of others one becomes a ticket, one is thrown away.
        const auto write = [&](const QString &from) {
            return mails->arrive(
                mails->mail(from, u"Re: Printer [#"_s + opened.ticketNumber + u']', u"Me too"_s + from));
        };
        QCOMPARE(write(u"eve@partner.example"_s).outcome, MailOutcome::FollowUp);
        QCOMPARE(write(u"mallory@evil.example"_s).outcome, MailOutcome::Held);
        QCOMPARE(write(u"oscar@else.example"_s).outcome, MailOutcome::Held);
        QHash<QString, HeldMailId> waiting;
        for (const HeldMail &one : mails->held())
            waiting.insert(one.from.address, one.id);
        mails->desk().submit(DecideHeldMail{waiting[u"mallory@evil.example"_s], HeldDecision::Discard, {}, false});
        const CommandAnswer own =
            mails->desk().submit(DecideHeldMail{waiting[u"oscar@else.example"_s], HeldDecision::OpenTicket, {}, false});
        QVERIFY(own.ticket.isValid() && own.ticket != opened.ticket);
        const MailReconciliation sums = mails->sums();
        QCOMPARE(sums.held, 0);
        QCOMPARE(sums.discarded, 1);
        QCOMPARE(sums.opened, 2);
        QCOMPARE(sums.followUps, 2);
        QCOMPARE(sums.duplicates, 1);
        QCOMPARE(test::brokenDesk(mails->desk().path()), QString());
    }
};

QTEST_GUILESS_MAIN(MailPipelineTest)
#include "mail_pipeline_test.moc"
