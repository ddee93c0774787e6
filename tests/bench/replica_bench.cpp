// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "replica/replica_desk.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace deskhand::bench {
namespace {

constexpr int rounds = 9;
constexpr double firstSyncLimitS = 15;
constexpr double localRatioLimit = 1.1;
constexpr double unmeasurableMs = 0.3; ///< what a hop through the event loop takes
constexpr int everythingDays = 36'500;

/// The answer of a door that needs the thread's events.
template <typename T>
Result<T> answerOf(QFuture<Result<T>> future)
{
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

/// The same question at both doors, by turns.
template <typename Ask>
void compare(const QString &what, ReplicaDesk &replica, LocalDesk &desk, const Ask &ask)
{
    QVector<double> here;
    QVector<double> plain;
    for (int round = 0; round < rounds; ++round) {
        plain.append(milliseconds([&] { ask(desk); }));
        here.append(milliseconds([&] { ask(replica); }));
    }
    const double baseline = percentile(plain, 0.5);
    report({QStringLiteral("replica"), what, percentile(here, 0.5), QStringLiteral("ms"), baseline,
            baseline * localRatioLimit + unmeasurableMs});
}

template <typename T>
void mustAnswer(const Result<T> &answer)
{
    if (!answer)
        giveUp(answer.error().where + u' ' + answer.error().detail);
}

} // namespace

/// Filling a replica of the whole desk, and then working with it instead of with the desk itself.
void benchReplica(BenchDesk &bench)
{
    const std::unique_ptr<LocalDesk> desk = bench.open();
    const PersonId me = bench.me();
    const QTemporaryDir folder(QFileInfo(bench.path()).absolutePath() + QStringLiteral("/replica-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("replica"));
    QElapsedTimer timer;
    timer.start();
    auto opened = ReplicaDesk::open(path, me, *desk, *desk);
    if (!opened)
        giveUp(opened.error().detail);
    ReplicaDesk &replica = **opened;
    replica.sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, everythingDays});
    qint64 tickets = 0;
    while (replica.sync().state().phase != SyncPhase::Online) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        tickets = qMax(tickets, replica.sync().state().total);
    }
    report({QStringLiteral("replica"),
            QStringLiteral("first sync of %1 tickets").arg(tickets),
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

    const TicketQuery query = openQuery(me);
    compare(QStringLiteral("list of open tickets, p50"), replica, *desk,
            [&](Desk &door) { mustAnswer(answerOf(door.tickets(query))); });
    const Result<TicketList> list = answerOf(desk->tickets(query));
    mustAnswer(list);
    const QVector<TicketId> page = list->ids.mid(0, 128);
    compare(QStringLiteral("128 rows, p50"), replica, *desk,
            [&](Desk &door) { mustAnswer(answerOf(door.rows(page, me))); });
    SearchQuery search;
    search.text = QStringLiteral("network password");
    search.condition = query.condition;
    search.me = me;
    search.now = query.now;
    compare(QStringLiteral("search, p50"), replica, *desk,
            [&](Desk &door) { mustAnswer(answerOf(door.search(search))); });
    int next = 0;
    compare(QStringLiteral("ticket with its thread, p50"), replica, *desk, [&](Desk &door) {
        ThreadQuery thread;
        thread.ticket = list->ids[(next++ / 2 * 37) % list->ids.size()];
        thread.me = me;
        mustAnswer(answerOf(door.ticket(thread.ticket, me)));
        mustAnswer(answerOf(door.thread(thread)));
    });
}

} // namespace deskhand::bench
