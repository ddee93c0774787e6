// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_desk.h"

#include <QtTest>

#include <functional>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

/// What may be saved of mailboxes, texts and limits, and by whom.
class MailSetupTest : public QObject
{
    Q_OBJECT

    test::TestDesk m_desk;

    static Mailbox goodMailbox()
    {
        Mailbox mailbox;
        mailbox.name = u"Support"_s;
        mailbox.address = u"support@desk.example"_s;
        mailbox.incoming.host = u"imap.desk.example"_s;
        mailbox.incoming.user = u"support"_s;
        mailbox.outgoing.host = u"smtp.desk.example"_s;
        mailbox.outgoing.user = u"support"_s;
        return mailbox;
    }

    Result<CommandAnswer> submit(const CommandBody &body, PersonId who = {})
    {
        return test::await(m_desk.desk().submit(Command::make(who.isValid() ? who : m_desk.me(), body)));
    }

    /// "field=reason" of what is wrong; empty: it was saved.
    QString problemsOf(const CommandBody &body)
    {
        const Result<CommandAnswer> answer = submit(body);
        if (answer)
            return {};
        QStringList problems;
        for (auto it = answer.error().payload.cbegin(); it != answer.error().payload.cend(); ++it)
            problems.append(it.key() + u'=' + it.value().toString());
        return problems.join(u' ');
    }

    using ChangeMailbox = std::function<void(Mailbox *)>;

    QString problemsWith(const ChangeMailbox &change)
    {
        Mailbox mailbox = goodMailbox();
        change(&mailbox);
        return problemsOf(SaveMailbox{mailbox, {}});
    }

private Q_SLOTS:
    void mailboxesAreChecked()
    {
        using M = Mailbox *;
        QCOMPARE(problemsWith([](M m) { m->name.clear(); }), u"name=required"_s);
        QCOMPARE(problemsWith([](M m) { m->address = u"support"_s; }), u"address=bad-format"_s);
        QCOMPARE(problemsWith([](M m) { m->address.clear(); }), u"address=required"_s);
        QCOMPARE(problemsWith([](M m) { m->aliases = QStringList{u"nobody"_s}; }), u"aliases=bad-format"_s);
        QCOMPARE(problemsWith([](M m) { m->queue = QueueId{999}; }), u"queue=unknown"_s);
        QCOMPARE(problemsWith([](M m) { m->incoming.host.clear(); }), u"incoming-host=required"_s);
        QCOMPARE(problemsWith([](M m) { m->incoming.host = u"imap://x"_s; }), u"incoming-host=bad-format"_s);
        QCOMPARE(problemsWith([](M m) { m->outgoing.port = 70'000; }), u"outgoing-port=out-of-range"_s);
        QCOMPARE(problemsWith([](M m) { m->outgoing.user.clear(); }), u"outgoing-user=required"_s);
        QCOMPARE(problemsWith([](M m) { m->incoming.encryption = MailEncryption::None; }),
                 u"incoming-encryption=required"_s);
        QCOMPARE(problemsWith([](M m) { m->outgoing.encryption = MailEncryption::None; }),
                 u"outgoing-encryption=required"_s);
        QCOMPARE(problemsWith([](M m) { m->pollSeconds = 4; }), u"poll-seconds=out-of-range"_s);
        QCOMPARE(problemsWith([](M m) { m->largestMail = 10; }), u"largest-mail=out-of-range"_s);
        QCOMPARE(problemsWith([](M m) { m->after = AfterFetch::Move; }), u"move-to=required"_s);
        QCOMPARE(problemsWith([](M m) { m->protocol = MailProtocol::Pop3; }), u"after=out-of-range"_s);
        QCOMPARE(problemsWith([](M m) { m->incoming.signIn = MailSignIn::OAuth2; }),
                 u"oauth-authorize-url=bad-format oauth-client-id=required oauth-token-url=bad-format"_s);
        QCOMPARE(problemsOf(SaveMailbox{goodMailbox(), {{MailSecret::IncomingPassword, QByteArray(100'000, 'x')}}}),
                 u"secret=too-long"_s);
        QVERIFY(m_desk.catalog()->mailboxes.isEmpty());
    }

    void goodOnesAreSaved()
    {
        const QString name = u"Local one"_s;
        QCOMPARE(problemsWith([&](Mailbox *m) {
                     m->name = name;
                     m->address = u" local@desk.example "_s;
                     m->incoming.host = u"127.0.0.1"_s;
                     m->incoming.encryption = MailEncryption::None;
                     m->incoming.signIn = MailSignIn::None;
                     m->aliases = QStringList{u"a@desk.example"_s, u"A@desk.example"_s, u" "_s};
                 }),
                 QString());
        const Mailbox saved = m_desk.catalog()->mailboxes.first();
        QCOMPARE(saved.address, u"local@desk.example"_s);
        QCOMPARE(saved.aliases, QStringList{u"a@desk.example"_s});
        QCOMPARE(saved.incoming.user, QString());
        // The address and the name are one mailbox's.
        QCOMPARE(problemsWith([](Mailbox *m) { m->address = u"LOCAL@desk.example"_s; }), u"address=taken"_s);
        QCOMPARE(problemsWith([&](Mailbox *m) { m->name = name.toUpper(); }), u"name=taken"_s);
        Mailbox paused = saved;
        paused.paused = true;
        QCOMPARE(problemsOf(SaveMailbox{paused, {}}), QString());
        QVERIFY(m_desk.catalog()->mailboxes.first().paused);
        Mailbox missing = goodMailbox();
        missing.id = MailboxId{999};
        QCOMPARE(submit(SaveMailbox{missing, {}}).error().code, ErrorCode::NotFound);
    }

    void textsAreChecked()
    {
        MailText text;
        text.text = u"Hello {{requester.name}}, {{ticket.nmuber}}"_s;
        QCOMPARE(problemsOf(SaveMailText{text}), u"text=unknown"_s);
        text.text = u"Hello {{ requester.name }}"_s;
        text.subject = u"{{ticket.state}}"_s;
        QCOMPARE(problemsOf(SaveMailText{text}), u"subject=unknown"_s);
        text.subject = u"{{ticket.number}}"_s;
        text.language = u"german"_s;
        QCOMPARE(problemsOf(SaveMailText{text}), u"language=bad-format"_s);
        text.language = u"de-AT"_s;
        QCOMPARE(problemsOf(SaveMailText{text}), QString());
        QCOMPARE(m_desk.catalog()->mailTexts.first().language, u"de"_s);
        QCOMPARE(problemsOf(SaveMailText{text}), u"language=taken"_s);
        MailText empty = text;
        empty.language = u"fr"_s;
        empty.text = u"  \n"_s;
        QCOMPARE(problemsOf(SaveMailText{empty}), u"text=required"_s);
        MailText signature;
        signature.kind = MailTextKind::AgentSignature;
        signature.text = u"Ada"_s;
        QCOMPARE(problemsOf(SaveMailText{signature}), u"agent=not-an-agent"_s);
        const MailTextId id = m_desk.catalog()->mailTexts.first().id;
        QCOMPARE(problemsOf(DeleteMailText{id}), QString());
        QVERIFY(m_desk.catalog()->mailTexts.isEmpty());
        QCOMPARE(submit(DeleteMailText{id}).error().code, ErrorCode::NotFound);
    }

    void limitsHaveRanges()
    {
        MailSettings settings;
        settings.undoSeconds = 601;
        QCOMPARE(problemsOf(SaveMailSettings{settings}), u"undo-seconds=out-of-range"_s);
        settings.undoSeconds = 600;
        settings.newTicketsPerAddressHour = 0;
        settings.sealKey = u"not base64"_s;
        QCOMPARE(problemsOf(SaveMailSettings{settings}),
                 u"new-tickets-per-address-hour=out-of-range seal-key=bad-format"_s);
        settings.newTicketsPerAddressHour = 1;
        settings.sealKey = QString::fromLatin1(QByteArray(32, 'k').toBase64());
        QCOMPARE(problemsOf(SaveMailSettings{settings}), QString());
        QCOMPARE(m_desk.catalog()->mailSettings, settings);
    }

    void onlyAdminsSetMailUp()
    {
        const PersonId ben = m_desk.addAgent(u"Ben Agent"_s);
        const auto denied = [&](const CommandBody &body) {
            const Result<CommandAnswer> answer = submit(body, ben);
            return !answer && answer.error().code == ErrorCode::Denied;
        };
        Mailbox other = goodMailbox();
        other.address = u"other@desk.example"_s;
        QVERIFY(denied(SaveMailbox{other, {}}));
        QVERIFY(denied(SaveMailSettings{}));
        QVERIFY(denied(AcceptMail{}));
        QVERIFY(denied(RecordDelivery{}));
        MailText text;
        text.text = u"Hello"_s;
        QVERIFY(denied(SaveMailText{text}));
        // One's own signature is one's own affair, and nobody else's.
        MailText mine;
        mine.kind = MailTextKind::AgentSignature;
        mine.agent = ben;
        mine.text = u"Ben"_s;
        const Result<CommandAnswer> saved = submit(SaveMailText{mine}, ben);
        QVERIFY(saved.has_value());
        mine.agent = m_desk.me();
        QVERIFY(denied(SaveMailText{mine}));
        const CommandAnswer admins = m_desk.submit(SaveMailText{mine});
        mine.id = MailTextId{admins.id};
        mine.agent = ben;
        QVERIFY(denied(SaveMailText{mine})); // not by taking it over, either
        QVERIFY(denied(DeleteMailText{mine.id}));
        QVERIFY(submit(DeleteMailText{MailTextId{saved->id}}, ben).has_value());
    }
};

QTEST_GUILESS_MAIN(MailSetupTest)
#include "mail_setup_test.moc"
