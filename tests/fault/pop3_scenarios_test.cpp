// SPDX-License-Identifier: GPL-3.0-or-later
// What a POP3 server can do wrong. As with IMAP: the first visit ends in time and as expected, and after a second one
// that meets no trouble every mail is here with its exact bytes and gone from the server.
#include "mail/transport/mail_transport_factory.h"
#include "support/mail_rounds.h"
#include "support/scripted_pop3_server.h"

#include <QTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

using Pop3Script = ScriptedPop3Server::Script;

constexpr int patienceMs = 700;
const MailSecrets pop3Secrets{{MailSecret::IncomingPassword, "secret"}};

struct Pop3Scenario {
    QByteArray name;
    std::function<void(Pop3Script &)> spoil;
    QString step; ///< where the first visit ends; empty: it goes well
    ErrorCode code = ErrorCode::Internal;
    bool startTls = false;
    bool staysWrong = false;
};

QByteArray popMail(int number)
{
    return "Subject: mail " + QByteArray::number(number) + "\r\n\r\n.\r\n..\r\n.dots\r\n"
           + QByteArray(number * 900, 'p') + "\r\n\xff end" + QByteArray(1, '\0') + "\r\n";
}

/// In the first connection, instead of the right answer to this line.
std::function<void(Pop3Script &)> say(const QByteArray &begin, const QByteArray &answer)
{
    return [=](Pop3Script &script) {
        script.hook = [=](ServerPeer &, const QByteArray &line, int connection) -> std::optional<QByteArray> {
            return connection == 0 && line.startsWith(begin) ? std::optional(answer) : std::nullopt;
        };
    };
}

std::function<void(Pop3Script &)> cut(const QByteArray &begin)
{
    return [=](Pop3Script &script) {
        script.hook = [=](ServerPeer &peer, const QByteArray &line, int connection) -> std::optional<QByteArray> {
            if (connection > 0 || !line.startsWith(begin))
                return std::nullopt;
            peer.reset();
            return QByteArray();
        };
    };
}

std::function<void(Pop3Script &)> greeted(const QByteArray &greeting)
{
    return [=](Pop3Script &script) {
        script.begin = [=](ServerPeer &peer, int connection) {
            if (connection > 0)
                return true;
            peer.write(greeting);
            peer.silence();
            return false;
        };
    };
}

QVector<Pop3Scenario> pop3Scenarios()
{
    const auto open = u"open"_s;
    const auto fetch = u"fetch"_s;
    const auto no = ErrorCode::Unauthenticated;
    return {
        {"right", [](Pop3Script &) {}, {}, {}, false, false},
        {"greeting -ERR", greeted("-ERR go away\r\n"), open, ErrorCode::Offline, false, false},
        {"greeting garbage", greeted("* OK IMAP\r\n"), open, ErrorCode::Invalid, false, false},
        {"greeting never", greeted(""), open, ErrorCode::Timeout, false, false},
        {"greeting of 70 kB", greeted("+OK " + QByteArray(70'000, 'x')), open, ErrorCode::Invalid, false, false},
        {"no CAPA", say("CAPA", "-ERR what?\r\n"), {}, {}, false, false},
        {"CAPA without end", say("CAPA", "+OK\r\n" + QByteArray("X\r\n").repeated(1000)), open, ErrorCode::Invalid,
         false, false},
        {"STLS not offered, STARTTLS wished", [](Pop3Script &) {}, open, ErrorCode::Denied, true, true},
        {"sign-in refused", say("AUTH", "-ERR [AUTH] no\r\n"), open, no, false, false},
        {"sign-in, in use", say("AUTH", "-ERR [IN-USE] somebody is there\r\n"), open, ErrorCode::Offline, false, false},
        {"sign-in garbage", say("AUTH", "250 hello\r\n"), open, ErrorCode::Invalid, false, false},
        {"sign-in cut", cut("AUTH"), open, ErrorCode::Offline, false, false},
        {"no SASL",
         [](Pop3Script &script) {
             script.capabilities = {"USER", "UIDL"};
         },
         {},
         {},
         false,
         false},
        {"no way to sign in", [](Pop3Script &script) { script.capabilities = {"UIDL"}; }, open, no, false, true},
        {"no UIDL", say("UIDL", "-ERR what?\r\n"), open, ErrorCode::Invalid, false, false},
        {"UIDL garbage", say("UIDL", "+OK\r\nhello\r\n.\r\n"), open, ErrorCode::Invalid, false, false},
        {"UIDL without end", say("UIDL", "+OK\r\n1 a\r\n"), open, ErrorCode::Timeout, false, false},
        {"UIDL leaves one out", say("UIDL", "+OK\r\n1 id1\r\n3 id3\r\n.\r\n"), {}, {}, false, false},
        {"LIST refused", say("LIST", "-ERR no\r\n"), {}, {}, false, false},
        {"LIST lies", say("LIST", "+OK\r\n1 5\r\n2 99999999\r\n3 -7\r\nx y\r\n.\r\n"), {}, {}, false, false},
        {"RETR refused", say("RETR 2", "-ERR cannot read it\r\n"), {}, {}, false, false},
        {"RETR refused for now", say("RETR 2", "-ERR [SYS/TEMP] later\r\n"), fetch, ErrorCode::Offline, false, false},
        {"RETR garbage", say("RETR 2", "hello\r\n"), fetch, ErrorCode::Invalid, false, false},
        {"RETR without end", say("RETR 2", "+OK\r\nSubject: half\r\n"), fetch, ErrorCode::Timeout, false, false},
        {"RETR never answered", say("RETR 2", ""), fetch, ErrorCode::Timeout, false, false},
        {"RETR cut", cut("RETR 2"), fetch, ErrorCode::Offline, false, false},
        {"DELE refused", say("DELE 2", "-ERR no\r\n"), u"settle"_s, ErrorCode::Denied, false, false},
        {"DELE cut", cut("DELE 3"), u"settle"_s, ErrorCode::Offline, false, false},
        {"QUIT refused", say("QUIT", "-ERR some are not deleted\r\n"), u"finish"_s, ErrorCode::Denied, false, false},
        {"QUIT cut", cut("QUIT"), u"finish"_s, ErrorCode::Offline, false, false},
    };
}

} // namespace

class Pop3ScenariosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scenario_data();
    void scenario();
    void sameIdTwice();
    void withoutQuitNothingIsDeleted();
    void tooLarge();
    void cutAtEveryByte();

private:
    std::unique_ptr<MailTransport> m_transport;
    const QVector<Pop3Scenario> m_scenarios = pop3Scenarios();
};

void Pop3ScenariosTest::initTestCase()
{
    MailTransportOptions options;
    options.patience.answer = patienceMs;
    m_transport = makeMailTransport(options);
}

void Pop3ScenariosTest::scenario_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < m_scenarios.size(); ++i)
        QTest::newRow(m_scenarios[i].name.constData()) << i;
}

void Pop3ScenariosTest::scenario()
{
    QFETCH(int, number);
    const Pop3Scenario &scenario = m_scenarios[number];
    Pop3Script script;
    scenario.spoil(script);
    ScriptedPop3Server server(script);
    for (int i = 1; i <= 3; ++i)
        server.mails.append({"id" + QByteArray::number(i), popMail(i)});
    Mailbox mailbox = server.mailbox();
    if (scenario.startTls)
        mailbox.incoming.encryption = MailEncryption::StartTls;
    CollectedMail collected;
    const MailRound first = visitMailbox(*m_transport, mailbox, pop3Secrets, &collected);
    const QString told = first.error ? errorCodeName(first.error->code) + u' ' + first.error->detail : u"well"_s;
    QVERIFY2(first.step == scenario.step, qPrintable(first.step + u' ' + told));
    if (first.error)
        QVERIFY2(first.error->code == scenario.code, qPrintable(told));
    QVERIFY(first.milliseconds < 9000);
    if (scenario.staysWrong)
        return;
    const MailRound second = visitMailbox(*m_transport, mailbox, pop3Secrets, &collected);
    QVERIFY2(!second.error, second.error ? qPrintable(second.error->detail) : "");
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(collected.bytes.value(u"0/id%1"_s.arg(i)), popMail(i));
    server.stop();
    QVERIFY(server.mails.isEmpty());
}

/// No server should do that; where one does, neither mail is taken for the other.
void Pop3ScenariosTest::sameIdTwice()
{
    ScriptedPop3Server server({});
    server.mails = {{"id", popMail(1)}, {"id", popMail(2)}, {"other", popMail(3)}};
    CollectedMail collected;
    QVERIFY(!visitMailbox(*m_transport, server.mailbox(), pop3Secrets, &collected).error);
    QCOMPARE(collected.bytes.size(), 3);
    const QList<QByteArray> bytes = collected.bytes.values();
    for (int i = 1; i <= 3; ++i)
        QVERIFY(bytes.contains(popMail(i)));
}

void Pop3ScenariosTest::withoutQuitNothingIsDeleted()
{
    ScriptedPop3Server server({});
    server.mails = {{"id", popMail(1)}};
    {
        const auto inbox = m_transport->openInbox(server.mailbox(), pop3Secrets, {}, {});
        QVERIFY(inbox);
        QVERIFY((*inbox)->settle(*(*inbox)->list(1)));
    }
    const auto guard = server.lock();
    QCOMPARE(server.mails.size(), 1);
}

void Pop3ScenariosTest::tooLarge()
{
    ScriptedPop3Server server({});
    server.mails = {{"large", QByteArray("x\r\n").repeated(100'000)}, {"small", popMail(1)}};
    const auto inbox = m_transport->openInbox(server.mailbox(), pop3Secrets, {}, {});
    QVERIFY(inbox);
    const auto mails = *(*inbox)->list(1);
    const auto large = (*inbox)->fetch(mails[0], 10'000);
    QVERIFY(!large);
    QCOMPARE(large.error().payload.value(u"reason"_s).toString(), u"too-large"_s);
    QCOMPARE(*(*inbox)->fetch(mails[1], 10'000), popMail(1));
    QCOMPARE(*(*inbox)->fetch(mails[0], server.mails[0].bytes.size()), server.mails[0].bytes); // just so large
}

void Pop3ScenariosTest::cutAtEveryByte()
{
    int cuts = 0;
    for (qint64 at = 0;; at += 61) {
        Pop3Script script;
        script.begin = [at](ServerPeer &peer, int connection) {
            if (connection == 0)
                peer.failAfter(at, at % 2 == 0 ? ServerPeer::Fault::Reset : ServerPeer::Fault::Close);
            return true;
        };
        ScriptedPop3Server server(script);
        for (int i = 1; i <= 3; ++i)
            server.mails.append({"id" + QByteArray::number(i), popMail(i)});
        CollectedMail collected;
        const MailRound first = visitMailbox(*m_transport, server.mailbox(), pop3Secrets, &collected);
        const MailRound second = visitMailbox(*m_transport, server.mailbox(), pop3Secrets, &collected);
        QVERIFY2(!second.error, second.error ? qPrintable(second.error->detail) : "");
        QCOMPARE(collected.bytes.size(), 3);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(collected.bytes.value(u"0/id%1"_s.arg(i)), popMail(i));
        server.stop();
        QVERIFY(server.mails.isEmpty());
        if (!first.error)
            break;
        ++cuts;
    }
    qInfo("%lld scenarios, cut at %d places", qlonglong(m_scenarios.size()), cuts);
    QVERIFY(cuts > 50);
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::Pop3ScenariosTest)
#include "pop3_scenarios_test.moc"
