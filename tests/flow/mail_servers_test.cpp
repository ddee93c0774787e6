// SPDX-License-Identifier: GPL-3.0-or-later
// The transport against the servers that people run: Dovecot and Postfix of Debian, on loopback.
#include "mail/transport/mail_transport_factory.h"
#include "support/dovecot_server.h"
#include "support/postfix_server.h"
#include "support/scripted_server.h"
#include "support/test_certificates.h"

#include <QTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray sampleMail(int number, const QByteArray &more = {})
{
    return "From: Ann <ann@example.test>\r\nTo: desk@example.test\r\nSubject: mail " + QByteArray::number(number)
           + "\r\nMessage-ID: <" + QByteArray::number(number) + "@example.test>\r\n\r\nHello " + more
           + "\r\n.\r\n..two\r\n";
}

MailTransportOptions quick()
{
    MailTransportOptions options;
    options.patience.answer = 10'000;
    options.patience.afterData = 10'000;
    return options;
}

} // namespace

class MailServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void imapListsAndFetches_data();
    void imapListsAndFetches();
    void imapSettles_data();
    void imapSettles();
    void imapTellsOfNewMail();
    void imapIsNotDisturbedByOthers();
    void pop3FetchesAndDeletes_data();
    void pop3FetchesAndDeletes();
    void wrongPassword();
    void missingFolder();
    void testButtonsTellWhatTheyFind();
    void sentMailArrives_data();
    void sentMailArrives();
    void unknownUserComesBackAsReport();
    void nothingIsRelayed();
    void oauthSignsIn();

private:
    [[nodiscard]] Mailbox mailbox(MailProtocol protocol, MailEncryption encryption) const;
    std::unique_ptr<MailInbox> inbox(const Mailbox &mailbox);
    QVector<QByteArray> fetched(const Mailbox &mailbox);

    TestCertificates m_certificates;
    QString m_caFile;
    std::unique_ptr<DovecotServer> m_dovecot;
    std::unique_ptr<PostfixServer> m_postfix;
    std::unique_ptr<MailTransport> m_transport;
    QString m_user;
    MailSecrets m_secrets{{MailSecret::IncomingPassword, "secret \"1\\"},
                          {MailSecret::OutgoingPassword, "secret \"1\\"}};
    int m_users = 0;
};

void MailServersTest::initTestCase()
{
    if (!TestCertificates::canBeMade())
        QSKIP("openssl is not installed");
    const auto authority = m_certificates.newAuthority();
    const auto certificate = m_certificates.newCertificate(authority, u"127.0.0.1"_s);
    m_caFile = authority.certificate;
    m_dovecot = DovecotServer::start(certificate.certificate, certificate.key);
    if (!m_dovecot)
        QSKIP("Dovecot is not installed");
    m_postfix = PostfixServer::start(*m_dovecot, certificate.certificate, certificate.key);
    m_transport = makeMailTransport(quick());
}

void MailServersTest::init()
{
    m_user = u"desk%1@example.test"_s.arg(++m_users);
    m_dovecot->addUser(m_user, u"secret \"1\\"_s);
}

Mailbox MailServersTest::mailbox(MailProtocol protocol, MailEncryption encryption) const
{
    Mailbox result = m_dovecot->mailbox(m_user, m_caFile);
    result.protocol = protocol;
    result.incoming.encryption = encryption;
    const bool tls = encryption == MailEncryption::Tls;
    const DovecotServer::Ports &ports = m_dovecot->ports();
    result.incoming.port =
        protocol == MailProtocol::Imap ? (tls ? ports.imaps : ports.imap) : (tls ? ports.pop3s : ports.pop3);
    return result;
}

std::unique_ptr<MailInbox> MailServersTest::inbox(const Mailbox &mailbox)
{
    auto opened = m_transport->openInbox(mailbox, m_secrets, {}, {});
    if (!opened) {
        QTest::qFail(qPrintable(errorCodeName(opened.error().code) + u' ' + opened.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*opened);
}

QVector<QByteArray> MailServersTest::fetched(const Mailbox &mailbox)
{
    QVector<QByteArray> result;
    const auto session = inbox(mailbox);
    if (!session)
        return result;
    const auto mails = session->list(1);
    if (!mails)
        return result;
    for (const RemoteMail &mail : *mails)
        result.append(session->fetch(mail, 1 << 20).value_or(QByteArray()));
    static_cast<void>(session->finish());
    return result;
}

void MailServersTest::imapListsAndFetches_data()
{
    QTest::addColumn<MailEncryption>("encryption");
    QTest::newRow("plain on loopback") << MailEncryption::None;
    QTest::newRow("TLS") << MailEncryption::Tls;
    QTest::newRow("STARTTLS") << MailEncryption::StartTls;
}

void MailServersTest::imapListsAndFetches()
{
    QFETCH(MailEncryption, encryption);
    QVector<QByteArray> sent;
    for (int i = 0; i < 5; ++i) {
        sent.append(sampleMail(i, QByteArray(i * 20'000, 'x')));
        m_dovecot->deliver(m_user, sent.last());
    }
    const auto session = inbox(mailbox(MailProtocol::Imap, encryption));
    QVERIFY(session);
    QCOMPARE(session->folder().messages, 5);
    QCOMPARE(session->folder().nextKey, 6);
    QVERIFY(session->folder().validity > 0);
    QVERIFY(session->folder().canIdle);
    QVERIFY(session->folder().writable);
    const auto mails = session->list(1);
    QVERIFY(mails);
    QCOMPARE(mails->size(), 5);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(mails->at(i).key, QString::number(i + 1));
        QCOMPARE(mails->at(i).size, sent[i].size());
        QVERIFY(mails->at(i).arrivedAt > 0);
        const auto bytes = session->fetch(mails->at(i), 1 << 20);
        QVERIFY(bytes);
        QCOMPARE(*bytes, sent[i]);
    }
    QCOMPARE(session->list(4)->size(), 2);
    QCOMPARE(session->list(6)->size(), 0); // "6:*" is the last mail, too
    const auto large = session->fetch(mails->last(), 1000);
    QVERIFY(!large);
    QCOMPARE(large.error().payload.value(u"reason"_s).toString(), u"too-large"_s);
    QVERIFY(session->fetch(mails->first(), 1 << 20)); // and the session goes on
    RemoteMail gone;
    gone.key = u"77"_s;
    QCOMPARE(session->fetch(gone, 1000).error().code, ErrorCode::NotFound);
    QVERIFY(session->finish());
}

void MailServersTest::imapSettles_data()
{
    QTest::addColumn<AfterFetch>("after");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("moved");
    QTest::newRow("leave") << AfterFetch::Leave << 3 << 0;
    QTest::newRow("flag") << AfterFetch::Flag << 3 << 0;
    QTest::newRow("move") << AfterFetch::Move << 1 << 2;
    QTest::newRow("delete") << AfterFetch::Delete << 1 << 0;
}

void MailServersTest::imapSettles()
{
    QFETCH(AfterFetch, after);
    QFETCH(int, left);
    QFETCH(int, moved);
    for (int i = 0; i < 3; ++i)
        m_dovecot->deliver(m_user, sampleMail(i));
    Mailbox box = mailbox(MailProtocol::Imap, MailEncryption::Tls);
    box.after = after;
    box.moveTo = u"Done/Größe & more"_s;
    const auto session = inbox(box);
    QVERIFY(session);
    auto mails = *session->list(1);
    QVERIFY(session->settle(mails.mid(0, 2)));
    QVERIFY(session->settle(mails.mid(0, 2))); // again is no error
    QCOMPARE(session->list(1)->size(), left);
    QCOMPARE(m_dovecot->mails(m_user).size(), left);
    const QByteArray seen = m_dovecot->doveadm({u"search"_s, u"-u"_s, m_user, u"mailbox"_s, u"INBOX"_s, u"seen"_s});
    QCOMPARE(int(seen.count('\n')), after == AfterFetch::Flag ? 2 : 0);
    box.folder = box.moveTo;
    if (moved > 0)
        QCOMPARE(fetched(box).size(), moved);
}

void MailServersTest::imapTellsOfNewMail()
{
    const auto session = inbox(mailbox(MailProtocol::Imap, MailEncryption::Tls));
    QVERIFY(session);
    QCOMPARE(session->list(1)->size(), 0);
    QCOMPARE(*session->waitForMail(0), false);
    m_dovecot->deliver(m_user, sampleMail(1));
    QCOMPARE(*session->waitForMail(60), true);
    QCOMPARE(session->list(1)->size(), 1);
}

void MailServersTest::imapIsNotDisturbedByOthers()
{
    for (int i = 0; i < 4; ++i)
        m_dovecot->deliver(m_user, sampleMail(i));
    const auto session = inbox(mailbox(MailProtocol::Imap, MailEncryption::Tls));
    QVERIFY(session);
    const auto mails = *session->list(1);
    m_dovecot->doveadm(
        {u"flags"_s, u"add"_s, u"-u"_s, m_user, u"\\Seen"_s, u"mailbox"_s, u"INBOX"_s, u"uid"_s, u"2"_s});
    m_dovecot->doveadm({u"expunge"_s, u"-u"_s, m_user, u"mailbox"_s, u"INBOX"_s, u"uid"_s, u"3"_s});
    QCOMPARE(*session->fetch(mails[1], 10'000), sampleMail(1));
    const auto gone = session->fetch(mails[2], 10'000);
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::NotFound);
    QCOMPARE(*session->fetch(mails[3], 10'000), sampleMail(3));
    QVERIFY(session->settle(mails));
}

void MailServersTest::pop3FetchesAndDeletes_data()
{
    imapListsAndFetches_data();
}

void MailServersTest::pop3FetchesAndDeletes()
{
    QFETCH(MailEncryption, encryption);
    for (int i = 0; i < 3; ++i)
        m_dovecot->deliver(m_user, sampleMail(i, QByteArray(i * 30'000, 'y')));
    Mailbox box = mailbox(MailProtocol::Pop3, encryption);
    box.after = AfterFetch::Delete;
    {
        const auto session = inbox(box);
        QVERIFY(session);
        const auto mails = *session->list(1);
        QCOMPARE(mails.size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(*session->fetch(mails[i], 1 << 20), sampleMail(i, QByteArray(i * 30'000, 'y')));
        QCOMPARE(session->fetch(mails[2], 1000).error().payload.value(u"reason"_s).toString(), u"too-large"_s);
        QVERIFY(session->settle(mails.mid(0, 2))); // no QUIT: nothing is deleted
    }
    QTRY_COMPARE(fetched(box).size(), 3);
    const auto session = inbox(box);
    QVERIFY(session);
    const auto mails = *session->list(1);
    QVERIFY(session->settle(mails.mid(0, 2)));
    QVERIFY(session->finish());
    QCOMPARE(fetched(box).size(), 1);
}

void MailServersTest::wrongPassword()
{
    for (const MailProtocol protocol : {MailProtocol::Imap, MailProtocol::Pop3}) {
        MailSecrets wrong{{MailSecret::IncomingPassword, "not the secret"}};
        const auto opened = m_transport->openInbox(mailbox(protocol, MailEncryption::Tls), wrong, {}, {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unauthenticated);
        QVERIFY(!opened.error().detail.contains(u"not the secret"_s));
    }
}

void MailServersTest::missingFolder()
{
    Mailbox box = mailbox(MailProtocol::Imap, MailEncryption::Tls);
    box.folder = u"Nowhere"_s;
    const auto opened = m_transport->openInbox(box, m_secrets, {}, {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotFound);
}

void MailServersTest::testButtonsTellWhatTheyFind()
{
    m_dovecot->deliver(m_user, sampleMail(1));
    QStringList told;
    const auto steps = m_transport->testInbox(mailbox(MailProtocol::Imap, MailEncryption::StartTls), m_secrets, {},
                                              [&](const MailTestStep &step) { told.append(step.name); });
    QCOMPARE(told, QStringList({u"resolve"_s, u"connect"_s, u"tls"_s, u"sign-in"_s, u"folder"_s, u"list"_s}));
    for (const MailTestStep &step : steps)
        QVERIFY2(step.done, qPrintable(step.detail));
    QVERIFY2(steps[2].detail.contains(u"127.0.0.1"_s), qPrintable(steps[2].detail));
    QCOMPARE(steps[5].detail, u"1 mails"_s);
    MailSecrets wrong{{MailSecret::IncomingPassword, "x"}};
    const auto failing = m_transport->testInbox(mailbox(MailProtocol::Pop3, MailEncryption::Tls), wrong, {}, {});
    QCOMPARE(failing.last().name, u"sign-in"_s);
    QVERIFY(!failing.last().done);
    if (!m_postfix)
        return;
    const Mailbox sender =
        m_postfix->sender(mailbox(MailProtocol::Imap, MailEncryption::Tls), MailEncryption::StartTls);
    const auto sending = m_transport->testOutlet(sender, m_secrets, {}, {});
    QCOMPARE(sending.last().name, u"sender"_s);
    QVERIFY2(sending.last().done, qPrintable(sending.last().detail));
}

void MailServersTest::sentMailArrives_data()
{
    imapListsAndFetches_data();
}

void MailServersTest::sentMailArrives()
{
    if (!m_postfix)
        QSKIP("Postfix cannot be started by this user");
    QFETCH(MailEncryption, encryption);
    Mailbox box = m_postfix->sender(mailbox(MailProtocol::Imap, MailEncryption::Tls), encryption);
    const auto outlet = m_transport->openOutlet(box, m_secrets, {}, {});
    QVERIFY2(outlet, outlet ? "" : qPrintable(outlet.error().detail));
    const MailAddress self{QString(), m_user};
    for (int i = 0; i < 3; ++i) {
        const auto outcome = (*outlet)->send(sampleMail(i), m_user, {self});
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        QVERIFY(!outcome->unknown);
        QCOMPARE(outcome->recipients.first().state, DeliveryState::Sent);
        QVERIFY2(outcome->recipients.first().reply.startsWith(u"250"_s), qPrintable(outcome->recipients.first().reply));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_dovecot->mails(m_user).size(), 3, 30'000);
    for (const QByteArray &arrived : fetched(mailbox(MailProtocol::Imap, MailEncryption::Tls)))
        QVERIFY(arrived.contains("\r\n\r\nHello \r\n.\r\n..two\r\n"));
}

void MailServersTest::unknownUserComesBackAsReport()
{
    if (!m_postfix)
        QSKIP("Postfix cannot be started by this user");
    const Mailbox box = m_postfix->sender(mailbox(MailProtocol::Imap, MailEncryption::Tls), MailEncryption::StartTls);
    const auto outlet = m_transport->openOutlet(box, m_secrets, {}, {});
    QVERIFY(outlet);
    const auto outcome = (*outlet)->send(sampleMail(1), m_user, {{QString(), u"nobody@example.test"_s}});
    QVERIFY(outcome);
    QCOMPARE(outcome->recipients.first().state, DeliveryState::Sent); // it says so later
    QTRY_COMPARE_WITH_TIMEOUT(m_dovecot->mails(m_user).size(), 1, 30'000);
    const QByteArray report = m_dovecot->mails(m_user).first();
    QVERIFY(report.contains("multipart/report"));
    QVERIFY(report.contains("Final-Recipient: rfc822; nobody@example.test"));
}

void MailServersTest::nothingIsRelayed()
{
    if (!m_postfix)
        QSKIP("Postfix cannot be started by this user");
    Mailbox box = m_postfix->sender(mailbox(MailProtocol::Imap, MailEncryption::Tls), MailEncryption::None);
    box.outgoing.signIn = MailSignIn::None;
    const auto outlet = m_transport->openOutlet(box, {}, {}, {});
    QVERIFY(outlet);
    const auto outcome = (*outlet)->send(sampleMail(1), u"ann@elsewhere.test"_s,
                                         {{QString(), u"somebody@elsewhere.test"_s}, {QString(), m_user}});
    QVERIFY(outcome);
    QCOMPARE(outcome->recipients[0].state, DeliveryState::Failed);
    QCOMPARE(outcome->recipients[0].status, u"5.7.1"_s);
    QCOMPARE(outcome->recipients[1].state, DeliveryState::Sent);
}

/// Dovecot asks an introspection endpoint about the token.
void MailServersTest::oauthSignsIn()
{
    ScriptedServer introspection([this](ServerPeer &peer, int) {
        const QByteArray question = peer.readLine().value_or(QByteArray());
        while (!peer.readLine().value_or(QByteArray()).isEmpty()) {
        }
        const bool known = question.contains("good-token");
        const QByteArray body =
            known ? R"({"active":true,"username":")" + m_user.toUtf8() + "\"}" : R"({"active":false})";
        peer.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size())
                   + "\r\n\r\n" + body);
    });
    ScriptedServer provider([](ServerPeer &peer, int connection) {
        while (!peer.readLine().value_or(QByteArray()).isEmpty()) {
        }
        const QByteArray body = connection == 0 ? R"({"access_token":"stale","expires_in":3600})"
                                                : R"({"access_token":"good-token","expires_in":3600})";
        peer.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size())
                   + "\r\n\r\n" + body);
    });
    const auto authority = m_certificates.newAuthority();
    const auto certificate = m_certificates.newCertificate(authority, u"127.0.0.1"_s);
    const auto dovecot = DovecotServer::start(certificate.certificate, certificate.key,
                                              u"http://127.0.0.1:%1/?token="_s.arg(introspection.port()));
    dovecot->addUser(m_user, u"unused"_s);
    dovecot->deliver(m_user, sampleMail(1));
    Mailbox box = dovecot->mailbox(m_user, authority.certificate);
    box.incoming.signIn = MailSignIn::OAuth2;
    box.oauth.tokenUrl = u"http://127.0.0.1:%1/token"_s.arg(provider.port());
    const auto opened = m_transport->openInbox(box, {{MailSecret::RefreshToken, "refresh"}}, {}, {});
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QCOMPARE((*opened)->list(1)->size(), 1);
    QCOMPARE(provider.connections(), 2); // the stale one was refused
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::MailServersTest)
#include "mail_servers_test.moc"
