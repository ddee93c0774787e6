// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies that are files: admitted before their first byte is read, never in memory, and gone on every way.
#include "edge/upload_file.h"
#include "unit/edge/edge_world.h"
#include "unit/edge/raw_client.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace deskhand;
using namespace deskhand::test;

namespace {

QByteArray head(const QByteArray &target, const QByteArray &lines)
{
    return "PUT " + target + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}

QByteArray lengthOf(qint64 bytes)
{
    return "Content-Length: " + QByteArray::number(bytes) + "\r\n";
}

QByteArray put(const QByteArray &bytes, qint64 limit)
{
    return head("/file", "X-Limit: " + QByteArray::number(limit) + "\r\n" + lengthOf(bytes.size())) + bytes;
}

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

class UploadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyIsAFile();
    void chunksAreAFile();
    void whatIsRefusedIsNotRead();
    void lateAdmission();
    void limits();
    void uploads();
    void slowUploads();
    void whoIsCutOffLeavesNothing();
    void nobodyElseReadsIt();
    void aFullDiskIsSaid();
    void aFolderThatGoesIsSaid();
    void aFolderThatIsNone();
};

void UploadsTest::aBodyIsAFile()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    const QByteArray bytes = QByteArray("0123456789abcdef").repeated(100'000);
    QCOMPARE(client.ask(put(bytes, bytes.size())).status, 200);
    HttpRequest request = world.lastRequest();
    QVERIFY(request.body.isEmpty());
    QVERIFY(request.upload);
    QCOMPARE(request.upload->size(), bytes.size());
    QCOMPARE(request.upload->sha256(), sha256Of(bytes));
    QCOMPARE(*request.upload->read(1'000'000, 7), bytes.mid(1'000'000, 7));
    QCOMPARE(*request.upload->read(bytes.size() - 3, 100), QByteArray("def"));
    QCOMPARE(server->figures().uploadBytes, bytes.size());
    QCOMPARE(server->figures().bodyBytes, 0);
    // The next request of the connection is a request, and the next upload another file.
    QCOMPARE(client.ask("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    QVERIFY(!world.lastRequest().upload);
    QCOMPARE(client.ask(put("other", 5)).status, 200);
    QCOMPARE(world.lastRequest().upload->sha256(), sha256Of("other"));
    // Nothing to keep is no file.
    QCOMPARE(client.ask(put({}, 5)).status, 200);
    QVERIFY(!world.lastRequest().upload);
}

void UploadsTest::chunksAreAFile()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    const QByteArray chunked = head("/file", "X-Limit: 10\r\nTransfer-Encoding: chunked\r\n");
    QCOMPARE(client.ask(chunked + "4\r\nfour\r\n6\r\nsixsix\r\n0\r\n\r\n").status, 200);
    QCOMPARE(world.lastRequest().upload->sha256(), sha256Of("foursixsix"));
    QCOMPARE(client.ask(chunked + "4\r\nfour\r\n7\r\nseven").status, 413);
    QVERIFY(client.isClosed());
}

void UploadsTest::whatIsRefusedIsNotRead()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    for (const QByteArray &target : {QByteArray("/forbidden-file"), QByteArray("/file"), QByteArray("/dropped-file")}) {
        RawClient client(server->port());
        const RawResponse answer = client.ask(head(target, "Expect: 100-continue\r\nX-Limit: 99\r\n" + lengthOf(100)));
        QCOMPARE(answer.status, target == "/forbidden-file" ? 403 : target == "/file" ? 413 : 500);
        QVERIFY(client.isClosed());
    }
    QCOMPARE(world.requests().size(), 0);
    QCOMPARE(server->figures().uploadBytes, 0);
}

/// Whoever waits to be admitted is not read from, and told to go on only then.
void UploadsTest::lateAdmission()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    client.send(head("/late-file", "Expect: 100-continue\r\nX-Limit: 5\r\n" + lengthOf(5)));
    QTRY_COMPARE(world.waiting(), 1);
    QCOMPARE(server->figures().uploadBytes, 0);
    world.answerLate();
    QCOMPARE(client.response().status, 100);
    QCOMPARE(server->figures().uploadBytes, 5);
    QCOMPARE(client.ask("12345").status, 200);
    QCOMPARE(world.lastRequest().upload->sha256(), sha256Of("12345"));
    // The one who has gone meanwhile is admitted in vain.
    {
        RawClient gone(server->port());
        gone.send(head("/late-file", "X-Limit: 5\r\n" + lengthOf(5)));
        QTRY_COMPARE(world.waiting(), 1);
        gone.reset();
    }
    world.answerLate();
    QTRY_COMPARE(server->figures().connections, 1);
    QCOMPARE(server->figures().uploadBytes, 5); // that of the request which the world remembers
}

void UploadsTest::limits()
{
    EdgeWorld world;
    const auto server = startedServer({}, world);
    RawClient client(server->port());
    QCOMPARE(client.ask(put(QByteArray(1000, 'a'), 1000)).status, 200);
    QCOMPARE(client.ask(put(QByteArray(1001, 'a'), 1000)).status, 413);
    QVERIFY(client.isClosed());
    QCOMPARE(server->figures().refusedByLimit, 1);
}

/// All together; the room is made sure of before the first byte.
void UploadsTest::uploads()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.uploads = 1000;
    const auto server = startedServer(options, world);
    RawClient first(server->port());
    first.send(head("/file", "X-Limit: 900\r\n" + lengthOf(900)));
    QTRY_COMPARE(server->figures().uploadBytes, 900);
    RawClient second(server->port());
    const RawResponse refusal = second.ask(head("/file", "X-Limit: 900\r\n" + lengthOf(101)));
    QCOMPARE(refusal.status, 503);
    QVERIFY(headerOf(refusal.headers, "Retry-After").toInt() > 0);
    QVERIFY(second.isClosed());
    // Nobody has said how many these will be.
    RawClient third(server->port());
    third.send(head("/file", "X-Limit: 900\r\nTransfer-Encoding: chunked\r\n") + "64\r\n" + QByteArray(100, 'a')
               + "\r\n");
    QTRY_COMPARE(server->figures().uploadBytes, 1000);
    third.send("1\r\na\r\n");
    QCOMPARE(third.response().status, 503);
    QCOMPARE(first.ask(QByteArray(900, 'b')).status, 200);
    QCOMPARE(server->figures().refusedByLimit, 2);
}

void UploadsTest::slowUploads()
{
    EdgeWorld world;
    EdgeOptions options;
    options.limits.headerMs = 200;
    options.limits.bodyBytesPerSecond = 100;
    const auto server = startedServer(options, world);
    RawClient client(server->port());
    client.send(head("/file", "X-Limit: 900\r\n" + lengthOf(900)) + "a");
    QTRY_COMPARE(server->figures().uploadBytes, 900);
    QCOMPARE(client.response().status, 408);
    QTRY_COMPARE(server->figures().uploadBytes, 0);
}

void UploadsTest::whoIsCutOffLeavesNothing()
{
    const QTemporaryDir folder;
    EdgeWorld world;
    EdgeOptions options;
    options.uploadFolder = folder.path();
    const auto server = startedServer(options, world);
    {
        RawClient client(server->port());
        client.send(head("/file", "X-Limit: 900\r\n" + lengthOf(900)) + QByteArray(800, 'a'));
        QTRY_COMPARE(server->figures().uploadBytes, 900);
        // It has no name, so that nothing is left of it either when the service is killed.
        QVERIFY(QDir(folder.path()).isEmpty());
        client.reset();
    }
    QTRY_COMPARE(server->figures().uploadBytes, 0);
    {
        RawClient client(server->port());
        client.send(head("/file", "X-Limit: 900\r\n" + lengthOf(900)) + QByteArray(800, 'a'));
        client.endSending();
        QTRY_COMPARE(server->figures().uploadBytes, 0);
    }
    QCOMPARE(world.requests().size(), 0);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void UploadsTest::nobodyElseReadsIt()
{
    const QTemporaryDir folder;
    QString path;
    {
        auto file = UploadFile::create(folder.path(), [](qint64) { return true; });
        QVERIFY(file);
        // Wherever it is open: a regular file in that folder, for its owner alone, without a name.
        int found = 0;
        for (const QFileInfo &each : QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System)) {
            struct stat status = {};
            if (!each.symLinkTarget().startsWith(folder.path()) || stat(each.filePath().toUtf8(), &status) != 0)
                continue;
            ++found;
            QCOMPARE(int(status.st_mode & 0777), 0600);
            QCOMPARE(int(status.st_nlink), 0);
        }
        QCOMPARE(found, 1);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void UploadsTest::aFullDiskIsSaid()
{
    constexpr qsizetype most = 1024 * 1024;
    EdgeWorld world;
    const auto server = startedServer({}, world);
    // No file can be larger: the write in the middle of it fails.
    signal(SIGXFSZ, SIG_IGN);
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit little = before;
    little.rlim_cur = most;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
    RawClient client(server->port());
    const RawResponse answer = client.ask(put(QByteArray(2 * most, 'a'), 2 * most));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(answer.status, 507);
    QVERIFY(client.isClosed());
    QTRY_COMPARE(server->figures().uploadBytes, 0);
    RawClient again(server->port());
    QCOMPARE(again.ask(put(QByteArray(2 * most, 'a'), 2 * most)).status, 200);
}

/// Also when the folder goes while the service runs.
void UploadsTest::aFolderThatGoesIsSaid()
{
    EdgeWorld world;
    EdgeOptions options;
    const QTemporaryDir folder;
    options.uploadFolder = folder.filePath(QStringLiteral("there"));
    QVERIFY(QDir().mkdir(options.uploadFolder));
    const auto server = startedServer(options, world);
    QVERIFY(QDir().rmdir(options.uploadFolder));
    RawClient client(server->port());
    QCOMPARE(client.ask(put("12345", 5)).status, 507);
    QVERIFY(client.isClosed());
    QVERIFY(QDir().mkdir(options.uploadFolder));
    RawClient again(server->port());
    QCOMPARE(again.ask(put("12345", 5)).status, 200);
}

void UploadsTest::aFolderThatIsNone()
{
    EdgeWorld world;
    EdgeOptions options;
    options.uploadFolder = QStringLiteral("/nowhere/at/all");
    const auto server = HttpServer::start(options, world);
    QVERIFY(!server);
    QCOMPARE(server.error().code, ErrorCode::Denied);
    QVERIFY(server.error().detail.contains(options.uploadFolder));
}

QTEST_GUILESS_MAIN(UploadsTest)
#include "uploads_test.moc"
