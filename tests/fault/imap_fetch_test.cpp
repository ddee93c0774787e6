// SPDX-License-Identifier: GPL-3.0-or-later
// What an IMAP server can do wrong while mails are listed and fetched.
#include "mail/transport/mail_transport_factory.h"
#include "support/imap_scenario.h"

#include <QTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;
using namespace imap;

namespace {

QVector<ImapScenario> lists()
{
    const auto list = u"list"_s;
    const auto found = [](const QByteArray &lines) { return hooked(say("UID SEARCH", lines + "%T OK done\r\n", 1)); };
    const auto three = [](const MailRound &round, const CollectedMail &) { return round.listed == 3; };
    return {
        {"SEARCH NO", hooked(say("UID SEARCH", "%T NO no\r\n")), list, ErrorCode::Denied, {}, {}, false, {}},
        {"SEARCH BAD", hooked(say("UID SEARCH", "%T BAD no\r\n")), list, ErrorCode::Invalid, {}, {}, false, {}},
        {"SEARCH never answered", hooked(say("UID SEARCH", "")), list, ErrorCode::Timeout, {}, {}, false, {}},
        {"SEARCH in odd order", found("* SEARCH 3 1 2\r\n"), {}, {}, {}, three, false, {}},
        {"SEARCH repeats", found("* SEARCH 1 2 2 3 3 3\r\n"), {}, {}, {}, three, false, {}},
        {"SEARCH in two answers", found("* SEARCH 1\r\n* SEARCH 2 3\r\n"), {}, {}, {}, three, false, {}},
        {"SEARCH with MODSEQ", found("* SEARCH 1 2 3 (MODSEQ 917162500)\r\n"), {}, {}, {}, three, false, {}},
        {"SEARCH with a UID beyond 32 bits",
         found("* SEARCH 1 99999999999\r\n"),
         list,
         ErrorCode::Invalid,
         {},
         {},
         false,
         {}},
        {"SEARCH with words", found("* SEARCH one two\r\n"), list, ErrorCode::Invalid, {}, {}, false, {}},
        {"SEARCH with one that is not there",
         found("* SEARCH 1 2 3 9\r\n"),
         {},
         {},
         {},
         [](const MailRound &, const CollectedMail &mail) {
             return mail.refused == QHash<QString, ErrorCode>{{u"100/9"_s, ErrorCode::NotFound}};
         },
         false,
         {}},
    };
}

QVector<ImapScenario> descriptions()
{
    const auto list = u"list"_s;
    const auto three = [](const MailRound &round, const CollectedMail &) { return round.listed == 3; };
    return {
        {"unasked responses",
         hooked(sayFirst("UID SEARCH", "* 3 EXISTS\r\n* 1 RECENT\r\n* 2 FETCH (FLAGS (\\Seen $X))\r\n"
                                       "* FLAGS (\\Seen)\r\n* XYZZY {3}\r\nabc (\"d\")\r\n* OK [ALERT] read this\r\n")),
         {},
         {},
         {},
         three,
         false,
         {}},
        {"sizes lie",
         hooked(say("UID FETCH",
                    "* 1 FETCH (UID 1 RFC822.SIZE 5)\r\n* 2 FETCH (UID 2 RFC822.SIZE 999999999)\r\n"
                    "* 3 FETCH (UID 3 RFC822.SIZE 0)\r\n%T OK done\r\n",
                    1)),
         {},
         {},
         {},
         three,
         false,
         {}},
        {"one is not described",
         hooked(say("UID FETCH", "* 1 FETCH (UID 1 RFC822.SIZE 5)\r\n%T OK done\r\n", 1)),
         {},
         {},
         {},
         three,
         false,
         {}},
        {"descriptions in odd order, twice, without UID, broken",
         hooked(say("UID FETCH",
                    "* 3 FETCH (UID 3 RFC822.SIZE 9)\r\n* 2 FETCH (RFC822.SIZE 9)\r\n* 1 FETCH (UID 1 FLAGS\r\n"
                    "* 3 FETCH (UID 3 INTERNALDATE \"today\")\r\n* 2 FETCH (UID 0)\r\n* 8 FETCH (UID 8)\r\n"
                    "%T OK done\r\n",
                    1)),
         {},
         {},
         {},
         three,
         false,
         {}},
        {"descriptions NO", hooked(say("UID FETCH", "%T NO no\r\n", 1)), list, ErrorCode::Denied, {}, {}, false, {}},
        {"answer with the tag of another command",
         hooked(say("UID SEARCH", "D99 OK done\r\n")),
         list,
         ErrorCode::Invalid,
         {},
         {},
         false,
         {}},
        {"continuation that nobody asked for",
         hooked(say("UID SEARCH", "+ go on\r\n")),
         list,
         ErrorCode::Invalid,
         {},
         {},
         false,
         {}},
        {"response line of 70 kB",
         hooked(say("UID SEARCH", "* X" + QByteArray(70'000, 'x') + "\r\n%T OK done\r\n")),
         list,
         ErrorCode::Invalid,
         u"line"_s,
         {},
         false,
         {}},
        {"responses without end",
         hooked(act("UID SEARCH",
                    [](ServerPeer &peer) {
                        const QByteArray many = QByteArray("* 3 EXISTS\r\n").repeated(5000);
                        while (peer.write(many)) {
                        }
                    })),
         list,
         ErrorCode::Internal, // too many, or too long; whichever is first
         {},
         {},
         false,
         {}},
    };
}

std::function<void(Script &)> fetched(const QByteArray &answer)
{
    return hooked(say("UID FETCH", answer, 2)); // the first describes
}

std::function<bool(const MailRound &, const CollectedMail &)> firstIs(ErrorCode code)
{
    return [code](const MailRound &, const CollectedMail &mail) {
        return mail.refused == QHash<QString, ErrorCode>{{u"100/1"_s, code}} && mail.bytes.size() == 2;
    };
}

QVector<ImapScenario> fetches()
{
    const auto fetch = u"fetch"_s;
    const QByteArray body = mailNumber(1);
    const qsizetype size = body.size();
    const auto invalid = ErrorCode::Invalid;
    return {
        {"FETCH NO", fetched("%T NO [SERVERBUG] damaged\r\n"), {}, {}, {}, firstIs(ErrorCode::Denied), false, {}},
        {"FETCH BAD", fetched("%T BAD what?\r\n"), fetch, invalid, {}, {}, false, {}},
        {"FETCH never answered", fetched(""), fetch, ErrorCode::Timeout, {}, {}, false, {}},
        {"FETCH answered with OK alone", fetched("%T OK done\r\n"), {}, {}, {}, firstIs(ErrorCode::Denied), false, {}},
        {"body NIL", fetched(fetchAnswer("NIL")), {}, {}, {}, firstIs(ErrorCode::Denied), false, {}},
        {"body as literal8", fetched(fetchAnswer('~' + asLiteral(body, size))), {}, {}, {}, {}, false, {}},
        {"body with a literal that needs no answer",
         fetched(fetchAnswer('{' + QByteArray::number(size) + "+}\r\n" + body)),
         {},
         {},
         {},
         {},
         false,
         {}},
        {"literal shorter than the body",
         fetched(fetchAnswer(asLiteral(body, size - 10))),
         fetch,
         invalid,
         {},
         {},
         false,
         {}},
        {"literal longer than the body",
         fetched(fetchAnswer(asLiteral(body, size + 10))),
         fetch,
         ErrorCode::Timeout,
         {},
         {},
         false,
         {}},
        {"literal much longer than the body",
         fetched(fetchAnswer(asLiteral(body, size + 3000))),
         fetch,
         ErrorCode::Timeout,
         {},
         {},
         false,
         {}},
        {"literal of 2^31",
         fetched(fetchAnswer(asLiteral(body, Q_INT64_C(2147483648)))),
         fetch,
         ErrorCode::Offline,
         {},
         [](const MailRound &, const CollectedMail &mail) {
             return mail.refused.value(u"100/1"_s) == ErrorCode::Invalid;
         },
         false,
         {}},
        {"literal of 2^63",
         fetched(fetchAnswer("{9223372036854775808}\r\n" + body)),
         fetch,
         invalid,
         {},
         {},
         false,
         {}},
        {"literal of a negative size", fetched(fetchAnswer("{-1}\r\n" + body)), fetch, invalid, {}, {}, false, {}},
    };
}

QVector<ImapScenario> strangeBodies()
{
    const auto fetch = u"fetch"_s;
    const QByteArray body = mailNumber(1);
    const qsizetype size = body.size();
    const auto invalid = ErrorCode::Invalid;
    return {
        {"body without UID",
         fetched("* 1 FETCH (BODY[] " + asLiteral(body, size) + ")\r\n%T OK done\r\n"),
         {},
         {},
         {},
         {},
         false,
         {}},
        {"body of another UID first",
         fetched("* 2 FETCH (UID 2 BODY[] {3}\r\nxyz)\r\n" + fetchAnswer(asLiteral(body, size))),
         {},
         {},
         {},
         {},
         false,
         {}},
        {"only the body of another UID",
         fetched(fetchAnswer("{3}\r\nxyz", 2)),
         {},
         {},
         {},
         firstIs(ErrorCode::Denied),
         false,
         {}},
        {"body twice",
         fetched("* 1 FETCH (UID 1 BODY[] " + asLiteral(body, size) + ")\r\n" + fetchAnswer(asLiteral(body, size))),
         {},
         {},
         {},
         {},
         false,
         {}},
        {"two bodies that differ",
         fetched("* 1 FETCH (UID 1 BODY[] {3}\r\nxyz)\r\n" + fetchAnswer(asLiteral(body, size))),
         fetch,
         invalid,
         {},
         {},
         false,
         {}},
        {"flags and EXPUNGE around the body",
         fetched("* 1 FETCH (FLAGS (\\Seen))\r\n* 3 EXPUNGE\r\n* 1 FETCH (FLAGS (\\Seen) BODY[] "
                 + asLiteral(body, size)
                 + " UID 1 X-GM-MSGID 12 ENVELOPE (\"a\" NIL ((NIL)) {2}\r\n))))\r\n%T OK done\r\n"),
         {},
         {},
         {},
         {},
         false,
         {}},
        {"a hundred literals",
         fetched("* 1 FETCH (UID 1 X (" + QByteArray("{1}\r\nx ").repeated(100) + "))\r\n%T OK\r\n"),
         fetch,
         invalid,
         {},
         {},
         false,
         {}},
        {"lists nested a thousand times",
         fetched("* 1 FETCH (UID 1 X " + QByteArray(1000, '(') + QByteArray(1000, ')') + ")\r\n%T OK done\r\n"),
         fetch,
         invalid,
         {},
         {},
         false,
         {}},
        {"body a byte at a time",
         hooked(act("UID FETCH",
                    [](ServerPeer &peer) {
                        peer.drip("* 1 FETCH (UID 1 RFC822.SIZE 20000 BODY[] {20000}\r\n" + QByteArray(300, 'x'), 20);
                        peer.silence();
                    })),
         u"list"_s,
         ErrorCode::Timeout,
         {},
         {},
         false,
         {}},
        {"BYE in the middle", fetched("* BYE going down\r\n"), fetch, ErrorCode::Offline, {}, {}, false, {}},
    };
}

} // namespace

class ImapFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scenario_data();
    void scenario();
    void cutAtEveryByte_data();
    void cutAtEveryByte();
    void cleanupTestCase();

private:
    std::unique_ptr<MailTransport> m_transport;
    std::unique_ptr<ImapStage> m_stage;
    QVector<ImapScenario> m_scenarios;
};

void ImapFetchTest::initTestCase()
{
    if (!TestCertificates::canBeMade())
        QSKIP("openssl is not installed");
    MailTransportOptions options;
    options.patience.answer = patienceMs;
    options.patience.connect = patienceMs;
    m_transport = makeMailTransport(options);
    m_stage = std::make_unique<ImapStage>(*m_transport);
    m_scenarios = lists() + descriptions() + fetches() + strangeBodies();
}

void ImapFetchTest::scenario_data()
{
    addImapRows(m_scenarios);
}

void ImapFetchTest::scenario()
{
    QFETCH(int, number);
    const QString wrong = m_stage->play(m_scenarios[number]);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void ImapFetchTest::cutAtEveryByte_data()
{
    QTest::addColumn<ServerPeer::Fault>("fault");
    QTest::addColumn<int>("every");
    QTest::newRow("reset") << ServerPeer::Fault::Reset << 37;
    QTest::newRow("closed") << ServerPeer::Fault::Close << 41;
    QTest::newRow("silent") << ServerPeer::Fault::Silence << 1000;
}

/// The whole of what a server says is cut at each of many bytes: in the end nothing is lost, doubled or changed.
void ImapFetchTest::cutAtEveryByte()
{
    QFETCH(ServerPeer::Fault, fault);
    QFETCH(int, every);
    const MailSecrets secrets{{MailSecret::IncomingPassword, "secret"}};
    int cuts = 0;
    for (qint64 at = 0;; at += every) {
        Script script;
        bool failed = true;
        script.begin = [&](ServerPeer &peer, int connection) {
            if (connection == 0)
                peer.failAfter(at, fault);
            return true;
        };
        ScriptedImapServer server(script);
        for (int i = 1; i <= 3; ++i)
            server.folders["INBOX"].add(mailNumber(i));
        CollectedMail collected;
        Mailbox mailbox = server.mailbox();
        mailbox.after = AfterFetch::Move;
        mailbox.moveTo = u"Done"_s;
        const MailRound first = visitMailbox(*m_transport, mailbox, secrets, &collected);
        failed = first.error.has_value();
        QVERIFY2(first.milliseconds < longestVisitMs, qPrintable(QString::number(at)));
        const MailRound second = visitMailbox(*m_transport, mailbox, secrets, &collected);
        QVERIFY2(!second.error, second.error ? qPrintable(second.error->detail) : "");
        QCOMPARE(collected.bytes.size(), 3);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(collected.bytes.value(u"100/%1"_s.arg(i)), mailNumber(i));
        server.stop();
        QVERIFY(server.folders["INBOX"].mails.isEmpty());
        QCOMPARE(server.folders["Done"].mails.size(), 3);
        if (!failed)
            break;
        ++cuts;
    }
    qInfo("cut at %d places", cuts);
    QVERIFY(cuts >= 5);
}

void ImapFetchTest::cleanupTestCase()
{
    if (m_stage)
        qInfo("%d scenarios were played", m_stage->played());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ImapFetchTest)
#include "imap_fetch_test.moc"
