// SPDX-License-Identifier: GPL-3.0-or-later
// What an IMAP server can do wrong with mails that are safe already, and while somebody waits for more.
#include "mail/transport/mail_transport_factory.h"
#include "support/imap_scenario.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;
using namespace imap;

namespace {

const MailSecrets settleSecrets{{MailSecret::IncomingPassword, "secret"}};

/// What becomes of three mails, of which the first two are settled, in a first session and then in a second one.
struct SettleCase {
    QByteArray name;
    AfterFetch after = AfterFetch::Move;
    Hook hook;
    QByteArray capabilities;       ///< empty: all
    std::optional<ErrorCode> code; ///< of the first settle(); nothing: it goes well
    int inbox = 1;                 ///< mails there in the end
    int target = 2;                ///< at least, in the folder that is moved to
    int mostTarget = 2;            ///< copies that a cut can leave behind included
};

QVector<SettleCase> settleCases()
{
    const QByteArray noMove = "IMAP4rev1 AUTH=PLAIN UIDPLUS";
    const QByteArray bare = "IMAP4rev1 AUTH=PLAIN";
    const auto cutBefore = [](const QByteArray &name) { return act(name, [](ServerPeer &peer) { peer.reset(); }); };
    return {
        {"MOVE", AfterFetch::Move, {}, {}, {}, 1, 2, 2},
        {"MOVE NO", AfterFetch::Move, say("UID MOVE", "%T NO no\r\n"), {}, ErrorCode::Denied, 1, 2, 2},
        {"MOVE BAD", AfterFetch::Move, say("UID MOVE", "%T BAD no\r\n"), {}, ErrorCode::Invalid, 1, 2, 2},
        {"MOVE never answered", AfterFetch::Move, say("UID MOVE", ""), {}, ErrorCode::Timeout, 1, 2, 2},
        {"MOVE OK without effect", AfterFetch::Move, say("UID MOVE", "%T OK done\r\n"), {}, {}, 1, 2, 2},
        {"MOVE cut before", AfterFetch::Move, cutBefore("UID MOVE"), {}, ErrorCode::Offline, 1, 2, 2},
        {"quota of the archive",
         AfterFetch::Move,
         say("UID MOVE", "%T NO [OVERQUOTA] full\r\n"),
         {},
         ErrorCode::Denied,
         1,
         2,
         2},
        {"folder cannot be made",
         AfterFetch::Move,
         say("CREATE", "%T NO [NOPERM] no\r\n"),
         {},
         ErrorCode::Denied,
         1,
         2,
         2},
        {"folder is there in the meantime",
         AfterFetch::Move,
         [](ServerPeer &, const Request &request) -> std::optional<QByteArray> {
             if (request.name == "UID MOVE" && request.nth == 1 && request.connection == 0)
                 return "%T NO [TRYCREATE] no\r\n";
             return std::nullopt;
         },
         {},
         {},
         1,
         2,
         2},
        {"no MOVE", AfterFetch::Move, {}, noMove, {}, 1, 2, 2},
        {"no MOVE, COPY NO", AfterFetch::Move, say("UID COPY", "%T NO no\r\n"), noMove, ErrorCode::Denied, 1, 2, 2},
        {"no MOVE, cut before COPY", AfterFetch::Move, cutBefore("UID COPY"), noMove, ErrorCode::Offline, 1, 2, 2},
        {"no MOVE, cut after COPY", AfterFetch::Move, cutBefore("UID STORE"), noMove, ErrorCode::Offline, 1, 2, 4},
        {"no MOVE, STORE NO", AfterFetch::Move, say("UID STORE", "%T NO no\r\n"), noMove, ErrorCode::Denied, 1, 2, 4},
        {"no MOVE, cut after STORE", AfterFetch::Move, cutBefore("UID EXPUNGE"), noMove, ErrorCode::Offline, 1, 2, 2},
        {"no MOVE and no UIDPLUS", AfterFetch::Move, {}, bare, {}, 3, 2, 2},
        {"delete", AfterFetch::Delete, {}, {}, {}, 1, 0, 0},
        {"delete, EXPUNGE NO", AfterFetch::Delete, say("UID EXPUNGE", "%T NO no\r\n"), {}, ErrorCode::Denied, 1, 0, 0},
        {"delete, cut after STORE", AfterFetch::Delete, cutBefore("UID EXPUNGE"), {}, ErrorCode::Offline, 1, 0, 0},
        {"delete without UIDPLUS", AfterFetch::Delete, {}, bare, {}, 3, 0, 0},
        {"flag", AfterFetch::Flag, {}, {}, {}, 3, 0, 0},
        {"flag NO", AfterFetch::Flag, say("UID STORE", "%T NO no\r\n"), {}, ErrorCode::Denied, 3, 0, 0},
        {"flag OK without effect", AfterFetch::Flag, say("UID STORE", "%T OK done\r\n"), {}, {}, 3, 0, 0},
        {"flag, effect without OK", AfterFetch::Flag, cutBefore("UID STORE"), {}, ErrorCode::Offline, 3, 0, 0},
        {"leave", AfterFetch::Leave, {}, {}, {}, 3, 0, 0},
    };
}

} // namespace

class ImapSettleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void settles_data();
    void settles();
    void othersMayBeQuicker();
    void whatOthersMarkedStays();
    void idleTells();
    void idleIsRenewed();
    void idleFlood();
    void idleDropped();
    void idleBye();
    void idleRefused();
    void newsDuringOtherWorkAreNotSleptOver();
    void stopsWithinASecond_data();
    void stopsWithinASecond();
    void twoMillionMails();
    void emptyMailbox();
    void twoAtOneMailbox();

private:
    std::unique_ptr<MailInbox> open(const ScriptedImapServer &server, const KeepGoing &keepGoing = {});

    std::unique_ptr<MailTransport> m_transport;
};

void ImapSettleTest::initTestCase()
{
    MailTransportOptions options;
    options.patience.answer = patienceMs;
    options.patience.connect = patienceMs;
    options.patience.idleRenewal = 300;
    m_transport = makeMailTransport(options);
}

std::unique_ptr<MailInbox> ImapSettleTest::open(const ScriptedImapServer &server, const KeepGoing &keepGoing)
{
    auto opened = m_transport->openInbox(server.mailbox(), settleSecrets, keepGoing, {});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    return std::move(*opened);
}

void ImapSettleTest::settles_data()
{
    QTest::addColumn<int>("number");
    const QVector<SettleCase> cases = settleCases();
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.constData()) << i;
}

void ImapSettleTest::settles()
{
    QFETCH(int, number);
    const SettleCase what = settleCases()[number];
    Script script;
    script.hook = what.hook;
    if (!what.capabilities.isEmpty())
        script.capabilities = what.capabilities;
    ScriptedImapServer server(script);
    for (int i = 1; i <= 3; ++i)
        server.folders["INBOX"].add(mailNumber(i));
    Mailbox mailbox = server.mailbox();
    mailbox.after = what.after;
    mailbox.moveTo = u"Erledigt/Größe & Co"_s;
    for (int round = 0; round < 2; ++round) {
        const auto inbox = m_transport->openInbox(mailbox, settleSecrets, {}, {});
        QVERIFY(inbox);
        const auto mails = (*inbox)->list(1);
        QVERIFY(mails);
        QVector<RemoteMail> safe;
        for (const RemoteMail &mail : *mails) {
            if (mail.key != u"3"_s)
                safe.append(mail);
        }
        const auto settled = (*inbox)->settle(safe);
        if (round == 1)
            QVERIFY2(settled, settled ? "" : qPrintable(settled.error().detail));
        else
            QCOMPARE(settled ? std::optional<ErrorCode>() : settled.error().code, what.code);
    }
    server.stop();
    QVERIFY(!server.heard().contains("EXPUNGE"));
    QCOMPARE(server.folders["INBOX"].mails.size(), what.inbox);
    const qsizetype moved = server.folders.value("Erledigt/Gr&APYA3w-e &- Co").mails.size();
    QVERIFY2(moved >= what.target && moved <= what.mostTarget, qPrintable(QString::number(moved)));
    QCOMPARE(server.folders["INBOX"].mails.last().bytes, mailNumber(3));
    QVERIFY(server.folders["INBOX"].mails.last().flags.isEmpty());
}

void ImapSettleTest::othersMayBeQuicker()
{
    ScriptedImapServer server({});
    for (int i = 1; i <= 3; ++i)
        server.folders["INBOX"].add(mailNumber(i));
    const auto inbox = open(server);
    const auto mails = *inbox->list(1);
    {
        const auto guard = server.lock();
        server.folders["INBOX"].mails.removeFirst();
    }
    QCOMPARE(inbox->fetch(mails[0], roundLargestMail).error().code, ErrorCode::NotFound);
    QCOMPARE(*inbox->fetch(mails[1], roundLargestMail), mailNumber(2));
    QVERIFY(inbox->settle(mails));
}

void ImapSettleTest::whatOthersMarkedStays()
{
    ScriptedImapServer server({});
    for (int i = 1; i <= 3; ++i)
        server.folders["INBOX"].add(mailNumber(i));
    server.folders["INBOX"].mails[2].flags = {"\\DELETED"};
    Mailbox mailbox = server.mailbox();
    mailbox.after = AfterFetch::Delete;
    const auto inbox = m_transport->openInbox(mailbox, settleSecrets, {}, {});
    const auto mails = *(*inbox)->list(1);
    QVERIFY((*inbox)->settle(mails.mid(0, 2)));
    server.stop();
    QCOMPARE(server.folders["INBOX"].mails.size(), 1);
    QCOMPARE(server.folders["INBOX"].mails[0].bytes, mailNumber(3));
}

void ImapSettleTest::idleTells()
{
    ScriptedImapServer server({});
    const auto inbox = open(server);
    QVERIFY(inbox->folder().canIdle);
    QVERIFY(inbox->list(1)->isEmpty());
    QCOMPARE(inbox->waitForMail(0).value_or(true), false);
    {
        const auto guard = server.lock();
        server.folders["INBOX"].add(mailNumber(1));
    }
    QCOMPARE(inbox->waitForMail(30).value_or(false), true);
    QCOMPARE(inbox->list(1)->size(), 1);
}

void ImapSettleTest::idleIsRenewed()
{
    ScriptedImapServer server({});
    const auto inbox = open(server);
    QCOMPARE(inbox->waitForMail(1).value_or(true), false);
    QVERIFY(server.heard().count("IDLE") >= 3);
}

void ImapSettleTest::idleFlood()
{
    Script script;
    script.hook = [](ServerPeer &peer, const Request &request) -> std::optional<QByteArray> {
        if (request.name != "IDLE")
            return std::nullopt;
        peer.write("+ idling\r\n");
        QByteArray flood;
        for (int i = 1; i <= 100'000; ++i)
            flood += "* " + QByteArray::number(i) + " EXISTS\r\n";
        peer.write(flood);
        return peer.readLine() == "DONE" ? "%T OK done\r\n" : "";
    };
    ScriptedImapServer server(script);
    const auto transport = makeMailTransport(); // with the patience of every day
    const auto inbox = transport->openInbox(server.mailbox(), settleSecrets, {}, {});
    QVERIFY(inbox);
    const auto came = (*inbox)->waitForMail(600);
    QVERIFY2(came, came ? "" : qPrintable(came.error().detail));
    QVERIFY(*came);
    QVERIFY((*inbox)->list(1));
}

void ImapSettleTest::idleDropped()
{
    Script script;
    script.hook = act("IDLE", [](ServerPeer &peer) {
        peer.write("+ idling\r\n");
        peer.silence();
    });
    ScriptedImapServer server(script);
    const auto inbox = open(server);
    const auto came = inbox->waitForMail(1);
    QVERIFY(!came);
    QCOMPARE(came.error().code, ErrorCode::Timeout);
}

void ImapSettleTest::idleBye()
{
    Script script;
    script.hook = say("IDLE", "+ idling\r\n* BYE going down\r\n");
    ScriptedImapServer server(script);
    const auto inbox = open(server);
    const auto came = inbox->waitForMail(30);
    QVERIFY(!came);
    QCOMPARE(came.error().code, ErrorCode::Offline);
}

void ImapSettleTest::idleRefused()
{
    Script script;
    script.hook = say("IDLE", "%T NO not for you\r\n");
    ScriptedImapServer server(script);
    const auto inbox = open(server);
    QCOMPARE(inbox->waitForMail(1).value_or(false), true);
    QVERIFY(!inbox->folder().canIdle);
    QVERIFY(inbox->list(1));
}

void ImapSettleTest::newsDuringOtherWorkAreNotSleptOver()
{
    Script script;
    script.hook = sayFirst("UID STORE", "* 2 EXISTS\r\n");
    ScriptedImapServer server(script);
    server.folders["INBOX"].add(mailNumber(1));
    const auto inbox = open(server);
    const auto mails = *inbox->list(1);
    QVERIFY(inbox->settle(mails));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(inbox->waitForMail(30).value_or(false), true);
    QVERIFY(timer.elapsed() < 5000);
}

void ImapSettleTest::stopsWithinASecond_data()
{
    QTest::addColumn<QByteArray>("silentAt");
    for (const char *name : {"CAPABILITY", "AUTHENTICATE", "SELECT", "UID SEARCH", "UID FETCH", "IDLE"})
        QTest::newRow(name) << QByteArray(name);
}

void ImapSettleTest::stopsWithinASecond()
{
    QFETCH(QByteArray, silentAt);
    std::atomic<bool> stopped = false;
    Script script;
    script.hook = act(silentAt, [&](ServerPeer &peer) {
        if (silentAt == "IDLE")
            peer.write("+ idling\r\n");
        stopped = true;
        peer.silence();
    });
    ScriptedImapServer server(script);
    server.folders["INBOX"].add(mailNumber(1));
    const auto transport = makeMailTransport(); // with the patience of every day
    QElapsedTimer timer;
    timer.start();
    const auto walk = [&]() -> Error {
        auto inbox = transport->openInbox(server.mailbox(), settleSecrets, [&] { return !stopped; }, {});
        if (!inbox)
            return inbox.error();
        const auto mails = (*inbox)->list(1);
        if (!mails)
            return mails.error();
        const auto bytes = (*inbox)->fetch(mails->first(), roundLargestMail);
        if (!bytes)
            return bytes.error();
        const auto came = (*inbox)->waitForMail(600);
        return came ? Error{} : came.error();
    };
    QCOMPARE(walk().code, ErrorCode::Cancelled);
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
}

/// A folder that nobody has ever tidied up: it comes in portions, and nobody waits between them.
void ImapSettleTest::twoMillionMails()
{
    constexpr quint32 most = 2'000'000;
    Script script;
    script.hook = [](ServerPeer &peer, const Request &request) -> std::optional<QByteArray> {
        const QByteArray first = request.arguments.left(request.arguments.indexOf(' '));
        if (request.name == "SELECT")
            return "* 2000000 EXISTS\r\n* OK [UIDVALIDITY 1] v\r\n* OK [UIDNEXT 2000001] n\r\n%T OK done\r\n";
        if (request.name == "UID SEARCH") {
            QByteArray line = "* SEARCH";
            const quint32 from = request.arguments.mid(4).split(':').first().toUInt();
            for (quint32 uid = from; uid <= most; ++uid)
                line += ' ' + QByteArray::number(uid);
            peer.write(line + "\r\n");
            return "%T OK done\r\n";
        }
        if (request.name != "UID FETCH")
            return std::nullopt;
        const QByteArrayList ends = first.split(':');
        QByteArray lines;
        for (quint32 uid = ends.first().toUInt(); uid <= ends.last().toUInt(); ++uid) {
            lines += "* " + QByteArray::number(uid) + " FETCH (UID " + QByteArray::number(uid)
                     + " RFC822.SIZE 2000 INTERNALDATE \"01-Jan-2020 00:00:00 +0000\")\r\n";
        }
        return lines + "%T OK done\r\n";
    };
    ScriptedImapServer server(script);
    MailTransportOptions patient;
    const auto transport = makeMailTransport(patient);
    auto inbox = *transport->openInbox(server.mailbox(), settleSecrets, {}, {});
    QCOMPARE(inbox->folder().messages, most);
    qint64 next = 1;
    for (int round = 0; round < 3; ++round) {
        const auto mails = inbox->list(next);
        QVERIFY(mails);
        QCOMPARE(mails->size(), 10'000);
        QCOMPARE(mails->first().key, QString::number(next));
        QCOMPARE(mails->last().size, 2000);
        next = mails->last().key.toLongLong() + 1;
        QCOMPARE(inbox->waitForMail(600).value_or(false), true);
    }
    const auto last = inbox->list(most - 4);
    QVERIFY(last);
    QCOMPARE(last->size(), 5);
}

void ImapSettleTest::emptyMailbox()
{
    ScriptedImapServer server({});
    const auto inbox = open(server);
    QCOMPARE(inbox->folder().messages, 0);
    QVERIFY(inbox->list(1)->isEmpty());
    QVERIFY(inbox->settle({}));
    QVERIFY(inbox->finish());
}

void ImapSettleTest::twoAtOneMailbox()
{
    ScriptedImapServer server({});
    for (int i = 1; i <= 3; ++i)
        server.folders["INBOX"].add(mailNumber(i));
    Mailbox mailbox = server.mailbox();
    mailbox.after = AfterFetch::Delete;
    auto one = *m_transport->openInbox(mailbox, settleSecrets, {}, {});
    auto other = *m_transport->openInbox(mailbox, settleSecrets, {}, {});
    const auto first = *one->list(1);
    const auto second = *other->list(1);
    QCOMPARE(first.size(), 3);
    QCOMPARE(second.size(), 3);
    QVERIFY(one->settle(first.mid(0, 2)));
    QCOMPARE(other->fetch(second[0], roundLargestMail).error().code, ErrorCode::NotFound);
    QCOMPARE(*other->fetch(second[2], roundLargestMail), mailNumber(3));
    QVERIFY(other->settle(second));
    server.stop();
    QVERIFY(server.folders["INBOX"].mails.isEmpty());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ImapSettleTest)
#include "imap_settle_test.moc"
