// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_injection.h"
#include "support/history_check.h"
#include "support/test_desk.h"

#include <QProcess>
#include <QtTest>

#include <functional>

namespace deskhand::test {
namespace {

const QUuid commandUnderTest(QStringLiteral("{6f2d7c1e-0d5b-4b43-9c53-6c1f6a1d2b11}"));

/// The command that touches the most: article, files, raw mail, state, tags of the feed, a new person.
Command bigCommand(PersonId agent, StateId solved)
{
    PostArticle post;
    post.ticket = TicketId{1};
    post.state = solved;
    post.article.text = QStringLiteral("unmistakable words of the article under test");
    post.article.messageId = QStringLiteral("fault@desk.example");
    post.article.raw = QByteArray(20000, 'r');
    post.article.attachments = {NewAttachment{
        QStringLiteral("a.bin"), QStringLiteral("application/octet-stream"), QByteArray(50000, 'a'), false, {}}};
    Command command = Command::make(agent, post);
    command.id = commandUnderTest;
    return command;
}

/// Runs the command; `arm` is called just before.
Result<CommandAnswer> submitTo(Desk &desk, const std::function<void()> &arm)
{
    const auto catalog = await(desk.catalog());
    if (!catalog)
        return catalog.error();
    arm();
    return await(desk.submit(bigCommand((*catalog)->agents.first().id, (*catalog)->firstStateOf(StateType::Solved))));
}

Result<CommandAnswer> openAndSubmit(const QString &path, const std::function<void()> &arm)
{
    auto desk = LocalDesk::open(path);
    return desk ? submitTo(**desk, arm) : Result<CommandAnswer>(desk.error());
}

/// Old or new, nothing between; and the same command again gives the new state once.
QString checkAfterFault(const QString &path, bool *wasDone)
{
    if (const QString broken = brokenDesk(path); !broken.isEmpty())
        return broken;
    auto desk = LocalDesk::open(path);
    if (!desk)
        return desk.error().detail;
    const auto before = await((*desk)->rows({TicketId{1}}, PersonId{1}));
    if (!before || before->size() != 1)
        return QStringLiteral("the ticket is gone");
    *wasDone = before->first().head.articleCount == 2;
    const TicketHead &head = before->first().head;
    const bool isOld = head.articleCount == 1 && head.version == 1 && head.solvedAt == 0 && head.attachmentCount == 0;
    const bool isNew = head.articleCount == 2 && head.version == 2 && head.solvedAt != 0 && head.attachmentCount == 1;
    if (!isOld && !isNew)
        return QStringLiteral("neither old nor new: version %1, %2 articles").arg(head.version).arg(head.articleCount);
    const Result<CommandAnswer> again = submitTo(**desk, [] {});
    if (!again)
        return QStringLiteral("repeating: ") + again.error().detail;
    const auto page = await((*desk)->thread(ThreadQuery{TicketId{1}, {}, 10, {}}));
    if (!page || page->articles.size() != 2 || page->articles.last().id != again->article)
        return QStringLiteral("not exactly once");
    SearchQuery query;
    query.text = QStringLiteral("unmistakable");
    const auto found = await((*desk)->search(query));
    if (!found || found->hits.size() != 1)
        return QStringLiteral("not found by its words");
    return brokenHistory(path);
}

} // namespace

class CommandFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        {
            TestDesk desk;
            desk.openTicket(QStringLiteral("Printer"));
            m_path = m_folder.filePath(QStringLiteral("before"));
            const QString source = desk.path();
            desk.close();
            QVERIFY(QFile::copy(source, m_path));
        }
        QCOMPARE(brokenDesk(m_path), QString());
    }

    void everyAnswerIsOnTheDisk()
    {
        // A kill leaves the system's cache, a power cut does not: each answer waits for the disk.
        TestDesk desk;
        desk.openTicket(QStringLiteral("Printer"));
        clearFault();
        for (int i = 0; i < 10; ++i)
            desk.reply(TicketId{1}, QString::number(i));
        QVERIFY2(fileSyncsPassed() >= 10, qPrintable(QString::number(fileSyncsPassed())));
    }

    void killedAtEachPoint_data()
    {
        QTest::addColumn<QString>("point");
        QTest::newRow("statements") << QStringLiteral("statement");
        QTest::newRow("file writes") << QStringLiteral("write");
    }

    void killedAtEachPoint()
    {
        QFETCH(QString, point);
        int kills = 0;
        int done = 0;
        for (bool killed = true; killed;) {
            const QString path = copyOfDesk();
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--submit"), path, point, QString::number(kills + 1)});
            QVERIFY(child.waitForFinished(30000));
            killed = child.exitStatus() == QProcess::CrashExit;
            QVERIFY2(killed || child.exitCode() == 0, child.readAllStandardError().constData());
            const bool promised = child.readAllStandardOutput().contains("answered");
            bool wasDone = false;
            const QString problem = checkAfterFault(path, &wasDone);
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("point %1: %2").arg(kills + 1).arg(problem)));
            QVERIFY2(wasDone || !promised, "an answer was given for what was lost");
            kills += killed ? 1 : 0;
            done += wasDone ? 1 : 0;
        }
        qInfo("killed %d times, done by then %d times", kills, done);
        QVERIFY(kills > 10);
        QVERIFY(done > 0);
    }

    void failingAtEachPoint_data()
    {
        QTest::addColumn<FaultPoint>("point");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("statements") << FaultPoint::Statement << Fault::Error;
        QTest::newRow("file writes") << FaultPoint::FileWrite << Fault::Error;
        QTest::newRow("disk full") << FaultPoint::FileWrite << Fault::DiskFull;
    }

    void failingAtEachPoint()
    {
        QFETCH(FaultPoint, point);
        QFETCH(Fault, fault);
        int failures = 0;
        int passed = 0;
        for (int n = 1; n == 1 || passed >= n - 1; ++n) {
            const QString path = copyOfDesk();
            const Result<CommandAnswer> answer = openAndSubmit(path, [&] { setFault(point, fault, n); });
            passed = faultPointsPassed(point);
            clearFault();
            failures += answer ? 0 : 1;
            bool wasDone = false;
            const QString problem = checkAfterFault(path, &wasDone);
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("point %1: %2").arg(n).arg(problem)));
            QVERIFY2(wasDone || !answer, "an answer was given for what was lost");
        }
        qInfo("failed %d times", failures);
        QVERIFY(failures > 10);
    }

private:
    QString copyOfDesk()
    {
        const QString path = m_folder.filePath(QStringLiteral("copy-%1").arg(++m_copies));
        if (!QFile::copy(m_path, path))
            qFatal("cannot copy the desk");
        return path;
    }

    QTemporaryDir m_folder;
    QString m_path;
    int m_copies = 0;
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    installFaults();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--submit") {
        const FaultPoint point = arguments.value(3) == u"write" ? FaultPoint::FileWrite : FaultPoint::Statement;
        const bool answered = openAndSubmit(arguments.value(2), [&] {
                                  setFault(point, Fault::Kill, arguments.value(4).toInt());
                              }).has_value();
        if (answered) {
            std::fputs("answered\n", stdout);
            std::fflush(stdout);
        }
        return answered ? 0 : 1;
    }
    CommandFaultTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "command_fault_test.moc"
