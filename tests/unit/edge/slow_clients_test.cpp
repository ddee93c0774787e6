// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands who never finish their requests: the others are answered all the while, and each slow one is given up when
// its time is over. And what one who only listens costs.
#include "support/test_certificates.h"
#include "unit/edge/edge_world.h"
#include "unit/edge/raw_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace deskhand;
using namespace deskhand::test;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif
#else
constexpr bool isSanitized = false;
#endif

namespace {

/// From so many addresses as keep the limit per address.
RawClient clientNumber(int number, quint16 port)
{
    const int address = 1 + number / 60;
    const QByteArray from = "127.1." + QByteArray::number(address / 250) + '.' + QByteArray::number(1 + address % 250);
    return RawClient(port, "127.0.0.1", from.constData());
}

/// How many connections this process may hold with both their ends.
int possibleConnections(int wanted)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return int(std::min<rlim_t>(rlim_t(wanted), (limit.rlim_cur - 300) / 2));
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

class SlowClientsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listenersAreCheap(); // first: memory that others have used and given back would serve it
    void doNotDisturbOthers();
    void comeAndGo();

private:
    /// So many requests over 100 connections; microseconds of each, sorted. Empty: one was not answered.
    static std::vector<qint64> work(quint16 port, int requests);
};

std::vector<qint64> SlowClientsTest::work(quint16 port, int requests)
{
    std::vector<std::thread> threads;
    std::vector<std::vector<qint64>> times(4);
    std::atomic<int> failed{0};
    for (size_t thread = 0; thread < times.size(); ++thread) {
        threads.emplace_back([&, thread] {
            std::vector<RawClient> agents;
            for (int i = 0; i < 25; ++i)
                agents.push_back(clientNumber(int(thread) * 25 + i + 60 * 200, port));
            for (int i = 0; i < requests / int(times.size()); ++i) {
                QElapsedTimer timer;
                timer.start();
                if (agents[size_t(i) % agents.size()].ask("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n").status != 200)
                    ++failed;
                times[thread].push_back(timer.nsecsElapsed() / 1000);
            }
        });
    }
    std::vector<qint64> all;
    for (size_t thread = 0; thread < times.size(); ++thread) {
        threads[thread].join();
        all.insert(all.end(), times[thread].begin(), times[thread].end());
    }
    std::sort(all.begin(), all.end());
    return failed == 0 ? all : std::vector<qint64>();
}

void SlowClientsTest::doNotDisturbOthers()
{
    const int count = possibleConnections(qEnvironmentVariableIsSet("DESKHAND_NIGHTLY") ? 5000 : 1000);
    QVERIFY2(count >= 100, "there are too few descriptors to try anything");
    EdgeWorld world;
    EdgeOptions options;
    options.limits.headerMs = 60'000;
    const auto server = startedServer(options, world);
    constexpr int requests = 20'000;
    const std::vector<qint64> alone = work(server->port(), requests);
    QVERIFY(!alone.empty());

    std::vector<RawClient> slow;
    for (int i = 0; i < count; ++i)
        slow.push_back(clientNumber(i, server->port()));
    QTRY_COMPARE(server->figures().connections, count);
    // Each says a byte a second.
    std::mutex mutex;
    std::condition_variable stopping;
    bool stops = false;
    std::thread dripping([&] {
        const QByteArray request = "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ";
        std::unique_lock lock(mutex);
        for (qsizetype turn = 0; !stops; ++turn) {
            const qsizetype round = turn / 50;
            for (size_t i = size_t(turn % 50); i < slow.size(); i += 50)
                slow[i].send(QByteArray(1, round < request.size() ? request[round] : 'a'));
            stopping.wait_for(lock, std::chrono::milliseconds(20), [&] { return stops; });
        }
    });
    const std::vector<qint64> besides = work(server->port(), requests);
    {
        const std::lock_guard lock(mutex);
        stops = true;
    }
    stopping.notify_one();
    dripping.join();
    QVERIFY(!besides.empty());
    QCOMPARE(world.requests().size(), 2 * requests);
    const auto p99 = [](const std::vector<qint64> &sorted) { return sorted[sorted.size() * 99 / 100]; };
    qInfo("p99 of requests: alone %lld us, beside %d slow clients %lld us", p99(alone), count, p99(besides));
    QTRY_COMPARE(server->figures().connections, count);
    slow.clear();
    QTRY_COMPARE(server->figures().connections, 0);

    // The same with a time that ends while one looks.
    options.limits.headerMs = 1'000;
    const auto strict = startedServer(options, world);
    for (int i = 0; i < count; ++i) {
        slow.push_back(clientNumber(i, strict->port()));
        slow.back().send("GET / HTTP/1.1\r\n");
    }
    int answered = 0;
    for (RawClient &client : slow)
        answered += client.response().status == 408 && client.isClosed() ? 1 : 0;
    QCOMPARE(answered, count);
    QCOMPARE(strict->figures().refusedByLimit, count);
    slow.clear();
    QTRY_COMPARE(strict->figures().connections, 0);
}

/// At whatever point clients go, orderly or not, nothing of them stays.
void SlowClientsTest::comeAndGo()
{
    if (!TestCertificates::canBeMade())
        QSKIP("there is no openssl program to make certificates with");
    TestCertificates certificates;
    const auto made = certificates.newCertificate(certificates.newAuthority(), QStringLiteral("127.0.0.1"));
    EdgeWorld world;
    EdgeOptions options;
    const auto plain = startedServer(options, world);
    options.certificateFile = made.certificate;
    options.keyFile = made.key;
    const auto secure = startedServer(options, world);
    const QList<QByteArray> said{"",
                                 "GET",
                                 "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                                 "GET /big HTTP/1.1\r\nHost: a\r\n\r\n",
                                 "GET /late HTTP/1.1\r\nHost: a\r\n\r\n",
                                 "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab",
                                 "GET / HTTP/9.9\r\n\r\n"};
    for (int i = 0; i < 600; ++i) {
        const bool tls = i % 5 == 0;
        RawClient client = clientNumber(i % 3000, (tls ? secure : plain)->port());
        if (tls && i % 10 == 0 && !client.startTls())
            QFAIL("no TLS");
        client.send(said[i % said.size()]);
        if (i % 4 == 0 && i % said.size() != 4 && !tls && client.openSocket())
            client.sendText(QByteArray(1000, 'a'));
        if (i % 3 == 0)
            client.reset();
    }
    const auto isEmpty = [&] {
        world.answerLate(); // to whom is gone, too
        return plain->figures().connections == 0;
    };
    QTRY_VERIFY(isEmpty());
    QTRY_COMPARE(secure->figures().connections, 0);
    QCOMPARE(plain->figures().sockets, 0);
    QCOMPARE(plain->figures().backlogBytes, 0);
    QCOMPARE(world.closedSockets(), world.sockets().size());
}

/// The clients are another process, so that what is measured is the server's side only.
void SlowClientsTest::listenersAreCheap()
{
    if (isSanitized)
        QSKIP("a sanitizer's memory is not ours");
    if (!TestCertificates::canBeMade())
        QSKIP("there is no openssl program to make certificates with");
    constexpr int count = 1000;
    if (possibleConnections(count) < count)
        QSKIP("there are too few descriptors for a thousand connections");
    TestCertificates certificates;
    const auto made = certificates.newCertificate(certificates.newAuthority(), QStringLiteral("127.0.0.1"));
    int toChild[2];
    int toParent[2];
    QVERIFY(::pipe(toChild) == 0 && ::pipe(toParent) == 0);
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        quint16 port = 0;
        std::vector<RawClient> clients;
        bool good = ::read(toChild[0], &port, sizeof port) == sizeof port;
        for (int i = 0; i < count && good; ++i) {
            clients.push_back(clientNumber(i, port));
            good = clients.back().startTls() && clients.back().openSocket();
        }
        (void)!::write(toParent[1], good ? "y" : "n", 1);
        ::close(toChild[1]);
        char end = 0;
        (void)!::read(toChild[0], &end, 1); // until the parent has measured
        ::_exit(0);
    }
    EdgeWorld world;
    EdgeOptions options;
    options.certificateFile = made.certificate;
    options.keyFile = made.key;
    const auto server = startedServer(options, world);
    const qint64 before = residentBytes();
    const quint16 port = server->port();
    QCOMPARE(::write(toChild[1], &port, sizeof port), ssize_t(sizeof port));
    char good = 'n';
    QCOMPARE(::read(toParent[0], &good, 1), ssize_t(1));
    QCOMPARE(good, 'y');
    QTRY_COMPARE(server->figures().sockets, count);
    const qint64 each = (residentBytes() - before) / count;
    ::close(toChild[1]);
    ::waitpid(child, nullptr, 0);
    qInfo("an idle WebSocket over TLS takes %lld KiB", each / 1024);
    QVERIFY2(each >= 1024 && each <= 48 * 1024, qPrintable(QString::number(each)));
}

QTEST_GUILESS_MAIN(SlowClientsTest)
#include "slow_clients_test.moc"
