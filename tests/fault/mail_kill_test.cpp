// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_connection.h"
#include "support/fault_injection.h"
#include "support/history_check.h"
#include "support/mail_job_fixture.h"
#include "support/nightly.h"
#include "support/scripted_imap_server.h"
#include "support/scripted_smtp_server.h"

#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <csignal>
#include <iostream>

namespace deskhand::test {
namespace {

constexpr int pointsOfDesk = 25;
constexpr int mailsOfPoint = 3;
constexpr int repliesOfPoint = 2;
constexpr int ticketsOfDesk = 10;
constexpr qint64 shiftOfPoint = 2 * 60 * 60 * 1000; // what failed is due again
constexpr int longestRun = 6000; // ms, then the kill comes anyway; programs under sanitizers are slow

const QUuid replyNamespace(QStringLiteral("{5e1d8c3a-0b6a-4a52-8a5a-0f3f0f1c9a01}"));

/// What is killed: a program that receives and sends, and, where replies are wanted, writes them.
struct Run {
    QString path;
    QString flow;  ///< "intake", "sending"
    QString point; ///< "time", "line", "write", "statement"
    int n = 0;
    qint64 shift = 0;
    int firstReply = 0;
    int replies = 0;

    [[nodiscard]] QStringList arguments() const
    {
        return {QStringLiteral("--work"),
                path,
                flow,
                point,
                QString::number(n),
                QString::number(shift),
                QString::number(firstReply),
                QString::number(replies)};
    }
    static Run from(const QStringList &words)
    {
        return {words[2],         words[3],        words[4], words[5].toInt(), words[6].toLongLong(),
                words[7].toInt(), words[8].toInt()};
    }
};

Command replyNumber(int number, PersonId agent)
{
    PostArticle post;
    post.ticket = TicketId{number % ticketsOfDesk + 1};
    post.evenUnseen = true;
    post.article.channel = Channel::Email;
    post.article.text = QStringLiteral("Reply number %1 of the kill test.").arg(number);
    post.article.to = {MailAddress{{}, QStringLiteral("customer%1@c.example").arg(number)}};
    Command command = Command::make(agent, post);
    command.id = QUuid::createUuidV5(replyNamespace, QString::number(number));
    return command;
}

/// The program under test. Ends when its standard input does, if it has not been killed.
int work(const Run &run)
{
    const auto clock = std::make_shared<ShiftedClock>(run.shift);
    LocalDeskOptions deskOptions;
    deskOptions.clock = clock;
    deskOptions.codec = makeMailCodec();
    auto desk = LocalDesk::open(run.path, deskOptions);
    if (!desk)
        return 1;
    MailWorker::Options options;
    options.owner = QStringLiteral("the program under test"); // a dead one's lease is its own
    options.receives = run.flow == u"intake";
    options.sends = run.flow == u"sending";
    if (run.point == u"write" || run.point == u"statement")
        setFault(run.point == u"write" ? FaultPoint::FileWrite : FaultPoint::Statement, Fault::Kill, run.n);
    MailWorker worker(jobPortsFor(**desk, run.path, clock), options);
    worker.start();
    for (int i = 0; i < run.replies; ++i) {
        auto answer = (*desk)->submit(replyNumber(run.firstReply + i, PersonId{1}));
        answer.waitForFinished();
        if (!answer.isResultReadyAt(0) || !answer.resultAt(0))
            return 1;
        std::cout << "stored " << run.firstReply + i << std::endl;
    }
    std::string line;
    while (std::getline(std::cin, line)) {
    }
    return 0;
}

class Rows
{
public:
    explicit Rows(const QString &path)
    {
        auto opened = SqliteConnection::open(
            path, ConnectionUse::Write, std::make_shared<const StatementCatalogue>(*StatementCatalogue::load()), 2000);
        if (!opened)
            qFatal("cannot open the desk: %s", qPrintable(opened.error().detail));
        m_connection = *std::move(opened);
    }
    void each(const char *sql, const std::function<void(const Statement &row)> &fn)
    {
        Statement rows = m_connection->once(sql, "test.rows");
        while (rows.next())
            fn(rows);
        if (const Result<void> status = rows.status(); !status)
            qFatal("%s: %s", sql, qPrintable(status.error().detail));
    }
    qint64 number(const char *sql)
    {
        qint64 number = 0;
        each(sql, [&number](const Statement &row) { number = row.integer(0); });
        return number;
    }

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace

class MailKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileReceiving_data() { addPoints(); }
    void killedWhileReceiving()
    {
        QFETCH(QString, point);
        QFETCH(int, points);
        m_killed = m_late = m_mails = m_deliveries = 0;
        // A program that was done before its point was reached proves less: another takes its place.
        for (int done = 0, desks = 0; m_killed < points && done < 4 * points; ++desks) {
            const int wanted = qMin(pointsOfDesk, points - m_killed);
            receiveAndKill(point, wanted, AfterFetch(2 + desks % 3));
            done += wanted;
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d points: %d kills at the point, %d at the end of its time, %d mails, each stored and applied once",
              points, m_killed, m_late, m_mails);
        QVERIFY(m_killed >= points);
    }

    void killedWhileSending_data() { addPoints(); }
    void killedWhileSending()
    {
        QFETCH(QString, point);
        QFETCH(int, points);
        m_killed = m_late = m_mails = m_deliveries = 0;
        // A program that was done before its point was reached proves less: another takes its place.
        for (int done = 0; m_killed < points && done < 4 * points;) {
            const int wanted = qMin(pointsOfDesk, points - m_killed);
            sendAndKill(point, wanted);
            done += wanted;
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d points: %d kills at the point, %d at the end of its time, %d replies, %d deliveries", points,
              m_killed, m_late, m_mails, m_deliveries);
        QVERIFY(m_killed >= points);
    }

private:
    void addPoints()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<int>("points");
        QTest::newRow("at a random time") << QStringLiteral("time") << randomRounds(75);
        QTest::newRow("at the n-th line of the server's journal") << QStringLiteral("line") << randomRounds(75);
        QTest::newRow("at the n-th write of a file") << QStringLiteral("write") << randomRounds(75);
        QTest::newRow("at the n-th statement") << QStringLiteral("statement") << randomRounds(75);
    }

    int randomPoint(const QString &point)
    {
        if (point == u"time")
            return m_random.bounded(1, 160); // ms
        if (point == u"line")
            return m_random.bounded(1, 16); // of what is said in a run
        return point == u"write" ? m_random.bounded(1, 90) : m_random.bounded(1, 260);
    }

    /// Called for each line that a server hears.
    void heard()
    {
        if (m_linesLeft > 0 && --m_linesLeft == 0 && m_pid > 0)
            ::kill(pid_t(m_pid.load()), SIGKILL);
    }

    /// Starts the program, has it killed at the point or by the time it has had, and gives what it printed.
    QByteArray runAndKill(const Run &run, const std::function<bool()> &isAllDone)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_linesLeft = run.point == u"line" ? run.n : 0;
        child.start(QCoreApplication::applicationFilePath(), run.arguments());
        if (!child.waitForStarted())
            qFatal("cannot start the program");
        m_pid = child.processId();
        bool atPoint = false;
        if (run.point == u"time") {
            atPoint = !child.waitForFinished(run.n);
        } else {
            const QDeadlineTimer deadline(longestRun);
            while (!child.waitForFinished(10) && !deadline.hasExpired() && !isAllDone()) {
            }
            atPoint = child.state() == QProcess::NotRunning && child.exitStatus() == QProcess::CrashExit;
        }
        m_pid = 0;
        m_linesLeft = 0;
        child.kill();
        child.waitForFinished();
        ++(atPoint ? m_killed : m_late);
        return child.readAllStandardOutput();
    }

    /// Lets the program work until `isAllDone`.
    bool runToTheEnd(Run run, const std::function<bool()> &isAllDone)
    {
        run.point = QStringLiteral("none");
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), run.arguments());
        const bool done = QTest::qWaitFor(isAllDone, 60'000);
        child.closeWriteChannel();
        child.waitForFinished();
        return done;
    }

    void receiveAndKill(const QString &point, int points, AfterFetch after)
    {
        ScriptedImapServer::Script script;
        script.hook = [this](ServerPeer &, const ScriptedImapServer::Request &) -> std::optional<QByteArray> {
            heard();
            return {};
        };
        ScriptedImapServer server(script);
        {
            const auto lock = server.lock();
            server.folders.insert("INBOX", {});
            server.folders.insert("Done", {});
        }
        TestDesk desk;
        Mailbox mailbox = server.mailbox();
        mailbox.first = FirstFetch::Everything;
        mailbox.after = after;
        mailbox.moveTo = QStringLiteral("Done");
        mailbox.sends = false;
        saveMailboxFor(desk, mailbox);
        desk.close();

        QMap<quint32, QByteArray> sent; // by UID
        Run run{desk.path(), QStringLiteral("intake"), point, 0, 0, 0, 0};
        const auto allSettled = [&] { return settledUids(server, sent).size() == sent.size(); };
        for (int i = 0; i < points; ++i) {
            {
                const auto lock = server.lock();
                for (int n = 0; n < mailsOfPoint; ++n) {
                    const int number = int(sent.size()) + 1;
                    // Every tenth comes twice, as other bytes of the same words never would.
                    const QByteArray mail = number % 10 == 0 ? sent.last() : customerMail(number);
                    sent.insert(server.folders["INBOX"].add(mail), mail);
                }
            }
            run.n = randomPoint(point);
            run.shift += shiftOfPoint;
            runAndKill(run, allSettled);
            const QString problem = checkStored(desk.path(), sent, settledUids(server, sent), i % 10 == 0);
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("%1 %2: %3").arg(point).arg(run.n).arg(problem)));
        }
        run.shift += shiftOfPoint;
        if (!runToTheEnd(run, [&] { return allSettled() && pending(desk.path()) == 0; }))
            QFAIL(qPrintable(QStringLiteral("%1 of %2 settled; %3")
                                 .arg(settledUids(server, sent).size())
                                 .arg(sent.size())
                                 .arg(howFar(desk.path()))));
        const QString problem = checkStored(desk.path(), sent, settledUids(server, sent), true);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE(checkApplied(desk.path(), sent), QString());
        QCOMPARE(brokenDesk(desk.path()), QString());
        QCOMPARE(brokenHistory(desk.path()), QString());
        m_mails += int(sent.size());
    }

    static qint64 pending(const QString &path)
    {
        return Rows(path).number("SELECT count(*) FROM mail_arrival WHERE outcome = 0");
    }

    static QString howFar(const QString &path)
    {
        Rows rows(path);
        QString text = QStringLiteral("%1 arrivals, %2 pending, most attempts %3")
                           .arg(rows.number("SELECT count(*) FROM mail_arrival"))
                           .arg(pending(path))
                           .arg(rows.number("SELECT coalesce(max(attempts), 0) FROM mail_arrival"));
        rows.each("SELECT problem, detail, failures, next_at, backlog FROM mailbox_progress",
                  [&](const Statement &row) {
                      text += QStringLiteral(", mailbox: %1 %2 %3 next %4 backlog %5")
                                  .arg(row.text(0), row.text(1))
                                  .arg(row.integer(2))
                                  .arg(row.integer(3))
                                  .arg(row.integer(4));
                  });
        return text;
    }

    /// What the server was told to be done with: flagged, or no longer in the folder.
    static QSet<quint32> settledUids(ScriptedImapServer &server, const QMap<quint32, QByteArray> &sent)
    {
        QSet<quint32> settled(sent.keyBegin(), sent.keyEnd());
        const auto lock = server.lock();
        for (const ImapMail &mail : std::as_const(server.folders["INBOX"].mails)) {
            if (!mail.flags.contains("\\SEEN") && !mail.flags.contains("\\DELETED"))
                settled.remove(mail.uid);
        }
        return settled;
    }

    static QString checkStored(const QString &path, const QMap<quint32, QByteArray> &sent, const QSet<quint32> &settled,
                               bool wholly)
    {
        Rows rows(path);
        QMap<quint32, int> stored;
        QString problem;
        rows.each("SELECT a.mail_key, a.raw_sha256, b.bytes FROM mail_arrival a LEFT JOIN blob b ON b.sha256 = "
                  "a.raw_sha256",
                  [&](const Statement &row) {
                      const quint32 uid = row.text(0).toUInt();
                      ++stored[uid];
                      if (row.bytes(1) != sha256Of(sent.value(uid)) || row.bytes(2) != sent.value(uid))
                          problem = QStringLiteral("mail %1 has other bytes").arg(uid);
                  });
        for (const int times : std::as_const(stored)) {
            if (times != 1)
                problem = QStringLiteral("a mail is stored %1 times").arg(times);
        }
        for (const quint32 uid : settled) {
            if (!stored.contains(uid))
                problem = QStringLiteral("mail %1 is flagged or gone and not stored").arg(uid);
        }
        if (wholly && rows.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") != 0)
            problem = QStringLiteral("the file is damaged");
        return problem;
    }

    static QString checkApplied(const QString &path, const QMap<quint32, QByteArray> &sent)
    {
        Rows rows(path);
        QSet<QByteArray> kinds;
        for (const QByteArray &mail : sent)
            kinds.insert(sha256Of(mail));
        const qint64 arrivals = rows.number("SELECT count(*) FROM mail_arrival");
        const qint64 opened = rows.number("SELECT count(*) FROM mail_arrival WHERE outcome = 1");
        const qint64 duplicates = rows.number("SELECT count(*) FROM mail_arrival WHERE outcome = 3");
        const qint64 articles = rows.number("SELECT count(*) FROM article");
        const bool right = arrivals == sent.size() && opened == kinds.size() && articles == kinds.size()
                           && duplicates == sent.size() - kinds.size();
        return right ? QString()
                     : QStringLiteral("of %1 mails, %2 of them different: %3 arrivals, %4 opened, %5 duplicates, %6 "
                                      "articles")
                           .arg(sent.size())
                           .arg(kinds.size())
                           .arg(arrivals)
                           .arg(opened)
                           .arg(duplicates)
                           .arg(articles);
    }

    void sendAndKill(const QString &point, int points)
    {
        ScriptedSmtpServer::Script script;
        script.hook = [this](ServerPeer &, const QByteArray &, int) -> std::optional<QByteArray> {
            heard();
            return {};
        };
        ScriptedSmtpServer server(script);
        TestDesk desk;
        Mailbox mailbox = server.mailbox();
        mailbox.protocol = MailProtocol::None;
        saveMailboxFor(desk, mailbox);
        for (int i = 0; i < ticketsOfDesk; ++i)
            desk.openTicket(QStringLiteral("Ticket %1").arg(i));
        const qint64 before = Rows(desk.path()).number("SELECT count(*) FROM article");
        desk.close();

        Run run{desk.path(), QStringLiteral("sending"), point, 0, 0, 0, repliesOfPoint};
        QSet<int> promised;
        for (int i = 0; i < points; ++i) {
            run.n = randomPoint(point);
            run.shift += shiftOfPoint;
            const int wanted = run.firstReply + run.replies;
            const QByteArray told = runAndKill(run, [&] { return differentMails(server) >= wanted; });
            for (const QByteArray &line : told.split('\n')) {
                if (line.startsWith("stored "))
                    promised.insert(line.mid(7).toInt());
            }
            const QString problem = checkDelivered(desk.path(), server, promised);
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("%1 %2: %3").arg(point).arg(run.n).arg(problem)));
            // A client repeats a command until it has been answered, with its uuid.
            while (promised.contains(run.firstReply))
                ++run.firstReply;
            run.replies = (i + 2) * repliesOfPoint - run.firstReply;
        }
        run.shift += shiftOfPoint;
        const int all = run.firstReply + run.replies;
        QVERIFY(runToTheEnd(run, [&] { return differentMails(server) >= all && unsent(desk.path()) == 0; }));
        for (int number = 0; number < all; ++number)
            promised.insert(number);
        QCOMPARE(checkDelivered(desk.path(), server, promised), QString());
        Rows rows(desk.path());
        QCOMPARE(rows.number("SELECT count(*) FROM article"), before + all);
        QCOMPARE(rows.number("SELECT count(*) FROM outbound_mail"), qint64(all));
        QCOMPARE(differentMails(server), all);
        QCOMPARE(brokenDesk(desk.path()), QString());
        m_mails += all;
        m_deliveries += int(server.taken().size());
    }

    static qint64 unsent(const QString &path)
    {
        return Rows(path).number("SELECT count(*) FROM outbound_mail WHERE state <> 2");
    }

    static int differentMails(ScriptedSmtpServer &server)
    {
        QSet<QByteArray> different;
        for (const TakenMail &mail : server.taken())
            different.insert(mail.bytes);
        return int(different.size());
    }

    /// Each reply that was promised is there once; what was delivered is what is stored, to the right recipient,
    /// however often it was.
    static QString checkDelivered(const QString &path, ScriptedSmtpServer &server, const QSet<int> &promised)
    {
        Rows rows(path);
        QString problem;
        QSet<QByteArray> stored;
        QSet<QString> ids;
        rows.each("SELECT m.message_id, b.bytes FROM outbound_mail m JOIN blob b ON b.sha256 = m.raw_sha256",
                  [&](const Statement &row) {
                      stored.insert(row.bytes(1));
                      if (ids.contains(row.text(0)))
                          problem = QStringLiteral("two mails have one Message-ID");
                      ids.insert(row.text(0));
                  });
        if (stored.size() != ids.size())
            problem = QStringLiteral("two Message-IDs have the same bytes");
        const auto taken = server.taken();
        for (const TakenMail &mail : taken) {
            if (!stored.contains(mail.bytes))
                problem = QStringLiteral("bytes were delivered that are not in the desk");
        }
        QMap<QString, int> texts;
        rows.each("SELECT text FROM article", [&](const Statement &row) { ++texts[row.text(0)]; });
        for (const int number : promised) {
            const int times = texts.value(QStringLiteral("Reply number %1 of the kill test.").arg(number));
            if (times != 1)
                problem = QStringLiteral("reply %1 is stored %2 times").arg(number).arg(times);
        }
        return problem;
    }

    QRandomGenerator m_random{20261121};
    std::atomic<qint64> m_pid = 0;
    std::atomic<int> m_linesLeft = 0;
    int m_killed = 0;
    int m_late = 0;
    int m_mails = 0;
    int m_deliveries = 0;
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    installFaults();
    if (QCoreApplication::arguments().value(1) == u"--work")
        return work(Run::from(QCoreApplication::arguments()));
    MailKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "mail_kill_test.moc"
