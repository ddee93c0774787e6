// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is malformed, too much or could be read in two ways is answered once with a 4xx and a close, and what came
// behind it is looked at by nobody: in one piece and byte by byte, alone and behind a request that is right.
#include "edge/request_reader.h"
#include "unit/edge/edge_world.h"
#include "unit/edge/malformed_requests.h"
#include "unit/edge/raw_client.h"

#include <QSet>
#include <QTest>

using namespace deskhand;
using namespace deskhand::test;

class MalformedRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areManyAndDifferent();
    void areAnsweredOnce();
    void areSeenWithTheirLastByteAtTheLatest();
    void rightOnesPassTheSameWay();
};

void MalformedRequestsTest::areManyAndDifferent()
{
    QSet<QByteArray> different;
    const auto requests = malformedRequests();
    for (const MalformedRequest &request : requests)
        different.insert(request.bytes);
    QCOMPARE(different.size(), requests.size());
    QVERIFY2(requests.size() >= 400, qPrintable(QString::number(requests.size())));
}

void MalformedRequestsTest::areAnsweredOnce()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.perAddress = 10'000;
    const auto server = startedServer(options, world);
    const QByteArray behind = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const auto requests = malformedRequests();
    int before = 0;
    for (const MalformedRequest &request : requests) {
        const qint64 noted = server->figures().malformed + server->figures().refusedByLimit;
        RawClient client(server->port());
        const bool second = ++before % 2 == 0;
        if (second)
            client.send("GET /right HTTP/1.1\r\nHost: localhost\r\n\r\n");
        client.send(request.bytes + behind + behind);
        if (second)
            QCOMPARE(client.response().status, 200);
        const RawResponse response = client.response();
        QVERIFY2(response.status == request.status,
                 request.name + " gives " + QByteArray::number(response.status) + ' ' + response.body);
        QCOMPARE(headerOf(response.headers, "Connection"), QByteArray("close"));
        const QByteArray more = client.rest();
        QVERIFY2(more.isEmpty(), request.name + " gives more: " + more.left(100));
        QCOMPARE(server->figures().malformed + server->figures().refusedByLimit, noted + 1);
    }
    const auto seen = world.requests();
    QCOMPARE(seen.size(), requests.size() / 2);
    for (const HttpRequest &request : seen)
        QCOMPARE(request.path, QByteArray("/right"));
}

void MalformedRequestsTest::areSeenWithTheirLastByteAtTheLatest()
{
    const EdgeLimits limits;
    const auto requests = malformedRequests();
    for (const MalformedRequest &request : requests) {
        if (request.name.startsWith("upgrade: bytes behind"))
            continue; // the reader ends before those
        RequestReader reader(limits);
        bool complete = false;
        for (qsizetype i = 0; i < request.bytes.size() && reader.state() != RequestReader::State::Faulty; ++i) {
            (void)reader.feed(QByteArrayView(request.bytes).sliced(i, 1));
            if (reader.state() == RequestReader::State::HeadRead)
                reader.allowBody(limits.body);
            complete = complete || reader.state() == RequestReader::State::Complete;
        }
        QVERIFY2(!complete, request.name);
        QVERIFY2(reader.state() == RequestReader::State::Faulty, request.name);
        QVERIFY2(reader.fault().status == request.status, request.name);
    }
}

/// So that the test above cannot pass because everything is refused.
void MalformedRequestsTest::rightOnesPassTheSameWay()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    const QByteArray host = "Host: localhost\r\n";
    const QList<QByteArray> right{
        "GET / HTTP/1.1\r\n" + host + "\r\n",
        "OPTIONS /a/b/ HTTP/1.1\r\nhost:localhost:80\r\n\r\n",
        "DELETE /a;b=c,d/~e/@f HTTP/1.1\r\n" + host + "X-Empty:\r\nX-Tab:\ta\tb\t\r\nX-Latin: \xe4\r\n\r\n",
        "GET /a%20b/%E2%82%AC/.../..a?x=[1]|2&y=%2F..%2F HTTP/1.1\r\n" + host + "\r\n",
        "PATCH /a HTTP/1.1\r\nHost: [::1]:8443\r\nContent-Length: 5\r\n\r\nabcde",
        "PUT /a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length:\t0005 \r\n\r\nabcde",
        "POST /a HTTP/1.1\r\n" + host
            + "Transfer-Encoding: \tchunked \r\n\r\n5;a=\"b\"\r\nabcde\r\n000\r\nX: y\r\n\r\n",
        "POST /a HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n",
        "GET /a HTTP/1.1\r\n" + host + "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n",
        "GET /a HTTP/1.1\r\n" + host + "Upgrade: websocket\r\n\r\n",
        "GET /" + QByteArray(8'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n",
        "GET /a HTTP/1.1\r\n" + host + "X-A: " + QByteArray(32'000, 'a') + "\r\n\r\n",
    };
    RawClient client(server->port());
    for (const QByteArray &request : right)
        QVERIFY2(client.ask(request).status == 200, request.left(100));
    QCOMPARE(world.requests().size(), right.size());
    QCOMPARE(world.requests()[3].path, QByteArray("/a b/\xe2\x82\xac/.../..a"));
    QCOMPARE(server->figures().malformed, 0);
}

QTEST_GUILESS_MAIN(MalformedRequestsTest)
#include "malformed_requests_test.moc"
