// SPDX-License-Identifier: GPL-3.0-or-later
// A backup that is taken while people work is the desk at one moment, wherever it is restored.
#include "store/desk_backup.h"
#include "support/history_check.h"
#include "support/postgres_server.h"
#include "support/test_desk.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <thread>

namespace deskhand::test {
namespace {

template <typename T>
T whatMustBe(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    return *std::move(result);
}

void mustHaveWorked(const Result<void> &done)
{
    if (!done)
        qFatal("%s: %s", qPrintable(done.error().where), qPrintable(done.error().detail));
}

std::unique_ptr<LocalDesk> openPlace(const DeskPlace &place)
{
    return whatMustBe(place.server ? LocalDesk::openServer(*place.server) : LocalDesk::open(place.file));
}

/// Opens tickets and answers in them until it is told to stop.
class Worker
{
public:
    explicit Worker(const DeskPlace &place)
        : m_desk(openPlace(place))
        , m_thread([this] { work(); })
    {
    }
    ~Worker()
    {
        m_stops = true;
        m_thread.join();
    }
    [[nodiscard]] int done() const { return m_done; }

private:
    void work()
    {
        const PersonId ada{1};
        while (!m_stops) {
            OpenTicket open;
            open.subject = QStringLiteral("Ticket %1").arg(m_done);
            open.requesterAddress = MailAddress{{}, QStringLiteral("rita%1@customer.example").arg(m_done % 7)};
            open.article = NewArticle();
            open.article->text = QStringLiteral("Text %1").arg(m_done);
            QFuture<Result<CommandAnswer>> opened = m_desk->submit(Command::make(ada, open));
            opened.waitForFinished();
            PostArticle reply;
            reply.ticket = whatMustBe(opened.resultAt(0)).ticket;
            reply.article.text = QStringLiteral("Answer");
            QFuture<Result<CommandAnswer>> posted = m_desk->submit(Command::make(ada, reply));
            posted.waitForFinished();
            whatMustBe(posted.resultAt(0));
            ++m_done;
        }
    }

    std::unique_ptr<LocalDesk> m_desk;
    std::atomic<bool> m_stops = false;
    std::atomic<int> m_done = 0;
    std::thread m_thread;
};

QVector<Change> feedOf(LocalDesk &desk)
{
    QVector<Change> all;
    for (qint64 cursor = 0;;) {
        const FeedPage page = whatMustBe(await(desk.changesSince(cursor, 10'000)));
        all += page.changes;
        cursor = page.cursor;
        if (!page.more)
            return all;
    }
}

qsizetype countOf(const QVector<Change> &feed, ChangeKind kind)
{
    return std::count_if(feed.cbegin(), feed.cend(), [kind](const Change &change) { return change.kind == kind; });
}

} // namespace

class DeskBackupTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;

    DeskPlace newDesk()
    {
        const NewDesk desk{QStringLiteral("Desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example"), {}};
        if (QTest::currentDataTag() == QByteArray("PostgreSQL")) {
            const PostgresAddress address = m_server->newDatabase();
            mustHaveWorked(createDeskOnServer(address, desk));
            return DeskPlace{{}, address};
        }
        const QString file = m_folder.filePath(QStringLiteral("source.desk"));
        mustHaveWorked(createDeskFile(file, desk));
        return DeskPlace{file, {}};
    }

    /// The feed as it was up to one command's end, and exactly what that feed tells of.
    static void isAPointOf(LocalDesk &desk, const QVector<Change> &whole)
    {
        const QVector<Change> feed = feedOf(desk);
        QVERIFY(feed.size() > 10 && feed.size() <= whole.size());
        for (qsizetype i = 0; i < feed.size(); ++i) {
            QCOMPARE(feed[i].seq, whole[i].seq);
            QCOMPARE(feed[i].command, whole[i].command);
            QCOMPARE(feed[i].ticket, whole[i].ticket);
        }
        if (feed.size() < whole.size())
            QVERIFY(feed.last().command != whole[feed.size()].command);
        const TicketList tickets = whatMustBe(await(desk.tickets({})));
        QCOMPARE(tickets.ids.size(), countOf(feed, ChangeKind::TicketOpened));
        for (const TicketId id : tickets.ids) {
            ThreadQuery query;
            query.ticket = id;
            const qsizetype articles = whatMustBe(await(desk.thread(query))).articles.size();
            const qsizetype posted = std::count_if(feed.cbegin(), feed.cend(), [id](const Change &change) {
                return change.ticket == id && change.kind == ChangeKind::ArticlePosted;
            });
            QVERIFY2(articles >= 1 && articles >= posted, qPrintable(QString::number(articles)));
        }
    }

private Q_SLOTS:
    void initTestCase() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }

    void aBackupUnderLoadIsACommittedPoint_data()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("file") << false;
        if (m_server)
            QTest::newRow("PostgreSQL") << true;
    }

    void aBackupUnderLoadIsACommittedPoint()
    {
        constexpr int rounds = 4;
        const DeskPlace place = newDesk();
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        QStringList backups;
        {
            const Worker worker(place);
            const Worker another(place);
            for (int round = 0; round < rounds; ++round) {
                const int before = worker.done();
                const int beforeOfOther = another.done();
                QTRY_VERIFY(worker.done() > before + 3 && another.done() > beforeOfOther + 3);
                backups.append(m_folder.filePath(QStringLiteral("%1-%2.backup").arg(tag).arg(round)));
                mustHaveWorked(backUpDesk(place, backups.last()));
            }
            const Result<void> again = backUpDesk(place, backups.last());
            QVERIFY(!again);
            QCOMPARE(again.error().code, ErrorCode::Conflict);
        }
        const auto source = openPlace(place);
        const QVector<Change> whole = feedOf(*source);
        QSet<QUuid> epochs{whatMustBe(await(source->syncHead())).epoch};
        for (const QString &backup : std::as_const(backups)) {
            // Elsewhere: in another file, and on a server where there is one.
            QVector<DeskPlace> elsewhere{{backup + QStringLiteral(".desk"), {}}};
            if (m_server && backup == backups.last())
                elsewhere.append({{}, m_server->newDatabase()});
            for (const DeskPlace &restored : std::as_const(elsewhere)) {
                mustHaveWorked(restoreDesk(backup, restored));
                if (!restored.server)
                    QCOMPARE(brokenDesk(restored.file), QString());
                const auto desk = openPlace(restored);
                isAPointOf(*desk, whole);
                if (QTest::currentTestFailed())
                    return;
                // Each is a desk of its own from here on.
                const QUuid epoch = whatMustBe(await(desk->syncHead())).epoch;
                QVERIFY(!epoch.isNull() && !epochs.contains(epoch));
                epochs.insert(epoch);
            }
        }
    }

    void whatIsDamagedIsNotRestored()
    {
        const QString file = m_folder.filePath(QStringLiteral("damaged.backup"));
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray("SQLite format 3\0", 16) + QByteArray(8000, 'x'));
        damaged.close();
        const QString target = m_folder.filePath(QStringLiteral("target.desk"));
        QVERIFY(!restoreDesk(file, DeskPlace{target, {}}));
        QVERIFY(!QFile::exists(target));
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::DeskBackupTest)
#include "desk_backup_test.moc"
