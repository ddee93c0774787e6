// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the service's bench that are about those who listen.
#include "bench/report.h"
#include "bench/service_world.h"
#include "wire/wire_calls.h"
#include "wire/wire_socket.h"

#include <QRandomGenerator>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <thread>

namespace deskhand::bench {
namespace {

constexpr int changers = 10;
constexpr double eventsPerSecond = 50;
constexpr int eventCount = 1000;
constexpr int watchers = 40;
constexpr int patienceMs = 120'000;
constexpr int settleMs = 2'000;

constexpr double visibleLimitMs = 300;
constexpr double idleLimitKiB = 64;
constexpr double baseLimitMB = 100;
constexpr double inSyncLimitS = 20;
constexpr double presenceSlowerLimit = 2;
constexpr double presenceLimitKBPerS = 64;
constexpr double signEveryMs = 10'000; ///< each person goes to another ticket so often
constexpr int missedChanges = 200;

const QString serviceBench = QStringLiteral("service");
const QString unitMs = QStringLiteral("ms");

/// What is changed at which pace, by several people.
class Traffic
{
public:
    explicit Traffic(ServiceWorld &world)
        : m_world(world)
    {
        for (int i = 0; i < changers; ++i)
            m_changers.push_back(std::make_unique<Changer>(world, i, world.takeTickets(ticketsEach)));
    }

    /// Gives `count` commands, at random instants, so many a second, and waits for their answers.
    QVector<Changer::Done> run(int count, double perSecond)
    {
        m_done.clear();
        QRandomGenerator random(5);
        double at = 0;
        for (int i = 0; i < count; ++i) {
            at += -std::log(1.0 - random.generateDouble()) * 1000 / perSecond;
            m_world.loop().after(at, [this, i] {
                m_changers[size_t(i % changers)]->change([this](const Changer::Done &done) { m_done.append(done); });
            });
        }
        if (!m_world.loop().run(patienceMs, [&] { return m_done.size() == count; }))
            giveUp(QStringLiteral("not all commands were answered"));
        return m_done;
    }

private:
    static constexpr int ticketsEach = 100;
    ServiceWorld &m_world;
    std::vector<std::unique_ptr<Changer>> m_changers;
    QVector<Changer::Done> m_done;
};

QVector<double> latenciesOf(const QVector<Changer::Done> &done)
{
    QVector<double> latencies;
    for (const Changer::Done &one : done)
        latencies.append(one.answeredAt - one.askedAt);
    return latencies;
}

/// Clients that show the tickets that change: told of one they ask for its row, as a list does.
class Watchers
{
public:
    struct Seen {
        qint64 upTo = 0;
        double at = 0;
    };

    Watchers(ServiceWorld &world, Listeners &listeners)
        : m_listeners(listeners)
    {
        for (int i = 0; i < watchers; ++i) {
            const int number = ServiceWorld::people - 1 - i;
            m_lines.push_back(std::make_unique<LoadConnection>(world.loop(), world.token(number)));
            m_lines.back()->open();
            m_seen.emplace_back();
            listeners.all()[size_t(number)].heard = [this, i](const QByteArray &message) { look(size_t(i), message); };
        }
    }
    ~Watchers()
    {
        for (Listener &listener : m_listeners.all())
            listener.heard = {};
    }
    Watchers(const Watchers &) = delete;
    Watchers &operator=(const Watchers &) = delete;

    [[nodiscard]] const std::vector<std::vector<Seen>> &seen() const { return m_seen; }
    [[nodiscard]] bool haveSeen(qint64 seq) const
    {
        return std::all_of(m_seen.begin(), m_seen.end(),
                           [seq](const auto &one) { return !one.empty() && one.back().upTo >= seq; });
    }

private:
    void look(size_t watcher, const QByteArray &message)
    {
        const Result<SocketDown> down = decodeSocketDown(message);
        const auto *changes = down ? std::get_if<SocketChanges>(&*down) : nullptr;
        if (!changes)
            giveUp(QStringLiteral("not told of changes"));
        QVector<TicketId> ids;
        for (const Change &change : changes->changes) {
            if (change.ticket.isValid() && !ids.contains(change.ticket))
                ids.append(change.ticket);
        }
        m_lines[watcher]->ask("rows", encodeCall(RowsCall{ids}),
                              [this, watcher, upTo = changes->cursor](int status, const QByteArray &) {
                                  if (status != 200)
                                      giveUp(QStringLiteral("rows were answered %1").arg(status));
                                  m_seen[watcher].push_back({upTo, LoadLoop::now()});
                              });
    }

    Listeners &m_listeners;
    std::vector<std::unique_ptr<LoadConnection>> m_lines;
    std::vector<std::vector<Seen>> m_seen;
};

/// How long each change took from `begin` until it was there, at each of those who wrote down when they had seen what.
template <typename Record, typename CursorOf>
void addDelays(const std::map<qint64, double> &begins, const std::vector<Record> &records, CursorOf cursorOf,
               QVector<double> *delays)
{
    auto begin = begins.cbegin();
    for (const Record &record : records) {
        for (; begin != begins.cend() && begin->first <= cursorOf(record); ++begin)
            delays->append(std::max(0.0, record.at - begin->second));
    }
}

void reportDelays(const QString &what, const QVector<double> &delays, std::optional<double> limit)
{
    report({serviceBench, what + QStringLiteral(", p50"), percentile(delays, 0.5), unitMs, {}, {}});
    report({serviceBench, what + QStringLiteral(", p99"), percentile(delays, 0.99), unitMs, {}, limit});
}

} // namespace

void benchServiceMemory(ServiceWorld &world, std::unique_ptr<Listeners> *listeners)
{
    {
        // What the first questions bring into memory stays there without anybody who listens.
        Traffic warm(world);
        (void)warm.run(changers * 2, eventsPerSecond);
    }
    world.loop().run(settleMs);
    const double before = world.memory();
    *listeners = std::make_unique<Listeners>(world);
    world.loop().run(settleMs);
    const double after = world.memory();
    constexpr double kib = 1024;
    report(
        {serviceBench, QStringLiteral("memory without clients"), before / kib, QStringLiteral("MB"), {}, baseLimitMB});
    report({serviceBench,
            QStringLiteral("memory of an idle client (of 1,000)"),
            (after - before) / ServiceWorld::people,
            QStringLiteral("KiB"),
            {},
            idleLimitKiB});
    report({serviceBench,
            QStringLiteral("memory with 1,000 idle clients"),
            after / kib,
            QStringLiteral("MB"),
            {},
            baseLimitMB + idleLimitKiB * ServiceWorld::people / kib});
}

void benchServiceEvents(ServiceWorld &world, Listeners &listeners)
{
    Traffic traffic(world);
    (void)traffic.run(100, eventsPerSecond);
    world.loop().run(settleMs);
    for (Listener &listener : listeners.all())
        listener.forgetTold();
    Watchers watching(world, listeners);
    const double began = LoadLoop::now();
    const QVector<Changer::Done> done = traffic.run(eventCount, eventsPerSecond);
    const double took = LoadLoop::now() - began;
    std::map<qint64, double> asked;
    std::map<qint64, double> answered;
    for (const Changer::Done &one : done) {
        asked.emplace(one.seq, one.askedAt);
        answered.emplace(one.seq, one.answeredAt);
    }
    const qint64 last = asked.rbegin()->first;
    const auto all = [&] {
        return watching.haveSeen(last)
               && std::all_of(listeners.all().begin(), listeners.all().end(),
                              [last](const Listener &one) { return one.cursor() >= last; });
    };
    if (!world.loop().run(patienceMs, all))
        giveUp(QStringLiteral("not everybody was told of everything"));
    QVector<double> sinceCommit;
    QVector<double> sinceAsked;
    for (const Listener &listener : listeners.all()) {
        const auto cursorOf = [](const Listener::Told &told) { return told.cursor; };
        addDelays(answered, listener.told(), cursorOf, &sinceCommit);
        addDelays(asked, listener.told(), cursorOf, &sinceAsked);
    }
    QVector<double> toRow;
    for (const auto &seen : watching.seen())
        addDelays(
            answered, seen, [](const Watchers::Seen &one) { return one.upTo; }, &toRow);
    report({serviceBench,
            QStringLiteral("events"),
            1000.0 * eventCount / took,
            QStringLiteral("events in a second"),
            {},
            {}});
    reportDelays(QStringLiteral("commit to told, 1,000 clients"), sinceCommit, visibleLimitMs);
    reportDelays(QStringLiteral("command to told, 1,000 clients"), sinceAsked, {});
    reportDelays(QStringLiteral("commit to row, %1 clients that show it").arg(watchers), toRow, visibleLimitMs);
    reportDelays(QStringLiteral("command with 1,000 clients"), latenciesOf(done), {});
}

/// Everybody is in a ticket and goes to another one now and then, while others work.
void benchServicePresence(ServiceWorld &world, Listeners &listeners)
{
    Traffic traffic(world);
    const QVector<double> without = latenciesOf(traffic.run(eventCount / 2, eventsPerSecond));
    QVector<TicketId> places;
    for (const ServiceWorld::Ticket &ticket : world.takeTickets(500))
        places.append(ticket.id);
    QRandomGenerator random(8);
    const auto placeOf = [&] { return places[random.bounded(int(places.size()))]; };
    std::function<void(Listener *)> move = [&](Listener *one) {
        one->showSigns(placeOf());
        world.loop().after(signEveryMs * (0.5 + random.generateDouble()), [&move, one] { move(one); });
    };
    for (Listener &listener : listeners.all())
        world.loop().after(signEveryMs * random.generateDouble(), [&move, one = &listener] { move(one); });
    world.loop().run(int(2 * signEveryMs)); // until everybody is somewhere
    const qint64 bytes = listeners.bytesRead();
    const double began = LoadLoop::now();
    const QVector<double> with = latenciesOf(traffic.run(eventCount / 2, eventsPerSecond));
    const double seconds = (LoadLoop::now() - began) / 1000;
    const double each = double(listeners.bytesRead() - bytes) / 1000 / ServiceWorld::people / seconds;
    world.loop().forgetTimers();
    for (Listener &listener : listeners.all())
        listener.showSigns({});
    world.loop().run(settleMs);
    const double baseline = percentile(without, 0.99);
    report({serviceBench, QStringLiteral("command while 1,000 people come and go, p99"), percentile(with, 0.99), unitMs,
            baseline, presenceSlowerLimit * baseline});
    report({serviceBench,
            QStringLiteral("what each is told while 1,000 people come and go"),
            each,
            QStringLiteral("kB in a second"),
            {},
            presenceLimitKBPerS});
}

/// The service ends and comes again; meanwhile the desk goes on.
void benchServiceRestart(ServiceWorld &world, Listeners &listeners)
{
    for (Listener &listener : listeners.all())
        listener.comeBackAlways();
    const QVector<ServiceWorld::Ticket> tickets = world.takeTickets(missedChanges);
    const double began = LoadLoop::now();
    qint64 end = 0;
    double listens = 0;
    std::atomic<bool> isBack = false;
    // The process belongs to this thread; the clients go on in another one.
    bool allThere = false;
    std::thread clients([&] {
        allThere = world.loop().run(patienceMs, [&] {
            return isBack && std::all_of(listeners.all().begin(), listeners.all().end(), [&end](const Listener &one) {
                       return one.isInSync() && one.cursor() >= end;
                   });
        });
    });
    if (world.service().terminate() != 0)
        giveUp(QStringLiteral("the service did not end well"));
    for (const ServiceWorld::Ticket &ticket : tickets) {
        const FieldChange priority{TicketField::Priority, ticket.priority % 4 + 1, {}, {}};
        const auto done = waitFor(world.desk().submit(
            Command::make(world.person(0), ChangeTicket{ticket.id, ticket.version, {priority}, {}})));
        if (!done)
            giveUp(done.error().detail);
    }
    const auto head = waitFor(world.desk().syncHead());
    end = head ? head->cursor : 0;
    world.service().start();
    listens = LoadLoop::now();
    isBack = true;
    clients.join();
    if (!allThere)
        giveUp(QStringLiteral("not everybody came back"));
    const double now = LoadLoop::now();
    const QString seconds = QStringLiteral("s");
    report({serviceBench, QStringLiteral("restart until it listens again"), (listens - began) / 1000, seconds, {}, {}});
    report({serviceBench,
            QStringLiteral("1,000 clients in sync, since it listens again"),
            (now - listens) / 1000,
            seconds,
            {},
            inSyncLimitS});
    report({serviceBench,
            QStringLiteral("1,000 clients in sync, since it was stopped"),
            (now - began) / 1000,
            seconds,
            {},
            inSyncLimitS});
}

} // namespace deskhand::bench
