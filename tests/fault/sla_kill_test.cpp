// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_connection.h"
#include "support/fault_injection.h"
#include "support/history_check.h"
#include "support/nightly.h"
#include "support/sla_job_fixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <iostream>

namespace deskhand::test {
namespace {

constexpr int dueTicketCount = 12;
constexpr int recalculatedTicketCount = 240;
constexpr int killsOfDesk = 2;     ///< then it is let run to its end
constexpr int longestRun = 60'000; // ms

/// What is killed: a program that does all that is to be done at an instant, and then ends.
int work(const QStringList &words)
{
    const QString path = words[2];
    const auto clock = std::make_shared<SteppedClock>(words[3].toLongLong());
    const QString point = words[4];
    auto desk = LocalDesk::open(path, LocalDeskOptions{clock, false, {}});
    if (!desk)
        return 1;
    SlaJobPorts ports;
    ports.openStore = [path] { return openSlaStore(path); };
    ports.submit = commandRunner(**desk);
    ports.clock = clock;
    SlaWorker::Options options;
    options.owner = QStringLiteral("the program under test"); // a dead one's lease is its own
    SlaWorker worker(ports, options);
    if (point == u"write" || point == u"statement")
        setFault(point == u"write" ? FaultPoint::FileWrite : FaultPoint::Statement, Fault::Kill, words[5].toInt());
    std::cout << "ready" << std::endl;
    return worker.runOnce() ? 0 : 1;
}

/// All that the jobs leave behind, to be compared.
struct Outcome {
    QVector<TicketHead> heads;
    QVector<QVector<SlaEvent>> events;
    QVector<QVector<SlaClock>> clocks;
    QVector<QVector<SlaFired>> fired;
    QVector<int> notified; ///< how often anybody was told of each ticket
    QVector<SlaTask> tasks;
    bool operator==(const Outcome &) const = default;
};

} // namespace

class SlaKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileLevelsAreReached_data() { addPoints(); }
    void killedWhileLevelsAreReached()
    {
        QFETCH(QString, point);
        QFETCH(int, points);
        killAtPoints(deskWithDueTickets(), point, points);
    }

    void killedWhileRecalculating_data() { addPoints(); }
    void killedWhileRecalculating()
    {
        QFETCH(QString, point);
        QFETCH(int, points);
        killAtPoints(deskToRecalculate(), point, points);
    }

private:
    static void addPoints()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<int>("points");
        QTest::newRow("at a random time") << QStringLiteral("time") << randomRounds(20);
        QTest::newRow("at the n-th write of a file") << QStringLiteral("write") << randomRounds(20);
        QTest::newRow("at the n-th statement") << QStringLiteral("statement") << randomRounds(20);
    }

    /// A desk with work to do, as a file that is copied for every round.
    struct Prepared {
        QString path;
        Instant now = 0;
        QVector<TicketId> tickets;
        PersonId me;
    };

    Prepared deskWithDueTickets()
    {
        SlaDesk desk(nullptr);
        SlaPolicy policy = fourHours();
        policy.levels[0].actions.append(
            SlaAction{SlaActionKind::PostNote, 0, QStringLiteral("Half of the time is over.")});
        policy.levels[1].actions.append(SlaAction{SlaActionKind::RaisePriority, 0, {}});
        policy.levels[2].actions = {SlaAction{SlaActionKind::NotifyPerson, desk.me().value, {}}};
        desk.savePolicy(policy);
        Prepared prepared;
        for (int i = 0; i < dueTicketCount; ++i) {
            desk.clock().advance(7 * minuteMs);
            prepared.tickets.append(
                desk.openTicket(QStringLiteral("Ticket %1").arg(i), desk.catalog()->priorities.first().id));
            desk.change(prepared.tickets.last(), TicketField::Owner, desk.me().value);
        }
        desk.clock().advance(dayMs);
        return keep(desk, prepared);
    }

    Prepared deskToRecalculate()
    {
        SlaDesk desk(nullptr);
        SlaPolicy policy = fourHours();
        policy.levels.clear();
        const SlaPolicyId id = desk.savePolicy(policy);
        Prepared prepared;
        for (int i = 0; i < recalculatedTicketCount; ++i) {
            desk.clock().advance(minuteMs);
            prepared.tickets.append(desk.openTicket(QStringLiteral("Ticket %1").arg(i)));
        }
        policy = *desk.catalog()->slaPolicy(id);
        policy.targets.first().otherwise = businessTime(90 * minuteMs);
        desk.submit(SaveSlaPolicy{policy, SlaScope::Open});
        policy.targets.first().otherwise = businessTime(150 * minuteMs);
        desk.submit(SaveSlaPolicy{policy, SlaScope::All});
        return keep(desk, prepared);
    }

    Prepared keep(SlaDesk &desk, Prepared prepared)
    {
        prepared.now = desk.clock().now();
        prepared.me = desk.me();
        prepared.path = m_folder.filePath(QStringLiteral("prepared-%1.desk").arg(++m_desks));
        const QString path = desk.path();
        desk.close();
        if (!QFile::copy(path, prepared.path))
            qFatal("the desk cannot be copied");
        return prepared;
    }

    QString copyOf(const Prepared &prepared)
    {
        const QString path = m_folder.filePath(QStringLiteral("copy-%1.desk").arg(++m_desks));
        if (!QFile::copy(prepared.path, path))
            qFatal("the desk cannot be copied");
        return path;
    }
    static void remove(const QString &path)
    {
        for (const char *more : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(more));
    }

    int randomPoint(const QString &point)
    {
        if (point == u"time")
            return m_random.bounded(0, 120); // ms
        return point == u"write" ? m_random.bounded(1, 60) : m_random.bounded(1, 400);
    }

    /// True: it was killed before it was done.
    bool runAndKill(const QString &path, Instant now, const QString &point, int n)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--work"), path, QString::number(now), point, QString::number(n)});
        if (!child.waitForStarted())
            qFatal("cannot start the program");
        if (point == u"time") {
            (void)child.waitForReadyRead(longestRun); // "ready"
            (void)child.waitForFinished(qMax(1, n));
            child.kill();
        }
        if (child.state() != QProcess::NotRunning && !child.waitForFinished(longestRun))
            qFatal("the program neither ends nor dies");
        if (child.exitStatus() == QProcess::NormalExit && child.exitCode() != 0)
            qFatal("the program has failed");
        return child.exitStatus() == QProcess::CrashExit;
    }

    static Outcome outcomeOf(const QString &path, const Prepared &prepared)
    {
        const auto clock = std::make_shared<SteppedClock>(prepared.now);
        auto desk = LocalDesk::open(path, LocalDeskOptions{clock, false, {}});
        if (!desk)
            SlaDesk::fail(desk.error());
        Outcome outcome;
        QMap<TicketId, int> notified;
        for (const Notification &one : SlaDesk::expect((*desk)->notifications(prepared.me, 10'000)))
            ++notified[one.ticket];
        for (const TicketId ticket : prepared.tickets) {
            const TicketSla sla = SlaDesk::expect((*desk)->ticketSla(ticket, prepared.me));
            outcome.heads.append(SlaDesk::expect((*desk)->rows({ticket}, prepared.me)).value(0).head);
            outcome.events.append(sla.events);
            outcome.clocks.append(sla.clocks);
            outcome.fired.append(sla.fired);
            outcome.notified.append(notified.value(ticket));
        }
        outcome.tasks = SlaDesk::expect((*desk)->slaTasks());
        return outcome;
    }

    /// Empty: the replay of every ticket's events gives what is stored.
    static QString verified(const QString &path)
    {
        QProcess verify;
        verify.start(qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"))
                         + QStringLiteral("/deskhandctl"),
                     {QStringLiteral("sla"), QStringLiteral("verify"), path});
        if (!verify.waitForFinished(longestRun))
            return QStringLiteral("it does not end");
        return verify.exitCode() == 0
                   ? QString()
                   : QString::fromUtf8(verify.readAllStandardOutput() + verify.readAllStandardError());
    }

    void killAtPoints(const Prepared &prepared, const QString &point, int points)
    {
        const QString undisturbed = copyOf(prepared);
        QVERIFY(!runAndKill(undisturbed, prepared.now, QStringLiteral("none"), 0));
        const Outcome expected = outcomeOf(undisturbed, prepared);
        QCOMPARE(verified(undisturbed), QString());
        int killed = 0;
        int late = 0;
        // A program that was done before its point was reached proves less: another takes its place.
        for (int desks = 0; killed < points && desks < 4 * points; ++desks) {
            const QString path = copyOf(prepared);
            for (int i = 0; i < killsOfDesk; ++i)
                ++(runAndKill(path, prepared.now, point, randomPoint(point)) ? killed : late);
            QVERIFY(!runAndKill(path, prepared.now, QStringLiteral("none"), 0));
            const Outcome outcome = outcomeOf(path, prepared);
            QVERIFY(outcome.fired == expected.fired);
            QVERIFY(outcome.notified == expected.notified);
            QVERIFY(outcome.clocks == expected.clocks);
            QVERIFY(outcome.heads == expected.heads);
            QVERIFY(outcome == expected);
            QCOMPARE(brokenDesk(path), QString());
            QCOMPARE(brokenHistory(path), QString());
            if (desks % 10 == 0)
                QCOMPARE(verified(path), QString());
            remove(path);
        }
        qInfo("%d kills at the point, %d programs were done before", killed, late);
        QVERIFY(killed >= points);
    }

    QTemporaryDir m_folder;
    QRandomGenerator m_random{20261121};
    int m_desks = 0;
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    installFaults();
    if (QCoreApplication::arguments().value(1) == u"--work")
        return work(QCoreApplication::arguments());
    SlaKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "sla_kill_test.moc"
