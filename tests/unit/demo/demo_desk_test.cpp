// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_desk.h"
#include "domain/condition_text.h"
#include "store/local_desk.h"
#include "support/test_desk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using deskhand::test::await;

class DemoDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void catalogIsThere();
    void ticketsAreFound_data();
    void ticketsAreFound();
    void ownTicketsAndUnread();
    void threadIsWhole();
    void viewsAreThere();
    void promisesAreMostlyKept();
    void nextNumberIsFree();
    void existingFileIsLeftAlone();
    void cancelLeavesNothing();

private:
    [[nodiscard]] QVector<TicketId> idsOf(const QString &text)
    {
        const Result<Condition> condition = parseCondition(text, *m_catalog);
        if (!condition)
            qFatal("%s", qPrintable(condition.error().detail));
        TicketQuery query;
        query.condition = *condition;
        query.me = m_me;
        query.now = demoDefaultEnd;
        const auto list = await(m_desk->tickets(query));
        if (!list)
            qFatal("%s", qPrintable(list.error().detail));
        return list->ids;
    }

    QTemporaryDir m_folder;
    QString m_path;
    DemoDeskReport m_report;
    std::unique_ptr<LocalDesk> m_desk;
    CatalogPtr m_catalog;
    PersonId m_me;
};

void DemoDeskTest::initTestCase()
{
    m_path = m_folder.filePath(QStringLiteral("demo.desk"));
    qint64 shown = 0;
    const auto made = makeDemoDesk(m_path, {600, 3, demoDefaultEnd}, [&](qint64 done, qint64 total) {
        shown = done;
        return total == 600;
    });
    QVERIFY2(bool(made), made ? "" : qPrintable(made.error().where + made.error().detail));
    m_report = *made;
    QCOMPARE(m_report.tickets, 600);
    QVERIFY(m_report.articles > 1500);
    QVERIFY(shown <= 600);
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".new")));
    auto opened = LocalDesk::open(m_path);
    QVERIFY2(bool(opened), opened ? "" : qPrintable(opened.error().detail));
    m_desk = *std::move(opened);
    const auto catalog = await(m_desk->catalog());
    QVERIFY(bool(catalog));
    m_catalog = *catalog;
    for (const Person &agent : m_catalog->agents) {
        if (agent.name == QLatin1String("Mika Brandt"))
            m_me = agent.id;
    }
    QVERIFY(m_me.isValid());
}

void DemoDeskTest::catalogIsThere()
{
    QVERIFY(m_catalog->agents.size() >= 30);
    QVERIFY(m_catalog->queues.size() >= 20);
    QVERIFY(m_catalog->categories.size() >= 50);
    QVERIFY(m_catalog->organizations.size() >= 30);
    QVERIFY(m_catalog->tags.contains(QStringLiteral("docking")));
    QCOMPARE(m_catalog->deskName, QStringLiteral("Halden & Voss Service Desk"));
    for (const Queue &queue : m_catalog->queues)
        QVERIFY(!queue.parent.isValid() || m_catalog->queue(queue.parent));
}

void DemoDeskTest::ticketsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("all") << QString() << 600 << 600;
    QTest::newRow("open") << QStringLiteral("is:open") << 25 << 75;
    QTest::newRow("unassigned") << QStringLiteral("is:unassigned is:open") << 3 << 30;
    QTest::newRow("queue tree") << QStringLiteral("queue:Network") << 20 << 200;
    QTest::newRow("tag") << QStringLiteral("tag:docking") << 3 << 100;
    QTest::newRow("subject") << QStringLiteral("subject:vpn") << 8 << 150;
    QTest::newRow("text") << QStringLiteral("\"coffee machine\"") << 1 << 3;
    QTest::newRow("german") << QStringLiteral("passwort") << 1 << 60;
    QTest::newRow("japanese") << QStringLiteral("text:\"お疲れ様\"") << 1 << 60;
    QTest::newRow("due") << QStringLiteral("due<4d is:open") << 4 << 60;
}

void DemoDeskTest::ticketsAreFound()
{
    QFETCH(QString, text);
    QFETCH(int, least);
    QFETCH(int, most);
    const qsizetype found = idsOf(text).size();
    QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
}

void DemoDeskTest::ownTicketsAndUnread()
{
    QCOMPARE(idsOf(QStringLiteral("owner:me is:open")).size(), 12);
    QCOMPARE(idsOf(QStringLiteral("owner:me is:pending")).size(), 3);
    const qsizetype unread = idsOf(QStringLiteral("is:unread")).size();
    QVERIFY2(unread >= 6 && unread <= 9, qPrintable(QString::number(unread)));
    QVERIFY(idsOf(QStringLiteral("owner:me is:unread")).size() >= 3);
}

void DemoDeskTest::threadIsWhole()
{
    const QVector<TicketId> found = idsOf(QStringLiteral("subject:\"third floor Leeds\""));
    QCOMPARE(found.size(), 1);
    ThreadQuery query;
    query.ticket = found.first();
    query.limit = 100;
    const auto page = await(m_desk->thread(query));
    QVERIFY(bool(page));
    QVERIFY(page->articles.size() > 60);
    QCOMPARE(page->articlesBefore, 0);
    QVERIFY(page->history.size() > 10);
    int files = 0;
    for (const Article &article : page->articles) {
        for (const Attachment &attachment : article.attachments) {
            const auto bytes = await(m_desk->blob(attachment.sha256));
            QVERIFY(bool(bytes));
            QCOMPARE(qint64(bytes->size()), attachment.size);
            ++files;
        }
    }
    QVERIFY(files >= 4);
}

void DemoDeskTest::promisesAreMostlyKept()
{
    QCOMPARE(m_catalog->slaPolicies.size(), 2);
    QCOMPARE(m_catalog->calendars.size(), 2);
    const qsizetype met = idsOf(QStringLiteral("sla:met")).size();
    const qsizetype missed = idsOf(QStringLiteral("sla:missed")).size();
    QVERIFY2(missed > 0 && met > missed, qPrintable(QStringLiteral("%1 met, %2 missed").arg(met).arg(missed)));
    QVERIFY(!idsOf(QStringLiteral("sla:paused")).isEmpty());
    // Everything that is promised for is known to a policy.
    QVERIFY(idsOf(QStringLiteral("is:open sla:none")).isEmpty());
}

void DemoDeskTest::viewsAreThere()
{
    const auto views = await(m_desk->views(m_me));
    QVERIFY(bool(views));
    QCOMPARE(views->size(), 3);
    for (const SavedView &view : *views) {
        QVERIFY(!view.columns.isEmpty());
        QCOMPARE(*parseCondition(view.conditionText, *m_catalog), view.condition);
        QVERIFY2(!idsOf(view.conditionText).isEmpty(), qPrintable(view.name));
    }
}

void DemoDeskTest::nextNumberIsFree()
{
    OpenTicket open;
    open.subject = QStringLiteral("One more");
    open.requesterAddress = {QStringLiteral("Sarah Lind"), QStringLiteral("sarah.lind@halden-voss.example")};
    const auto answer = await(m_desk->submit(Command::make(m_me, open)));
    QVERIFY2(bool(answer), answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->ticketNumber, QStringLiteral("10601"));
    QCOMPARE(answer->ticket.value, 601);
}

void DemoDeskTest::existingFileIsLeftAlone()
{
    const auto again = makeDemoDesk(m_path, {5, 3, demoDefaultEnd});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
}

void DemoDeskTest::cancelLeavesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.desk"));
    const auto made = makeDemoDesk(path, {400'000, 3, demoDefaultEnd}, [](qint64, qint64) { return false; });
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(DemoDeskTest)
#include "demo_desk_test.moc"
