// SPDX-License-Identifier: GPL-3.0-or-later
// Every limit of EdgeLimits is kept: just below it something works, just above it does not, and it is counted.
#include "unit/edge/edge_world.h"
#include "unit/edge/raw_client.h"

#include "edge/trusted_proxies.h"
#include "support/test_certificates.h"

#include <QElapsedTimer>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <deque>
#include <vector>

using namespace deskhand;
using namespace deskhand::test;

class EdgeLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestLine();
    void headerBytes();
    void headers();
    void body();
    void bodyOfOneRequest();
    void chunkedBody();
    void bodies();
    void headerTime();
    void headerTimeDripped();
    void slowBodies();
    void idle();
    void handshake();
    void slowReaders();
    void socketMessage();
    void socketFrame();
    void socketMessagesPerSecond_data();
    void socketMessagesPerSecond();
    void socketBacklog();
    void pending();
    void perAddress();
    void perAddressOfSix();
    void connections();

private:
    static QByteArray get(const QByteArray &target, const QByteArray &lines = {})
    {
        return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
    }
    static QByteArray post(qsizetype size, const QByteArray &lines = {})
    {
        return "POST /echo HTTP/1.1\r\nHost: a\r\n" + lines + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n"
               + QByteArray(size, 'b');
    }
};

void EdgeLimitsTest::requestLine()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.requestLine = 100;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QCOMPARE(client.ask(get('/' + QByteArray(100 - 14, 'a'))).status, 200);
    QCOMPARE(client.ask(get('/' + QByteArray(101 - 14, 'a'))).status, 414);
    QVERIFY(client.isClosed());
    QCOMPARE(server->figures().refusedByLimit, 1);
}

void EdgeLimitsTest::headerBytes()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.headerBytes = 1000;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    const qsizetype others = qstrlen("Host: a\r\nX: \r\n");
    QCOMPARE(client.ask(get("/", "X: " + QByteArray(1000 - others, 'a') + "\r\n")).status, 200);
    QCOMPARE(client.ask(get("/", "X: " + QByteArray(1001 - others, 'a') + "\r\n")).status, 431);
    QVERIFY(client.isClosed());
    // Headers that do not end are not waited for.
    RawClient endless(server->port());
    endless.send("GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'a'));
    QCOMPARE(endless.response().status, 431);
}

void EdgeLimitsTest::headers()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.headers = 10;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QCOMPARE(client.ask(get("/", QByteArray("X: a\r\n").repeated(9))).status, 200);
    QCOMPARE(client.ask(get("/", QByteArray("X: a\r\n").repeated(10))).status, 431);
    QVERIFY(client.isClosed());
}

void EdgeLimitsTest::body()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.body = 1000;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QCOMPARE(client.ask(post(1000)).status, 200);
    QCOMPARE(client.ask(post(1001)).status, 413);
    QVERIFY(client.isClosed());
    QCOMPARE(server->figures().refusedByLimit, 1);
    QCOMPARE(world.requests().size(), 1);
}

void EdgeLimitsTest::bodyOfOneRequest()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.body = 1000;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QCOMPARE(client.ask(post(5000, "X-Limit: 5000\r\n")).status, 200);
    QCOMPARE(client.ask(post(5001, "X-Limit: 5000\r\n")).status, 413);
    RawClient none(server->port());
    QCOMPARE(none.ask(post(1, "X-Limit: 0\r\n")).status, 413);
}

void EdgeLimitsTest::chunkedBody()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.body = 16;
    const auto server = startedServer(options, world);
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n01234567\r\n";
    RawClient client(server->port());
    QCOMPARE(client.ask(head + "8\r\n01234567\r\n0\r\n\r\n").status, 200);
    QCOMPARE(client.ask(head + "9\r\n").status, 413); // as soon as it is known
    QVERIFY(client.isClosed());
}

void EdgeLimitsTest::bodies()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.bodies = 1500;
    const auto server = startedServer(options, world);
    RawClient first(server->port());
    first.send(post(1000).replace("/echo", "/late"));
    QTRY_COMPARE(world.waiting(), 1);
    RawClient second(server->port());
    const RawResponse refused = second.ask(post(1000));
    QCOMPARE(refused.status, 503);
    QVERIFY(!headerOf(refused.headers, "Retry-After").isEmpty());
    world.answerLate();
    QCOMPARE(first.response().status, 200);
    {
        RawClient gone(server->port());
        gone.send(post(1000).chopped(100));
        QTRY_COMPARE(server->figures().connections, 2);
    }
    RawClient third(server->port());
    QTRY_COMPARE(server->figures().connections, 2); // what had come of a body that was given up is forgotten
    QCOMPARE(third.ask(post(1000)).status, 200);
}

void EdgeLimitsTest::headerTime()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.headerMs = 200;
    const auto server = startedServer(options, world);
    RawClient silent(server->port());
    RawClient half(server->port());
    half.send("GET / HTTP/1.1\r\nHost");
    QCOMPARE(half.response().status, 408);
    QVERIFY(half.isClosed());
    QVERIFY(silent.isClosed());
    QCOMPARE(server->figures().refusedByLimit, 1);
    // Between requests one may wait for longer; then the next head has its own time.
    RawClient later(server->port());
    QCOMPARE(later.ask(get("/")).status, 200);
    QVERIFY(later.isSilent(400));
    QCOMPARE(later.ask(get("/")).status, 200);
    later.send("GET");
    QCOMPARE(later.response().status, 408);
}

void EdgeLimitsTest::headerTimeDripped()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.headerMs = 300;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QElapsedTimer timer;
    timer.start();
    client.send("GET / HTTP/1.1\r\nX: ");
    while (client.isSilent(20) && timer.elapsed() < 5000)
        client.send("a"); // that something comes does not help
    QCOMPARE(client.response().status, 408);
    QVERIFY(timer.elapsed() < 4000);
}

void EdgeLimitsTest::slowBodies()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.headerMs = 800; // the window in which the pace is measured
    options.limits.bodyBytesPerSecond = 1000;
    const auto server = startedServer(options, world);
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n";
    RawClient slow(server->port());
    slow.send(head);
    while (slow.isSilent(20))
        slow.send("0123456789"); // 500 bytes a second
    QCOMPARE(slow.response().status, 408);
    QVERIFY(slow.isClosed());
    RawClient stops(server->port()); // what came fast at the beginning is no credit
    stops.send(head + QByteArray(4900, 'a'));
    QCOMPARE(stops.response().status, 408);
    RawClient steady(server->port());
    steady.send(head);
    for (int i = 0; i < 25; ++i) {
        QVERIFY(steady.isSilent(20));
        steady.send(QByteArray(200, 'a'));
    }
    QCOMPARE(steady.response().status, 200);
    QCOMPARE(server->figures().refusedByLimit, 2);
}

void EdgeLimitsTest::idle()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.idleMs = 200;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QCOMPARE(client.ask(get("/")).status, 200);
    QVERIFY(client.isClosed());
    QTRY_COMPARE(server->figures().connections, 0);
    // Who waits for an answer is not idle.
    RawClient waiting(server->port());
    waiting.send(get("/late"));
    QVERIFY(waiting.isSilent(500));
    world.answerLate();
    QCOMPARE(waiting.response().status, 200);
}

void EdgeLimitsTest::handshake()
{
    if (!TestCertificates::canBeMade())
        QSKIP("there is no openssl program to make certificates with");
    TestCertificates certificates;
    const auto made = certificates.newCertificate(certificates.newAuthority(), QStringLiteral("127.0.0.1"));
    EdgeWorld world;
    EdgeOptions options;
    options.certificateFile = made.certificate;
    options.keyFile = made.key;
    options.limits.handshakeMs = 200;
    const auto server = startedServer(options, world);
    RawClient silent(server->port());
    RawClient half(server->port());
    half.send(QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7));
    QVERIFY(silent.isClosed());
    QVERIFY(half.isClosed());
    QCOMPARE(server->figures().refusedByLimit, 2);
}

void EdgeLimitsTest::slowReaders()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.idleMs = 300;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    client.setReceiveBuffer(4096);
    for (int i = 0; i < 20; ++i)
        client.send(get("/big"));
    QTRY_COMPARE(server->figures().connections, 0); // it takes nothing of what it asked for
    QVERIFY(world.requests().size() < 20);          // and was not answered ahead without bounds
}

void EdgeLimitsTest::socketMessage()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.socketMessage = 1000;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    client.sendFrame(0x01, QByteArray(600, 'a'));
    client.sendFrame(0x80, QByteArray(400, 'a'));
    QCOMPARE(client.frame()->payload.size(), 1000);
    client.sendFrame(0x01, QByteArray(600, 'a'));
    client.sendFrame(0x80, QByteArray(401, 'a'));
    QCOMPARE(client.frame()->closeCode(), 1009);
    QVERIFY(client.isClosed());
    QCOMPARE(server->figures().refusedByLimit, 1);
}

void EdgeLimitsTest::socketFrame()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.socketFrame = 500;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    client.sendText(QByteArray(500, 'a'));
    QCOMPARE(client.frame()->payload.size(), 500);
    client.send(maskedFrame(0x81, QByteArray(501, 'a')).left(8)); // its size is enough
    QCOMPARE(client.frame()->closeCode(), 1009);
    QVERIFY(client.isClosed());
}

void EdgeLimitsTest::socketMessagesPerSecond_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("messages") << maskedFrame(0x81, "a");
    QTest::newRow("pings") << maskedFrame(0x89, "a");
    QTest::newRow("pongs") << maskedFrame(0x8a, "");
    QTest::newRow("fragments") << maskedFrame(0x00, "");
}

void EdgeLimitsTest::socketMessagesPerSecond()
{
    QFETCH(QByteArray, frame);
    EdgeWorld world;
    EdgeOptions options;
    options.limits.socketMessagesPerSecond = 20;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    QByteArray flood = frame.repeated(1000);
    if (QByteArray(QTest::currentDataTag()) == "fragments")
        flood.prepend(maskedFrame(0x01, "a"));
    client.send(flood);
    auto answer = client.frame();
    while (answer && answer->opcode != 8)
        answer = client.frame();
    QVERIFY(answer);
    QCOMPARE(answer->closeCode(), 1008);
    QVERIFY(world.messages().size() <= 40); // what comes at once, and what came while it was sent
    QVERIFY(client.isClosed());
    QCOMPARE(server->figures().refusedByLimit, 1);
    if (QByteArray(QTest::currentDataTag()) != "messages")
        return;
    // A steady pace below the limit may go on for as long as it likes.
    RawClient calm(server->port());
    QVERIFY(calm.openSocket());
    for (int i = 0; i < 30; ++i) {
        calm.sendText("a");
        QCOMPARE(calm.frame()->opcode, 1);
        QVERIFY(calm.isSilent(60));
    }
}

void EdgeLimitsTest::socketBacklog()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.socketBacklog = 1'000'000;
    const auto server = startedServer(options, world);
    RawClient deaf(server->port());
    deaf.setReceiveBuffer(4096);
    QVERIFY(deaf.openSocket());
    RawClient other(server->port());
    QVERIFY(other.openSocket());
    QTRY_COMPARE(world.sockets().size(), 2);
    const auto socket = world.sockets().first();
    const QByteArray text(10'000, 'x');
    int sent = 0;
    while (socket->send(text) && sent < 100'000)
        ++sent;
    QVERIFY(sent >= 98 && sent < 2000); // what waits, and what the two kernels hold
    QTRY_COMPARE(world.closedSockets(), 1);
    QCOMPARE(server->figures().droppedSlowSockets, 1);
    QTRY_COMPARE(server->figures().backlogBytes, 0);
    QVERIFY(world.sockets().last()->send("still here"));
    QCOMPARE(other.frame()->payload, QByteArray("still here"));
}

/// How many may wait is the kernel's to keep; it is asked what it was told.
void EdgeLimitsTest::pending()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.pending = 77;
    const auto server = startedServer(options, world);
    int found = 0;
    for (int descriptor = 3; descriptor < 1000; ++descriptor) {
        int listens = 0;
        socklen_t size = sizeof listens;
        sockaddr_in address{};
        socklen_t addressSize = sizeof address;
        tcp_info info{};
        socklen_t infoSize = sizeof info;
        if (getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0 || listens == 0
            || getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &addressSize) != 0
            || ntohs(address.sin_port) != server->port())
            continue;
        QCOMPARE(getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &infoSize), 0);
        QCOMPARE(info.tcpi_sacked, 77U); // of a socket that listens: how many may wait
        ++found;
    }
    QCOMPARE(found, 1);
}

void EdgeLimitsTest::perAddress()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.perAddress = 3;
    options.trustedProxies = {QStringLiteral("127.0.0.3")};
    const auto server = startedServer(options, world);
    std::deque<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server->port());
        QCOMPARE(clients.back().ask(get("/")).status, 200);
    }
    RawClient refused(server->port());
    QVERIFY(refused.isClosed());
    QCOMPARE(server->figures().refusedByLimit, 1);
    QCOMPARE(RawClient(server->port(), "127.0.0.1", "127.0.0.2").ask(get("/")).status, 200);
    for (int i = 0; i < 10; ++i) { // a proxy stands for many
        clients.emplace_back(server->port(), "127.0.0.1", "127.0.0.3");
        QCOMPARE(clients.back().ask(get("/")).status, 200);
    }
    clients.pop_front();
    QTRY_COMPARE(server->figures().connections, 12);
    QCOMPARE(RawClient(server->port()).ask(get("/")).status, 200);
}

void EdgeLimitsTest::perAddressOfSix()
{
    // A network has 2^64 addresses: all of a /64 are one client.
    QCOMPARE(addressGroup(QStringLiteral("2001:db8::1")), addressGroup(QStringLiteral("2001:db8::ffff:2:3:4")));
    QVERIFY(addressGroup(QStringLiteral("2001:db8::1")) != addressGroup(QStringLiteral("2001:db8:0:1::1")));
    QVERIFY(addressGroup(QStringLiteral("192.0.2.1")) != addressGroup(QStringLiteral("192.0.2.2")));
    QCOMPARE(addressGroup(QStringLiteral("192.0.2.1")), addressGroup(QStringLiteral("::ffff:192.0.2.1")));
    EdgeWorld world;
    EdgeOptions options;
    options.address = QStringLiteral("::1");
    options.limits.perAddress = 1;
    const auto server = startedServer(options, world);
    RawClient first(server->port(), "::1");
    if (!first.isConnected())
        QSKIP("this machine has no IPv6");
    QCOMPARE(first.ask(get("/")).status, 200);
    QVERIFY(RawClient(server->port(), "::1").isClosed());
}

void EdgeLimitsTest::connections()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.connections = 5;
    const auto server = startedServer(options, world);
    std::vector<RawClient> clients;
    for (int i = 0; i < 5; ++i) {
        const QByteArray from = "127.0.0." + QByteArray::number(i + 1);
        clients.emplace_back(server->port(), "127.0.0.1", from.constData());
        QCOMPARE(clients.back().ask(get("/")).status, 200);
    }
    QVERIFY(RawClient(server->port()).isClosed());
    QCOMPARE(server->figures().connections, 5);
    clients.clear();
    QTRY_COMPARE(server->figures().connections, 0);
    QCOMPARE(RawClient(server->port()).ask(get("/")).status, 200);
}

QTEST_GUILESS_MAIN(EdgeLimitsTest)
#include "edge_limits_test.moc"
