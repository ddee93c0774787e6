// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_catch_up.h"
#include "store/sql_report_store.h"
#include "store/sqlite_connection.h"
#include "support/fault_injection.h"
#include "support/nightly.h"
#include "support/test_desk.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

namespace deskhand::test {
namespace {

constexpr int killedLimit = 1;     ///< tickets of a step
constexpr int longestRun = 60'000; // ms

} // namespace

/// A step of the facts of reports has happened or has not, whichever of its statements and writes fails.
class ReportFactsFaultTest : public QObject
{
    Q_OBJECT

public:
    /// What is killed: a program that makes facts step by step until there is nothing more to do.
    static int work(const QStringList &words);

private Q_SLOTS:
    void eachStatementMayFail_data();
    void eachStatementMayFail();
    void killedAtAnyPoint_data();
    void killedAtAnyPoint();
    void aMistakeIsFound();

private:
    static void change(TestDesk &desk, int round);
    static Result<bool> step(const QString &path, int limit = 500);
    static QString stateOf(const QString &path);
    static QString finished(const QString &path);
    static bool runAndKill(const QString &path, const QString &point, int n);
    static QString copyOf(const QString &path);
};

/// A few tickets in every way that facts know.
void ReportFactsFaultTest::change(TestDesk &desk, int round)
{
    const CatalogPtr catalog = desk.catalog();
    const auto submit = [&desk](const CommandBody &body) {
        return await(desk.desk().submit(Command::make(desk.me(), body)));
    };
    for (int i = 0; i < 4; ++i) {
        OpenTicket open;
        open.subject = QStringLiteral("Ticket");
        open.requesterAddress = MailAddress{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
        const auto opened = submit(open);
        QVERIFY(opened);
        desk.clock().advance(3'600'000);
        PostArticle post;
        post.ticket = opened->ticket;
        post.article.text = QStringLiteral("Is it plugged in?");
        if (i % 2 == 0)
            post.state = catalog->firstStateOf(StateType::Solved);
        QVERIFY(submit(post));
        if (round > 0) {
            PostArticle again = post;
            again.ticket = TicketId{i + 1};
            again.state = catalog->firstStateOf(i % 2 == 0 ? StateType::Open : StateType::Solved);
            QVERIFY(submit(again));
        }
    }
}

int ReportFactsFaultTest::work(const QStringList &words)
{
    setFault(words.value(3) == u"write" ? FaultPoint::FileWrite : FaultPoint::Statement, Fault::Kill,
             words.value(4).toInt());
    for (;;) {
        const Result<bool> more = step(words.value(2), killedLimit);
        if (!more || !*more)
            return more ? 0 : 1;
    }
}

Result<bool> ReportFactsFaultTest::step(const QString &path, int limit)
{
    Result<std::unique_ptr<SqlReportStore>> store = openReportStore(path);
    if (!store)
        return store.error();
    const Result<std::optional<Lease>> lease =
        (*store)->takeLease(QStringLiteral("reports"), QStringLiteral("test"), 1'000'000'000'000, 1'000'000);
    if (!lease)
        return lease.error();
    return (*store)->catchUp(lease->value_or(Lease{}), limit);
}

/// What the store says of itself: where it is, and how many facts and sums it has.
QString ReportFactsFaultTest::stateOf(const QString &path)
{
    const Result<StatementCatalogue> loaded = StatementCatalogue::load();
    const auto statements = std::make_shared<const StatementCatalogue>(*loaded);
    const auto connection = SqliteConnection::open(path, ConnectionUse::Read, statements, 1000);
    if (!connection)
        return connection.error().detail;
    Statement rows = (*connection)
                         ->once("SELECT p.cursor || ' ' || p.running || ' ' || (SELECT count(*) || ' ' || "
                                "coalesce(sum(at), 0) FROM report_fact) || ' ' || (SELECT count(*) || ' ' || "
                                "coalesce(sum(n), 0) FROM report_day) FROM report_progress p",
                                "test.state");
    return rows.next() ? rows.text(0) : QStringLiteral("nothing");
}

QString ReportFactsFaultTest::finished(const QString &path)
{
    for (int i = 0; i < 20; ++i) {
        const Result<bool> more = step(path);
        if (!more)
            return more.error().detail;
        if (!*more)
            break;
    }
    auto store = openReportStore(path);
    if (!store)
        return store.error().detail;
    const Result<QStringList> wrong = (*store)->verify();
    return wrong ? wrong->join(u'\n') : wrong.error().detail;
}

QString ReportFactsFaultTest::copyOf(const QString &path)
{
    const QString copy = path + QStringLiteral(".copy");
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(copy + QLatin1String(suffix));
    if (!QFile::copy(path, copy))
        qFatal("the desk cannot be copied");
    return copy;
}

/// True: it was killed before it was done.
bool ReportFactsFaultTest::runAndKill(const QString &path, const QString &point, int n)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--work"), path, point, QString::number(n)});
    if (!child.waitForFinished(longestRun))
        qFatal("the program neither ends nor dies");
    if (child.exitStatus() == QProcess::NormalExit && child.exitCode() != 0)
        qFatal("the program has failed");
    return child.exitStatus() == QProcess::CrashExit;
}

void ReportFactsFaultTest::killedAtAnyPoint_data()
{
    QTest::addColumn<QString>("point");
    QTest::newRow("at the n-th write of a file") << QStringLiteral("write");
    QTest::newRow("at the n-th statement") << QStringLiteral("statement");
}

/// A process that derives facts step by step gets SIGKILL: what it leaves is between two steps, and who comes next
/// finishes, as if nothing had been.
void ReportFactsFaultTest::killedAtAnyPoint()
{
    QFETCH(QString, point);
    TestDesk desk;
    change(desk, 0);
    QCOMPARE(finished(desk.path()), QString());
    change(desk, 1);
    change(desk, 2);
    desk.close();
    // Between its steps a desk is in one of these states.
    QStringList states{stateOf(copyOf(desk.path()))};
    const QString undisturbed = copyOf(desk.path());
    for (bool more = true; more;) {
        const Result<bool> stepped = step(undisturbed, killedLimit);
        QVERIFY(stepped);
        more = *stepped;
        states.append(stateOf(undisturbed));
    }
    QVERIFY2(states.size() > 3, qPrintable(QString::number(states.size())));
    const QString end = states.last();
    QRandomGenerator random(20261122);
    int killed = 0;
    int inside = 0;
    for (int n = 1; n < 4'000; n += random.bounded(1, randomRounds(1) > 1 ? 3 : 12)) {
        const QString path = copyOf(desk.path());
        if (!runAndKill(path, point, n)) {
            QCOMPARE(stateOf(path), end);
            break;
        }
        ++killed;
        const QString left = stateOf(path);
        QVERIFY2(states.contains(left), qPrintable(left));
        inside += left != states.first() && left != end ? 1 : 0;
        QCOMPARE(finished(path), QString());
        QCOMPARE(stateOf(path), end);
    }
    QVERIFY2(killed >= 10, qPrintable(QString::number(killed)));
    QVERIFY(inside > 0);
}

void ReportFactsFaultTest::eachStatementMayFail_data()
{
    QTest::addColumn<int>("point");
    QTest::addColumn<int>("fault");
    QTest::newRow("statements") << int(FaultPoint::Statement) << int(Fault::Error);
    QTest::newRow("writes") << int(FaultPoint::FileWrite) << int(Fault::Error);
    QTest::newRow("full disk") << int(FaultPoint::FileWrite) << int(Fault::DiskFull);
}

void ReportFactsFaultTest::eachStatementMayFail()
{
    QFETCH(int, point);
    QFETCH(int, fault);
    TestDesk desk;
    change(desk, 0);
    QCOMPARE(finished(desk.path()), QString());
    change(desk, 1);
    desk.close();
    const QString before = stateOf(copyOf(desk.path()));
    const QString path = copyOf(desk.path());
    QVERIFY(step(path));
    const QString after = stateOf(path);
    QVERIFY(before != after);
    int failed = 0;
    bool done = false;
    for (int n = 1; n < 2'000 && !done; ++n) {
        (void)copyOf(desk.path());
        setFault(FaultPoint(point), Fault(fault), n);
        const Result<bool> stepped = step(path);
        done = faultPointsPassed(FaultPoint(point)) < n;
        clearFault();
        failed += stepped ? 0 : 1;
        const QString now = stateOf(path);
        QVERIFY2(now == before || now == after, qPrintable(now));
        QVERIFY(!stepped || now == after);
        if (n % 5 == 0)
            QCOMPARE(finished(path), QString());
    }
    QVERIFY(done);
    QVERIFY2(failed > 5, qPrintable(QString::number(failed)));
}

void ReportFactsFaultTest::aMistakeIsFound()
{
    for (const char *mistake :
         {"DELETE FROM report_fact WHERE kind = 2", "UPDATE report_fact SET wall = 7 WHERE kind = 8",
          "UPDATE report_day SET n = n + 1 WHERE kind = 1", "DELETE FROM report_day"}) {
        TestDesk desk;
        change(desk, 0);
        QCOMPARE(finished(desk.path()), QString());
        const Result<StatementCatalogue> loaded = StatementCatalogue::load();
        const auto statements = std::make_shared<const StatementCatalogue>(*loaded);
        {
            const auto connection = SqliteConnection::open(desk.path(), ConnectionUse::Write, statements, 1000);
            QVERIFY((*connection)->once(mistake, "test.mistake").run());
        }
        QVERIFY2(!finished(desk.path()).isEmpty(), mistake);
        auto store = openReportStore(desk.path());
        QVERIFY((*store)->dropFacts());
        QCOMPARE(finished(desk.path()), QString());
    }
}

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    installFaults();
    if (QCoreApplication::arguments().value(1) == u"--work")
        return ReportFactsFaultTest::work(QCoreApplication::arguments());
    ReportFactsFaultTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "report_facts_fault_test.moc"
