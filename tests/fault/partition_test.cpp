// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_desk.h"
#include "support/nightly.h"
#include "support/partition_agent.h"
#include "support/replica_fixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <limits>
#include <vector>

namespace deskhand::test {
namespace {

constexpr int clientsOfRun = 20;
constexpr int ticketsAtStart = 12;
constexpr qint64 longestJumpMs = 72LL * 3'600'000;
constexpr qint64 serialsOfClient = 10'000'000;
constexpr qint64 serialsOfLife = 10'000;

/// A person with a laptop, on trains.
class Client
{
public:
    Client(TestDesk &there, PersonId me, int number, const QString &path, quint32 seed)
        : m_there(there)
        , m_me(me)
        , m_number(number)
        , m_path(path)
        , m_random(seed * 1000U + quint32(number))
        , m_network(&there.desk(), &there.desk(), seed + quint32(number))
    {
        m_network.shakiness = Shakiness{5, 5, 5, 30, 3};
        open();
    }

    void open()
    {
        ReplicaOptions options;
        options.clock = std::make_shared<ClockOf>(m_there);
        options.patienceMs = 0;
        auto opened = ReplicaDesk::open(m_path, m_me, m_network, m_network, options);
        if (!opened)
            qFatal("client %d: %s", m_number, qPrintable(opened.error().detail));
        m_desk = *std::move(opened);
        m_desk->sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, 36'500});
        const qint64 serial = serialsOfClient * m_number + serialsOfLife * ++m_lives;
        m_agent = std::make_unique<PartitionAgent>(*m_desk, m_me, serial, m_random, m_memory);
    }
    /// Without goodbye: whatever is under way is forgotten.
    void kill()
    {
        m_agent.reset();
        m_desk.reset();
        open();
    }
    void useService() { m_network.setDesk(&m_there.desk(), &m_there.desk()); }
    void loseService() { m_network.setDesk(nullptr, nullptr); }

    void cutOrHeal()
    {
        if (m_network.isConnected())
            m_network.cut();
        else
            m_network.heal();
    }
    void comeHome()
    {
        m_network.shakiness = {};
        if (!m_network.isConnected())
            m_network.heal();
        m_desk->sync().tryNow();
    }

    void work() { m_agent->work(); }
    /// Somebody looks at what needs attention, now or never.
    void decide(bool all) { m_agent->decide(all); }

    [[nodiscard]] bool isAtHome() const
    {
        const SyncState state = m_desk->sync().state();
        return state.phase == SyncPhase::Online && state.queued == 0;
    }
    [[nodiscard]] int left() const
    {
        const SyncState state = m_desk->sync().state();
        return state.queued + state.attention;
    }
    [[nodiscard]] bool hasDecided() const { return m_desk->sync().state().attention == 0; }
    [[nodiscard]] Desk &desk() { return *m_desk; }
    [[nodiscard]] PersonId me() const { return m_me; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] const QVector<PartitionWish> &wishes() const { return m_memory.wishes(); }

private:
    TestDesk &m_there;
    PersonId m_me;
    int m_number;
    int m_lives = 0;
    QString m_path;
    QRandomGenerator m_random;
    ShakyService m_network;
    PartitionMemory m_memory;
    std::unique_ptr<ReplicaDesk> m_desk;
    std::unique_ptr<PartitionAgent> m_agent;
};

} // namespace

/// Clients that are cut off, killed and come back, for hours and days, over a network that loses and doubles.
class PartitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allConverge()
    {
        const quint32 seed =
            qEnvironmentVariable("DESKHAND_SEED", QString::number(QRandomGenerator::global()->bounded(1'000'000)))
                .toUInt();
        const int rounds = qEnvironmentVariableIsSet("DESKHAND_NIGHTLY") ? 5000 : 500;
        QElapsedTimer timer;
        timer.start();
        setUp(seed);
        QRandomGenerator random(seed);
        int cuts = 0;
        int kills = 0;
        int restarts = 0;
        for (int round = 0; round < rounds; ++round) {
            m_there->clock().advance(1000
                                     + qint64(random.generateDouble() * random.generateDouble() * longestJumpMs / 20));
            for (const auto &client : m_clients) {
                const int dice = random.bounded(1000);
                if (dice < 60) {
                    client->cutOrHeal();
                    ++cuts;
                } else if (dice < 65) {
                    client->kill();
                    ++kills;
                } else if (dice < 230) {
                    client->work();
                } else if (dice < 250) {
                    client->decide(false);
                }
            }
            if (random.bounded(200) == 0) {
                restartService();
                ++restarts;
            }
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        QVERIFY2(comeHome(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        const QStringList wrong = anomalies();
        int wishes = 0;
        for (const auto &client : m_clients)
            wishes += int(client->wishes().size());
        qInfo("seed %u: %d rounds, %d wishes, %d cuts, %d kills, %d restarts in %.1f s", seed, rounds, wishes, cuts,
              kills, restarts, double(timer.elapsed()) / 1000);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1\n").arg(seed) + wrong.mid(0, 30).join(u'\n')));
        QVERIFY(wishes > rounds);
    }

private:
    void setUp(quint32 seed)
    {
        m_there = std::make_unique<TestDesk>();
        for (int i = 0; i < ticketsAtStart; ++i)
            m_there->openTicket(QStringLiteral("Ticket %1").arg(i));
        QVector<PersonId> agents;
        for (int i = 0; i < clientsOfRun; ++i)
            agents.append(m_there->addAgent(QStringLiteral("Agent%1").arg(i)));
        for (int i = 0; i < clientsOfRun; ++i)
            m_clients.push_back(std::make_unique<Client>(*m_there, agents[i], i,
                                                         m_folder.filePath(QStringLiteral("replica%1").arg(i)), seed));
    }

    void restartService()
    {
        for (const auto &client : m_clients)
            client->loseService();
        m_there->reopen();
        for (const auto &client : m_clients)
            client->useService();
    }

    /// Everybody is online, has sent what waits and decided what needs a decision.
    bool comeHome()
    {
        // After thousands of rounds there is much to decide: who gets on with it has time.
        QDeadlineTimer deadline(120'000);
        int fewest = std::numeric_limits<int>::max();
        for (const auto &client : m_clients)
            client->comeHome();
        for (;;) {
            int left = 0;
            for (const auto &client : m_clients)
                left += client->left();
            if (left < fewest) {
                fewest = left;
                deadline.setRemainingTime(120'000);
            }
            const bool done = std::all_of(m_clients.cbegin(), m_clients.cend(), [](const auto &client) {
                return client->isAtHome() && client->hasDecided();
            });
            if (done)
                break;
            if (deadline.hasExpired())
                return false;
            for (const auto &client : m_clients) {
                if (client->isAtHome())
                    client->decide(true);
                else
                    client->comeHome();
            }
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        // What the last ones did comes to the others.
        for (const auto &client : m_clients)
            client->comeHome();
        QTest::qWait(200);
        return waitUntil([this] {
            return std::all_of(m_clients.cbegin(), m_clients.cend(),
                               [](const auto &client) { return client->isAtHome(); });
        });
    }

    QStringList anomalies()
    {
        QStringList wrong;
        TicketQuery query;
        query.me = m_there->me();
        query.now = m_there->clock().now();
        query.sort = ListSort{ListColumn::Number, false};
        const QVector<TicketId> ids = m_there->expect(m_there->desk().tickets(query)).ids;
        for (const auto &client : m_clients) {
            const QStringList there = toldOf(m_there->desk(), ids, client->me());
            QStringList here;
            if (!waitUntil([&] { return (here = toldOf(client->desk(), ids, client->me())) == there; }, 10'000))
                wrong.append(QStringLiteral("client %1 ").arg(client->number()) + firstDifference(here, there));
        }
        const PartitionJudge judge(m_there->desk(), ids, m_there->me());
        for (const auto &client : m_clients) {
            for (const PartitionWish &wish : client->wishes())
                judge.judge(client->number(), wish, &wrong);
        }
        return wrong;
    }

    std::unique_ptr<TestDesk> m_there;
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<Client>> m_clients;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PartitionTest)
#include "partition_test.moc"
