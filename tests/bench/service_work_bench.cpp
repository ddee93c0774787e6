// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the service's bench that are about those who work.
#include "bench/raw_server.h"
#include "bench/report.h"
#include "bench/service_world.h"
#include "wire/wire_calls.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <deque>

namespace deskhand::bench {
namespace {

constexpr int writers = 64;
constexpr int ticketsOfWriter = 60;
constexpr int warmMs = 2'000;
constexpr int commandsMs = 10'000;
constexpr double commandsLimit = 500;

constexpr int working = 200;
constexpr double thinkingMs = 8'000; ///< of an agent, between two things that they do
constexpr int workMs = 60'000;
constexpr double listLimitMs = 50;
constexpr int rowsOfPage = 50;

const QString workBench = QStringLiteral("service");

/// The lists that agents have open, by how often: their own tickets, the open ones of a queue, all open ones.
TicketQuery someList(const ServiceWorld &world, QRandomGenerator *random)
{
    const Condition open = Condition::is(ConditionField::StateType, {1, 2, 3, 4});
    const CatalogPtr &catalog = world.catalog();
    TicketQuery query;
    query.now = SystemClock().now();
    query.sort = {ListColumn::Updated, true};
    const double dice = random->generateDouble();
    if (dice < 0.45) {
        // The agents who are here for the bench own nothing: they look at what those of the demo do.
        const PersonId owner = world.demoAgents()[random->bounded(int(world.demoAgents().size()))];
        query.condition = Condition::all({Condition::is(ConditionField::Owner, {owner.value}), open});
    } else if (dice < 0.9) {
        const Queue &queue = catalog->queues[random->bounded(int(catalog->queues.size()))];
        query.condition = Condition::all({Condition::is(ConditionField::Queue, {queue.id.value}), open});
        query.sort = {ListColumn::Due, false};
    } else {
        query.condition = open;
    }
    return query;
}

/// One of those who work: looks at a list, at its first page, at a ticket; changes one now and then. Pauses in between.
class Agent
{
public:
    Agent(ServiceWorld &world, int number, QVector<double> *lists, qint64 *bytes)
        : m_world(world)
        , m_line(world.loop(), world.token(number))
        , m_listener(world, number)
        , m_changer(world, number, world.takeTickets(10))
        , m_random(quint32(number) + 1)
        , m_lists(lists)
        , m_bytes(bytes)
    {
        m_line.open();
        m_listener.connect();
        pause();
    }
    void stop() { m_stopped = true; }
    [[nodiscard]] bool isIdle() const { return m_isIdle; }

private:
    void pause()
    {
        m_isIdle = true;
        m_world.loop().after(-std::log(1.0 - m_random.generateDouble()) * thinkingMs, [this] {
            if (m_stopped)
                return;
            m_isIdle = false;
            if (m_random.bounded(5) == 0)
                m_changer.change([this](const Changer::Done &) { pause(); });
            else
                lookAtList();
        });
    }
    void lookAtList()
    {
        const double asked = LoadLoop::now();
        m_line.ask("tickets", encodeCall(TicketsCall{someList(m_world, &m_random)}),
                   [this, asked](int status, const QByteArray &body) {
                       if (status == 0) // it was closed at this very moment
                           return lookAtList();
                       if (status != 200)
                           giveUp(QStringLiteral("a list was answered %1").arg(status));
                       m_lists->append(LoadLoop::now() - asked);
                       *m_bytes += body.size();
                       const Result<TicketList> list = decodeAnswer<TicketsCall>(unpacked(body));
                       if (!list)
                           giveUp(list.error().detail);
                       lookAtRows(list->ids.mid(0, rowsOfPage));
                   });
    }
    void lookAtRows(const QVector<TicketId> &ids)
    {
        if (ids.isEmpty())
            return pause();
        m_line.ask("rows", encodeCall(RowsCall{ids}),
                   [this, ticket = ids[m_random.bounded(int(ids.size()))]](int, const QByteArray &) {
                       m_line.ask("ticket", encodeCall(TicketCall{ticket}), [](int, const QByteArray &) {});
                       ThreadQuery thread;
                       thread.ticket = ticket;
                       m_line.ask("thread", encodeCall(ThreadCall{thread}),
                                  [this](int, const QByteArray &) { pause(); });
                   });
    }

    ServiceWorld &m_world;
    LoadConnection m_line;
    Listener m_listener;
    Changer m_changer;
    QRandomGenerator m_random;
    QVector<double> *m_lists;
    qint64 *m_bytes;
    bool m_stopped = false;
    bool m_isIdle = true;
};

/// What the disk alone allows: the smallest durable transaction, one after another.
double rawCommitsPerSecond(const PostgresAddress &address)
{
    constexpr int commits = 300;
    RawServer raw(address);
    raw.run("CREATE TABLE IF NOT EXISTS bench_commit (id BIGINT)");
    const double took = milliseconds([&] {
        for (int i = 0; i < commits; ++i)
            raw.run("INSERT INTO bench_commit VALUES (1)");
    });
    raw.run("DROP TABLE bench_commit");
    return 1000 * commits / took;
}

} // namespace

/// Many clients at once, each giving its next command when the one before was answered.
void benchServiceCommands(ServiceWorld &world, BenchDesk &bench)
{
    const double raw = rawCommitsPerSecond(bench.serverToChange());
    std::vector<std::unique_ptr<Changer>> changers;
    QVector<double> latencies;
    bool goesOn = true;
    int under = 0;
    std::function<void(Changer *)> next = [&](Changer *one) {
        if (!goesOn)
            return;
        ++under;
        one->change([&, one](const Changer::Done &done) {
            --under;
            latencies.append(done.answeredAt - done.askedAt);
            next(one);
        });
    };
    for (int i = 0; i < writers; ++i) {
        changers.push_back(std::make_unique<Changer>(world, i, world.takeTickets(ticketsOfWriter)));
        next(changers.back().get());
    }
    world.loop().run(warmMs);
    latencies.clear();
    const double began = LoadLoop::now();
    world.loop().run(commandsMs);
    const double took = LoadLoop::now() - began;
    const double perSecond = 1000 * double(latencies.size()) / took;
    goesOn = false;
    if (!world.loop().run(30'000, [&] { return under == 0; }))
        giveUp(QStringLiteral("commands were not answered"));
    report({workBench, QStringLiteral("durable commands of %1 clients").arg(writers), perSecond,
            QStringLiteral("commands/s"), raw, commandsLimit});
    report({workBench,
            QStringLiteral("command of %1 clients at once, p99").arg(writers),
            percentile(latencies, 0.99),
            QStringLiteral("ms"),
            {},
            {}});
}

void benchServiceLists(ServiceWorld &world, BenchDesk &bench)
{
    QVector<double> direct;
    qint64 ids = 0;
    QRandomGenerator random(3);
    constexpr int directLists = 200;
    for (int i = 0; i < directLists; ++i) {
        TicketQuery query = someList(world, &random);
        query.me = world.person(i % working);
        Result<TicketList> list = TicketList();
        direct.append(milliseconds([&] { list = waitFor(world.desk().tickets(query)); }));
        if (!list)
            giveUp(list.error().detail);
        ids += list->ids.size();
    }
    QVector<double> lists;
    qint64 bytes = 0;
    std::deque<Agent> agents;
    for (int i = 0; i < working; ++i)
        agents.emplace_back(world, i, &lists, &bytes);
    world.loop().run(int(thinkingMs));
    lists.clear();
    bytes = 0;
    world.loop().run(workMs);
    const QVector<double> measured = lists;
    const double each = double(bytes) / std::max<double>(1, double(measured.size()));
    for (Agent &agent : agents)
        agent.stop();
    if (!world.loop().run(30'000, [&] {
            return std::all_of(agents.begin(), agents.end(), [](const Agent &one) { return one.isIdle(); });
        }))
        giveUp(QStringLiteral("agents were not answered"));
    world.loop().forgetTimers();
    const QString ms = QStringLiteral("ms");
    report({workBench, QStringLiteral("ids of a list"), double(ids) / directLists, QStringLiteral("ids"), {}, {}});
    report({workBench, QStringLiteral("size of a list's answer"), each / 1000, QStringLiteral("kB"), {}, {}});
    report({workBench,
            QStringLiteral("lists that %1 agents ask for").arg(working),
            1000.0 * double(measured.size()) / workMs,
            QStringLiteral("lists in a second"),
            {},
            {}});
    report({workBench,
            QStringLiteral("list of %1 tickets, %2 agents working, p50").arg(bench.tickets()).arg(working),
            percentile(measured, 0.5),
            ms,
            percentile(direct, 0.5),
            {}});
    report({workBench, QStringLiteral("list of %1 tickets, %2 agents working, p99").arg(bench.tickets()).arg(working),
            percentile(measured, 0.99), ms, percentile(direct, 0.99), listLimitMs});
}

} // namespace deskhand::bench
