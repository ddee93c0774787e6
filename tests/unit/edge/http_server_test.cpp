// SPDX-License-Identifier: GPL-3.0-or-later
// The server as a client meets it, over real sockets: plain and TLS, one request and many, and how it stops.
#include "support/test_certificates.h"
#include "unit/edge/edge_world.h"
#include "unit/edge/raw_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <openssl/ssl.h>

#include <thread>

using namespace deskhand;
using namespace deskhand::test;

class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers();
    void keepsConnections();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void answersHeadWithoutBody();
    void pipelinedAreAnsweredInOrder();
    void tenThousandPipelined();
    void bodiesComeInAnyCut_data();
    void bodiesComeInAnyCut();
    void continuesWhenExpected();
    void expectedBodyTooLargeIsNotAskedFor();
    void lostAnswersAre500();
    void answersOnceOnly();
    void headersCannotBreakOut();
    void largeAnswersOverTls();
    void servesBothKindsOfAddress();
    void speaksTls_data();
    void speaksTls();
    void reloadsTheCertificate();
    void believesTrustedProxiesOnly();
    void answersToItsHostsOnly();
    void startSaysWhatIsWrong();
    void drainAnswersWhatHasBegun();
    void drainClosesSocketsWithRestart();
    void answersAfterItsEndDoNothing();

private:
    static EdgeOptions tlsOptions(TestCertificates &certificates)
    {
        const auto made = certificates.newCertificate(certificates.newAuthority(), QStringLiteral("127.0.0.1"));
        EdgeOptions options;
        options.certificateFile = made.certificate;
        options.keyFile = made.key;
        return options;
    }
};

void HttpServerTest::answers()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    const RawResponse response = client.ask("GET /echo/%C3%A4?a=%20b HTTP/1.1\r\nHost: localhost\r\nX-A:  b \r\n\r\n");
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, QByteArray("GET /echo/\xc3\xa4?a=%20b\n"));
    QCOMPARE(headerOf(response.headers, "content-type"), QByteArray("text/plain"));
    QVERIFY(headerOf(response.headers, "Date").endsWith(" GMT"));
    const HttpRequest request = world.lastRequest();
    QCOMPARE(headerOf(request.headers, "x-a"), QByteArray("b"));
    QCOMPARE(request.peer, QStringLiteral("127.0.0.1"));
    QVERIFY(!request.secure);
    QCOMPARE(server->figures().requests, 1);
    QCOMPARE(server->figures().connections, 1);
    QCOMPARE(client.ask("GET /empty HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 204);
}

void HttpServerTest::keepsConnections()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    for (int i = 0; i < 20; ++i) {
        const QByteArray body = "body " + QByteArray::number(i);
        const RawResponse response = client.ask(
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QCOMPARE(response.body, "POST /echo?\n" + body);
        QVERIFY(headerOf(response.headers, "Connection").isEmpty());
    }
    // An old client's line end behind a body is forgiven.
    QCOMPARE(client.ask("\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    QCOMPARE(server->figures().connections, 1);
}

void HttpServerTest::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("Connection: close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n");
    QTest::newRow("in a list") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, close\r\n\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("the handler") << QByteArray("GET /close HTTP/1.1\r\nHost: a\r\n\r\n");
}

void HttpServerTest::closesWhenAsked()
{
    QFETCH(QByteArray, request);
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    const RawResponse response = client.ask(request + "GET /second HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(response.status, 200);
    QCOMPARE(headerOf(response.headers, "Connection"), QByteArray("close"));
    QVERIFY(client.isClosed());
    QCOMPARE(world.requests().size(), 1);
}

void HttpServerTest::answersHeadWithoutBody()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    client.send("HEAD /big HTTP/1.1\r\nHost: a\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n");
    const RawResponse head = client.response(true);
    QCOMPARE(head.status, 200);
    QCOMPARE(headerOf(head.headers, "Content-Length"), QByteArray("1048576"));
    QCOMPARE(client.response().body, QByteArray("GET /echo?\n"));
}

void HttpServerTest::pipelinedAreAnsweredInOrder()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    client.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\n"
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
                "GET /last HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(world.waiting(), 1);
    QVERIFY(client.isSilent(50));
    QCOMPARE(world.requests().size(), 1); // the next is not begun before the first has its answer
    world.answerLate();
    QCOMPARE(client.response().body, QByteArray("late"));
    QCOMPARE(client.response().body, QByteArray("POST /echo?\nabc"));
    QCOMPARE(client.response().body, QByteArray("GET /last?\n"));
}

void HttpServerTest::tenThousandPipelined()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    constexpr int count = 10'000;
    std::thread sender([&] {
        for (int i = 0; i < count; ++i)
            client.send("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\n\r\n");
    });
    int right = 0;
    for (int i = 0; i < count; ++i)
        right += client.response().body == "GET /" + QByteArray::number(i) + "?\n" ? 1 : 0;
    sender.join();
    QCOMPARE(right, count);
}

void HttpServerTest::bodiesComeInAnyCut_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("length") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789");
    QTest::newRow("chunked") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
                                           "4;a=b\r\n0123\r\n006\r\n456789\r\n0\r\nX-Trailer: c\r\n\r\n");
}

void HttpServerTest::bodiesComeInAnyCut()
{
    QFETCH(QByteArray, request);
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    for (qsizetype cut = 1; cut < request.size(); ++cut) {
        client.send(request.left(cut));
        const RawResponse response = client.ask(request.mid(cut));
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, QByteArray("POST /echo?\n0123456789"));
    }
    for (const char c : request)
        client.send(QByteArray(1, c));
    QCOMPARE(client.response().body, QByteArray("POST /echo?\n0123456789"));
}

void HttpServerTest::continuesWhenExpected()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n";
    QCOMPARE(client.ask(head + "Content-Length: 3\r\n\r\n").status, 100);
    QCOMPARE(client.ask("abc").body, QByteArray("POST /echo?\nabc"));
    // What has come need not be asked for, and what has no body has nothing to go on with.
    QCOMPARE(client.ask(head + "Content-Length: 3\r\n\r\nabc").status, 200);
    QCOMPARE(client.ask(head + "\r\n").status, 200);
}

void HttpServerTest::expectedBodyTooLargeIsNotAskedFor()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QCOMPARE(
        client.ask("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\nX-Limit: 2\r\n\r\n")
            .status,
        413);
    QVERIFY(client.isClosed());
}

void HttpServerTest::lostAnswersAre500()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QCOMPARE(client.ask("GET /dropped HTTP/1.1\r\nHost: a\r\n\r\n").status, 500);
    QVERIFY(!client.openSocket("/dropped-ws"));
    QCOMPARE(client.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
}

void HttpServerTest::answersOnceOnly()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QCOMPARE(client.ask("GET /twice HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    QVERIFY(client.isSilent(50));
    QCOMPARE(client.ask("GET /next HTTP/1.1\r\nHost: a\r\n\r\n").body, QByteArray("GET /next?\n"));
}

void HttpServerTest::headersCannotBreakOut()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    const RawResponse response = client.ask("GET /evil HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(response.status, 200);
    QVERIFY(headerOf(response.headers, "X-Two").isEmpty());
    QVERIFY(headerOf(response.headers, "X-One").isEmpty());
    QVERIFY(headerOf(response.headers, "X Three").isEmpty());
    QCOMPARE(headerOf(response.headers, "X-Four"), QByteArray("d"));
    QVERIFY(headerOf(response.headers, "Transfer-Encoding").isEmpty());
    QCOMPARE(response.body, QByteArray("GET /evil?\n"));
    QCOMPARE(client.ask("GET /next HTTP/1.1\r\nHost: a\r\n\r\n").body, QByteArray("GET /next?\n"));
}

void HttpServerTest::largeAnswersOverTls()
{
    if (!TestCertificates::canBeMade())
        QSKIP("there is no openssl program to make certificates with");
    TestCertificates certificates;
    EdgeWorld world;
    const auto server = startedServer(tlsOptions(certificates), world);
    RawClient client(server->port());
    QVERIFY(client.startTls());
    for (int i = 0; i < 8; ++i)
        client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    for (int i = 0; i < 8; ++i)
        QCOMPARE(client.response().body, QByteArray(1024 * 1024, 'b'));
    const QByteArray body(700'000, 'x');
    QCOMPARE(client.ask("PUT /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 700000\r\n\r\n" + body).body,
             "PUT /echo?\n" + body);
}

void HttpServerTest::servesBothKindsOfAddress()
{
    EdgeWorld world;
    EdgeOptions options;
    options.address = QStringLiteral("::1");
    const auto six = startedServer(options, world);
    RawClient client(six->port(), "::1");
    if (!client.isConnected())
        QSKIP("this machine has no IPv6");
    QCOMPARE(client.ask("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n").status, 200);
    QCOMPARE(world.lastRequest().peer, QStringLiteral("::1"));

    TestCertificates certificates;
    options = tlsOptions(certificates);
    options.address = QStringLiteral("::");
    const auto both = startedServer(options, world);
    for (const char *address : {"127.0.0.1", "::1"}) {
        RawClient one(both->port(), address);
        QVERIFY(one.startTls());
        QCOMPARE(one.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
        QCOMPARE(world.lastRequest().peer, QString::fromLatin1(address));
    }
}

void HttpServerTest::speaksTls_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("works");
    QTest::newRow("1.0") << TLS1_VERSION << false;
    QTest::newRow("1.1") << TLS1_1_VERSION << false;
    QTest::newRow("1.2") << TLS1_2_VERSION << true;
    QTest::newRow("1.3") << TLS1_3_VERSION << true;
}

void HttpServerTest::speaksTls()
{
    QFETCH(int, version);
    QFETCH(bool, works);
    if (!TestCertificates::canBeMade())
        QSKIP("there is no openssl program to make certificates with");
    TestCertificates certificates;
    EdgeWorld world;
    const auto server = startedServer(tlsOptions(certificates), world);
    RawClient client(server->port());
    QCOMPARE(client.startTls(version), works);
    if (works) {
        QCOMPARE(client.ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi").body,
                 QByteArray("POST /echo?\nhi"));
        QVERIFY(world.lastRequest().secure);
        QVERIFY(client.openSocket());
        client.sendText("over TLS");
        QCOMPARE(client.frame().value_or(RawFrame()).payload, QByteArray("over TLS"));
    }
    // Who speaks in clear where TLS is spoken is not answered.
    RawClient plain(server->port());
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(!plain.rest().contains("HTTP/1.1"));
}

void HttpServerTest::reloadsTheCertificate()
{
    if (!TestCertificates::canBeMade())
        QSKIP("there is no openssl program to make certificates with");
    TestCertificates certificates;
    const auto authority = certificates.newAuthority();
    const auto second = certificates.newCertificate(authority, QStringLiteral("second.example"));
    EdgeWorld world;
    const EdgeOptions options = tlsOptions(certificates);
    const auto server = startedServer(options, world);
    RawClient old(server->port());
    QVERIFY(old.startTls());
    QCOMPARE(old.peerCertificate(), QByteArray("/CN=127.0.0.1"));

    const auto replace = [](const QString &file, const QString &by) {
        QFile::remove(file);
        return QFile::copy(by, file);
    };
    QVERIFY(replace(options.certificateFile, second.certificate));
    const Result<void> halfWay = server->reloadCertificate(); // the key is still that of the first
    QVERIFY(!halfWay);
    QCOMPARE(halfWay.error().where, QStringLiteral("keyFile"));
    RawClient meanwhile(server->port());
    QVERIFY(meanwhile.startTls());
    QCOMPARE(meanwhile.peerCertificate(), QByteArray("/CN=127.0.0.1"));

    QVERIFY(replace(options.keyFile, second.key));
    QVERIFY(server->reloadCertificate());
    RawClient renewed(server->port());
    QVERIFY(renewed.startTls());
    QCOMPARE(renewed.peerCertificate(), QByteArray("/CN=second.example"));
    QCOMPARE(old.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
}

void HttpServerTest::believesTrustedProxiesOnly()
{
    EdgeWorld world;
    EdgeOptions options;
    options.trustedProxies = {QStringLiteral("127.0.0.2"), QStringLiteral("10.0.0.0/8")};
    const auto server = startedServer(options, world);
    const QByteArray request = "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6, 192.0.2.7\r\n"
                               "x-forwarded-for: 10.1.2.3\r\nX-Forwarded-Proto: https\r\nForwarded: for=1.2.3.4\r\n"
                               "X-Remote-User: root\r\n\r\n";
    RawClient stranger(server->port());
    QCOMPARE(stranger.ask(request).status, 200);
    QCOMPARE(world.lastRequest().peer, QStringLiteral("127.0.0.1"));
    QVERIFY(!world.lastRequest().secure);
    for (const char *name : {"X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "X-Remote-User"})
        QVERIFY2(headerOf(world.lastRequest().headers, name).isEmpty(), name);

    RawClient proxy(server->port(), "127.0.0.1", "127.0.0.2");
    QCOMPARE(proxy.ask(request).status, 200);
    QCOMPARE(world.lastRequest().peer, QStringLiteral("192.0.2.7"));
    QVERIFY(world.lastRequest().secure);
    QCOMPARE(headerOf(world.lastRequest().headers, "X-Remote-User"), QByteArray("root"));
}

void HttpServerTest::answersToItsHostsOnly()
{
    EdgeWorld world;
    EdgeOptions options;
    options.hosts = {QStringLiteral("desk.example"), QStringLiteral("[::1]")};
    const auto server = startedServer(options, world);
    const auto statusFor = [&](const QByteArray &host) {
        return RawClient(server->port()).ask("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status;
    };
    QCOMPARE(statusFor("desk.example"), 200);
    QCOMPARE(statusFor("DESK.example:8443"), 200);
    QCOMPARE(statusFor("[::1]:80"), 200);
    QCOMPARE(statusFor("evil.example"), 421);
    QCOMPARE(world.requests().size(), 3);
}

void HttpServerTest::startSaysWhatIsWrong()
{
    EdgeWorld world;
    const auto errorOf = [&](const EdgeOptions &options) {
        const auto started = HttpServer::start(options, world);
        return started ? Error{ErrorCode::Internal, QStringLiteral("it started"), {}, {}} : started.error();
    };
    EdgeOptions options;
    options.address = QStringLiteral("nowhere");
    QCOMPARE(errorOf(options).where, QStringLiteral("address"));
    options.address = QStringLiteral("0.0.0.0"); // without a certificate
    QCOMPARE(errorOf(options).where, QStringLiteral("certificateFile"));
    options.address = QStringLiteral("192.0.2.1"); // nobody has it
    QCOMPARE(errorOf(options).code, ErrorCode::Invalid);
    options = {};
    options.certificateFile = QStringLiteral("/nowhere.pem");
    QCOMPARE(errorOf(options).where, QStringLiteral("certificateFile"));
    options = {};
    options.trustedProxies = {QStringLiteral("10.0.0.0/33")};
    QCOMPARE(errorOf(options).where, QStringLiteral("trustedProxies"));
    options = {};
    const auto server = startedServer(options, world);
    options.port = server->port();
    QCOMPARE(errorOf(options).code, ErrorCode::Busy);
    if (!TestCertificates::canBeMade())
        return;
    TestCertificates certificates;
    options = tlsOptions(certificates);
    options.keyFile = tlsOptions(certificates).keyFile;
    QCOMPARE(errorOf(options).where, QStringLiteral("keyFile"));
}

void HttpServerTest::drainAnswersWhatHasBegun()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient idle(server->port());
    QCOMPARE(idle.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    RawClient half(server->port());
    half.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
    RawClient busy(server->port());
    busy.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(world.waiting(), 1);
    QTRY_COMPARE(server->figures().connections, 3);
    QTRY_COMPARE(server->figures().bodyBytes, 2); // what has not come has not begun

    std::thread drainer([&] { server->drain(10'000); });
    QVERIFY(idle.isClosed());
    QVERIFY(busy.isSilent(20));
    QVERIFY(half.send("cd"));
    const RawResponse answered = half.response();
    QCOMPARE(answered.body, QByteArray("POST /echo?\nabcd"));
    QCOMPARE(headerOf(answered.headers, "Connection"), QByteArray("close"));
    QTRY_VERIFY(!RawClient(server->port()).isConnected());
    world.answerLate();
    QCOMPARE(busy.response().body, QByteArray("late"));
    QVERIFY(half.isClosed() && busy.isClosed());
    drainer.join();
    QCOMPARE(server->figures().connections, 0);
}

void HttpServerTest::drainClosesSocketsWithRestart()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    QTRY_COMPARE(world.sockets().size(), 1);
    RawClient deaf(server->port());
    QVERIFY(deaf.openSocket());
    QElapsedTimer timer;
    timer.start();
    std::thread drainer([&] { server->drain(700); });
    const auto closing = client.frame();
    QVERIFY(closing);
    QCOMPARE(closing->opcode, 8);
    QCOMPARE(closing->closeCode(), 1012);
    client.sendFrame(0x88, closing->payload);
    QVERIFY(client.isClosed());
    drainer.join();
    QVERIFY(timer.elapsed() >= 700); // one never said that it agrees
    QCOMPARE(server->figures().sockets, 1);
    QVERIFY(!world.sockets().first()->send("too late"));
}

void HttpServerTest::answersAfterItsEndDoNothing()
{
    EdgeWorld world;
    {
        const auto server = startedServer({}, world);
        RawClient request(server->port());
        request.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\n");
        RawClient socket(server->port());
        socket.send("GET /late-ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        RawClient open(server->port());
        QVERIFY(open.openSocket());
        QTRY_COMPARE(world.waiting(), 2);
        QTRY_COMPARE(world.sockets().size(), 1);
    }
    QCOMPARE(world.closedSockets(), 1);
    world.answerLate();
    QVERIFY(!world.sockets().first()->send("too late"));
    world.sockets().first()->close(1000, "too late");
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
