// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_catch_up.h"
#include "store/sql_report_store.h"
#include "store/sqlite_connection.h"
#include "support/fault_injection.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {

/// A step of the facts of reports has happened or has not, whichever of its statements and writes fails.
class ReportFactsFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installFaults(); }
    void eachStatementMayFail_data();
    void eachStatementMayFail();
    void aMistakeIsFound();

private:
    static void change(TestDesk &desk, int round);
    static Result<bool> step(const QString &path);
    static QString stateOf(const QString &path);
    static QString finished(const QString &path);
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

Result<bool> ReportFactsFaultTest::step(const QString &path)
{
    Result<std::unique_ptr<SqlReportStore>> store = openReportStore(path);
    if (!store)
        return store.error();
    const Result<std::optional<Lease>> lease =
        (*store)->takeLease(QStringLiteral("reports"), QStringLiteral("test"), 1'000'000'000'000, 1'000'000);
    if (!lease)
        return lease.error();
    return (*store)->catchUp(lease->value_or(Lease{}), 500);
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
    const auto copyOf = [&desk] {
        const QString path = desk.path() + QStringLiteral(".copy");
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(suffix));
        QFile::copy(desk.path(), path);
        return path;
    };
    const QString before = stateOf(copyOf());
    const QString path = copyOf();
    QVERIFY(step(path));
    const QString after = stateOf(path);
    QVERIFY(before != after);
    int failed = 0;
    bool done = false;
    for (int n = 1; n < 2'000 && !done; ++n) {
        copyOf();
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

QTEST_GUILESS_MAIN(deskhand::test::ReportFactsFaultTest)
#include "report_facts_fault_test.moc"
