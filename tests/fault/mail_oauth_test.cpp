// SPDX-License-Identifier: GPL-3.0-or-later
// OAuth 2: tokens are fetched over verified TLS, kept until they expire, renewed when they are refused, and a provider
// that fails does so in time and says what it is.
#include "mail/transport/mail_transport_factory.h"
#include "mail/transport/oauth.h"
#include "support/scripted_imap_server.h"
#include "support/scripted_pop3_server.h"
#include "support/scripted_smtp_server.h"
#include "support/test_certificates.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>
#include <thread>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A token endpoint; what it answers is said by the test, one answer a question and the last for ever.
class TokenServer
{
public:
    explicit TokenServer(QByteArrayList answers, const ServerTls &tls = {})
        : m_answers(std::move(answers))
        , m_encrypted(!tls.certificate.isEmpty())
        , m_server([this](ServerPeer &peer, int connection) { talk(peer, connection); }, tls)
    {
    }
    [[nodiscard]] QString url() const
    {
        return u"%1://127.0.0.1:%2/token"_s.arg(m_encrypted ? u"https"_s : u"http"_s).arg(m_server.port());
    }
    [[nodiscard]] QVector<QUrlQuery> questions()
    {
        const std::lock_guard guard(m_mutex);
        return m_questions;
    }

private:
    void talk(ServerPeer &peer, int connection)
    {
        if (m_encrypted && !peer.startTls())
            return;
        qsizetype size = 0;
        while (const auto line = peer.readLine()) {
            if (line->toLower().startsWith("content-length:"))
                size = line->mid(15).trimmed().toInt();
            if (line->isEmpty())
                break;
        }
        const auto form = peer.readBytes(size);
        if (!form)
            return;
        {
            const std::lock_guard guard(m_mutex);
            m_questions.append(QUrlQuery(QString::fromLatin1(*form)));
        }
        const QByteArray answer = m_answers[qMin<qsizetype>(connection, m_answers.size() - 1)];
        if (answer.isEmpty()) {
            peer.silence();
            return;
        }
        const QByteArray body = answer.mid(4);
        peer.write("HTTP/1.1 " + answer.left(3) + " x\r\nConnection: close\r\nContent-Length: "
                   + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    QByteArrayList m_answers;
    bool m_encrypted;
    std::mutex m_mutex;
    QVector<QUrlQuery> m_questions;
    ScriptedServer m_server;
};

const QByteArray firstToken = R"(200 {"access_token":"secret","expires_in":3600,"token_type":"Bearer"})";

MailOAuth oauthAt(const TokenServer &server)
{
    return {QString(), u"https://login.example.test/authorize"_s, server.url(), u"the client"_s, u"mail offline"_s};
}

} // namespace

class MailOAuthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreKept();
    void newRefreshTokenIsTold();
    void oneQuestionAtATime();
    void failures_data();
    void failures();
    void onlyVerifiedTls();
    void refusedTokenIsRenewed_data();
    void refusedTokenIsRenewed();
    void authorizationUrl();
    void redirect_data();
    void redirect();
    void exchange();

private:
    const MailSecrets m_secrets{{MailSecret::RefreshToken, "refresh/1+"}, {MailSecret::ClientSecret, "client&secret"}};
};

void MailOAuthTest::tokensAreKept()
{
    TokenServer server({firstToken});
    OAuthClient client({2000, {}});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(*client.accessToken(oauthAt(server), m_secrets, {}, {}), QByteArray("secret"));
    QCOMPARE(server.questions().size(), 1);
    const QUrlQuery question = server.questions().first();
    const auto value = [&](const QString &name) { return question.queryItemValue(name, QUrl::FullyDecoded); };
    QCOMPARE(value(u"grant_type"_s), u"refresh_token"_s);
    QCOMPARE(value(u"refresh_token"_s), u"refresh/1+"_s);
    QCOMPARE(value(u"client_id"_s), u"the client"_s);
    QCOMPARE(value(u"client_secret"_s), u"client&secret"_s);
    QVERIFY(client.accessToken(oauthAt(server), m_secrets, {}, {}, "secret")); // it was refused: another one
    QCOMPARE(server.questions().size(), 2);
    TokenServer brief({R"(200 {"access_token":"a","expires_in":"30"})"});
    QVERIFY(client.accessToken(oauthAt(brief), m_secrets, {}, {}));
    QVERIFY(client.accessToken(oauthAt(brief), m_secrets, {}, {}));
    QCOMPARE(brief.questions().size(), 2);
}

void MailOAuthTest::newRefreshTokenIsTold()
{
    TokenServer server({R"(200 {"access_token":"a","expires_in":1,"refresh_token":"refresh/2"})",
                        R"(200 {"access_token":"b","expires_in":1,"refresh_token":"refresh/2"})",
                        R"(200 {"access_token":"c","expires_in":3600,"refresh_token":"refresh/3"})"});
    OAuthClient client({2000, {}});
    QByteArrayList told;
    const auto refreshed = [&](const QByteArray &token) { told.append(token); };
    QVERIFY(client.accessToken(oauthAt(server), m_secrets, {}, refreshed));
    QVERIFY(client.accessToken(oauthAt(server), m_secrets, {}, refreshed));
    QCOMPARE(told, QByteArrayList{"refresh/2"});
    QCOMPARE(server.questions()[1].queryItemValue(u"refresh_token"_s, QUrl::FullyDecoded), u"refresh/2"_s);
    QVERIFY(client.accessToken(oauthAt(server), m_secrets, {}, refreshed));
    QCOMPARE(told.last(), QByteArray("refresh/3"));
    const MailSecrets newer{{MailSecret::RefreshToken, "refresh/3"}};
    QCOMPARE(*client.accessToken(oauthAt(server), newer, {}, refreshed), QByteArray("c")); // by the same token still
    QCOMPARE(server.questions().size(), 3);
}

void MailOAuthTest::oneQuestionAtATime()
{
    TokenServer server({firstToken});
    OAuthClient client({2000, {}});
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { good += client.accessToken(oauthAt(server), m_secrets, {}, {}) ? 1 : 0; });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 8);
    QCOMPARE(server.questions().size(), 1);
}

void MailOAuthTest::failures_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &answer, ErrorCode code, const QString &reason) {
        QTest::newRow(name) << answer << code << reason;
    };
    row("withdrawn", R"(400 {"error":"invalid_grant","error_description":"refresh/1+"})", ErrorCode::Unauthenticated,
        u"refresh-token"_s);
    row("client unknown", R"(401 {"error":"invalid_client"})", ErrorCode::Unauthenticated, u"client"_s);
    row("down", "503 <html>later</html>", ErrorCode::Offline, {});
    row("too often", "429 {}", ErrorCode::Offline, {});
    row("no JSON", "200 hello", ErrorCode::Invalid, {});
    row("no token", "200 {}", ErrorCode::Invalid, {});
    row("elsewhere", "302 {}", ErrorCode::Invalid, {});
    row("too long", "200 " + QByteArray(300'000, ' '), ErrorCode::Invalid, {});
    row("silent", "", ErrorCode::Timeout, {});
}

void MailOAuthTest::failures()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorCode, code);
    QFETCH(QString, reason);
    TokenServer server({answer});
    OAuthClient client({500, {}});
    const auto token = client.accessToken(oauthAt(server), m_secrets, {}, {});
    QVERIFY(!token);
    QCOMPARE(token.error().code, code);
    if (!reason.isEmpty())
        QCOMPARE(token.error().payload.value(u"reason"_s).toString(), reason);
    QVERIFY(!token.error().detail.contains(u"refresh/1"_s));
}

void MailOAuthTest::onlyVerifiedTls()
{
    if (!TestCertificates::canBeMade())
        QSKIP("openssl is not installed");
    TestCertificates certificates;
    const auto authority = certificates.newAuthority();
    const auto certificate = certificates.newCertificate(authority, u"127.0.0.1"_s);
    TokenServer server({firstToken}, {certificate.certificate, certificate.key});
    OAuthClient knows({2000, authority.certificate});
    QVERIFY(knows.accessToken(oauthAt(server), m_secrets, {}, {}));
    OAuthClient doesNot({2000, {}});
    const auto refused = doesNot.accessToken(oauthAt(server), m_secrets, {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Denied);
    MailOAuth plain = oauthAt(server);
    for (const QString &url : {u"http://login.example.test/token"_s, u"ftp://127.0.0.1/"_s, u"https://a:b@x.test/"_s,
                               u"file:///etc/passwd"_s, u""_s}) {
        plain.tokenUrl = url;
        QCOMPARE(knows.accessToken(plain, m_secrets, {}, {}).error().code, ErrorCode::Invalid);
    }
}

void MailOAuthTest::refusedTokenIsRenewed_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("IMAP") << 0;
    QTest::newRow("POP3") << 1;
    QTest::newRow("SMTP") << 2;
}

/// The provider has changed its mind about a token that should be good for an hour.
void MailOAuthTest::refusedTokenIsRenewed()
{
    QFETCH(int, protocol);
    TokenServer tokens({R"(200 {"access_token":"withdrawn","expires_in":3600})", firstToken});
    const auto transport = makeMailTransport();
    ScriptedImapServer imap({});
    ScriptedPop3Server pop3({});
    ScriptedSmtpServer smtp({});
    Mailbox mailbox = protocol == 0 ? imap.mailbox() : protocol == 1 ? pop3.mailbox() : smtp.mailbox();
    mailbox.incoming.signIn = mailbox.outgoing.signIn = MailSignIn::OAuth2;
    mailbox.oauth = oauthAt(tokens);
    if (protocol == 2)
        QVERIFY(transport->openOutlet(mailbox, m_secrets, {}, {}));
    else
        QVERIFY(transport->openInbox(mailbox, m_secrets, {}, {}));
    QCOMPARE(tokens.questions().size(), 2);
    TokenServer useless({R"(200 {"access_token":"withdrawn","expires_in":3600})"});
    mailbox.oauth = oauthAt(useless);
    const ErrorCode code = protocol == 2 ? transport->openOutlet(mailbox, m_secrets, {}, {}).error().code
                                         : transport->openInbox(mailbox, m_secrets, {}, {}).error().code;
    QCOMPARE(code, ErrorCode::Unauthenticated);
    QCOMPARE(useless.questions().size(), 2); // and not for ever
}

void MailOAuthTest::authorizationUrl()
{
    const OAuthGrant grant = makeOAuthGrant(QByteArray(64, 'r'), u"http://127.0.0.1:4711/"_s);
    QVERIFY(grant.verifier.size() >= 43); // RFC 7636 4.1
    MailOAuth oauth{u"google"_s, u"https://login.example.test/authorize?x=1"_s, QString(), u"id&1"_s, u"a b"_s};
    const QUrlQuery query(QUrl(oauthAuthorizeUrl(oauth, grant, u"desk+1@example.test"_s)));
    const auto value = [&](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    QCOMPARE(value(u"x"_s), u"1"_s);
    QCOMPARE(value(u"client_id"_s), u"id&1"_s);
    QCOMPARE(value(u"scope"_s), u"a b"_s);
    QCOMPARE(value(u"redirect_uri"_s), grant.redirectUri);
    QCOMPARE(value(u"login_hint"_s), u"desk+1@example.test"_s);
    QCOMPARE(value(u"access_type"_s), u"offline"_s);
    QCOMPARE(value(u"code_challenge_method"_s), u"S256"_s);
    QCOMPARE(value(u"code_challenge"_s).toLatin1(),
             QCryptographicHash::hash(grant.verifier, QCryptographicHash::Sha256)
                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    oauth.authorizeUrl = u"http://login.example.test/"_s;
    QVERIFY(oauthAuthorizeUrl(oauth, grant, {}).isEmpty());
}

void MailOAuthTest::redirect_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("code") << QByteArray("/?state=STATE&code=4%2F0Ab%2B") << QByteArray("4/0Ab+") << ErrorCode::Internal;
    QTest::newRow("refused") << QByteArray("/?error=access_denied&state=STATE") << QByteArray() << ErrorCode::Denied;
    QTest::newRow("no state") << QByteArray("/?code=x") << QByteArray() << ErrorCode::Invalid;
    QTest::newRow("another's state") << QByteArray("/?code=x&state=y") << QByteArray() << ErrorCode::Invalid;
    QTest::newRow("no code") << QByteArray("/?state=STATE") << QByteArray() << ErrorCode::Invalid;
    QTest::newRow("something else") << QByteArray("/favicon.ico") << QByteArray() << ErrorCode::Invalid;
}

void MailOAuthTest::redirect()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, code);
    QFETCH(ErrorCode, error);
    const OAuthGrant grant = makeOAuthGrant(QByteArray(64, 'r'), u"http://127.0.0.1:4711/"_s);
    const auto found = oauthCode(grant, target.replace("STATE", grant.state));
    QCOMPARE(bool(found), !code.isEmpty());
    if (found)
        QCOMPARE(*found, code);
    else
        QCOMPARE(found.error().code, error);
}

void MailOAuthTest::exchange()
{
    TokenServer server({R"(200 {"access_token":"a","expires_in":3600,"refresh_token":"r"})"});
    OAuthClient client({2000, {}});
    const OAuthGrant grant = makeOAuthGrant(QByteArray(64, 'r'), u"http://127.0.0.1:4711/"_s);
    const auto tokens = client.exchange(oauthAt(server), {}, grant, "the/code", {});
    QVERIFY(tokens);
    QCOMPARE(tokens->refreshToken, QByteArray("r"));
    const QUrlQuery question = server.questions().first();
    QCOMPARE(question.queryItemValue(u"code"_s, QUrl::FullyDecoded), u"the/code"_s);
    QCOMPARE(question.queryItemValue(u"code_verifier"_s).toLatin1(), grant.verifier);
    QVERIFY(!question.hasQueryItem(u"client_secret"_s));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::MailOAuthTest)
#include "mail_oauth_test.moc"
