// SPDX-License-Identifier: GPL-3.0-or-later
// What a raw mail asks of the desk.
#include "mail/gmime_codec.h"

#include "work_clock.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

AcceptMail reading(const QByteArray &raw, const Mailbox &mailbox = {})
{
    return makeMailCodec()->read(raw, u"support"_s, &mailbox);
}

const QByteArray dsn = R"(From: MAILER-DAEMON@mx.example.org
To: support@contoso.example
Subject: Undelivered Mail Returned to Sender
In-Reply-To: <dh.1.a.b@contoso.example>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; ana@mailbox.example.org
Original-Recipient: rfc822;Ana@Example.org
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp; 550 5.1.1 <ana@mailbox.example.org>: Recipient
    address rejected: User unknown

Final-Recipient: rfc822; bob@example.org
Action: delayed
Status: 4.4.1
Will-Retry-Until: Tue, 21 Nov 2023 22:13:20 +0000

Final-Recipient: rfc822; cleo+2B1@example.org
Action: relayed
Status: 2.0.0

--b
Content-Type: message/rfc822

Message-ID: <dh.1.a.b@contoso.example>
From: support@contoso.example
To: ana@example.org

Hello
--b--
)";

} // namespace

class GmimeCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMailOfACustomer()
    {
        Mailbox mailbox;
        mailbox.id = MailboxId(7);
        mailbox.queue = QueueId(3);
        const AcceptMail mail =
            reading("From: Ana <ana@example.org>\nTo: support@contoso.example\n"
                    "Cc: Bob <bob@example.org>, SUPPORT@contoso.example\nDelivered-To: in@contoso.example\n"
                    "Reply-To: team@example.org\nMessage-ID: <n@example.org>\nSubject: Printer\n"
                    "In-Reply-To: <b@x>\nReferences: <a@x> <b@x>\nX-Deskhand-Loop: a@b.example, c@d.example\n"
                    "\nThe printer does not print and I do not know why, could you have a look at it?\n",
                    mailbox);
        QCOMPARE(mail.nature, MailNature::Human);
        QCOMPARE(mail.mailbox, mailbox.id);
        QCOMPARE(mail.queue, mailbox.queue);
        QCOMPARE(mail.source, u"support"_s);
        QCOMPARE(mail.addressedTo,
                 (QStringList{u"support@contoso.example"_s, u"bob@example.org"_s, u"in@contoso.example"_s}));
        QCOMPARE(mail.replyTo, QStringList{u"team@example.org"_s});
        QCOMPARE(mail.article.answeredIds, (QStringList{u"b@x"_s, u"a@x"_s}));
        QCOMPARE(mail.loopChain, (QStringList{u"a@b.example"_s, u"c@d.example"_s}));
        QCOMPARE(mail.language, u"en"_s);
        QVERIFY(!mail.thanks && !mail.senderProven && !mail.article.automatic && mail.reported.isEmpty());
    }

    void natures_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("nature");
        const auto row = [](const char *name, const char *headers, MailNature nature) {
            QTest::newRow(name) << QByteArray(headers) << int(nature);
        };
        row("a person", "From: a@x.org\n", MailNature::Human);
        row("Auto-Submitted: no", "From: a@x.org\nAuto-Submitted: no (really)\n", MailNature::Human);
        row("a person by way of a list", "From: a@x.org\nList-Id: <l.x.org>\nPrecedence: list\n", MailNature::Human);
        row("a person's Exchange", "From: a@x.org\nX-Auto-Response-Suppress: DR, OOF, AutoReply\n", MailNature::Human);
        row("auto-replied", "From: a@x.org\nAuto-Submitted: auto-replied\n", MailNature::AutoReply);
        row("a vacation note", "From: a@x.org\nSubject: Out of office: back on Monday\n", MailNature::AutoReply);
        row("X-Autoreply", "From: a@x.org\nX-Autoreply: yes\n", MailNature::AutoReply);
        row("auto-generated", "From: a@x.org\nAuto-Submitted: auto-generated\n", MailNature::Automatic);
        row("bulk", "From: a@x.org\nPrecedence: bulk\n", MailNature::Automatic);
        row("a newsletter", "From: a@x.org\nList-Unsubscribe: <https://x.org>\n", MailNature::Automatic);
        row("noreply", "From: no-reply@x.org\n", MailNature::Automatic);
        row("no return path", "Return-Path: <>\nFrom: a@x.org\n", MailNature::Automatic);
        row("a receipt",
            "From: a@x.org\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n",
            MailNature::OtherReport);
        row("an abuse report",
            "From: a@x.org\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n",
            MailNature::OtherReport);
        row("a bounce without a form", "From: MAILER-DAEMON@x.org\nSubject: failure notice\n",
            MailNature::DeliveryReport);
    }

    void natures()
    {
        QFETCH(QByteArray, headers);
        QFETCH(int, nature);
        const AcceptMail mail = reading(headers + "\nThe text\n");
        QCOMPARE(int(mail.nature), nature);
        QCOMPARE(mail.article.automatic, mail.nature != MailNature::Human);
    }

    void thanksIsAllThatItSays()
    {
        const QByteArray from = "From: a@x.org\n";
        const QByteArray quote = "\n\nOn Mon, Feb 1, 2016 at 6:32 PM, Support <s@x.org> wrote:\n> Is it solved?\n";
        QVERIFY(reading(from + "\nThank you!\n" + quote).thanks);
        QVERIFY(!reading(from + "\nThank you! But does it work on the other one?\n" + quote).thanks);
        QVERIFY(!reading(from + "Auto-Submitted: auto-replied\n\nThank you!\n").thanks);
        QVERIFY(!reading(from
                         + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThank you!\n--b\nContent-Type: "
                           "application/pdf; name=a.pdf\n\nx\n--b--\n")
                     .thanks);
    }

    void aDeliveryReport()
    {
        const AcceptMail mail = reading(dsn);
        QCOMPARE(mail.nature, MailNature::DeliveryReport);
        QCOMPARE(mail.reportedIds, QStringList{u"dh.1.a.b@contoso.example"_s});
        const QVector<ReportedRecipient> expected{
            {u"Ana@Example.org"_s, DeliveryState::Bounced, u"5.1.1"_s,
             u"550 5.1.1 <ana@mailbox.example.org>: Recipient address rejected: User unknown"_s},
            {u"bob@example.org"_s, DeliveryState::Delayed, u"4.4.1"_s, QString()},
            {u"cleo+1@example.org"_s, DeliveryState::Sent, u"2.0.0"_s, QString()}};
        QCOMPARE(mail.reported.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QCOMPARE(mail.reported[i].address, expected[i].address);
            QCOMPARE(mail.reported[i].state, expected[i].state);
            QCOMPARE(mail.reported[i].status, expected[i].status);
            QCOMPARE(mail.reported[i].reply, expected[i].reply);
        }
    }

    void aBounceThatSomebodyPassesOnIsAPersons()
    {
        QByteArray raw = dsn;
        raw.replace("multipart/report; report-type=delivery-status;", "multipart/mixed;")
            .replace("MAILER-DAEMON@mx.example.org", "Ana <ana@example.org>")
            .replace("Undelivered Mail Returned to Sender", "Fwd: Undelivered Mail Returned to Sender");
        const AcceptMail mail = reading(raw);
        QCOMPARE(mail.nature, MailNature::Human);
        QVERIFY(mail.reported.isEmpty());
        QCOMPARE(mail.article.attachments.size(), 2);
    }

    void goodNewsIsAReportToo()
    {
        QByteArray raw = dsn;
        raw.replace("Action: failed\nStatus: 5.0.0", "Action: delivered\nStatus: 2.0.0")
            .replace("Action: delayed\nStatus: 4.4.1", "Action: expanded\nStatus: 2.0.0")
            .replace("550 5.1.1", "250 2.1.5");
        const AcceptMail mail = reading(raw);
        QCOMPARE(mail.nature, MailNature::DeliveryReport);
        for (const ReportedRecipient &one : mail.reported)
            QCOMPARE(one.state, DeliveryState::Sent);
    }

    void serversWithWordsOfTheirOwn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reported");
        const auto row = [](const char *name, const char *text, const QString &reported) {
            QTest::newRow(name) << QByteArray(text) << reported;
        };
        row("qmail",
            "Hi. This is the qmail-send program at mx.example.jp.\nI'm afraid I wasn't able to deliver your "
            "message.\n\n"
            "<joe@example.org>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 No such user\n\n"
            "<kim@example.org>:\nSorry, the mailbox is full. (#5.2.2)\n\n--- Below this line is a copy of the "
            "message.\n\n"
            "Return-Path: <a@b.org>\nMessage-ID: <own@contoso.example>\nTo: joe@example.org\n",
            u"joe@example.org 7 5.1.1, kim@example.org 7 5.2.2"_s);
        row("Exim",
            "A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent "
            "error. "
            "The following address(es) failed:\n\n  joe@example.org\n    host mx [192.0.2.20]: 554 5.7.1 Rejected\n\n"
            "------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <a@b.org>\n"
            "Message-ID: <own@contoso.example>\n",
            u"joe@example.org 7 5.7.1"_s);
        row("Exim warns",
            "This message was created automatically by mail delivery software.\nA message that you sent has not yet "
            "been "
            "delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\nThe address to "
            "which the "
            "message has not yet been delivered is:\n\n  joe@example.org\n    Delay reason: connection timed out\n\nNo "
            "action is "
            "required on your part. Delivery attempts will continue for\nsome time.\n",
            u"joe@example.org 5 4.4.1"_s);
        row("Exchange",
            "Your message\n\n  To:      joe@example.com\n  Subject: Cat\n\ndid not reach the following "
            "recipient(s):\n\n"
            "joe@example.org on Thu, 29 Apr 2010 00:00:00 -0000\n    The recipient name is not recognized, unknown "
            "user\n",
            u"joe@example.org 7 5.1.1"_s);
        row("Domino",
            "Your message\n\n  Subject: Test\n\nwas not delivered to:\n\n  joe@example.org\n\nbecause:\n\n"
            "  User joe (joe@example.org) not listed in Domino Directory\n",
            u"joe@example.org 7 5.1.1"_s);
        row("Gmail",
            "Delivery to the following recipient failed permanently:\n\n     joe@example.org\n\nTechnical details:\n"
            "The error that the other server returned was:\n550 5.1.1 User Unknown\n\n----- Original message -----\n\n"
            "Message-ID: <own@contoso.example>\nFrom: a@b.org\n",
            u"joe@example.org 7 5.1.1"_s);
    }

    void serversWithWordsOfTheirOwn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, reported);
        const AcceptMail mail = reading("From: MAILER-DAEMON@mx.example\nTo: support@contoso.example\n"
                                        "Subject: Mail delivery failed\n\n"
                                        + text);
        QCOMPARE(mail.nature, MailNature::DeliveryReport);
        QStringList found;
        for (const ReportedRecipient &one : mail.reported)
            found.append(u"%1 %2 %3"_s.arg(one.address).arg(int(one.state)).arg(one.status));
        QCOMPARE(found.join(u", "_s), reported);
        if (text.contains("own@contoso.example"))
            QCOMPARE(mail.reportedIds, QStringList{u"own@contoso.example"_s});
    }

    void textThatIsTooLongToBeShownIsAFile()
    {
        const QByteArray text = QByteArray("one more line of a very long mail\n").repeated(50'000);
        const AcceptMail mail = reading("From: a@x.org\nSubject: s\n\n" + text + "the last one");
        QVERIFY(mail.problem.isEmpty() && mail.article.text.size() >= 1024 * 1024);
        QCOMPARE(mail.article.attachments.size(), 1);
        QVERIFY(mail.article.attachments.first().bytes.endsWith("the last one"));
    }

    void whatIsTooMuchKeepsItsFile_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("problem");
        QByteArray addresses = "To: ";
        for (int i = 0; i < 500'000; ++i)
            addresses += "someone" + QByteArray::number(i) + "@example.org,\r\n ";
        QTest::newRow("500,000 addresses")
            << "From: a@x.org\nSubject: s\n" + addresses + "\n\nText" << u"headers-too-large"_s;
        QTest::newRow("a million parts") << "From: a@x.org\nSubject: s\nContent-Type: multipart/mixed; boundary=b\n\n"
                                                + QByteArray("--b\n\n\n").repeated(1'000'000)
                                         << u"too-many-parts"_s;
        QByteArray deep = "From: a@x.org\nSubject: s\n";
        for (int i = 0; i < 10'000; ++i) {
            const QByteArray boundary = "b" + QByteArray::number(i);
            deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
        }
        QTest::newRow("10,000 deep") << deep + "\nText\n" << u"too-many-parts"_s;
        QTest::newRow("no mail") << QByteArray("\x7f\x45LF\x02\x01 noise\n\n\xff\xfe") << u"no-headers"_s;
        QTest::newRow("a report with a million recipients")
            << "From: mailer-daemon@x.org\nSubject: s\nContent-Type: message/delivery-status\n\n"
                   + QByteArray("\nFinal-Recipient: rfc822; a@b.org\nAction: failed\n").repeated(1'000'000)
            << QString();
        QTest::newRow("words without an end") << "From: mailer-daemon@x.org\nSubject: failure notice\n\nuser unknown\n"
                                                     + QByteArray("<a@b.org>: to to to to@to@").repeated(400'000)
                                              << QString();
        QTest::newRow("Authentication-Results without an end")
            << "Authentication-Results: mx;" + QByteArray("(((\\").repeated(60'000) + "\nFrom: a@x.org\n\nx"
            << QString();
    }

    void whatIsTooMuchKeepsItsFile()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, problem);
        Mailbox mailbox;
        mailbox.authservId = u"mx"_s;
        const deskhand::test::WorkClock clock;
        const AcceptMail mail = reading(raw, mailbox);
        QVERIFY2(clock.elapsed() < deskhand::test::mostMilliseconds, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(mail.problem, problem);
        QVERIFY(mail.reported.size() <= 1000);
        QCOMPARE(mail.article.raw, raw);
        if (!problem.isEmpty()) {
            QVERIFY(!mail.subject.isEmpty());
            QCOMPARE(mail.article.attachments.last().bytes, raw);
        }
    }
};

QTEST_APPLESS_MAIN(GmimeCodecTest)
#include "gmime_codec_test.moc"
