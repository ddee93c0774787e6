// SPDX-License-Identifier: GPL-3.0-or-later
// What an IMAP server can do wrong until a folder is open.
#include "mail/transport/mail_transport_factory.h"
#include "support/imap_scenario.h"

#include <QTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;
using namespace imap;

namespace {

QVector<ImapScenario> greetings()
{
    const auto offline = ErrorCode::Offline;
    const auto open = u"open"_s;
    return {
        {"greeting BYE", greeted("* BYE [UNAVAILABLE] full\r\n"), open, offline, {}, {}, false, {}},
        {"greeting garbage", greeted("SSH-2.0-OpenSSH\r\n"), open, ErrorCode::Invalid, u"protocol"_s, {}, false, {}},
        {"greeting of SMTP", greeted("220 mx ESMTP\r\n"), open, ErrorCode::Invalid, {}, {}, false, {}},
        {"greeting line of 70 kB",
         greeted("* OK " + QByteArray(70'000, 'x') + "\r\n"),
         open,
         ErrorCode::Invalid,
         u"line"_s,
         {},
         false,
         {}},
        {"greeting without end", greeted("* OK hel"), open, ErrorCode::Timeout, {}, {}, false, {}},
        {"greeting never", greeted(""), open, ErrorCode::Timeout, {}, {}, false, {}},
        {"greeting a byte at a time",
         begun([](ServerPeer &peer) {
             peer.drip("* OK " + QByteArray(200, 'x'), 50);
             return false;
         }),
         open,
         ErrorCode::Timeout,
         {},
         {},
         false,
         {}},
        {"closed at once", begun([](ServerPeer &) { return false; }), open, offline, {}, {}, false, {}},
        {"reset at once",
         begun([](ServerPeer &peer) {
             peer.reset();
             return false;
         }),
         open,
         offline,
         {},
         {},
         false,
         {}},
        {"greeting PREAUTH",
         [](Script &script) { script.greeting = "* PREAUTH hello\r\n"; },
         {},
         {},
         {},
         {},
         false,
         {}},
        {"greeting in pieces",
         begun([](ServerPeer &peer) { return peer.drip("* OK  ready\r\n", 5); }),
         {},
         {},
         {},
         {},
         false,
         [](Mailbox &) {}},
        {"greeting with capabilities",
         [](Script &script) { script.greeting = "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hello\r\n"; },
         {},
         {},
         {},
         {},
         false,
         {}},
        {"not IMAP4rev1",
         hooked(say("CAPABILITY", "* CAPABILITY IMAP2\r\n%T OK done\r\n")),
         open,
         ErrorCode::Invalid,
         {},
         {},
         false,
         {}},
        {"CAPABILITY BAD", hooked(say("CAPABILITY", "%T BAD what?\r\n")), open, ErrorCode::Invalid, {}, {}, false, {}},
    };
}

QVector<ImapScenario> encryptions()
{
    const auto open = u"open"_s;
    return {
        {"STARTTLS", [](Script &) {}, {}, {}, {}, {}, true, {}},
        {"STARTTLS not offered",
         [](Script &script) { script.capabilities = "IMAP4rev1 AUTH=PLAIN"; },
         open,
         ErrorCode::Denied,
         u"not-offered"_s,
         {},
         true,
         {},
         true},
        {"STARTTLS after PREAUTH",
         [](Script &script) { script.greeting = "* PREAUTH hello\r\n"; },
         open,
         ErrorCode::Denied,
         u"not-offered"_s,
         {},
         true,
         {},
         true},
        {"STARTTLS NO", hooked(say("STARTTLS", "%T NO not now\r\n")), open, ErrorCode::Denied, {}, {}, true, {}},
        {"STARTTLS BAD", hooked(say("STARTTLS", "%T BAD what?\r\n")), open, ErrorCode::Invalid, {}, {}, true, {}},
        {"STARTTLS with something injected",
         hooked(say("STARTTLS", "%T OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n")),
         open,
         ErrorCode::Denied,
         u"injected"_s,
         {},
         true,
         {}},
        {"STARTTLS, then no handshake",
         hooked(say("STARTTLS", "%T OK go\r\n")),
         open,
         ErrorCode::Timeout,
         {},
         {},
         true,
         {}},
        {"STARTTLS, then garbage",
         hooked(act("STARTTLS",
                    [](ServerPeer &peer) {
                        peer.write("D2 OK go\r\n");
                        peer.pause(50);
                        peer.write("this is not TLS at all, and never will be\r\n");
                    })),
         open,
         ErrorCode::Denied,
         {},
         {},
         true,
         {}},
        {"no such host",
         [](Script &) {},
         open,
         ErrorCode::Offline,
         u"resolve"_s,
         {},
         false,
         [](Mailbox &mailbox) { mailbox.incoming.host = u"no such host"_s; }},
        {"nobody listens",
         [](Script &) {},
         open,
         ErrorCode::Offline,
         u"connect"_s,
         {},
         false,
         [](Mailbox &mailbox) { mailbox.incoming.port = unusedPort(); }},
    };
}

QVector<ImapScenario> signIns()
{
    const auto open = u"open"_s;
    const auto no = ErrorCode::Unauthenticated;
    const auto capable = [](const QByteArray &list) { return [list](Script &script) { script.capabilities = list; }; };
    return {
        {"sign-in NO",
         hooked(say("AUTHENTICATE", "%T NO [AUTHENTICATIONFAILED] no\r\n")),
         open,
         no,
         u"sign-in"_s,
         {},
         false,
         {}},
        {"sign-in NO, server busy",
         hooked(say("AUTHENTICATE", "%T NO [UNAVAILABLE] later\r\n")),
         open,
         ErrorCode::Offline,
         {},
         {},
         false,
         {}},
        {"sign-in NO, repeating the password",
         hooked(say("AUTHENTICATE", "%T NO desk secret is wrong\r\n")),
         open,
         no,
         {},
         [](const MailRound &round, const CollectedMail &) { return !round.error->detail.contains(u"secret"_s); },
         false,
         {}},
        {"sign-in BAD", hooked(say("AUTHENTICATE", "%T BAD what?\r\n")), open, no, {}, {}, false, {}},
        {"sign-in BYE", hooked(say("AUTHENTICATE", "* BYE enough\r\n")), open, ErrorCode::Offline, {}, {}, false, {}},
        {"sign-in never answered", hooked(say("AUTHENTICATE", "")), open, ErrorCode::Timeout, {}, {}, false, {}},
        {"sign-in slow",
         hooked([](ServerPeer &peer, const Request &request) -> std::optional<QByteArray> {
             if (request.name == "AUTHENTICATE")
                 peer.pause(patienceMs / 2);
             return std::nullopt;
         }),
         {},
         {},
         {},
         {},
         false,
         {}},
        {"sign-in with challenges without end",
         hooked(act("AUTHENTICATE",
                    [](ServerPeer &peer) {
                        for (int i = 0; i < 1000 && peer.write("+ \r\n"); ++i) {
                        }
                    })),
         open,
         ErrorCode::Invalid,
         {},
         {},
         false,
         {}},
        {"LOGINDISABLED", capable("IMAP4rev1 LOGINDISABLED"), open, no, u"not-offered"_s, {}, false, {}, true},
        {"only the command LOGIN", capable("IMAP4rev1"), {}, {}, {}, {}, false, {}},
        {"no SASL-IR", capable("IMAP4rev1 AUTH=PLAIN"), {}, {}, {}, {}, false, {}},
        {"capabilities change after sign-in",
         hooked([](ServerPeer &peer, const Request &request) -> std::optional<QByteArray> {
             if (request.name == "AUTHENTICATE")
                 peer.write("* CAPABILITY IMAP4rev1\r\n");
             return std::nullopt;
         }),
         {},
         {},
         {},
         [](const MailRound &round, const CollectedMail &) { return !round.folder.canIdle; },
         false,
         {}},
        {"OAuth not offered",
         capable("IMAP4rev1 AUTH=PLAIN"),
         open,
         no,
         {},
         {},
         false,
         [](Mailbox &mailbox) { mailbox.incoming.signIn = MailSignIn::OAuth2; },
         true},
        {"a name that is two lines",
         [](Script &) {},
         open,
         no,
         {},
         {},
         false,
         [](Mailbox &mailbox) { mailbox.incoming.user = u"desk\r\nD9 LOGOUT"_s; }},
    };
}

/// SELECT with these lines in its answer.
std::function<void(Script &)> selected(const QByteArray &lines, const QByteArray &end = "%T OK [READ-WRITE] done\r\n")
{
    return hooked([=](ServerPeer &, const Request &request) -> std::optional<QByteArray> {
        if (request.connection > 0 || request.name != "SELECT")
            return std::nullopt;
        return "* 3 EXISTS\r\n" + lines + end;
    });
}

std::function<bool(const MailRound &, const CollectedMail &)> folderIs(qint64 validity, qint64 next)
{
    return [=](const MailRound &round, const CollectedMail &) {
        return round.folder.validity == validity && round.folder.nextKey == next;
    };
}

QVector<ImapScenario> folders()
{
    const auto open = u"open"_s;
    const auto valid = [](const QByteArray &number) {
        return "* OK [UIDVALIDITY " + number + "] valid\r\n* OK [UIDNEXT 4] next\r\n";
    };
    return {
        {"folder gone",
         hooked(say("SELECT", "%T NO [NONEXISTENT] gone\r\n")),
         open,
         ErrorCode::NotFound,
         u"folder"_s,
         {},
         false,
         {}},
        {"folder refused", hooked(say("SELECT", "%T NO no\r\n")), open, ErrorCode::NotFound, {}, {}, false, {}},
        {"folder not available now",
         hooked(say("SELECT", "%T NO [UNAVAILABLE] later\r\n")),
         open,
         ErrorCode::Offline,
         {},
         {},
         false,
         {}},
        {"SELECT BAD", hooked(say("SELECT", "%T BAD what?\r\n")), open, ErrorCode::Invalid, {}, {}, false, {}},
        {"SELECT BYE", hooked(say("SELECT", "* BYE going down\r\n")), open, ErrorCode::Offline, {}, {}, false, {}},
        {"another name in the configuration",
         [](Script &) {},
         open,
         ErrorCode::NotFound,
         {},
         {},
         false,
         [](Mailbox &mailbox) { mailbox.folder = u"Renamed"_s; }},
        {"folder read-only",
         selected(valid("100"), "%T OK [READ-ONLY] done\r\n"),
         u"settle"_s,
         ErrorCode::Denied,
         u"read-only"_s,
         [](const MailRound &round, const CollectedMail &) { return !round.folder.writable; },
         false,
         {}},
        {"UIDVALIDITY higher", selected(valid("101")), {}, {}, {}, folderIs(101, 4), false, {}},
        {"UIDVALIDITY lower", selected(valid("99")), {}, {}, {}, folderIs(99, 4), false, {}},
        {"UIDVALIDITY 0", selected(valid("0")), {}, {}, {}, folderIs(0, 4), false, {}},
        {"UIDVALIDITY 2^32-1", selected(valid("4294967295")), {}, {}, {}, folderIs(4294967295, 4), false, {}},
        {"UIDVALIDITY missing", selected("* OK [UIDNEXT 4] next\r\n"), {}, {}, {}, folderIs(0, 4), false, {}},
        {"UIDVALIDITY no number", selected(valid("many")), {}, {}, {}, folderIs(0, 4), false, {}},
        {"UIDVALIDITY only by STATUS",
         hooked([](ServerPeer &, const Request &request) -> std::optional<QByteArray> {
             if (request.name == "SELECT")
                 return "* 3 EXISTS\r\n%T OK done\r\n";
             if (request.name == "STATUS")
                 return "* STATUS \"INBOX\" (UIDNEXT 4 UIDVALIDITY 7)\r\n%T OK done\r\n";
             return std::nullopt;
         }),
         {},
         {},
         {},
         folderIs(7, 4),
         false,
         {}},
        {"UIDNEXT missing", selected("* OK [UIDVALIDITY 100] valid\r\n"), {}, {}, {}, folderIs(100, 4), false, {}},
        {"UIDNEXT lower than a UID",
         selected("* OK [UIDVALIDITY 100] valid\r\n* OK [UIDNEXT 2] next\r\n"),
         {},
         {},
         {},
         folderIs(100, 2),
         false,
         {}},
        {"empty folder says nothing",
         [](Script &script) { script.hook = say("UID SEARCH", "* SEARCH\r\n%T OK done\r\n"); },
         {},
         {},
         {},
         [](const MailRound &round, const CollectedMail &) { return round.listed == 0; },
         false,
         {}},
    };
}

} // namespace

class ImapOpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scenario_data();
    void scenario();
    void cleanupTestCase();

private:
    std::unique_ptr<MailTransport> m_transport;
    std::unique_ptr<ImapStage> m_stage;
    QVector<ImapScenario> m_scenarios;
};

void ImapOpeningTest::initTestCase()
{
    if (!TestCertificates::canBeMade())
        QSKIP("openssl is not installed");
    MailTransportOptions options;
    options.patience.answer = patienceMs;
    options.patience.connect = patienceMs;
    m_transport = makeMailTransport(options);
    m_stage = std::make_unique<ImapStage>(*m_transport);
    m_scenarios = greetings() + encryptions() + signIns() + folders();
}

void ImapOpeningTest::scenario_data()
{
    addImapRows(m_scenarios);
}

void ImapOpeningTest::scenario()
{
    QFETCH(int, number);
    const QString wrong = m_stage->play(m_scenarios[number]);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void ImapOpeningTest::cleanupTestCase()
{
    if (m_stage)
        qInfo("%d scenarios were played", m_stage->played());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ImapOpeningTest)
#include "imap_opening_test.moc"
