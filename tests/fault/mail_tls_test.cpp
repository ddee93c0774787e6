// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that show a bad certificate, or try to do without: nobody signs in there, in any protocol, at once or after
// STARTTLS.
#include "mail/transport/mail_transport_factory.h"
#include "support/scripted_imap_server.h"
#include "support/scripted_pop3_server.h"
#include "support/scripted_smtp_server.h"
#include "support/test_certificates.h"

#include <QNetworkInterface>
#include <QTcpServer>
#include <QTest>

#include <atomic>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Peer { Imap, Pop3, Smtp };

const MailSecrets tlsSecrets{{MailSecret::IncomingPassword, "secret"}, {MailSecret::OutgoingPassword, "secret"}};

} // namespace

class MailTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void certificates_data();
    void certificates();
    void plainOnlyOnThisComputer();
    void unreadableAuthorities();

private:
    struct Door {
        Mailbox mailbox;
        std::unique_ptr<ScriptedImapServer> imap;
        std::unique_ptr<ScriptedPop3Server> pop3;
        std::unique_ptr<ScriptedSmtpServer> smtp;
        std::atomic<bool> signedIn = false; ///< somebody has sent a password
    };
    std::unique_ptr<Door> door(Peer peer, bool atOnce, const ServerTls &tls);
    [[nodiscard]] std::optional<Error> enter(Peer peer, Mailbox mailbox, const QString &caFile);

    TestCertificates m_certificates;
    TestCertificates::Authority m_authority;
    TestCertificates::Authority m_other;
    QHash<QString, ServerTls> m_shown;
    std::unique_ptr<MailTransport> m_transport;
};

void MailTlsTest::initTestCase()
{
    if (!TestCertificates::canBeMade())
        QSKIP("openssl is not installed");
    m_authority = m_certificates.newAuthority();
    m_other = m_certificates.newAuthority();
    const auto shown = [this](const TestCertificates::Authority &authority, const QString &host, int days) {
        const auto made = m_certificates.newCertificate(authority, host, days);
        return ServerTls{made.certificate, made.key};
    };
    m_shown.insert(u"good"_s, shown(m_authority, u"127.0.0.1"_s, 2));
    m_shown.insert(u"expired"_s, shown(m_authority, u"127.0.0.1"_s, -1));
    m_shown.insert(u"wrong-name"_s, shown(m_authority, u"mail.example.test"_s, 2));
    m_shown.insert(u"unknown-authority"_s, shown(m_other, u"127.0.0.1"_s, 2));
    m_shown.insert(u"self-signed"_s, {m_other.certificate, m_other.key});
    MailTransportOptions options;
    options.patience.answer = 3000;
    options.patience.connect = 1000;
    m_transport = makeMailTransport(options);
}

std::unique_ptr<MailTlsTest::Door> MailTlsTest::door(Peer peer, bool atOnce, const ServerTls &tls)
{
    auto door = std::make_unique<Door>();
    Door *seen = door.get();
    switch (peer) {
    case Peer::Imap: {
        ScriptedImapServer::Script script;
        script.tls = tls;
        script.tlsAtOnce = atOnce;
        script.hook = [seen](ServerPeer &, const ScriptedImapServer::Request &request) -> std::optional<QByteArray> {
            if (request.name == "AUTHENTICATE" || request.name == "LOGIN")
                seen->signedIn = true;
            return std::nullopt;
        };
        door->imap = std::make_unique<ScriptedImapServer>(script);
        door->mailbox = door->imap->mailbox();
        break;
    }
    case Peer::Pop3: {
        ScriptedPop3Server::Script script;
        script.tls = tls;
        script.tlsAtOnce = atOnce;
        script.hook = [seen](ServerPeer &, const QByteArray &line, int) -> std::optional<QByteArray> {
            if (line.startsWith("AUTH") || line.startsWith("USER"))
                seen->signedIn = true;
            return std::nullopt;
        };
        door->pop3 = std::make_unique<ScriptedPop3Server>(script);
        door->mailbox = door->pop3->mailbox();
        break;
    }
    case Peer::Smtp: {
        ScriptedSmtpServer::Script script;
        script.tls = tls;
        script.tlsAtOnce = atOnce;
        script.hook = [seen](ServerPeer &, const QByteArray &line, int) -> std::optional<QByteArray> {
            if (line.startsWith("AUTH"))
                seen->signedIn = true;
            return std::nullopt;
        };
        door->smtp = std::make_unique<ScriptedSmtpServer>(script);
        door->mailbox = door->smtp->mailbox();
        break;
    }
    }
    return door;
}

std::optional<Error> MailTlsTest::enter(Peer peer, Mailbox mailbox, const QString &caFile)
{
    mailbox.incoming.caFile = caFile;
    mailbox.outgoing.caFile = caFile;
    if (peer == Peer::Smtp) {
        const auto outlet = m_transport->openOutlet(mailbox, tlsSecrets, {}, {});
        return outlet ? std::optional<Error>() : outlet.error();
    }
    const auto inbox = m_transport->openInbox(mailbox, tlsSecrets, {}, {});
    return inbox ? std::optional<Error>() : inbox.error();
}

void MailTlsTest::certificates_data()
{
    QTest::addColumn<Peer>("peer");
    QTest::addColumn<bool>("atOnce");
    QTest::addColumn<QString>("shown");
    const QList<QPair<Peer, const char *>> peers{{Peer::Imap, "IMAP"}, {Peer::Pop3, "POP3"}, {Peer::Smtp, "SMTP"}};
    for (const auto &[peer, name] : peers) {
        for (const bool atOnce : {true, false}) {
            for (const char *shown : {"good", "expired", "wrong-name", "unknown-authority", "self-signed", "no own CA"})
                QTest::addRow("%s %s: %s", name, atOnce ? "TLS" : "STARTTLS", shown)
                    << peer << atOnce << QString::fromLatin1(shown);
        }
    }
}

void MailTlsTest::certificates()
{
    QFETCH(Peer, peer);
    QFETCH(bool, atOnce);
    QFETCH(QString, shown);
    const bool ownCa = shown != u"no own CA"_s;
    const auto there = door(peer, atOnce, m_shown.value(ownCa ? shown : u"good"_s));
    const auto error = enter(peer, there->mailbox, ownCa ? m_authority.certificate : QString());
    if (shown == u"good"_s) {
        QVERIFY2(!error, error ? qPrintable(error->detail) : "");
        QVERIFY(there->signedIn.load());
        return;
    }
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::Denied);
    QCOMPARE(error->payload.value(u"reason"_s).toString(), u"certificate"_s);
    QCOMPARE(error->payload.value(u"certificate"_s).toString(), ownCa ? shown : u"unknown-authority"_s);
    QVERIFY(!there->signedIn.load());
    // The test button says the same, with what the certificate says of itself.
    Mailbox mailbox = there->mailbox;
    mailbox.incoming.caFile = mailbox.outgoing.caFile = ownCa ? m_authority.certificate : QString();
    const auto steps = peer == Peer::Smtp ? m_transport->testOutlet(mailbox, tlsSecrets, {}, {})
                                          : m_transport->testInbox(mailbox, tlsSecrets, {}, {});
    QCOMPARE(steps.last().name, u"tls"_s);
    QVERIFY(!steps.last().done);
    QVERIFY2(steps.last().detail.contains(u"issuer CN=Test authority"_s), qPrintable(steps.last().detail));
    if (shown == u"wrong-name"_s)
        QVERIFY2(steps.last().detail.contains(u"mail.example.test"_s), qPrintable(steps.last().detail));
    QVERIFY(!there->signedIn.load());
}

void MailTlsTest::plainOnlyOnThisComputer()
{
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::AnyIPv4));
    QHostAddress elsewhere;
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            elsewhere = address;
    }
    if (elsewhere.isNull())
        QSKIP("this computer has no address but loopback");
    Mailbox mailbox;
    mailbox.incoming.host = elsewhere.toString();
    mailbox.incoming.port = listener.serverPort();
    mailbox.incoming.encryption = MailEncryption::None;
    mailbox.incoming.user = u"desk"_s;
    mailbox.outgoing = mailbox.incoming;
    for (const Peer peer : {Peer::Imap, Peer::Smtp}) {
        const auto error = enter(peer, mailbox, {});
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::Denied);
        QCOMPARE(error->payload.value(u"reason"_s).toString(), u"not-loopback"_s);
    }
}

void MailTlsTest::unreadableAuthorities()
{
    const auto there = door(Peer::Imap, true, m_shown.value(u"good"_s));
    const auto error = enter(Peer::Imap, there->mailbox, u"/nowhere/ca.pem"_s);
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::Denied);
    QVERIFY(!there->signedIn.load());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::MailTlsTest)
#include "mail_tls_test.moc"
