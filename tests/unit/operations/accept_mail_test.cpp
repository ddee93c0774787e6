// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_desk.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class AcceptMailTest : public QObject
{
    Q_OBJECT

    static constexpr Instant sent = 1'767'225'600'000;

    AcceptMail mail(const QString &id, const QStringList &answers = {},
                    const QString &from = u"rita@customer.example"_s)
    {
        AcceptMail mail;
        mail.source = u"import"_s;
        mail.subject = u"Printer "_s + id;
        mail.article.senderRole = SenderRole::Customer;
        mail.article.channel = Channel::Email;
        mail.article.from = {u"Rita"_s, from};
        mail.article.text = u"Text of "_s + id;
        mail.article.messageId = id;
        mail.article.answeredIds = answers;
        mail.article.createdAt = sent;
        mail.article.raw = "Message-ID: <" + id.toUtf8() + ">\n\n" + from.toUtf8();
        return mail;
    }

    Result<CommandAnswer> accept(test::TestDesk &desk, const AcceptMail &mail)
    {
        Command command = Command::make({}, mail);
        command.actorKind = ActorKind::Import;
        return test::await(desk.desk().submit(command));
    }

private Q_SLOTS:
    void opensThenJoins()
    {
        test::TestDesk desk;
        const Result<CommandAnswer> first = accept(desk, mail(u"a@x"_s));
        QVERIFY(first.has_value());
        QCOMPARE(first->outcome, MailOutcome::Opened);
        const Result<CommandAnswer> second = accept(desk, mail(u"b@x"_s, {u"a@x"_s}, u"colleague@customer.example"_s));
        QVERIFY(second.has_value());
        QCOMPARE(second->outcome, MailOutcome::FollowUp);
        QCOMPARE(second->ticket, first->ticket);
        const TicketRow row = desk.row(first->ticket);
        QCOMPARE(row.head.articleCount, 2);
        QCOMPARE(row.head.createdAt, sent);
        QCOMPARE(row.requesterAddress, u"rita@customer.example"_s);
    }

    void joinsWhatCameBeforeIt()
    {
        test::TestDesk desk;
        const Result<CommandAnswer> answer = accept(desk, mail(u"late@x"_s, {u"root@x"_s}));
        const Result<CommandAnswer> sibling = accept(desk, mail(u"other@x"_s, {u"missing@x"_s, u"root@x"_s}));
        const Result<CommandAnswer> root = accept(desk, mail(u"root@x"_s));
        QVERIFY(answer.has_value() && sibling.has_value() && root.has_value());
        QCOMPARE(sibling->ticket, answer->ticket);
        QCOMPARE(root->ticket, answer->ticket);
        QCOMPARE(root->outcome, MailOutcome::FollowUp);
    }

    void knowsTheSameMail()
    {
        test::TestDesk desk;
        const Result<CommandAnswer> first = accept(desk, mail(u"a@x"_s));
        const Result<CommandAnswer> again = accept(desk, mail(u"a@x"_s));
        QVERIFY(first.has_value() && again.has_value());
        QCOMPARE(again->outcome, MailOutcome::Duplicate);
        QCOMPARE(again->ticket, first->ticket);
        QCOMPARE(again->article, first->article);
        QCOMPARE(desk.row(first->ticket).head.articleCount, 1);
        // An outsider may reuse a Message-ID: other bytes are another mail.
        AcceptMail other = mail(u"a@x"_s);
        other.article.raw += "x";
        QCOMPARE(accept(desk, other)->outcome, MailOutcome::FollowUp);
    }

    void keepsWhatIsNoMail()
    {
        test::TestDesk desk;
        AcceptMail broken = mail(QString());
        broken.problem = u"no-headers"_s;
        broken.subject = u"noise.eml"_s;
        broken.article.from = {};
        broken.article.raw = QByteArray("\0\1\2 not a mail", 14);
        broken.article.attachments = {{u"noise.eml"_s, u"application/octet-stream"_s, broken.article.raw, false, {}}};
        const Result<CommandAnswer> answer = accept(desk, broken);
        QVERIFY(answer.has_value());
        const TicketRow row = desk.row(answer->ticket);
        QCOMPARE(row.head.attachmentCount, 1);
        const ThreadPage page = desk.expect(desk.desk().thread({answer->ticket, {}, 10, {}}));
        QCOMPARE(desk.expect(desk.desk().blob(page.articles.first().attachments.first().sha256)), broken.article.raw);
        QCOMPARE(desk.expect(desk.desk().blob(page.articles.first().rawSha256)), broken.article.raw);
        // Two of them do not become one thread.
        broken.article.raw += "more";
        QVERIFY(accept(desk, broken)->ticket != answer->ticket);
    }

    void isNotForPeople()
    {
        test::TestDesk desk;
        const Result<CommandAnswer> answer = test::await(desk.desk().submit(Command::make(desk.me(), mail(u"a@x"_s))));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, ErrorCode::Denied);
    }

    void remembersRemotePictures()
    {
        test::TestDesk desk;
        AcceptMail newsletter = mail(u"n@x"_s);
        newsletter.article.html = u"<p><img src=\"deskhand-remote:0\"></p>"_s;
        newsletter.article.remoteImages = {u"https://example.com/a.png"_s, u"https://example.com/b.png"_s};
        const Result<CommandAnswer> answer = accept(desk, newsletter);
        QVERIFY(answer.has_value());
        const ThreadPage page = desk.expect(desk.desk().thread({answer->ticket, {}, 10, {}}));
        QCOMPARE(page.articles.first().remoteImages, newsletter.article.remoteImages);
    }
};

QTEST_GUILESS_MAIN(AcceptMailTest)
#include "accept_mail_test.moc"
