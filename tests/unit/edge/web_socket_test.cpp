// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 6455 as a client sees it, with right frames and wrong ones.
#include "unit/edge/edge_world.h"
#include "unit/edge/raw_client.h"

#include <QTest>

#include <thread>

using namespace deskhand;
using namespace deskhand::test;

class WebSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesTextBothWays();
    void joinsFragments();
    void takesFramesInAnyCut();
    void isRefusedWithAnAnswer();
    void agreesToNoExtension();
    void opensLate();
    void answersPings();
    void agreesToClose_data();
    void agreesToClose();
    void closesAfterWhatIsQueued();
    void forgetsWhoDoesNotAgree();
    void tellsTheHandlerWhenItIsOver();
    void refusesWrongFrames_data();
    void refusesWrongFrames();
    void manyThreadsSpeakAtOnce();
    void fanOutReachesEverybody();
};

void WebSocketTest::carriesTextBothWays()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket("/ws?token=a"));
    QCOMPARE(world.lastRequest().query, QByteArray("token=a"));
    QCOMPARE(server->figures().sockets, 1);
    for (const qsizetype size : {0, 1, 125, 126, 127, 4'000, 65'535, 65'536}) {
        const QByteArray text(size, 'a');
        QVERIFY(client.sendText(text));
        const auto frame = client.frame();
        QVERIFY(frame);
        QCOMPARE(frame->payload, text);
        QCOMPARE(frame->opcode, 1);
        QVERIFY(frame->final && !frame->masked);
    }
    client.sendText("\xe2\x82\xac");
    QCOMPARE(client.frame()->payload, QByteArray("\xe2\x82\xac"));
    QTRY_COMPARE(server->figures().backlogBytes, 0);
}

void WebSocketTest::joinsFragments()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    client.sendFrame(0x01, "\xe2\x82"); // half a character
    client.sendFrame(0x89, "between");
    client.sendFrame(0x00, "");
    client.sendFrame(0x80, "\xac");
    QCOMPARE(client.frame()->opcode, 10);
    QCOMPARE(client.frame()->payload, QByteArray("\xe2\x82\xac"));
    QCOMPARE(world.messages(), QList<QByteArray>{"\xe2\x82\xac"});
}

void WebSocketTest::takesFramesInAnyCut()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    const QByteArray bytes = maskedFrame(0x81, QByteArray(200, 'x')) + maskedFrame(0x81, "b");
    for (const char c : bytes)
        QVERIFY(client.send(QByteArray(1, c)));
    QCOMPARE(client.frame()->payload, QByteArray(200, 'x'));
    QCOMPARE(client.frame()->payload, QByteArray("b"));
}

void WebSocketTest::isRefusedWithAnAnswer()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(!client.openSocket("/elsewhere"));
    QCOMPARE(client.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    QVERIFY(client.openSocket());
    QCOMPARE(world.sockets().size(), 1);
}

/// Compression would keep 300 kB for a client that is idle, and lets a small message become a large one.
void WebSocketTest::agreesToNoExtension()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    const RawResponse response =
        client.ask("GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: WebSocket\r\nConnection: keep-alive, upgrade\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n");
    QCOMPARE(response.status, 101);
    QVERIFY(headerOf(response.headers, "Sec-WebSocket-Extensions").isEmpty());
    client.sendFrame(0xc1, "compressed");
    QCOMPARE(client.frame()->closeCode(), 1002);
}

void WebSocketTest::opensLate()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    std::thread answering([&] {
        QTRY_COMPARE(world.waiting(), 1);
        world.answerLate();
    });
    QVERIFY(client.openSocket("/late-ws"));
    answering.join();
    client.sendText("a");
    QCOMPARE(client.frame()->payload, QByteArray("a"));
}

void WebSocketTest::answersPings()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.idleMs = 1000;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    client.sendFrame(0x89, "are you there");
    const auto pong = client.frame();
    QCOMPARE(pong->opcode, 10);
    QCOMPARE(pong->payload, QByteArray("are you there"));
    // Who is silent is asked, and stays as long as there is an answer.
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(client.frame()->opcode, 9);
        client.sendFrame(0x8a, "");
    }
    QCOMPARE(client.frame()->opcode, 9);
    QVERIFY(client.isClosed()); // no answer any more
    QTRY_COMPARE(world.closedSockets(), 1);
}

void WebSocketTest::agreesToClose_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::newRow("no code") << QByteArray() << 0;
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1011, 1014, 3000, 4999})
        QTest::addRow("%d", code) << QByteArray(1, char(code >> 8)) + char(code & 0xff) + QByteArray("bye") << code;
}

void WebSocketTest::agreesToClose()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    client.send(maskedFrame(0x88, payload) + maskedFrame(0x81, "after the end"));
    const auto frame = client.frame();
    QVERIFY(frame);
    QCOMPARE(frame->opcode, 8);
    QCOMPARE(frame->closeCode(), code);
    QVERIFY(client.isClosed());
    QVERIFY(world.messages().isEmpty());
    QTRY_COMPARE(world.closedSockets(), 1);
    QCOMPARE(server->figures().malformed, 0);
}

void WebSocketTest::closesAfterWhatIsQueued()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    QTRY_COMPARE(world.sockets().size(), 1);
    const auto socket = world.sockets().first();
    const QByteArray large(1'000'000, 'x');
    QVERIFY(socket->send(large) && socket->send("last"));
    socket->close(4001, QByteArray(122, 'a') + "\xe2\x82\xac"); // whose last character does not fit
    QVERIFY(!socket->send("too late"));
    QCOMPARE(client.frame()->payload, large);
    QCOMPARE(client.frame()->payload, QByteArray("last"));
    const auto closing = client.frame();
    QCOMPARE(closing->closeCode(), 4001);
    QCOMPARE(closing->payload.mid(2), QByteArray(122, 'a'));
    client.sendFrame(0x88, closing->payload.left(2));
    QVERIFY(client.isClosed());
}

void WebSocketTest::forgetsWhoDoesNotAgree()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.handshakeMs = 200;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    QTRY_COMPARE(world.sockets().size(), 1);
    world.sockets().first()->close(1000, {});
    QCOMPARE(client.frame()->closeCode(), 1000);
    client.sendText("I do not hear you");
    QVERIFY(client.isClosed());
    QTRY_COMPARE(server->figures().connections, 0);
    QVERIFY(world.messages().isEmpty());
}

void WebSocketTest::tellsTheHandlerWhenItIsOver()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    {
        RawClient client(server->port());
        QVERIFY(client.openSocket());
        client.sendText("a");
        QCOMPARE(client.frame()->payload, QByteArray("a"));
    }
    QTRY_COMPARE(world.closedSockets(), 1);
    QTRY_COMPARE(server->figures().connections, 0);
    QCOMPARE(server->figures().sockets, 0);
    QVERIFY(!world.sockets().first()->send("b"));
}

void WebSocketTest::refusesWrongFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, int code) { QTest::newRow(name) << bytes << code; };
    row("unmasked", maskedFrame(0x81, "a", false), 1002);
    for (const int bit : {0x40, 0x20, 0x10})
        QTest::addRow("reserved 0x%x", bit) << maskedFrame(0x81 | bit, "a") << 1002;
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        QTest::addRow("opcode %d", opcode) << maskedFrame(0x80 | opcode, "a") << 1002;
    row("binary", maskedFrame(0x82, "a"), 1003);
    row("continues nothing", maskedFrame(0x80, "a"), 1002);
    row("continues what has ended", maskedFrame(0x01, "a") + maskedFrame(0x80, "b") + maskedFrame(0x80, "c"), 1002);
    row("text within a message", maskedFrame(0x01, "a") + maskedFrame(0x81, "b"), 1002);
    row("binary within a message", maskedFrame(0x01, "a") + maskedFrame(0x82, "b"), 1002);
    row("ping in pieces", maskedFrame(0x09, "a"), 1002);
    row("close in pieces", maskedFrame(0x08, ""), 1002);
    row("long ping", maskedFrame(0x89, QByteArray(126, 'a')), 1002);
    row("long close", maskedFrame(0x88, QByteArray("\x03\xe8", 2) + QByteArray(124, 'a')), 1002);
    row("16 bits for what fits in 7", QByteArray("\x81\xfe\x00\x05mask.....", 13), 1002);
    row("64 bits for what fits in 16", QByteArray("\x81\xff\0\0\0\0\0\0\x01\x00mask", 14), 1002);
    row("highest bit of 64", QByteArray("\x81\xff\x80\0\0\0\0\0\0\x01mask", 14), 1002);
    row("an exabyte", QByteArray("\x81\xff\x10\0\0\0\0\0\0\0mask", 14), 1009);
    row("no UTF-8", maskedFrame(0x81, "\xff"), 1007);
    row("half a character", maskedFrame(0x81, "\xe2\x82"), 1007);
    row("a surrogate", maskedFrame(0x81, "\xed\xa0\x80"), 1007);
    row("overlong", maskedFrame(0x81, "\xc0\xaf"), 1007);
    row("beyond Unicode", maskedFrame(0x81, "\xf4\x90\x80\x80"), 1007);
    row("half a code", maskedFrame(0x88, "\x03"), 1002);
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65535})
        QTest::addRow("code %d", code) << maskedFrame(0x88, QByteArray(1, char(code >> 8)) + char(code & 0xff)) << 1002;
    row("a reason that is no UTF-8", maskedFrame(0x88, "\x03\xe8\xff"), 1007);
    row("a request", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 1002);
}

void WebSocketTest::refusesWrongFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    client.send(bytes + maskedFrame(0x81, "smuggled"));
    std::optional<RawFrame> frame = client.frame();
    while (frame && frame->opcode != 8)
        frame = client.frame(); // what was right before it is answered
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), code);
    QVERIFY(client.isClosed());
    QVERIFY(!world.messages().contains("smuggled"));
    QCOMPARE(server->figures().malformed + server->figures().refusedByLimit, 1);
    QTRY_COMPARE(world.closedSockets(), 1);
}

void WebSocketTest::manyThreadsSpeakAtOnce()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QVERIFY(client.openSocket());
    QTRY_COMPARE(world.sockets().size(), 1);
    const auto socket = world.sockets().first();
    constexpr int each = 500;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i)
                socket->send(QByteArray::number(thread) + ':' + QByteArray::number(i));
        });
    }
    QList<int> next{0, 0, 0, 0};
    for (int i = 0; i < 4 * each; ++i) {
        const auto frame = client.frame();
        QVERIFY(frame);
        const QList<QByteArray> parts = frame->payload.split(':');
        int &expected = next[parts[0].toInt()];
        QCOMPARE(parts[1].toInt(), expected++); // the order of each thread is kept
    }
    for (std::thread &thread : threads)
        thread.join();
}

void WebSocketTest::fanOutReachesEverybody()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.perAddress = 300;
    const auto server = startedServer(options, world);
    std::vector<RawClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.emplace_back(server->port());
        QVERIFY(clients.back().openSocket());
    }
    QTRY_COMPARE(world.sockets().size(), 200);
    const QByteArray text(400, 'e');
    const auto sockets = world.sockets();
    for (const auto &socket : sockets)
        QVERIFY(socket->send(text));
    for (RawClient &client : clients)
        QCOMPARE(client.frame().value_or(RawFrame()).payload, text);
    QSet<quint64> ids;
    for (const auto &socket : sockets)
        ids.insert(socket->id());
    QCOMPARE(ids.size(), 200);
}

QTEST_GUILESS_MAIN(WebSocketTest)
#include "web_socket_test.moc"
