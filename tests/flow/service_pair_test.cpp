// SPDX-License-Identifier: GPL-3.0-or-later
// Two services on one PostgreSQL: each job is done by one of them, once, also when it is killed over it.
#include "support/served_desk.h"
#include "support/service_client.h"
#include "support/service_process.h"
#include "support/sla_job_fixture.h"

#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int tickets = 30;

/// A desk whose tickets were opened in March, so that all that was promised of them is late by now.
struct LateDesk {
    SlaDesk desk;
    QString place;
    QVector<TicketId> opened;

    explicit LateDesk(PostgresServer &server)
        : desk(&server)
        , place(placeOf(desk.address()))
    {
        SlaPolicy policy = fourHours();
        for (SlaLevel &level : policy.levels)
            level.actions = {SlaAction{SlaActionKind::NotifyPerson, desk.me().value, {}}};
        desk.savePolicy(policy);
        openMore();
    }
    void openMore()
    {
        for (int i = 0; i < tickets; ++i) {
            desk.clock().advance(minuteMs);
            opened.append(desk.openTicket(u"Ticket %1"_s.arg(opened.size())));
        }
    }
    /// Of each level and ticket somebody was told once; empty: so it is. "waiting": nothing is wrong yet.
    [[nodiscard]] QString problem()
    {
        QMap<QPair<qint64, QString>, int> told;
        for (const Notification &one : desk.notifications()) {
            if (!one.level.isEmpty()) // else of the breach itself
                ++told[{one.ticket.value, one.level}];
        }
        for (auto one = told.cbegin(); one != told.cend(); ++one) {
            if (*one != 1)
                return u"ticket %1: %2 times “%3”"_s.arg(one.key().first).arg(*one).arg(one.key().second);
        }
        for (const TicketId ticket : std::as_const(opened)) {
            QSet<QPair<int, int>> levels;
            const QVector<SlaFired> fired = desk.sla(ticket).fired;
            for (const SlaFired &each : fired)
                levels.insert({int(each.target), each.level});
            if (levels.size() != fired.size())
                return u"ticket %1: a level twice"_s.arg(ticket.value);
            if (levels.size() < 3)
                return u"waiting"_s;
        }
        return told.size() == opened.size() * 3 ? QString() : u"waiting"_s;
    }
    [[nodiscard]] JobReport job(const QString &name)
    {
        const auto door = openDeskAt(place);
        for (const JobReport &job : must(await(door->mailReport())).jobs) {
            if (job.name == name)
                return job;
        }
        return {};
    }
};

/// The process that does a job; 0: nobody.
qint64 workerOf(const JobReport &job)
{
    return job.until > SystemClock().now() ? job.owner.section(u'/', 1, 1).toLongLong() : 0;
}

const QStringList withJobs{u"--jobs-sla=yes"_s};
constexpr int takeOverMs = 50'000; // a lease lasts thirty seconds, and is asked for every few

} // namespace

class ServicePairTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PostgresServer> m_server;

private Q_SLOTS:
    void initTestCase()
    {
        m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
    }
    void whoIsKilledIsFollowedByTheOther();
    void whoStopsGivesItsJobsBack();
};

void ServicePairTest::whoIsKilledIsFollowedByTheOther()
{
    LateDesk late(*m_server);
    ServiceProcess one(late.place, withJobs);
    ServiceProcess two(late.place, withJobs);
    QTRY_VERIFY_WITH_TIMEOUT(late.problem().isEmpty(), 20'000);
    const JobReport before = late.job(u"sla-watch"_s);
    const qint64 worker = workerOf(before);
    QVERIFY2(worker == one.processId() || worker == two.processId(), qPrintable(before.owner));
    ServiceProcess &victim = worker == one.processId() ? one : two;
    ServiceProcess &survivor = worker == one.processId() ? two : one;

    // Somebody works with the one that will die, and somebody listens at the other.
    const QByteArray token = ServiceProcess::openSession(late.place, late.desk.me());
    ServiceClient client(victim.url(), token);
    QCOMPARE(client.call(u"catalog"_s).status, 200);
    ServiceSocket listener(survivor.url(), token);
    QTRY_VERIFY(listener.isOpen());
    listener.hello();
    QTRY_COMPARE(listener.heard(u"hello"_s).size(), 1);
    const qint64 cursor = listener.heard(u"hello"_s)[0][u"cursor"_s].toInteger();

    victim.kill();
    late.openMore();                                                               // while nobody watches
    QCOMPARE(ServiceClient(survivor.url(), token).call(u"catalog"_s).status, 200); // without signing in again
    QTRY_COMPARE_WITH_TIMEOUT(workerOf(late.job(u"sla-watch"_s)), survivor.processId(), takeOverMs);
    QVERIFY(late.job(u"sla-watch"_s).fence > before.fence);
    QTRY_VERIFY2_WITH_TIMEOUT(late.problem().isEmpty(), qPrintable(late.problem()), 20'000);

    const auto heard = [&listener] {
        QSet<qint64> told;
        for (const QJsonObject &message : listener.heard(u"changes"_s)) {
            for (const QJsonValue &change : message[u"changes"_s].toArray())
                told.insert(change[u"ticket"_s].toInteger());
        }
        told.remove(0);
        return told.size();
    };
    QTRY_VERIFY(heard() >= tickets);
    // Whoever was at the dead one goes on at the other, by the cursor that it had.
    const ServiceAnswer missed =
        ServiceClient(survivor.url(), token).call(u"changes"_s, {{u"cursor"_s, cursor}, {u"limit"_s, 10'000}});
    QVERIFY2(missed.status == 200, missed.body.constData());
    QVERIFY(missed.json()[u"changes"_s].toArray().size() >= tickets);
}

void ServicePairTest::whoStopsGivesItsJobsBack()
{
    LateDesk late(*m_server);
    ServiceProcess one(late.place, withJobs);
    QTRY_VERIFY_WITH_TIMEOUT(late.problem().isEmpty(), 20'000);
    QCOMPARE(workerOf(late.job(u"sla-watch"_s)), one.processId());
    ServiceProcess two(late.place, withJobs);
    QCOMPARE(one.terminate(), 0);
    constexpr int soonMs = 15'000; // half a lease: it was given back, and has not just run out
    QTRY_COMPARE_WITH_TIMEOUT(workerOf(late.job(u"sla-watch"_s)), two.processId(), soonMs);
    late.openMore();
    QTRY_VERIFY2_WITH_TIMEOUT(late.problem().isEmpty(), qPrintable(late.problem()), 20'000);
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ServicePairTest)
#include "service_pair_test.moc"
