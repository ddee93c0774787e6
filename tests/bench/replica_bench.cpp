// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "bench/starts.h"
#include "models/saved_desks.h"
#include "models/settings.h"
#include "remote/remote_desk.h"
#include "remote/server_url.h"
#include "replica/replica_desk.h"
#include "support/service_process.h"
#include "support/test_certificates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QTemporaryDir>

#include <algorithm>

namespace deskhand::bench {
namespace {

constexpr int rounds = 201;
constexpr double firstSyncLimitS = 15;
constexpr double localRatioLimit = 1.1;
constexpr double offlineStartLimitMs = 400;
constexpr int mostTickets = 50'000;
constexpr int everythingDays = 36'500;

/// The answer of a door that needs the thread's events.
template <typename T>
Result<T> answerOf(QFuture<Result<T>> future)
{
    QFutureWatcher<Result<T>> wakes; // a thread that answers says so to nobody else
    wakes.setFuture(future);
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return future.result();
}

TicketQuery openQuery(PersonId me)
{
    TicketQuery query;
    query.condition = Condition::is(ConditionField::StateType, {1, 2, 3, 4});
    query.me = me;
    query.now = QDateTime::currentMSecsSinceEpoch();
    return query;
}

/// The same question at both doors, by turns, and each as often first as second. `ask(door, round)`.
template <typename Ask>
void compare(const QString &what, ReplicaDesk &replica, LocalDesk &desk, const Ask &ask)
{
    QVector<double> here;
    QVector<double> plain;
    const auto askHere = [&](int round) { here.append(milliseconds([&] { ask(replica, round); })); };
    const auto askPlain = [&](int round) { plain.append(milliseconds([&] { ask(desk, round); })); };
    for (int round = 0; round < rounds; ++round) {
        if (round % 2 == 0)
            askPlain(round);
        askHere(round);
        if (round % 2 != 0)
            askPlain(round);
    }
    const double baseline = percentile(plain, 0.5);
    report({QStringLiteral("replica"), what, percentile(here, 0.5), QStringLiteral("ms"), baseline,
            baseline * localRatioLimit});
}

template <typename T>
void mustAnswer(const Result<T> &answer)
{
    if (!answer)
        giveUp(answer.error().where + u' ' + answer.error().detail);
}

} // namespace

namespace {

/// The service with a desk, and this client's way to it.
struct ServedDesk {
    ServedDesk(const QString &place, PersonId me)
    {
        const auto authority = certificates.newAuthority();
        const auto certificate = certificates.newCertificate(authority, QStringLiteral("localhost"));
        service = std::make_unique<test::ServiceProcess>(
            place, QStringList{QStringLiteral("--listen-certificate=") + certificate.certificate,
                               QStringLiteral("--listen-key=") + certificate.key});
        RemoteDeskOptions options;
        const Result<QUrl> url = serverUrl(service->url().toString());
        if (!url)
            giveUp(url.error().detail);
        options.place.service = *url;
        options.place.caFile = authority.certificate;
        options.token = test::ServiceProcess::openSession(place, me);
        remote = std::make_unique<RemoteDesk>(options);
    }

    test::TestCertificates certificates;
    std::unique_ptr<test::ServiceProcess> service;
    std::unique_ptr<RemoteDesk> remote;
};

void measureFirstSync(ReplicaDesk &replica, const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    replica.sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, everythingDays});
    qint64 tickets = 0;
    while (replica.sync().state().phase != SyncPhase::Online || tickets == 0) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        tickets = std::max(tickets, replica.sync().state().total);
    }
    report({QStringLiteral("replica"),
            QStringLiteral("first sync of %1 tickets over TLS").arg(tickets),
            double(timer.elapsed()) / 1000,
            QStringLiteral("s"),
            {},
            firstSyncLimitS * double(tickets) / 50'000});
    report({QStringLiteral("replica"),
            QStringLiteral("size of the file"),
            double(QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size()) / 1'000'000,
            QStringLiteral("MB"),
            {},
            {}});
}

void measureWork(ReplicaDesk &replica, LocalDesk &desk, PersonId me)
{
    const TicketQuery query = openQuery(me);
    compare(QStringLiteral("list of open tickets, p50"), replica, desk,
            [&](Desk &door, int) { mustAnswer(answerOf(door.tickets(query))); });
    const Result<TicketList> list = answerOf(desk.tickets(query));
    mustAnswer(list);
    const QVector<TicketId> page = list->ids.mid(0, 128);
    compare(QStringLiteral("128 rows, p50"), replica, desk,
            [&](Desk &door, int) { mustAnswer(answerOf(door.rows(page, me))); });
    SearchQuery search;
    search.text = QStringLiteral("network password");
    search.condition = query.condition;
    search.me = me;
    search.now = query.now;
    compare(QStringLiteral("search, p50"), replica, desk,
            [&](Desk &door, int) { mustAnswer(answerOf(door.search(search))); });
    compare(QStringLiteral("ticket with its thread, p50"), replica, desk, [&](Desk &door, int round) {
        ThreadQuery thread;
        thread.ticket = list->ids[(round * 37) % list->ids.size()];
        thread.me = me;
        mustAnswer(answerOf(door.ticket(thread.ticket, me)));
        mustAnswer(answerOf(door.thread(thread)));
    });
}

/// The real program on a train: its service is at an address from which nothing ever comes (RFC 5737).
void measureOfflineStart(const QString &replica, PersonId me)
{
    const QTemporaryDir folder(QFileInfo(replica).absolutePath() + QStringLiteral("/start-XXXXXX"));
    const Result<QUrl> address = serverUrl(QStringLiteral("https://192.0.2.1"));
    mustAnswer(address);
    SavedDesk desk;
    desk.service = address->toString();
    Settings(folder.filePath(QStringLiteral("deskhand.ini"))).setValue(QStringLiteral("people/") + desk.id(), me.value);
    if (!QDir().mkpath(folder.filePath(QStringLiteral("replicas")))
        || !QFile::copy(replica, folder.filePath(QStringLiteral("replicas/%1.replica").arg(desk.id()))))
        giveUp(QStringLiteral("the replica cannot be copied"));
    const Starts starts = measureStarts({QStringLiteral("--settings-dir"), folder.path(), desk.service});
    report({QStringLiteral("replica"),
            QStringLiteral("exec to painted list without the service, p50"),
            percentile(starts.milliseconds, 0.5),
            QStringLiteral("ms"),
            {},
            offlineStartLimitMs});
    report({QStringLiteral("replica"),
            QStringLiteral("exec to painted list without the service, max"),
            percentile(starts.milliseconds, 1),
            QStringLiteral("ms"),
            {},
            {}});
}

} // namespace

/// Filling a replica of the whole desk over the network, working with it instead of with the desk itself, and starting
/// the program with nothing else. A larger desk than people would keep is measured with fewer tickets.
void benchReplica(BenchDesk &given)
{
    BenchOptions options;
    options.tickets = std::min(given.tickets(), mostTickets);
    BenchDesk bench(options);
    const PersonId me = bench.me();
    const std::unique_ptr<LocalDesk> plain = bench.open();
    const QTemporaryDir folder(QFileInfo(bench.path()).absolutePath() + QStringLiteral("/replica-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("replica"));
    {
        const ServedDesk served(bench.copyToChange(), me);
        auto opened = ReplicaDesk::open(path, me, *served.remote, *served.remote);
        if (!opened)
            giveUp(opened.error().detail);
        ReplicaDesk &replica = **opened;
        measureFirstSync(replica, path);
        measureWork(replica, *plain, me);
    }
    measureOfflineStart(path, me);
}

} // namespace deskhand::bench
