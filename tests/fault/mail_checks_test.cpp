// SPDX-License-Identifier: GPL-3.0-or-later
// The buttons that try a mailbox: each step is told as it ends, the first that fails is the last, and nothing is
// changed on the server.
#include "mail/transport/mail_transport_factory.h"
#include "support/scripted_imap_server.h"
#include "support/scripted_pop3_server.h"
#include "support/scripted_smtp_server.h"

#include <QTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const MailSecrets checkSecrets{{MailSecret::IncomingPassword, "secret"}, {MailSecret::OutgoingPassword, "secret"}};
const QStringList allSteps{u"resolve"_s, u"connect"_s, u"tls"_s, u"sign-in"_s, u"folder"_s, u"list"_s};

QStringList namesOfSteps(const QVector<MailTestStep> &steps)
{
    QStringList names;
    for (const MailTestStep &step : steps)
        names.append(step.name);
    return names;
}

/// Something that is wrong with a mailbox or its server, and the step that must say so.
struct CheckCase {
    QByteArray name;
    std::function<void(Mailbox &)> change;
    ScriptedImapServer::Hook hook;
    QString failing; ///< empty: none
    QString words;   ///< in its detail
};

ScriptedImapServer::Hook saying(const QByteArray &command, const QByteArray &answer)
{
    return [=](ServerPeer &, const ScriptedImapServer::Request &request) -> std::optional<QByteArray> {
        return request.name == command ? std::optional(answer) : std::nullopt;
    };
}

QVector<CheckCase> checkCases()
{
    return {
        {"right", {}, {}, {}, {}},
        {"host", [](Mailbox &box) { box.incoming.host = u"no such host"_s; }, {}, u"resolve"_s, u"offline"_s},
        {"port", [](Mailbox &box) { box.incoming.port = unusedPort(); }, {}, u"connect"_s, u"connect"_s},
        {"no STARTTLS", [](Mailbox &box) { box.incoming.encryption = MailEncryption::StartTls; },
         [](ServerPeer &, const ScriptedImapServer::Request &request) -> std::optional<QByteArray> {
             return request.name == "CAPABILITY" ? std::optional<QByteArray>("* CAPABILITY IMAP4rev1\r\n%T OK done\r\n")
                                                 : std::nullopt;
         },
         u"tls"_s, u"not-offered"_s},
        {"TLS where there is none",
         [](Mailbox &box) { box.incoming.encryption = MailEncryption::Tls; },
         {},
         u"tls"_s,
         u"tls"_s},
        {"no password", [](Mailbox &box) { box.incoming.user.clear(); }, {}, u"sign-in"_s, u"unauthenticated"_s},
        {"wrong password",
         {},
         saying("AUTHENTICATE", "%T NO [AUTHENTICATIONFAILED] wrong\r\n"),
         u"sign-in"_s,
         u"wrong"_s},
        {"nobody signed in by OAuth",
         [](Mailbox &box) { box.incoming.signIn = MailSignIn::OAuth2; },
         {},
         u"sign-in"_s,
         u"refresh-token"_s},
        {"folder", [](Mailbox &box) { box.folder = u"Nowhere"_s; }, {}, u"folder"_s, u"not-found"_s},
        {"list", {}, saying("UID SEARCH", "%T NO [NOPERM] not you\r\n"), u"list"_s, u"not you"_s},
    };
}

} // namespace

class MailChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void imap_data();
    void imap();
    void pop3();
    void smtp_data();
    void smtp();
    void nothingIsChanged();

private:
    std::unique_ptr<MailTransport> m_transport;
};

void MailChecksTest::initTestCase()
{
    MailTransportOptions options;
    options.patience.answer = 1000;
    m_transport = makeMailTransport(options);
}

void MailChecksTest::imap_data()
{
    QTest::addColumn<int>("number");
    const QVector<CheckCase> cases = checkCases();
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.constData()) << i;
}

void MailChecksTest::imap()
{
    QFETCH(int, number);
    const CheckCase what = checkCases()[number];
    ScriptedImapServer::Script script;
    script.hook = what.hook;
    ScriptedImapServer server(script);
    server.folders["INBOX"].add("Subject: x\r\n\r\nx\r\n");
    Mailbox mailbox = server.mailbox();
    if (what.change)
        what.change(mailbox);
    QStringList told;
    const auto steps =
        m_transport->testInbox(mailbox, checkSecrets, {}, [&](const MailTestStep &step) { told.append(step.name); });
    QCOMPARE(told, namesOfSteps(steps));
    QCOMPARE(told, allSteps.mid(0, told.size()));
    for (qsizetype i = 0; i + 1 < steps.size(); ++i)
        QVERIFY2(steps[i].done, qPrintable(steps[i].name + u' ' + steps[i].detail));
    QVERIFY(!steps.last().detail.contains(u"secret"_s));
    QCOMPARE(steps.last().done, what.failing.isEmpty());
    if (what.failing.isEmpty()) {
        QCOMPARE(told, allSteps);
        QCOMPARE(steps.last().detail, u"1 mails"_s);
        return;
    }
    QCOMPARE(steps.last().name, what.failing);
    QVERIFY2(steps.last().detail.contains(what.words), qPrintable(steps.last().detail));
}

void MailChecksTest::pop3()
{
    ScriptedPop3Server server({});
    server.mails = {{"a", "x\r\n"}, {"b", "y\r\n"}};
    const auto steps = m_transport->testInbox(server.mailbox(), checkSecrets, {}, {});
    QCOMPARE(namesOfSteps(steps), allSteps);
    QCOMPARE(steps.last().detail, u"2 mails"_s);
    QCOMPARE(server.mails.size(), 2);
}

void MailChecksTest::smtp_data()
{
    QTest::addColumn<SmtpStage>("stage");
    QTest::addColumn<QString>("failing");
    QTest::newRow("greeting") << SmtpStage::Greeting << u"sign-in"_s;
    QTest::newRow("EHLO") << SmtpStage::Ehlo << u"sign-in"_s;
    QTest::newRow("AUTH") << SmtpStage::Auth << u"sign-in"_s;
    QTest::newRow("MAIL") << SmtpStage::Mail << u"sender"_s;
    QTest::newRow("RCPT") << SmtpStage::Rcpt << QString(); // nobody is asked for
}

void MailChecksTest::smtp()
{
    QFETCH(SmtpStage, stage);
    QFETCH(QString, failing);
    SmtpTrouble trouble;
    trouble.stage = stage;
    trouble.fault = SmtpFault::Permanent;
    ScriptedSmtpServer::Script script;
    script.troubles = {trouble};
    ScriptedSmtpServer server(script);
    const auto steps = m_transport->testOutlet(server.mailbox(), checkSecrets, {}, {});
    QCOMPARE(steps.last().done, failing.isEmpty());
    QCOMPARE(steps.last().name, failing.isEmpty() ? u"sender"_s : failing);
    if (!failing.isEmpty())
        QVERIFY2(steps.last().detail.contains(u"554 5.3.0 never"_s), qPrintable(steps.last().detail));
    QVERIFY(server.taken().isEmpty());
    QVERIFY(!server.heard().contains("DATA"));
}

void MailChecksTest::nothingIsChanged()
{
    ScriptedImapServer server({});
    server.folders["INBOX"].add("Subject: x\r\n\r\nx\r\n");
    static_cast<void>(m_transport->testInbox(server.mailbox(), checkSecrets, {}, {}));
    const QByteArrayList heard = server.heard();
    for (const char *changing : {"UID STORE", "UID MOVE", "UID COPY", "EXPUNGE", "UID EXPUNGE", "CLOSE", "CREATE"})
        QVERIFY2(!heard.contains(changing), changing);
    server.stop();
    QVERIFY(server.folders["INBOX"].mails.first().flags.isEmpty());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::MailChecksTest)
#include "mail_checks_test.moc"
