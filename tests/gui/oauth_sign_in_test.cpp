// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/mail_access_here.h"
#include "base/deliver.h"
#include "mail/transport/mail_transport_factory.h"
#include "support/scripted_server.h"

#include <QUrlQuery>
#include <QtTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>
#include <thread>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a browser gets from a port of this computer; empty: nobody is there.
QByteArray browserGets(int port, const QByteArray &request)
{
    const int channel = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(quint16(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QByteArray answer;
    if (::connect(channel, reinterpret_cast<const sockaddr *>(&place), sizeof place) == 0
        && ::send(channel, request.constData(), size_t(request.size()), MSG_NOSIGNAL) == request.size()) {
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(channel, buffer, sizeof buffer, 0)) > 0;)
            answer.append(buffer, qsizetype(got));
    }
    ::close(channel);
    return answer;
}

/// The endpoint that gives tokens for codes.
class TokenEndpoint
{
public:
    QByteArray answer = R"({"access_token":"access-1","refresh_token":"refresh-1","expires_in":3600})";

    TokenEndpoint()
        : m_server([this](ServerPeer &peer, int) { talk(peer); })
    {
    }
    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/token"_s.arg(m_server.port()); }
    [[nodiscard]] QByteArray form()
    {
        const std::lock_guard guard(m_mutex);
        return m_form;
    }

private:
    void talk(ServerPeer &peer)
    {
        qsizetype length = 0;
        while (const auto line = peer.readLine()) {
            if (line->toLower().startsWith("content-length:"))
                length = line->mid(15).trimmed().toLongLong();
            if (line->trimmed().isEmpty())
                break;
        }
        const QByteArray form = peer.readBytes(length).value_or(QByteArray());
        {
            const std::lock_guard guard(m_mutex);
            m_form = form;
        }
        peer.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                   + QByteArray::number(answer.size()) + "\r\n\r\n" + answer);
        peer.close();
    }

    std::mutex m_mutex;
    QByteArray m_form;
    ScriptedServer m_server;
};

} // namespace

/// Somebody signs in at a provider, with the browser's part played by the test.
class OAuthSignInTest : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        TokenEndpoint endpoint;
        MailAccessHere access{makeMailTransport(), {}, {}, [] { return QString(); }};
        Mailbox mailbox;
        QUrl page;
        QFuture<Result<QByteArray>> future;
        std::optional<Result<QByteArray>> answer;
        QObject context;

        Setup()
        {
            mailbox.address = u"support@contoso.example"_s;
            mailbox.oauth.authorizeUrl = u"https://login.example/authorize?tenant=1"_s;
            mailbox.oauth.tokenUrl = endpoint.url();
            mailbox.oauth.clientId = u"client-7"_s;
            mailbox.oauth.scope = u"mail offline"_s;
        }
        void begin()
        {
            future = access.signIn(mailbox, "client-secret", [this](const QUrl &url) { page = url; });
            deliver(future, &context, [this](const Result<QByteArray> &result) { answer = result; });
        }
        QString parameter(const char *name) const
        {
            return QUrlQuery(page).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        }
        int port() const { return QUrl(parameter("redirect_uri")).port(); }
        /// The browser comes back with this; what it is shown.
        QByteArray comeBack(const QByteArray &target) const
        {
            std::atomic<bool> done = false;
            QByteArray shown;
            std::thread browser([&, at = port()] {
                shown = browserGets(at, "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
                done = true;
            });
            const bool ended = QTest::qWaitFor([&] { return done.load(); }, 10'000);
            browser.join();
            return ended ? shown : QByteArray("late");
        }
    };

private Q_SLOTS:
    void theCodeBecomesARefreshToken()
    {
        Setup setup;
        setup.begin();
        QCOMPARE(setup.page.host(), u"login.example"_s);
        QCOMPARE(setup.parameter("client_id"), u"client-7"_s);
        QCOMPARE(setup.parameter("code_challenge_method"), u"S256"_s);
        QCOMPARE(setup.parameter("tenant"), u"1"_s);
        const QByteArray state = setup.parameter("state").toUtf8();
        QVERIFY(state.size() >= 16);
        // Somebody else on this computer knocks: nothing of it counts.
        QVERIFY(setup.comeBack("/favicon.ico").contains("404"));
        QVERIFY(setup.comeBack("/?code=forged&state=guessed").contains("400"));
        QVERIFY(!setup.answer);
        const QByteArray shown = setup.comeBack("/?code=code%2F1&state=" + state);
        QVERIFY(shown.contains("200 OK"));
        QVERIFY(shown.contains("close this page"));
        QTRY_VERIFY(setup.answer);
        QVERIFY2(*setup.answer, setup.answer->has_value() ? "" : qPrintable(setup.answer->error().detail));
        QCOMPARE(**setup.answer, QByteArray("refresh-1"));
        const QUrlQuery form(QString::fromUtf8(setup.endpoint.form()));
        QCOMPARE(form.queryItemValue(u"code"_s, QUrl::FullyDecoded), u"code/1"_s);
        QCOMPARE(form.queryItemValue(u"client_secret"_s), u"client-secret"_s);
        QVERIFY(!form.queryItemValue(u"code_verifier"_s).isEmpty());
        QTRY_VERIFY(browserGets(setup.port(), "GET / HTTP/1.1\r\n\r\n").isEmpty()); // the port is closed
    }

    void theProviderSaysNo()
    {
        Setup setup;
        setup.begin();
        const QByteArray state = setup.parameter("state").toUtf8();
        QVERIFY(setup.comeBack("/?error=access_denied&state=" + state).contains("not allowed"));
        QTRY_VERIFY(setup.answer);
        QCOMPARE(setup.answer->error().code, ErrorCode::Denied);
    }

    void noRefreshTokenIsNoSignIn()
    {
        Setup setup;
        setup.endpoint.answer = R"({"access_token":"access-1","expires_in":3600})";
        setup.begin();
        setup.comeBack("/?code=1&state=" + setup.parameter("state").toUtf8());
        QTRY_VERIFY(setup.answer);
        QCOMPARE(setup.answer->error().code, ErrorCode::Invalid);
    }

    void givingUpClosesThePort()
    {
        Setup setup;
        setup.begin();
        const int port = setup.port();
        setup.future.cancel();
        QTRY_VERIFY(setup.answer);
        QCOMPARE(setup.answer->error().code, ErrorCode::Cancelled);
        QTRY_VERIFY(browserGets(port, "GET / HTTP/1.1\r\n\r\n").isEmpty());
    }

    void aPageThatIsNoneIsNotOpened()
    {
        Setup setup;
        setup.mailbox.oauth.authorizeUrl = u"http://login.example/authorize"_s;
        setup.begin();
        QTRY_VERIFY(setup.answer);
        QCOMPARE(setup.answer->error().code, ErrorCode::Invalid);
        QVERIFY(setup.page.isEmpty());
    }
};

QTEST_MAIN(OAuthSignInTest)
#include "oauth_sign_in_test.moc"
