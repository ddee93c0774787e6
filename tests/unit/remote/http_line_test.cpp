// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/http_exchange.h"
#include "remote/http_line.h"

#include "operations/connect_problem.h"
#include "support/chaos_proxy.h"
#include "support/scripted_service.h"
#include "support/test_certificates.h"

#include <QNetworkProxy>
#include <QtTest>

namespace deskhand::test {

using Fault = ScriptedService::Fault;
using Reply = ScriptedService::Reply;

class HttpLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anAnswerIsItsBody();
    void theTokenIsInTheHeaderOnly();
    void connectionsAreKept();
    void packedAnswersAreUnpacked();
    void errorsOfTheServiceAreItsOwn();
    void whatIsNotOurs_data();
    void whatIsNotOurs();
    void redirectionsAreNotFollowed();
    void whatIsDroppedIsAskedOnceMore_data();
    void whatIsDroppedIsAskedOnceMore();
    void whatMustNotHappenTwiceDoesNot();
    void twiceDroppedIsOffline();
    void tooMuchIsAskedLater();
    void longPausesAreNotWaitedFor();
    void silenceEnds();
    void theWayHasItsProblems_data();
    void theWayHasItsProblems();
    void cancellingEndsTheRequest();
    void certificatesAreChecked_data();
    void certificatesAreChecked();
    void anUnreadableFileOfAuthoritiesIsSaid();
    void nothingIsSentInClear();
    void aProxyMayAskWhoComes();

private:
    std::unique_ptr<HttpLine> newLine(const QString &scheme = QStringLiteral("http"));
    static Result<QByteArray> ask(HttpLine &line, const HttpQuestion &asked = question("/api/v1/x"));
    Result<QByteArray> ask() { return ask(*newLine()); }
    static HttpQuestion question(const char *path);
    static QString problemOf(const Result<QByteArray> &answer);

    std::unique_ptr<ScriptedService> m_service;
    TestCertificates m_certificates;
    RemotePlace m_place;
    QByteArray m_token;
};

void HttpLineTest::init()
{
    m_service = std::make_unique<ScriptedService>();
    m_service->answer("/api/v1/x", QByteArray(R"({"items":[1]})"));
    m_place = RemotePlace();
    m_place.times.answer = 3000;
    m_token.clear();
}

void HttpLineTest::cleanup()
{
    m_service.reset();
}

std::unique_ptr<HttpLine> HttpLineTest::newLine(const QString &scheme)
{
    if (m_place.service.isEmpty())
        m_place.service = QUrl(QStringLiteral("%1://127.0.0.1:%2/").arg(scheme).arg(m_service->port()));
    auto line = std::make_unique<HttpLine>(m_place);
    line->setToken(m_token);
    return line;
}

HttpQuestion HttpLineTest::question(const char *path)
{
    HttpQuestion made;
    made.path = QString::fromLatin1(path);
    made.body = "{}";
    return made;
}

Result<QByteArray> HttpLineTest::ask(HttpLine &line, const HttpQuestion &asked)
{
    std::optional<Result<QByteArray>> answer;
    line.ask(asked, [&answer](const Result<QByteArray> &body) { answer = body; });
    if (answer || !QTest::qWaitFor([&answer] { return answer.has_value(); }, 15'000))
        return Error{ErrorCode::Internal, QStringLiteral("test"), QStringLiteral("no answer, or at once"), {}};
    return *answer;
}

QString HttpLineTest::problemOf(const Result<QByteArray> &answer)
{
    if (answer)
        return QStringLiteral("none");
    const auto problem = connectProblemOf(answer.error());
    return errorCodeName(answer.error().code)
           + (problem ? QLatin1String(" ") + connectProblemName(*problem) : QString());
}

void HttpLineTest::anAnswerIsItsBody()
{
    const Result<QByteArray> answer = ask();
    QVERIFY2(answer, qPrintable(problemOf(answer)));
    QCOMPARE(*answer, QByteArray(R"({"items":[1]})"));
    const auto &request = m_service->requests().first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.body, QByteArray("{}"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QVERIFY(!request.headers.contains("cookie"));
    QVERIFY(!request.headers.contains("authorization"));
}

void HttpLineTest::theTokenIsInTheHeaderOnly()
{
    m_token = "dhs_secret";
    const auto line = newLine();
    m_service->answer("/api/v1/x", [](const ScriptedService::Request &) {
        return Reply{200, "{}", "application/json", {{"Set-Cookie", "a=b"}}};
    });
    QVERIFY(ask(*line));
    HttpQuestion stranger = question("/api/v1/x");
    stranger.withToken = false;
    QVERIFY(ask(*line, stranger));
    QCOMPARE(m_service->requests()[0].token(), m_token);
    QVERIFY(!m_service->requests()[0].path.contains("secret"));
    QVERIFY(m_service->requests()[1].token().isEmpty());
    QVERIFY(!m_service->requests()[1].headers.contains("cookie"));
}

void HttpLineTest::connectionsAreKept()
{
    ChaosProxy proxy(m_service->port());
    m_place.service = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(proxy.port()));
    const auto line = newLine();
    for (int i = 0; i < 5; ++i)
        QVERIFY(ask(*line));
    QCOMPARE(proxy.accepted(), 1);
}

void HttpLineTest::packedAnswersAreUnpacked()
{
    const QByteArray much(60'000'000, 'x'); // packed a thousandfold
    m_service->answer("/api/v1/x", [&much](const ScriptedService::Request &request) {
        if (!request.headers.value("accept-encoding").contains("gzip"))
            return Reply{500};
        const QByteArray packed = qCompress(much).mid(4); // without the size that Qt puts before it
        return Reply{200, packed, "application/json", {{"Content-Encoding", "deflate"}}};
    });
    const Result<QByteArray> answer = ask();
    QVERIFY2(answer, qPrintable(problemOf(answer)));
    QVERIFY(*answer == much);
}

void HttpLineTest::errorsOfTheServiceAreItsOwn()
{
    m_service->answer("/api/v1/x", [](const ScriptedService::Request &) {
        return Reply{409, R"({"code":"conflict","where":"pipeline","payload":{"unseen":["7"]}})"};
    });
    const Result<QByteArray> answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Conflict);
    QCOMPARE(answer.error().payload.value(QStringLiteral("unseen")).toStringList(), QStringList(QStringLiteral("7")));
}

void HttpLineTest::whatIsNotOurs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("problem");
    const QByteArray html = "text/html; charset=utf-8";
    QTest::newRow("a page") << 200 << html << QStringLiteral("offline captive-portal");
    QTest::newRow("a redirection") << 302 << html << QStringLiteral("offline captive-portal");
    QTest::newRow("RFC 6585") << 511 << html << QStringLiteral("offline captive-portal");
    QTest::newRow("another server") << 404 << html << QStringLiteral("offline not-desk-service");
    QTest::newRow("a balancer without a service") << 502 << html << QStringLiteral("offline");
    QTest::newRow("a proxy that fails") << 500 << QByteArray("text/plain") << QStringLiteral("offline");
    QTest::newRow("a gateway that waits in vain") << 504 << html << QStringLiteral("timeout");
    QTest::newRow("a network that refuses") << 403 << html << QStringLiteral("offline captive-portal");
    QTest::newRow("a sign-in that is not ours") << 401 << html << QStringLiteral("offline captive-portal");
    QTest::newRow("no conflict of ours") << 409 << QByteArray("text/plain") << QStringLiteral("offline captive-portal");
    QTest::newRow("a request that was cut on its way") << 400 << QByteArray("text/plain") << QStringLiteral("offline");
    QTest::newRow("a page about a wrong request") << 400 << html << QStringLiteral("offline captive-portal");
    QTest::newRow("too large for the edge") << 413 << QByteArray("text/plain") << QStringLiteral("invalid");
    QTest::newRow("too old") << 426 << QByteArray("text/plain") << QStringLiteral("too-old");
}

void HttpLineTest::whatIsNotOurs()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    m_service->answer("/api/v1/x", [status, type](const ScriptedService::Request &) {
        return Reply{status, "<html>Please sign in</html>", type, {{"Location", "/portal"}}};
    });
    QTEST(problemOf(ask()), "problem");
}

void HttpLineTest::redirectionsAreNotFollowed()
{
    ScriptedService elsewhere;
    m_token = "dhs_secret";
    m_service->answer("/api/v1/x", [&elsewhere](const ScriptedService::Request &) {
        const QByteArray there = "http://127.0.0.1:" + QByteArray::number(elsewhere.port()) + "/api/v1/x";
        return Reply{307, {}, "text/plain", {{"Location", there}}};
    });
    QCOMPARE(problemOf(ask()), QStringLiteral("offline captive-portal"));
    QVERIFY(elsewhere.requests().isEmpty());
}

void HttpLineTest::whatIsDroppedIsAskedOnceMore_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::newRow("reset") << Reply{200, "{}", "application/json", {}, Fault::Reset};
    QTest::newRow("half an answer") << Reply{200, R"({"items":[1,2,3]})", "application/json", {}, Fault::Half};
    QTest::newRow("a service that starts") << Reply{503, {}, "text/plain", {{"Retry-After", "1"}}};
}

void HttpLineTest::whatIsDroppedIsAskedOnceMore()
{
    QFETCH(Reply, reply);
    m_service->failNext("/api/v1/x", reply);
    const Result<QByteArray> answer = ask();
    QVERIFY2(answer, qPrintable(problemOf(answer)));
    QCOMPARE(*answer, QByteArray(R"({"items":[1]})"));
}

void HttpLineTest::whatMustNotHappenTwiceDoesNot()
{
    m_service->failNext("/api/v1/x", Reply{200, R"({"items":[1,2,3]})", "application/json", {}, Fault::Half});
    HttpQuestion once = question("/api/v1/x");
    once.mayRepeat = false;
    QCOMPARE(problemOf(ask(*newLine(), once)), QStringLiteral("offline"));
    QCOMPARE(m_service->requests().size(), 1);
}

void HttpLineTest::twiceDroppedIsOffline()
{
    m_service->failNext("/api/v1/x", Reply{200, R"({"items":[1,2,3]})", "application/json", {}, Fault::Half}, 2);
    QCOMPARE(problemOf(ask()), QStringLiteral("offline"));
    QCOMPARE(m_service->requests().size(), 2);
}

void HttpLineTest::tooMuchIsAskedLater()
{
    m_service->failNext("/api/v1/x", Reply{429,
                                           R"({"code":"busy","payload":{"retryAfter":1,"reason":"rate"}})",
                                           "application/json",
                                           {{"Retry-After", "1"}}});
    QElapsedTimer timer;
    timer.start();
    QVERIFY(ask());
    QVERIFY(timer.elapsed() >= 1000);
}

void HttpLineTest::longPausesAreNotWaitedFor()
{
    m_service->failNext("/api/v1/x", Reply{429, {}, "text/plain", {{"Retry-After", "60"}}});
    const Result<QByteArray> answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Busy);
    QCOMPARE(answer.error().payload.value(QStringLiteral("retryAfter")).toInt(), 60);
    QCOMPARE(m_service->requests().size(), 1);
}

void HttpLineTest::silenceEnds()
{
    m_place.times.answer = 300;
    m_service->failNext("/api/v1/x", Reply{200, {}, {}, {}, Fault::Silence});
    QCOMPARE(problemOf(ask()), QStringLiteral("timeout timed-out"));
}

void HttpLineTest::theWayHasItsProblems_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("problem");
    QTest::newRow("nobody there") << QStringLiteral("http://127.0.0.1:%1/").arg(unusedPort())
                                  << QStringLiteral("offline refused");
    QTest::newRow("no such host") << QStringLiteral("https://nowhere.invalid/")
                                  << QStringLiteral("offline host-not-found");
}

void HttpLineTest::theWayHasItsProblems()
{
    QFETCH(QString, url);
    m_place.service = QUrl(url);
    QTEST(problemOf(ask()), "problem");
}

void HttpLineTest::cancellingEndsTheRequest()
{
    ChaosProxy proxy(m_service->port());
    m_place.service = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(proxy.port()));
    const auto line = newLine();
    m_service->failNext("/api/v1/x", Reply{200, {}, {}, {}, Fault::Silence});
    bool told = false;
    HttpExchange *exchange = line->ask(question("/api/v1/x"), [&told](const auto &) { told = true; });
    QTRY_COMPARE(m_service->requests().size(), 1);
    exchange->cancel();
    QTRY_COMPARE(proxy.open(), 0);
    QVERIFY(ask(*line));
    QVERIFY(!told);
}

void HttpLineTest::certificatesAreChecked_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("problem");
    const QString here = QStringLiteral("127.0.0.1");
    QTest::newRow("good") << here << 2 << true << QStringLiteral("none");
    QTest::newRow("an authority that nobody trusts")
        << here << 2 << false << QStringLiteral("offline certificate untrusted");
    QTest::newRow("another host") << QStringLiteral("other.example") << 2 << true
                                  << QStringLiteral("offline certificate other-host");
    QTest::newRow("over") << here << -1 << true << QStringLiteral("offline certificate out-of-time");
}

void HttpLineTest::certificatesAreChecked()
{
    if (!TestCertificates::canBeMade())
        QSKIP("there is no openssl");
    QFETCH(QString, host);
    QFETCH(int, days);
    QFETCH(bool, trusted);
    const auto authority = m_certificates.newAuthority();
    const auto certificate = m_certificates.newCertificate(authority, host, days);
    m_service = std::make_unique<ScriptedService>(ServerTls{certificate.certificate, certificate.key});
    m_service->answer("/api/v1/x", QByteArray("{}"));
    m_place.caFile = trusted ? authority.certificate : m_certificates.newAuthority().certificate;
    const Result<QByteArray> answer = ask(*newLine(QStringLiteral("https")));
    QString problem = problemOf(answer);
    const auto isNamed = [&answer](ConnectProblem wanted) {
        return !answer && connectProblemOf(answer.error()).value_or(ConnectProblem()) == wanted;
    };
    if (isNamed(ConnectProblem::Untrusted))
        problem += QStringLiteral(" untrusted");
    if (isNamed(ConnectProblem::WrongHost))
        problem += QStringLiteral(" other-host");
    if (isNamed(ConnectProblem::Expired))
        problem += QStringLiteral(" out-of-time");
    QTEST(problem, "problem");
    QCOMPARE(m_service->requests().size(), answer ? 1 : 0);
}

void HttpLineTest::anUnreadableFileOfAuthoritiesIsSaid()
{
    m_place.caFile = QStringLiteral("/nowhere/ca.pem");
    const Result<QByteArray> answer = ask();
    QCOMPARE(problemOf(answer), QStringLiteral("invalid no-authorities"));
    QVERIFY(m_service->requests().isEmpty());
}

void HttpLineTest::nothingIsSentInClear()
{
    // A server without TLS at the port of one that should have it: it waits for a request that never comes in clear.
    m_place.times.answer = 300;
    QCOMPARE(problemOf(ask(*newLine(QStringLiteral("https")))), QStringLiteral("timeout timed-out"));
    QVERIFY(m_service->requests().isEmpty());
}

void HttpLineTest::aProxyMayAskWhoComes()
{
    // A proxy for plain HTTP is asked with the whole address.
    const QByteArray url = "http://desk.test:1/api/v1/x";
    m_service->answer(url, [](const ScriptedService::Request &request) {
        const QByteArray wanted = "Basic " + QByteArray("ada:open").toBase64();
        if (request.headers.value("proxy-authorization") != wanted)
            return Reply{407, {}, "text/plain", {{"Proxy-Authenticate", "Basic realm=\"way out\""}}};
        return Reply{200, "{}"};
    });
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpCachingProxy, QStringLiteral("127.0.0.1"), quint16(m_service->port())));
    m_place.service = QUrl(QStringLiteral("http://desk.test:1/"));
    const QString without = problemOf(ask());
    m_place.proxyLogin = [](const QString &, int) {
        return ProxyLogin{QStringLiteral("ada"), QStringLiteral("wrong")};
    };
    const QString wrong = problemOf(ask());
    m_place.proxyLogin = [](const QString &host, int) {
        return host == QLatin1String("127.0.0.1")
                   ? std::optional(ProxyLogin{QStringLiteral("ada"), QStringLiteral("open")})
                   : std::nullopt;
    };
    const QString right = problemOf(ask());
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QCOMPARE(without, QStringLiteral("offline proxy-login"));
    QCOMPARE(wrong, QStringLiteral("offline proxy-login"));
    QCOMPARE(right, QStringLiteral("none"));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::HttpLineTest)
#include "http_line_test.moc"
