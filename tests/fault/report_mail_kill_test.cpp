// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_connection.h"
#include "support/fault_injection.h"
#include "support/history_check.h"
#include "support/nightly.h"
#include "support/report_mail_desk.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <iostream>

namespace deskhand::test {
namespace {

constexpr int readersOfDesk = 4;
constexpr int killsOfDesk = 2;                         ///< then it is let run to its end
constexpr int longestRun = 60'000;                     // ms
constexpr Instant due = reportDeskStart + 23 * hourMs; // an hour after its time

/// What is killed: a program that mails what is due and, with "both", hands it over, and then ends.
int work(const QStringList &words)
{
    const QString path = words[2];
    const auto clock = std::make_shared<SteppedClock>(words[3].toLongLong());
    const QString point = words[4];
    LocalDeskOptions options;
    options.clock = clock;
    options.codec = makeMailCodec();
    auto desk = LocalDesk::open(path, options);
    if (!desk)
        return 1;
    ReportMailPorts ports = reportMailPorts(**desk, path);
    ports.clock = clock;
    ports.write = [](const ReportLetter &letter, const std::function<bool()> &) -> Result<ReportMail> {
        ReportMail mail;
        mail.subject = letter.name;
        mail.text = QStringLiteral("of %1").arg(letter.dueAt);
        mail.html = QStringLiteral("<p>%1</p>").arg(mail.text);
        return mail;
    };
    ReportMailer mailer(ports, QStringLiteral("the program under test")); // a dead one's lease is its own
    if (point == u"write" || point == u"statement")
        setFault(point == u"write" ? FaultPoint::FileWrite : FaultPoint::Statement, Fault::Kill, words[5].toInt());
    std::cout << "ready" << std::endl;
    if (!mailer.runOnce())
        return 1;
    if (words[6] != u"both")
        return 0;
    MailWorker::Options postman;
    postman.owner = QStringLiteral("the program under test");
    postman.receives = false;
    MailWorker worker(jobPortsFor(**desk, path, clock), postman);
    return worker.runOnce() ? 0 : 1;
}

} // namespace

class ReportMailKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedBeforeTheHandOver_data() { addPoints(); }
    void killedBeforeTheHandOver() { killAtPoints(QStringLiteral("mailer")); }

    void killedAnywhere_data() { addPoints(); }
    void killedAnywhere() { killAtPoints(QStringLiteral("both")); }

private:
    static void addPoints()
    {
        QTest::addColumn<QString>("point");
        QTest::newRow("at a random time") << QStringLiteral("time");
        QTest::newRow("at the n-th write of a file") << QStringLiteral("write");
        QTest::newRow("at the n-th statement") << QStringLiteral("statement");
    }

    int randomPoint(const QString &point)
    {
        if (point == u"time")
            return m_random.bounded(0, 80); // ms
        return point == u"write" ? m_random.bounded(1, 60) : m_random.bounded(1, 200);
    }

    /// True: it was killed before it was done.
    bool runAndKill(const QString &path, Instant now, const QString &point, int n, const QString &phase)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--work"), path, QString::number(now), point, QString::number(n), phase});
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

    static QVector<ReportSending> sendingsIn(const QString &path, PersonId me)
    {
        auto desk = LocalDesk::open(path, LocalDeskOptions{std::make_shared<SteppedClock>(due), false, {}});
        if (!desk)
            qFatal("the desk cannot be opened: %s", qPrintable(desk.error().detail));
        const auto shelf = await((*desk)->reportShelf(me));
        return shelf ? shelf->sendings : QVector<ReportSending>();
    }

    void killAtPoints(const QString &phase)
    {
        QFETCH(QString, point);
        ScriptedSmtpServer server({});
        ReportMailDesk prepared(&server);
        QVector<PersonId> readers;
        for (int i = 0; i < readersOfDesk; ++i)
            readers.append(
                prepared.addAgent(QStringLiteral("Reader %1").arg(i), QStringLiteral("reader%1@desk.example").arg(i)));
        prepared.schedule(prepared.saveReport(QStringLiteral("Created")), readers);
        prepared.close();
        const int points = randomRounds(12);
        int killed = 0;
        int late = 0;
        for (int desks = 0; killed < points && desks < 6 * points; ++desks) {
            const QString path = m_folder.filePath(QStringLiteral("copy-%1.desk").arg(++m_desks));
            QVERIFY(QFile::copy(prepared.place(), path));
            const qsizetype before = server.taken().size();
            Instant now = due;
            for (int i = 0; i < killsOfDesk; ++i, now += hourMs)
                ++(runAndKill(path, now, point, randomPoint(point), phase) ? killed : late);
            QVERIFY(!runAndKill(path, now, QStringLiteral("none"), 0, QStringLiteral("both")));
            checkDesk(path, prepared.me(), server.taken().mid(before), phase);
            for (const char *more : {"", "-wal", "-shm"})
                QFile::remove(path + QLatin1String(more));
        }
        qInfo("%d kills at the point, %d programs were done before", killed, late);
        QVERIFY(killed >= points);
    }

    void checkDesk(const QString &path, PersonId me, const QVector<TakenMail> &taken, const QString &phase)
    {
        const QVector<ReportSending> sendings = sendingsIn(path, me);
        QCOMPARE(sendings.size(), readersOfDesk);
        for (const ReportSending &sending : sendings)
            QCOMPARE(sending.state, DeliveryState::Sent);
        QHash<QByteArray, QByteArray> bytes; // by recipient
        for (const TakenMail &mail : taken) {
            QCOMPARE(mail.recipients.size(), 1);
            const QByteArray &to = mail.recipients.first();
            QVERIFY2(!bytes.contains(to) || bytes.value(to) == mail.bytes, "a mail was made anew");
            bytes.insert(to, mail.bytes);
        }
        QCOMPARE(bytes.size(), readersOfDesk);
        // Who was killed before anything was handed over has sent nothing twice.
        if (phase != u"both")
            QCOMPARE(taken.size(), readersOfDesk);
        QCOMPARE(brokenDesk(path), QString());
        QCOMPARE(brokenHistory(path), QString());
    }

    QTemporaryDir m_folder;
    QRandomGenerator m_random{20261122};
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
    ReportMailKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "report_mail_kill_test.moc"
