// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/partition_process.h"
#include "support/local_desk_fixture.h"
#include "support/moved_clock.h"
#include "support/postgres_desk.h"
#include "support/service_process.h"
#include "support/test_certificates.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <limits>
#include <vector>

namespace deskhand::test {
namespace {

constexpr int clientsOfRun = 20;
constexpr int ticketsAtStart = 12;
constexpr qint64 longestJumpMs = 72LL * 3'600'000;
constexpr int roundMs = 40;
constexpr qint64 hourMs = 3'600'000;

} // namespace

/// Twenty clients in processes of their own at a deskhandd: networks that drop, delay, double and cut what goes over
/// them, for seconds and for days; clients and service are killed in the middle of what they do.
class PartitionServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allConverge_data()
    {
        const bool nightly = qEnvironmentVariableIsSet("DESKHAND_NIGHTLY");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<int>("rounds");
        QTest::newRow("on a file") << false << false << (nightly ? 5000 : 200);
        QTest::newRow("on a file, over TLS") << true << false << (nightly ? 500 : 60);
        QTest::newRow("on PostgreSQL") << false << true << (nightly ? 1000 : 80);
    }

    void allConverge()
    {
        QFETCH(bool, tls);
        QFETCH(bool, postgres);
        QFETCH(int, rounds);
        const quint32 seed =
            qEnvironmentVariable("DESKHAND_SEED", QString::number(QRandomGenerator::global()->bounded(1'000'000)))
                .toUInt();
        QElapsedTimer timer;
        timer.start();
        if (!setUp(tls, postgres, seed))
            QSKIP("what it needs is not installed");
        QRandomGenerator random(seed);
        int restarts = 0;
        for (int round = 0; round < rounds; ++round) {
            m_clock->advance(1000 + qint64(random.generateDouble() * random.generateDouble() * longestJumpMs / 20));
            for (const auto &client : m_clients)
                live(*client, random);
            if (random.bounded(60) == 0) {
                m_service->kill();
                QTest::qWait(random.bounded(100));
                m_service->start();
                ++restarts;
            }
            QTest::qWait(roundMs);
        }
        const bool cameHome = comeHome();
        const QStringList wrong = cameHome ? anomalies() : notHome();
        tell(seed, rounds, restarts, timer.elapsed());
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1\n").arg(seed) + wrong.mid(0, 30).join(u'\n')));
        QCOMPARE(m_there->brokenRule(), QString());
    }

    void cleanup()
    {
        m_clients.clear();
        m_service.reset();
        m_clock.reset();
        m_there.reset();
        m_server.reset();
        m_folder.reset();
    }

private:
    bool setUp(bool tls, bool postgres, quint32 seed)
    {
        QStringList flags{QStringLiteral("--limits-api-requests-per-second=100000")};
        QString authorities;
        if (tls) {
            if (!TestCertificates::canBeMade())
                return false;
            const auto authority = m_certificates.newAuthority(3650);
            const auto certificate = m_certificates.newCertificate(authority, QStringLiteral("localhost"), 3650);
            flags += {QStringLiteral("--listen-certificate=") + certificate.certificate,
                      QStringLiteral("--listen-key=") + certificate.key};
            authorities = authority.certificate;
        }
        if (!makeDesk(postgres))
            return false;
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<MovedClock>();
        m_service = std::make_unique<ServiceProcess>(m_place, flags);
        for (int i = 0; i < ticketsAtStart; ++i) {
            OpenTicket open;
            open.subject = QStringLiteral("Ticket %1").arg(i);
            open.requesterAddress.address = QStringLiteral("rita@customer.example");
            submit(open);
        }
        for (int i = 0; i < clientsOfRun; ++i) {
            Person agent;
            agent.name = QStringLiteral("Agent%1").arg(i);
            agent.address = QStringLiteral("agent%1@desk.example").arg(i);
            agent.role = PersonRole::Agent;
            PartitionProcess::Place place;
            place.service = m_service->url();
            place.me = PersonId(submit(SavePerson{agent}).id);
            place.token = ServiceProcess::newApiToken(m_place, place.me);
            place.replica = m_folder->filePath(QStringLiteral("replica%1").arg(i));
            place.authorities = authorities;
            place.patienceMs = i % 2 == 0 ? 0 : 300;
            place.skewMs = i % 5 == 4 ? (i - 10) * hourMs : 0;
            m_clients.push_back(std::make_unique<PartitionProcess>(place, i, seed * 1000U + quint32(i) * 50U));
        }
        return true;
    }

    bool makeDesk(bool postgres)
    {
        if (!postgres) {
            auto desk = std::make_unique<LocalDeskFixture>();
            m_place = desk->path();
            m_there = std::move(desk);
            return true;
        }
        m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
        if (!m_server)
            return false;
        auto desk = std::make_unique<PostgresDeskFixture>(*m_server);
        m_place = placeOf(desk->address());
        m_there = std::move(desk);
        return true;
    }

    CommandAnswer submit(const CommandBody &body)
    {
        const auto answer = await(m_there->desk().submit(Command::make(m_there->admin(), body)));
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        return *answer;
    }

    void live(PartitionProcess &client, QRandomGenerator &random)
    {
        client.listen();
        client.heal(m_clock->moved());
        const int dice = random.bounded(1000);
        if (dice < 60)
            client.suffer(random, m_clock->moved());
        else if (dice < 66)
            client.kill();
        else if (dice < 250)
            client.begin({QStringLiteral("work")});
        else if (dice < 270)
            client.begin({QStringLiteral("decide"), false});
    }

    /// Everybody is online, has sent what waits and decided what needs a decision.
    bool comeHome()
    {
        // After thousands of rounds there is much to decide: who gets on with it has time.
        QDeadlineTimer deadline(150'000);
        int fewest = std::numeric_limits<int>::max();
        for (const auto &client : m_clients)
            client->healForGood();
        int quiet = 0;
        while (quiet < 2) {
            bool all = true;
            int left = 0;
            for (const auto &client : m_clients) {
                const QJsonArray state = client->ask({QStringLiteral("home")}).toArray();
                const bool isHome = state.at(0).toBool();
                if (isHome && state.at(1).toInt() > 0)
                    client->ask({QStringLiteral("decide"), true}, 120'000);
                all = all && isHome && state.at(1).toInt() == 0;
                left += state.at(1).toInt() + state.at(3).toInt();
            }
            if (left < fewest) {
                fewest = left;
                deadline.setRemainingTime(150'000);
            }
            if (deadline.hasExpired())
                return false;
            quiet = all ? quiet + 1 : 0; // what the last ones did comes to the others
            QTest::qWait(100);
        }
        return true;
    }

    QStringList notHome()
    {
        QStringList wrong;
        for (const auto &client : m_clients) {
            const QJsonArray state = client->ask({QStringLiteral("state")}).toArray();
            if (!state.at(0).toBool() || state.at(1).toInt() > 0)
                wrong.append(QStringLiteral("client %1 does not come home: phase %2, %3 queued, %4 to decide")
                                 .arg(client->number())
                                 .arg(state.at(2).toInt(-1))
                                 .arg(state.at(3).toInt(-1))
                                 .arg(state.at(1).toInt(-1)));
        }
        return wrong;
    }

    QStringList anomalies()
    {
        QStringList wrong;
        TicketQuery query;
        query.me = m_there->admin();
        query.sort = ListSort{ListColumn::Number, false};
        const QVector<TicketId> ids = await(m_there->desk().tickets(query))->ids;
        QJsonArray numbers;
        for (const TicketId id : ids)
            numbers.append(id.value);
        for (const auto &client : m_clients) {
            const QStringList there = toldOf(m_there->desk(), ids, client->me());
            QStringList here;
            const QDeadlineTimer deadline(15'000);
            do {
                here.clear();
                const QJsonArray told = client->ask({QStringLiteral("told"), numbers}, 120'000).toArray();
                for (const QJsonValue &line : told)
                    here.append(line.toString());
            } while (here != there && !deadline.hasExpired());
            if (here != there)
                wrong.append(QStringLiteral("client %1 ").arg(client->number()) + firstDifference(here, there));
        }
        const PartitionJudge judge(m_there->desk(), ids, m_there->admin());
        for (const auto &client : m_clients) {
            if (client->crashes() > 0)
                wrong.append(QStringLiteral("client %1 has crashed").arg(client->number()));
            for (const PartitionWish &wish : client->memory().wishes())
                judge.judge(client->number(), wish, &wrong);
        }
        return wrong;
    }

    void tell(quint32 seed, int rounds, int restarts, qint64 milliseconds) const
    {
        qsizetype wishes = 0;
        int cuts = 0;
        int kills = 0;
        int busy = 0;
        for (const auto &client : m_clients) {
            wishes += client->memory().wishes().size();
            cuts += client->cuts();
            kills += client->kills();
            busy += client->busyKills();
        }
        qInfo(
            "seed %u: %d rounds, %.0f days, %d wishes, %d cuts, %d clients killed, %d of them at work, service killed "
            "%d times, in %.1f s",
            seed, rounds, double(m_clock->moved()) / double(24 * hourMs), int(wishes), cuts, kills, busy, restarts,
            double(milliseconds) / 1000);
    }

    TestCertificates m_certificates;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<DeskFixture> m_there;
    QString m_place;
    std::unique_ptr<MovedClock> m_clock;
    std::unique_ptr<ServiceProcess> m_service;
    std::vector<std::unique_ptr<PartitionProcess>> m_clients;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PartitionServiceTest)
#include "partition_service_test.moc"
