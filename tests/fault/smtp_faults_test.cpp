// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve stages of sending times six faults: what is known of the mail then, and that another attempt with the same
// bytes makes it right. The same table says what the desk does.
#include "mail/transport/mail_transport_factory.h"
#include "support/scripted_smtp_server.h"
#include "support/test_certificates.h"

#include <QElapsedTimer>
#include <QTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 700;
constexpr int longestAttemptMs = 9000;
const MailSecrets smtpSecrets{{MailSecret::OutgoingPassword, "secret"}};

/// What somebody who sends knows after an attempt.
enum class Verdict {
    Again,   ///< an Error, nothing handed over: the same bytes later
    Stop,    ///< an Error that does not go away by itself: tell somebody
    Later,   ///< the server said "not now" of the recipients
    Failed,  ///< the server said "never"
    Unknown, ///< it may have the mail: the same bytes later, with the same Message-ID
    Partial, ///< one recipient has it, the other has not
    Sent,
};

struct Attempt {
    Verdict verdict = Verdict::Again;
    QString told;
    qint64 milliseconds = 0;
    std::optional<SmtpOutcome> outcome;
};

QByteArray sampleBytes(qsizetype size)
{
    QByteArray bytes = "From: desk@example.test\r\nMessage-ID: <1@example.test>\r\n\r\n.\r\n..dots\r\n.end\r\n";
    while (bytes.size() < size)
        bytes += QByteArray(76, 'x') + "\r\n";
    return bytes;
}

QVector<MailAddress> recipients(int count = 2)
{
    QVector<MailAddress> result;
    for (int i = 1; i <= count; ++i)
        result.append({QString(), u"ann%1@example.test"_s.arg(i)});
    return result;
}

/// The first line that a server has heard that begins so.
QByteArray lineOf(ScriptedSmtpServer &server, const QByteArray &begin)
{
    for (const QByteArray &line : server.heard()) {
        if (line.startsWith(begin))
            return line;
    }
    return {};
}

Verdict verdictOf(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout ? Verdict::Again : Verdict::Stop;
}

Verdict verdictOf(const SmtpOutcome &outcome)
{
    if (outcome.unknown)
        return Verdict::Unknown;
    const DeliveryState first = outcome.recipients.first().state;
    for (const RecipientDelivery &recipient : outcome.recipients) {
        if (recipient.state != first)
            return Verdict::Partial;
    }
    return first == DeliveryState::Sent     ? Verdict::Sent
           : first == DeliveryState::Failed ? Verdict::Failed
                                            : Verdict::Later;
}

/// The table: rows by stage, columns 4xx, 5xx, reset, silence, garbage, a byte at a time.
const Verdict expectedVerdicts[smtpStageCount][smtpFaultCount] = {
    /* connect   */ {Verdict::Again, Verdict::Stop, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* greeting  */ {Verdict::Again, Verdict::Stop, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* EHLO      */ {Verdict::Again, Verdict::Stop, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* STARTTLS  */ {Verdict::Again, Verdict::Stop, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* handshake */ {Verdict::Stop, Verdict::Stop, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Stop},
    /* EHLO 2    */ {Verdict::Again, Verdict::Stop, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* AUTH      */ {Verdict::Again, Verdict::Stop, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* MAIL      */ {Verdict::Later, Verdict::Failed, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* RCPT      */ {Verdict::Later, Verdict::Failed, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* DATA      */ {Verdict::Later, Verdict::Failed, Verdict::Again, Verdict::Again, Verdict::Stop, Verdict::Again},
    /* body      */ {Verdict::Later, Verdict::Failed, Verdict::Again, Verdict::Unknown, Verdict::Again, Verdict::Again},
    /* final dot */
    {Verdict::Later, Verdict::Failed, Verdict::Unknown, Verdict::Unknown, Verdict::Unknown, Verdict::Unknown},
};

} // namespace

class SmtpFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void matrix_data();
    void matrix();
    void someRecipients_data();
    void someRecipients();
    void severalMailsInOneSession();
    void enoughBetweenMails();
    void sizeIsRespected();
    void whatTheServerCannotTake();
    void answersOutOfStep();
    void manyRecipients();
    void dangerousAddresses();
    void waysOfSigningIn_data();
    void waysOfSigningIn();
    void nothingWithoutTls();
    void stopsWithinASecond();
    void dotsAndLineEnds();

private:
    Attempt attempt(const Mailbox &mailbox, const QByteArray &bytes, const QVector<MailAddress> &to = recipients());
    [[nodiscard]] Mailbox mailboxOf(const ScriptedSmtpServer &server) const;

    TestCertificates m_certificates;
    TestCertificates::Authority m_authority;
    ServerTls m_tls;
    std::unique_ptr<MailTransport> m_transport;
};

void SmtpFaultsTest::initTestCase()
{
    if (!TestCertificates::canBeMade())
        QSKIP("openssl is not installed");
    m_authority = m_certificates.newAuthority();
    const auto certificate = m_certificates.newCertificate(m_authority, u"127.0.0.1"_s);
    m_tls = {certificate.certificate, certificate.key};
    MailTransportOptions options;
    options.patience = {patienceMs, patienceMs, patienceMs, 1000};
    m_transport = makeMailTransport(options);
}

Mailbox SmtpFaultsTest::mailboxOf(const ScriptedSmtpServer &server) const
{
    Mailbox mailbox = server.mailbox();
    mailbox.outgoing.caFile = m_authority.certificate;
    return mailbox;
}

Attempt SmtpFaultsTest::attempt(const Mailbox &mailbox, const QByteArray &bytes, const QVector<MailAddress> &to)
{
    QElapsedTimer timer;
    timer.start();
    Attempt result;
    const auto fail = [&](const Error &error) {
        result.verdict = verdictOf(error);
        result.told = errorCodeName(error.code) + u' ' + error.where + u' ' + error.detail;
    };
    const auto outlet = m_transport->openOutlet(mailbox, smtpSecrets, {}, {});
    if (!outlet) {
        fail(outlet.error());
    } else if (const auto outcome = (*outlet)->send(bytes, u"desk@example.test"_s, to); !outcome) {
        fail(outcome.error());
    } else {
        result.verdict = verdictOf(*outcome);
        result.outcome = *outcome;
        result.told = outcome->recipients.first().reply;
    }
    result.milliseconds = timer.elapsed();
    return result;
}

void SmtpFaultsTest::matrix_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("fault");
    for (int stage = 0; stage < smtpStageCount; ++stage) {
        for (int fault = 0; fault < smtpFaultCount; ++fault)
            QTest::addRow("%s: %s", smtpStageName(SmtpStage(stage)).constData(),
                          smtpFaultName(SmtpFault(fault)).constData())
                << stage << fault;
    }
}

void SmtpFaultsTest::matrix()
{
    QFETCH(int, stage);
    QFETCH(int, fault);
    const Verdict expected = expectedVerdicts[stage][fault];
    SmtpTrouble trouble;
    trouble.stage = SmtpStage(stage);
    trouble.fault = SmtpFault(fault);
    trouble.connection = 0;
    ScriptedSmtpServer::Script script;
    script.keywords[1] = "SIZE 50000000";
    script.tls = m_tls;
    script.troubles = {trouble};
    ScriptedSmtpServer server(script);
    // At "body" it must be more than the buffers on the way hold.
    const QByteArray bytes = sampleBytes(trouble.stage == SmtpStage::Body ? 24'000'000 : 2000);
    const Attempt first = attempt(mailboxOf(server), bytes);
    QVERIFY2(first.verdict == expected,
             qPrintable(u"%1 instead of %2: %3"_s.arg(int(first.verdict)).arg(int(expected)).arg(first.told)));
    QVERIFY2(first.milliseconds < longestAttemptMs, qPrintable(QString::number(first.milliseconds)));
    QVERIFY2(!first.told.contains(u"secret"_s) && !first.told.contains(u"c2VjcmV0"_s), qPrintable(first.told));
    if (expected == Verdict::Later || expected == Verdict::Failed) {
        for (const RecipientDelivery &recipient : first.outcome->recipients)
            QCOMPARE(recipient.status, expected == Verdict::Later ? u"4.3.0"_s : u"5.3.0"_s);
    }
    const bool hadIt = !server.taken().isEmpty();
    QVERIFY(!hadIt || expected == Verdict::Unknown);
    const Attempt second = attempt(mailboxOf(server), bytes);
    QVERIFY2(second.verdict == Verdict::Sent, qPrintable(second.told));
    const QVector<TakenMail> taken = server.taken();
    QCOMPARE(taken.size(), hadIt ? 2 : 1);
    for (const TakenMail &mail : taken)
        QVERIFY(mail.bytes == bytes);
    QCOMPARE(taken.last().recipients, QByteArrayList({"ann1@example.test", "ann2@example.test"}));
}

void SmtpFaultsTest::someRecipients_data()
{
    QTest::addColumn<int>("recipient");
    QTest::addColumn<int>("fault");
    for (int recipient = 1; recipient <= 3; ++recipient) {
        for (int fault = 0; fault < smtpFaultCount; ++fault)
            QTest::addRow("recipient %d: %s", recipient, smtpFaultName(SmtpFault(fault)).constData())
                << recipient << fault;
    }
}

void SmtpFaultsTest::someRecipients()
{
    QFETCH(int, recipient);
    QFETCH(int, fault);
    SmtpTrouble trouble;
    trouble.stage = SmtpStage::Rcpt;
    trouble.fault = SmtpFault(fault);
    trouble.recipient = recipient;
    ScriptedSmtpServer::Script script;
    script.troubles = {trouble};
    ScriptedSmtpServer server(script);
    const Attempt done = attempt(mailboxOf(server), sampleBytes(500), recipients(3));
    const bool judged = trouble.fault == SmtpFault::Transient || trouble.fault == SmtpFault::Permanent;
    QCOMPARE(done.outcome.has_value(), judged);
    QCOMPARE(server.taken().size(), judged ? 1 : 0);
    if (!judged)
        return;
    QCOMPARE(server.taken().first().recipients.size(), 2);
    for (int i = 0; i < 3; ++i) {
        const DeliveryState state = i + 1 != recipient                      ? DeliveryState::Sent
                                    : trouble.fault == SmtpFault::Transient ? DeliveryState::Delayed
                                                                            : DeliveryState::Failed;
        QCOMPARE(done.outcome->recipients[i].state, state);
    }
}

void SmtpFaultsTest::severalMailsInOneSession()
{
    SmtpTrouble trouble;
    trouble.stage = SmtpStage::Rcpt;
    trouble.fault = SmtpFault::Permanent;
    trouble.recipient = 2;
    ScriptedSmtpServer::Script script;
    script.troubles = {trouble};
    ScriptedSmtpServer server(script);
    const auto outlet = m_transport->openOutlet(mailboxOf(server), smtpSecrets, {}, {});
    QVERIFY(outlet);
    for (int i = 0; i < 5; ++i) {
        const auto outcome =
            (*outlet)->send(sampleBytes(100 * i), i == 3 ? QString() : u"desk@example.test"_s, recipients(1 + i % 2));
        QVERIFY(outcome);
        QCOMPARE(outcome->recipients.first().state, DeliveryState::Sent);
    }
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.taken().size(), 5);
    QCOMPARE(server.taken()[3].from, QByteArray());
}

void SmtpFaultsTest::enoughBetweenMails()
{
    ScriptedSmtpServer::Script script;
    script.mailsEach = 1;
    ScriptedSmtpServer server(script);
    const auto outlet = m_transport->openOutlet(mailboxOf(server), smtpSecrets, {}, {});
    QVERIFY(outlet);
    QVERIFY((*outlet)->send(sampleBytes(10), u"desk@example.test"_s, recipients()));
    for (int i = 0; i < 2; ++i) {
        const auto second = (*outlet)->send(sampleBytes(20), u"desk@example.test"_s, recipients());
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Offline);
    }
    QCOMPARE(attempt(mailboxOf(server), sampleBytes(20)).verdict, Verdict::Sent);
    QCOMPARE(server.taken().size(), 2);
}

void SmtpFaultsTest::sizeIsRespected()
{
    ScriptedSmtpServer::Script script;
    script.keywords = {"SIZE 1000"};
    ScriptedSmtpServer server(script);
    const Attempt done = attempt(mailboxOf(server), sampleBytes(2000));
    QCOMPARE(done.verdict, Verdict::Failed);
    QCOMPARE(done.outcome->recipients.first().status, u"5.3.4"_s);
    QVERIFY(!server.heard().contains("DATA"));
    QCOMPARE(attempt(mailboxOf(server), sampleBytes(500)).verdict, Verdict::Sent);
}

void SmtpFaultsTest::whatTheServerCannotTake()
{
    ScriptedSmtpServer::Script script;
    script.keywords = {"ENHANCEDSTATUSCODES"};
    ScriptedSmtpServer server(script);
    const Attempt eight = attempt(mailboxOf(server), "Subject: x\r\n\r\n\xc3\xa4\r\n");
    QCOMPARE(eight.verdict, Verdict::Failed);
    QCOMPARE(eight.outcome->recipients.first().status, u"5.6.3"_s);
    const Attempt one = attempt(mailboxOf(server), sampleBytes(10),
                                {{QString(), u"jürgen@example.test"_s}, {QString(), u"ann@bücher.example.test"_s}});
    QCOMPARE(one.verdict, Verdict::Partial);
    QCOMPARE(one.outcome->recipients[0].status, u"5.6.7"_s);
    QCOMPARE(server.taken().last().recipients, QByteArrayList({"ann@xn--bcher-kva.example.test"}));
    ScriptedSmtpServer able({});
    QCOMPARE(
        attempt(mailboxOf(able), "Subject: x\r\n\r\n\xc3\xa4\r\n", {{QString(), u"jürgen@example.test"_s}}).verdict,
        Verdict::Sent);
    QVERIFY(lineOf(able, "MAIL").endsWith("BODY=8BITMIME SMTPUTF8"));
}

void SmtpFaultsTest::answersOutOfStep()
{
    // One answer too many to RCPT: the next would be read as that to DATA, and so on.
    ScriptedSmtpServer::Script script;
    script.hook = [](ServerPeer &, const QByteArray &line, int connection) -> std::optional<QByteArray> {
        if (connection == 0 && line.startsWith("RCPT TO:<ann2"))
            return "250 2.1.5 ok\r\n354 go on\r\n250 2.0.0 taken\r\n";
        return std::nullopt;
    };
    ScriptedSmtpServer server(script);
    QCOMPARE(attempt(mailboxOf(server), sampleBytes(10)).verdict, Verdict::Stop);
    QVERIFY(server.taken().isEmpty());
    QCOMPARE(attempt(mailboxOf(server), sampleBytes(10)).verdict, Verdict::Sent);
}

void SmtpFaultsTest::manyRecipients()
{
    ScriptedSmtpServer::Script script;
    script.mostRecipients = 40;
    ScriptedSmtpServer server(script);
    QCOMPARE(attempt(mailboxOf(server), sampleBytes(10), recipients(250)).verdict, Verdict::Sent);
    QSet<QByteArray> reached;
    for (const TakenMail &mail : server.taken()) {
        for (const QByteArray &recipient : mail.recipients) {
            QVERIFY(!reached.contains(recipient));
            reached.insert(recipient);
        }
    }
    QCOMPARE(reached.size(), 250);
    // The connection breaks at the third transaction: who has it, has it.
    int dots = 0;
    script.hook = [&](ServerPeer &peer, const QByteArray &line, int) -> std::optional<QByteArray> {
        if (line == "DATA" && ++dots == 3) {
            peer.reset();
            return QByteArray();
        }
        return std::nullopt;
    };
    ScriptedSmtpServer breaking(script);
    const Attempt broken = attempt(mailboxOf(breaking), sampleBytes(10), recipients(100));
    QCOMPARE(broken.verdict, Verdict::Partial);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(broken.outcome->recipients[i].state, i < 80 ? DeliveryState::Sent : DeliveryState::Delayed);
}

void SmtpFaultsTest::dangerousAddresses()
{
    ScriptedSmtpServer server({});
    QVector<MailAddress> to;
    for (const QString &address : {u"-oQ/tmp@example.test"_s, u"ann@example.test>\r\nDATA"_s, u"ann"_s,
                                   u"@example.test"_s, u""_s, u"ann@exam ple.test"_s, u"ann@-example.test"_s,
                                   u"a\nb@example.test"_s, u"<ann@example.test>"_s, u"ann@example.test\x01"_s})
        to.append({QString(), address});
    to.append({QString(), u"o'neil+tag@example.test"_s});
    to.append({QString(), u"two words@example.test"_s});
    const Attempt done = attempt(mailboxOf(server), sampleBytes(10), to);
    QCOMPARE(done.verdict, Verdict::Partial);
    for (qsizetype i = 0; i + 2 < to.size(); ++i) {
        QVERIFY2(done.outcome->recipients[i].state == DeliveryState::Failed, qPrintable(to[i].address));
        QCOMPARE(done.outcome->recipients[i].status, u"5.1.3"_s);
    }
    QCOMPARE(server.taken().first().recipients,
             QByteArrayList({"o'neil+tag@example.test", "\"two words\"@example.test"}));
    const auto outlet = m_transport->openOutlet(mailboxOf(server), smtpSecrets, {}, {});
    const auto sent = (*outlet)->send(sampleBytes(10), u"-f@example.test"_s, recipients());
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Invalid);
}

void SmtpFaultsTest::waysOfSigningIn_data()
{
    QTest::addColumn<QByteArrayList>("mechanisms");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("PLAIN") << QByteArrayList{"PLAIN"} << QByteArray("secret") << Verdict::Sent;
    QTest::newRow("LOGIN") << QByteArrayList{"LOGIN"} << QByteArray("secret") << Verdict::Sent;
    QTest::newRow("wrong") << QByteArrayList{"PLAIN"} << QByteArray("other") << Verdict::Stop;
    QTest::newRow("none that we know") << QByteArrayList{"GSSAPI"} << QByteArray("secret") << Verdict::Stop;
}

void SmtpFaultsTest::waysOfSigningIn()
{
    QFETCH(QByteArrayList, mechanisms);
    QFETCH(QByteArray, password);
    QFETCH(Verdict, verdict);
    ScriptedSmtpServer::Script script;
    script.mechanisms = mechanisms;
    script.password = password;
    script.tls = m_tls;
    script.tlsAtOnce = true;
    ScriptedSmtpServer server(script);
    QCOMPARE(attempt(mailboxOf(server), sampleBytes(10)).verdict, verdict);
}

void SmtpFaultsTest::nothingWithoutTls()
{
    ScriptedSmtpServer server({}); // offers no STARTTLS
    Mailbox mailbox = mailboxOf(server);
    mailbox.outgoing.encryption = MailEncryption::StartTls;
    const auto outlet = m_transport->openOutlet(mailbox, smtpSecrets, {}, {});
    QVERIFY(!outlet);
    QCOMPARE(outlet.error().code, ErrorCode::Denied);
    QCOMPARE(outlet.error().payload.value(u"reason"_s).toString(), u"not-offered"_s);
    QVERIFY(lineOf(server, "AUTH").isEmpty());
}

void SmtpFaultsTest::stopsWithinASecond()
{
    SmtpTrouble trouble;
    trouble.stage = SmtpStage::FinalDot;
    trouble.fault = SmtpFault::Silence;
    ScriptedSmtpServer::Script script;
    script.troubles = {trouble};
    ScriptedSmtpServer server(script);
    const auto patient = makeMailTransport();
    QElapsedTimer timer;
    timer.start();
    const auto outlet = patient->openOutlet(mailboxOf(server), smtpSecrets, [&] { return timer.elapsed() < 700; }, {});
    QVERIFY(outlet);
    const auto outcome = (*outlet)->send(sampleBytes(10), u"desk@example.test"_s, recipients());
    QVERIFY(outcome);
    QVERIFY(outcome->unknown);
    QVERIFY2(timer.elapsed() < 1700, qPrintable(QString::number(timer.elapsed())));
}

void SmtpFaultsTest::dotsAndLineEnds()
{
    ScriptedSmtpServer server({});
    QCOMPARE(attempt(mailboxOf(server), "A: b\n\n.\n..\r\nlone\rcr\r\n.x").verdict, Verdict::Sent);
    QCOMPARE(server.taken().last().bytes, QByteArray("A: b\r\n\r\n.\r\n..\r\nlone\r\ncr\r\n.x\r\n"));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::SmtpFaultsTest)
#include "smtp_faults_test.moc"
