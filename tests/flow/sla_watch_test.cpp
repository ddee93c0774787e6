// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/sla_recalculation.h"
#include "operations/jobs/sla_watch.h"
#include "support/sla_job_fixture.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <thread>

namespace deskhand::test {
namespace {

constexpr int patience = 30'000; // ms, for what must happen

/// When each level of a ticket was reached, in order.
QVector<std::pair<int, Instant>> levelsOf(const QVector<SlaFired> &fired)
{
    QVector<std::pair<int, Instant>> levels;
    for (const SlaFired &one : fired)
        levels.append({one.level, one.at});
    std::sort(levels.begin(), levels.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return levels;
}

} // namespace

class SlaWatchTest : public QObject
{
    Q_OBJECT

public:
    explicit SlaWatchTest(PostgresServer *server)
        : m_server(server)
    {
    }

private Q_SLOTS:
    void everyLevelIsReachedAtItsInstant()
    {
        SlaDesk desk(m_server);
        desk.savePolicy(fourHours());
        const Instant opened = desk.clock().now();
        const TicketId ticket = desk.openTicket(QStringLiteral("Lamp"));
        desk.change(ticket, TicketField::Owner, desk.me().value);
        const auto worker = desk.work();
        QVector<std::pair<int, Instant>> expected;
        const std::pair<int, qint64> stations[] = {
            {1, 2 * hourMs}, {2, 3 * hourMs + 30 * minuteMs}, {0, 4 * hourMs}, {3, 5 * hourMs}};
        for (const auto &[level, after] : stations) {
            desk.clock().set(opened + after - 1);
            worker->wake();
            QVERIFY(stays(desk, ticket, expected));
            desk.clock().set(opened + after + 7000); // noticed late
            expected.append({level, opened + after});
            QTRY_COMPARE_WITH_TIMEOUT(levelsOf(desk.sla(ticket).fired), expected, patience);
        }
        for (const SlaFired &fired : desk.sla(ticket).fired)
            QCOMPARE(fired.doneAt, fired.at + 7000);
        const QVector<Notification> told = desk.notifications();
        QCOMPARE(told.size(), 3); // the breach has no actions of its own
        for (const Notification &one : told)
            QCOMPARE(one.dueAt, opened + 4 * hourMs);
        QCOMPARE(desk.row(ticket).head.slaDueAt, opened + 4 * hourMs);
    }

    void afterDaysWithoutAWorkerEverythingIsDatedRight()
    {
        SlaDesk desk(m_server);
        desk.savePolicy(fourHours());
        QVector<TicketId> tickets;
        QVector<Instant> opened;
        for (int i = 0; i < 20; ++i) {
            desk.clock().advance(13 * minuteMs);
            opened.append(desk.clock().now());
            tickets.append(desk.openTicket(QStringLiteral("Ticket %1").arg(i)));
        }
        desk.clock().advance(3 * dayMs);
        const Instant back = desk.clock().now();
        auto worker = desk.work();
        for (int i = 0; i < tickets.size(); ++i) {
            const QVector<std::pair<int, Instant>> expected{{1, opened[i] + 2 * hourMs},
                                                            {2, opened[i] + 3 * hourMs + 30 * minuteMs},
                                                            {0, opened[i] + 4 * hourMs},
                                                            {3, opened[i] + 5 * hourMs}};
            QTRY_COMPARE_WITH_TIMEOUT(levelsOf(desk.sla(tickets[i]).fired), expected, patience);
            for (const SlaFired &fired : desk.sla(tickets[i]).fired)
                QCOMPARE(fired.doneAt, back);
        }
        // A program that is started again does nothing again.
        worker.reset();
        desk.clock().advance(dayMs);
        worker = desk.work();
        desk.openTicket(QStringLiteral("Another"));
        desk.clock().advance(2 * hourMs);
        QTRY_VERIFY_WITH_TIMEOUT(worker->done().reached > 0, patience);
        worker.reset();
        for (const TicketId ticket : std::as_const(tickets))
            QCOMPARE(desk.sla(ticket).fired.size(), 4);
    }

    void ofTwoWorkersOneWorksAndTheOtherTakesOver()
    {
        SlaDesk desk(m_server);
        desk.savePolicy(fourHours());
        const auto second = desk.openAnother();
        auto first = desk.work(QStringLiteral("first"));
        QTRY_VERIFY_WITH_TIMEOUT(isWorkedBy(desk, QStringLiteral("first")), patience);
        const auto other = SlaDesk::work(desk.ports(*second), QStringLiteral("other"));
        QVector<TicketId> tickets;
        for (int i = 0; i < 10; ++i)
            tickets.append(desk.openTicket(QStringLiteral("Ticket %1").arg(i)));
        desk.clock().advance(2 * hourMs);
        for (const TicketId ticket : std::as_const(tickets))
            QTRY_COMPARE_WITH_TIMEOUT(desk.sla(ticket).fired.size(), 1, patience);
        first.reset();
        desk.clock().advance(10 * hourMs);
        for (const TicketId ticket : std::as_const(tickets))
            QTRY_COMPARE_WITH_TIMEOUT(desk.sla(ticket).fired.size(), 4, patience);
        QTRY_VERIFY_WITH_TIMEOUT(other->done().reached > 0, patience); // counted when its answer has come
    }

    void whoeverAsksHowOftenEachLevelIsReachedOnce()
    {
        SlaDesk desk(m_server);
        desk.savePolicy(fourHours());
        QVector<TicketId> tickets;
        for (int i = 0; i < 12; ++i) {
            tickets.append(desk.openTicket(QStringLiteral("Ticket %1").arg(i)));
            desk.change(tickets.last(), TicketField::Owner, desk.me().value);
        }
        desk.clock().advance(dayMs);
        const auto second = desk.openAnother();
        // Two programs that both believe to have the lease.
        const auto askAll = [&](LocalDesk &door, bool backwards) {
            const CommandRunner run = commandRunner(door);
            for (int round = 0; round < 3; ++round) {
                for (int i = 0; i < tickets.size(); ++i) {
                    Command command =
                        Command::make({}, ReachSlaLevels{tickets[backwards ? tickets.size() - 1 - i : i]});
                    command.actorKind = ActorKind::System;
                    Result<CommandAnswer> answer = run(command);
                    while (!answer && answer.error().code == ErrorCode::Busy)
                        answer = run(command);
                    if (!answer)
                        SlaDesk::fail(answer.error());
                }
            }
        };
        std::thread one([&] { askAll(desk.desk(), false); });
        std::thread two([&] { askAll(*second, true); });
        one.join();
        two.join();
        for (const TicketId ticket : std::as_const(tickets))
            QCOMPARE(desk.sla(ticket).fired.size(), 4);
        QCOMPARE(desk.notifications().size(), 3 * tickets.size());
    }

    void whatALevelDoesMayMakeTheNextOneDue()
    {
        SlaDesk desk(m_server);
        const PersonId lead = desk.addAgent(QStringLiteral("Lea"));
        Queue queue;
        queue.name = QStringLiteral("Second line");
        queue.lead = lead;
        const QueueId secondLine = desk.addQueue(queue);
        SlaPolicy policy = fourHours();
        policy.targets.first().amounts = {
            SlaPriorityAmount{desk.catalog()->priorities.last().id, businessTime(hourMs)}};
        policy.levels[0].actions = {
            SlaAction{SlaActionKind::MoveToQueue, secondLine.value, {}}, SlaAction{SlaActionKind::AssignToLead, 0, {}},
            SlaAction{SlaActionKind::SetPriority, desk.catalog()->priorities.last().id.value, {}},
            SlaAction{SlaActionKind::PostNote, 0, QStringLiteral("Half of the time is over.")}};
        policy.levels[2].actions = {SlaAction{SlaActionKind::NotifyLead, 0, {}}};
        desk.savePolicy(policy);
        const TicketId ticket = desk.openTicket(QStringLiteral("Lamp"), desk.catalog()->priorities.first().id);
        desk.clock().advance(2 * hourMs + minuteMs);
        const auto worker = desk.work();
        // With the higher priority it was due an hour ago: missed by the change, and the levels behind it at once.
        QTRY_VERIFY_WITH_TIMEOUT(desk.sla(ticket).fired.size() == 4, patience);
        const TicketHead head = desk.row(ticket).head;
        QCOMPARE(head.queue, secondLine);
        QCOMPARE(head.owner, lead);
        QCOMPARE(head.priority, desk.catalog()->priorities.last().id);
        QCOMPARE(head.articleCount, 1);
        const SlaClock clock = desk.sla(ticket).clocks.value(0);
        QCOMPARE(clock.cause, BreachCause::PriorityChange);
        QVERIFY(!desk.notifications(lead).isEmpty());
    }

    void aClockThatJumpsFiresNothingTwiceAndHangsNothing()
    {
        SlaDesk desk(m_server);
        desk.savePolicy(fourHours());
        constexpr qint64 tenYears = 3653 * dayMs;
        const Instant start = desk.clock().now();
        const TicketId before = desk.openTicket(QStringLiteral("Before"));
        auto worker = desk.work();
        desk.clock().set(start + tenYears);
        QTRY_COMPARE_WITH_TIMEOUT(desk.sla(before).fired.size(), 4, patience);
        const QVector<SlaFired> fired = desk.sla(before).fired;
        desk.clock().set(start + minuteMs); // the time server has spoken
        const Instant opened = desk.clock().now();
        const TicketId after = desk.openTicket(QStringLiteral("After"));
        desk.clock().set(opened + 2 * hourMs + minuteMs);
        worker->wake();
        QTRY_COMPARE_WITH_TIMEOUT(desk.sla(after).fired.size(), 1, patience);
        QCOMPARE(desk.sla(after).fired.first().at, opened + 2 * hourMs);
        QCOMPARE(desk.sla(before).fired, fired);
        desk.clock().set(opened - dayMs);
        desk.clock().set(opened + 2 * hourMs + 2 * minuteMs);
        worker->wake();
        QVERIFY(stays(desk, after, {{1, opened + 2 * hourMs}}));
    }

    void aLeaseOfAClockThatWasWrongIsTakenOver()
    {
        SlaDesk desk(m_server);
        desk.savePolicy(fourHours());
        const TicketId ticket = desk.openTicket(QStringLiteral("Lamp"));
        constexpr qint64 tenYears = 3653 * dayMs;
        {
            const auto store = desk.openStore();
            QVERIFY(store);
            const auto lease = (*store)->takeLease(QStringLiteral("sla-watch"), QStringLiteral("dead"),
                                                   desk.clock().now() + tenYears, LeasedJob::leaseTime);
            QVERIFY(lease && lease->has_value());
        }
        desk.clock().advance(2 * hourMs);
        const auto worker = desk.work();
        QTRY_COMPARE_WITH_TIMEOUT(desk.sla(ticket).fired.size(), 1, patience);
    }

    void aTicketThatCannotBeDoneHoldsUpNoOther()
    {
        SlaDesk desk(m_server);
        desk.savePolicy(fourHours());
        const TicketId bad = desk.openTicket(QStringLiteral("Bad"));
        const TicketId good = desk.openTicket(QStringLiteral("Good"));
        SlaJobPorts ports = desk.ports(desk.desk());
        std::atomic<bool> refuses = true;
        ports.submit = [run = ports.submit, bad, &refuses](const Command &command) -> Result<CommandAnswer> {
            const auto *reach = std::get_if<ReachSlaLevels>(&command.body);
            if (reach && reach->ticket == bad && refuses)
                return Error{ErrorCode::Internal, QStringLiteral("test"), QStringLiteral("refused"), {}};
            return run(command);
        };
        desk.clock().advance(2 * hourMs);
        const auto worker = SlaDesk::work(ports, QStringLiteral("worker"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.sla(good).fired.size(), 1, patience);
        QVERIFY(desk.sla(bad).fired.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(watchJob(desk).failures > 0, patience);
        QVERIFY(watchJob(desk).problem.contains(QStringLiteral("refused")));
        QCOMPARE(watchJob(desk).backlog, 1);
        // Others are noticed at their time even while it waits for its next attempt.
        const TicketId next = desk.openTicket(QStringLiteral("Next"));
        desk.clock().advance(2 * hourMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.sla(next).fired.size(), 1, patience);
        refuses = false;
        desk.clock().advance(hourMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.sla(bad).fired.size() >= 4, patience);
        QTRY_COMPARE_WITH_TIMEOUT(watchJob(desk).failures, 0, patience);
        QVERIFY(watchJob(desk).problem.contains(QStringLiteral("refused"))); // the last one stays known
    }

    void aRecalculationIsDoneInStepsBetweenWhichOthersWrite()
    {
        SlaDesk desk(m_server);
        const SlaPolicyId id = desk.savePolicy(fourHours());
        QVector<TicketId> tickets;
        for (int i = 0; i < 250; ++i)
            tickets.append(desk.openTicket(QStringLiteral("Ticket %1").arg(i)));
        SlaPolicy policy = *desk.catalog()->slaPolicy(id);
        policy.targets.first().otherwise = businessTime(6 * hourMs);
        const SlaTaskId task = desk.submit(SaveSlaPolicy{policy, SlaScope::Open}).slaTask;
        QVERIFY(task.isValid());
        SlaJobPorts ports = desk.ports(desk.desk());
        std::atomic<int> steps = 0;
        ports.submit = [run = ports.submit, &steps](const Command &command) {
            steps += std::holds_alternative<RecalculateSla>(command.body) ? 1 : 0;
            return run(command);
        };
        const auto worker = SlaDesk::work(ports, QStringLiteral("worker"));
        QTRY_VERIFY_WITH_TIMEOUT(taskNow(desk, task).finished, patience);
        QCOMPARE(taskNow(desk, task).done, tickets.size());
        QVERIFY(steps > 1);
        for (const TicketId ticket : std::as_const(tickets))
            QCOMPARE(desk.row(ticket).head.slaDueAt, SlaDesk::startOfDesk + 6 * hourMs);
        QTRY_COMPARE_WITH_TIMEOUT(worker->done().recalculated, tickets.size(), patience);
    }

    void aRecalculationThatIsCancelledEndsWhereItIs()
    {
        SlaDesk desk(m_server);
        const SlaPolicyId id = desk.savePolicy(fourHours());
        QVector<TicketId> tickets;
        for (int i = 0; i < 250; ++i)
            tickets.append(desk.openTicket(QStringLiteral("Ticket %1").arg(i)));
        SlaPolicy policy = *desk.catalog()->slaPolicy(id);
        policy.targets.first().otherwise = businessTime(6 * hourMs);
        const SlaTaskId task = desk.submit(SaveSlaPolicy{policy, SlaScope::Open}).slaTask;
        SlaJobPorts ports = desk.ports(desk.desk());
        ports.submit = [run = ports.submit, me = desk.me(), task](const Command &command) {
            Result<CommandAnswer> answer = run(command);
            if (std::holds_alternative<RecalculateSla>(command.body)) {
                if (const auto cancelled = run(Command::make(me, CancelSlaTask{task})); !cancelled)
                    SlaDesk::fail(cancelled.error());
            }
            return answer;
        };
        const auto worker = SlaDesk::work(ports, QStringLiteral("worker"));
        QTRY_VERIFY_WITH_TIMEOUT(taskNow(desk, task).cancelled, patience);
        const SlaTask ended = taskNow(desk, task);
        QVERIFY(ended.done > 0 && ended.done < ended.total);
        int changed = 0;
        for (const TicketId ticket : std::as_const(tickets))
            changed += desk.row(ticket).head.slaDueAt == SlaDesk::startOfDesk + 6 * hourMs ? 1 : 0;
        QCOMPARE(changed, ended.done);
    }

    void whatIsThereIsDoneAndTheProgramComesBack()
    {
        SlaDesk desk(m_server);
        const SlaPolicyId id = desk.savePolicy(fourHours());
        const TicketId ticket = desk.openTicket(QStringLiteral("Lamp"));
        SlaPolicy policy = *desk.catalog()->slaPolicy(id);
        policy.targets.first().otherwise = businessTime(hourMs);
        desk.submit(SaveSlaPolicy{policy, SlaScope::All});
        desk.clock().advance(2 * hourMs);
        SlaWorker worker(desk.ports(desk.desk()), SlaWorker::Options{});
        QVERIFY(worker.runOnce());
        QCOMPARE(worker.done().recalculated, 1);
        QCOMPARE(worker.done().reached, 1);
        QCOMPARE(worker.done().failed, 0);
        QCOMPARE(desk.sla(ticket).fired.size(), 4); // judged anew, and long overdue
    }

private:
    /// What has fired stays as it is for a while in which the watch looks.
    static bool stays(SlaDesk &desk, TicketId ticket, const QVector<std::pair<int, Instant>> &expected)
    {
        return !QTest::qWaitFor([&] { return levelsOf(desk.sla(ticket).fired) != expected; }, 1200);
    }
    static bool isWorkedBy(SlaDesk &desk, const QString &owner) { return watchJob(desk).owner == owner; }
    static JobReport watchJob(SlaDesk &desk)
    {
        for (const JobReport &job : SlaDesk::expect(desk.desk().mailReport()).jobs) {
            if (job.name == u"sla-watch")
                return job;
        }
        return {};
    }
    static SlaTask taskNow(SlaDesk &desk, SlaTaskId id)
    {
        for (const SlaTask &task : SlaDesk::expect(desk.desk().slaTasks())) {
            if (task.id == id)
                return task;
        }
        return {};
    }

    PostgresServer *m_server;
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    SlaWatchTest inFile(nullptr);
    int failures = QTest::qExec(&inFile, argc, argv);
    if (const auto server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk())) {
        SlaWatchTest onServer(server.get());
        failures += QTest::qExec(&onServer, argc, argv);
    }
    return failures;
}

#include "sla_watch_test.moc"
