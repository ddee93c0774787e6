// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/accept_mail_json.h"

#include <QtTest>

namespace deskhand {

class AcceptMailJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingButBytesComesBack()
    {
        AcceptMail mail = fullMail();
        const Result<AcceptMail> read = acceptMailFromJson(acceptMailToJson(mail));
        QVERIFY(read);
        QCOMPARE(read->source, mail.source);
        QCOMPARE(read->subject, mail.subject);
        QCOMPARE(read->queue, mail.queue);
        QCOMPARE(read->problem, mail.problem);
        QCOMPARE(read->mailbox, mail.mailbox);
        QCOMPARE(read->arrival, mail.arrival);
        QCOMPARE(read->nature, mail.nature);
        QCOMPARE(read->autoResponseSigns, mail.autoResponseSigns);
        QCOMPARE(read->loopChain, mail.loopChain);
        QVERIFY(read->reported == mail.reported);
        QCOMPARE(read->reportedIds, mail.reportedIds);
        QCOMPARE(read->addressedTo, mail.addressedTo);
        QCOMPARE(read->replyTo, mail.replyTo);
        QCOMPARE(read->senderProven, mail.senderProven);
        QCOMPARE(read->thanks, mail.thanks);
        QCOMPARE(read->language, mail.language);
    }

    void theArticleComesBack()
    {
        const NewArticle article = fullMail().article;
        const Result<AcceptMail> mail = acceptMailFromJson(acceptMailToJson(fullMail()));
        QVERIFY(mail);
        const NewArticle &read = mail->article;
        QCOMPARE(read.visibility, article.visibility);
        QCOMPARE(read.senderRole, article.senderRole);
        QCOMPARE(read.channel, article.channel);
        QCOMPARE(read.author, article.author);
        QVERIFY(read.from == article.from);
        QVERIFY(read.to == article.to);
        QVERIFY(read.cc == article.cc);
        QCOMPARE(read.subject, article.subject);
        QCOMPARE(read.text, article.text);
        QCOMPARE(read.quotedText, article.quotedText);
        QCOMPARE(read.html, article.html);
        QCOMPARE(read.quotedHtml, article.quotedHtml);
        QCOMPARE(read.createdAt, article.createdAt);
        QCOMPARE(read.messageId, article.messageId);
        QCOMPARE(read.answeredIds, article.answeredIds);
        QCOMPARE(read.remoteImages, article.remoteImages);
        QCOMPARE(read.automatic, article.automatic);
        QVERIFY(read.raw.isEmpty());
        QCOMPARE(read.attachments.size(), 1);
        QCOMPARE(read.attachments[0].name, article.attachments[0].name);
        QCOMPARE(read.attachments[0].type, article.attachments[0].type);
        QCOMPARE(read.attachments[0].isInline, article.attachments[0].isInline);
        QCOMPARE(read.attachments[0].contentId, article.attachments[0].contentId);
        QVERIFY(read.attachments[0].bytes.isEmpty());
    }

    void nothingStaysNothing()
    {
        const Result<AcceptMail> read = acceptMailFromJson(acceptMailToJson(AcceptMail{}));
        QVERIFY(read);
        QCOMPARE(acceptMailToJson(*read), acceptMailToJson(AcceptMail{}));
        QCOMPARE(read->article.visibility, Visibility::Public);
        QVERIFY(read->article.to.isEmpty());
    }

    void bytesAreNotKept()
    {
        const QByteArray json = acceptMailToJson(fullMail());
        QVERIFY(!json.contains("RAWBYTES"));
        QVERIFY(!json.contains("FILEBYTES"));
    }

    void whatIsNoObjectIsCorrupt()
    {
        for (const char *json : {"", "[]", "{", "7"})
            QCOMPARE(acceptMailFromJson(json).error().code, ErrorCode::Corrupt);
    }

private:
    static AcceptMail fullMail()
    {
        AcceptMail mail;
        mail.source = QStringLiteral("support");
        mail.subject = QStringLiteral("Ärger \"mit\" Ünicode 接続");
        NewArticle &article = mail.article;
        article.visibility = Visibility::Internal;
        article.senderRole = SenderRole::Customer;
        article.channel = Channel::Email;
        article.author = PersonId{3};
        article.from = {QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
        article.to = {{QStringLiteral("Support"), QStringLiteral("support@desk.example")}, {{}, QStringLiteral("a@b")}};
        article.cc = {{{}, QStringLiteral("c@d")}};
        article.subject = QStringLiteral("Re: x");
        article.text = QStringLiteral("line\nline\t\\");
        article.quotedText = QStringLiteral("> quote");
        article.html = QStringLiteral("<p>line</p>");
        article.quotedHtml = QStringLiteral("<blockquote>quote</blockquote>");
        article.createdAt = 1'772'441'000'000;
        article.messageId = QStringLiteral("m@customer.example");
        article.answeredIds = {QStringLiteral("a@x"), QStringLiteral("b@x")};
        article.remoteImages = {QStringLiteral("https://x.example/1.png")};
        article.raw = "RAWBYTES";
        article.automatic = true;
        article.attachments = {
            {QStringLiteral("a.txt"), QStringLiteral("text/plain"), "FILEBYTES", true, QStringLiteral("cid")}};
        mail.queue = QueueId{4};
        mail.problem = QStringLiteral("too-deep");
        mail.mailbox = MailboxId{5};
        mail.arrival = MailArrivalId{9'007'199'254'740'991};
        mail.nature = MailNature::DeliveryReport;
        mail.autoResponseSigns = {QStringLiteral("precedence")};
        mail.loopChain = {QStringLiteral("desk-1"), QStringLiteral("desk-2")};
        mail.reported = {
            {QStringLiteral("x@y"), DeliveryState::Delayed, QStringLiteral("4.2.2"), QStringLiteral("full")},
            {QStringLiteral("z@y"), DeliveryState::Bounced, QStringLiteral("5.1.1"), QString()}};
        mail.reportedIds = {QStringLiteral("r@x")};
        mail.addressedTo = {QStringLiteral("support@desk.example")};
        mail.replyTo = {QStringLiteral("other@customer.example")};
        mail.senderProven = true;
        mail.thanks = true;
        mail.language = QStringLiteral("de");
        return mail;
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::AcceptMailJsonTest)
#include "accept_mail_json_test.moc"
