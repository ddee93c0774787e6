// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_desk.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

namespace deskhand {
namespace {

/// What a desk announces, as it comes.
struct Listener {
    QVector<Change> changes;
    int catalogs = 0;
    QObject context; // last: nothing arrives when the rest is gone

    explicit Listener(Desk &desk)
    {
        QObject::connect(&desk, &Desk::changed, &context, [this](const QVector<Change> &news) { changes += news; });
        QObject::connect(&desk, &Desk::catalogChanged, &context, [this] { ++catalogs; });
    }
    [[nodiscard]] qint64 lastSeq() const { return changes.isEmpty() ? 0 : changes.last().seq; }
    [[nodiscard]] QVector<qint64> seqs() const
    {
        QVector<qint64> all;
        for (const Change &change : changes)
            all.append(change.seq);
        return all;
    }
    /// How often it was said that the command changed a ticket; a new tag also changes the catalogue.
    [[nodiscard]] int timesOf(const CommandId &command) const
    {
        return int(std::count_if(changes.cbegin(), changes.cend(), [&](const Change &change) {
            return change.command == command && change.kind == ChangeKind::TicketChanged;
        }));
    }
};

QVector<qint64> seqsOf(const FeedPage &page)
{
    QVector<qint64> all;
    for (const Change &change : page.changes)
        all.append(change.seq);
    return all;
}

Command tagging(PersonId actor, TicketId ticket, const QString &tag)
{
    return Command::make(actor, ChangeTicket{ticket, 1, {FieldChange{TicketField::Tags, {}, {tag}, {}}}, {}});
}

} // namespace

/// Several programs on one file see each other's changes.
class LiveDesksTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TestDesk> m_a;
    std::unique_ptr<LocalDesk> m_b;
    TicketId m_ticket;

    qint64 feedEnd() { return m_a->expect(m_a->desk().changesSince(0, 10000)).cursor; }

private Q_SLOTS:
    void init()
    {
        m_a = std::make_unique<test::TestDesk>();
        m_ticket = m_a->openTicket(QStringLiteral("Shared")).ticket;
        auto second = LocalDesk::open(m_a->path());
        QVERIFY(second);
        m_b = *std::move(second);
    }
    void cleanup()
    {
        m_b.reset();
        m_a.reset();
    }

    void aChangeArrivesOnceAndInOrder()
    {
        Listener heard(*m_b);
        const qint64 before = feedEnd();
        m_a->reply(m_ticket, QStringLiteral("One"));
        m_a->reply(m_ticket, QStringLiteral("Two"));
        m_a->openTicket(QStringLiteral("Three"));
        QTRY_COMPARE(heard.lastSeq(), feedEnd());
        const FeedPage page = m_a->expect(m_a->desk().changesSince(before, 10000));
        QCOMPARE(heard.seqs(), seqsOf(page));
        QCOMPARE(heard.changes.first().ticket, m_ticket);
        QCOMPARE(heard.changes.first().kind, page.changes.first().kind);
        QCOMPARE(heard.changes.first().actor, m_a->me());
        QVERIFY(!heard.changes.first().before && !heard.changes.first().after);
    }

    void whatWasThereBeforeIsNotNews()
    {
        Listener heard(*m_b);
        m_a->reply(m_ticket, QStringLiteral("News"));
        QTRY_VERIFY(!heard.changes.isEmpty());
        QCOMPARE(heard.changes.first().kind, ChangeKind::ArticlePosted);
    }

    void ownChangesAreNotAnnouncedTwice()
    {
        Listener heard(*m_b);
        Listener other(m_a->desk());
        const Command mine = tagging(m_a->me(), m_ticket, QStringLiteral("mine"));
        QVERIFY(test::await(m_b->submit(mine)));
        // Something of the other that comes later shows that the watch has read past one's own.
        m_a->reply(m_ticket, QStringLiteral("Later"));
        QTRY_COMPARE(heard.lastSeq(), feedEnd());
        QCOMPARE(heard.timesOf(mine.id), 1);
        QVERIFY(heard.changes.first().before && heard.changes.first().after);
        QTRY_COMPARE(other.lastSeq(), feedEnd());
        QCOMPARE(other.timesOf(mine.id), 1);
    }

    /// One's own change is announced at once, and what another did just before comes before it.
    void theOthersChangeBeforeMineComesFirst()
    {
        Listener heard(*m_b);
        const qint64 before = feedEnd();
        for (int i = 0; i < 20; ++i) {
            m_a->reply(m_ticket, QStringLiteral("Theirs"));
            const Command mine = tagging(m_a->me(), m_ticket, QStringLiteral("m%1").arg(i));
            QVERIFY(test::await(m_b->submit(mine)));
            QCoreApplication::processEvents();
            QCOMPARE(heard.timesOf(mine.id), 1);
        }
        QTRY_COMPARE(heard.lastSeq(), feedEnd());
        QCOMPARE(heard.seqs(), seqsOf(m_a->expect(m_a->desk().changesSince(before, 10000))));
    }

    void twoWritersAtOnceLoseNothing()
    {
        constexpr int each = 250;
        Listener inA(m_a->desk());
        Listener inB(*m_b);
        const qint64 before = feedEnd();
        QVector<QFuture<Result<CommandAnswer>>> answers;
        for (int i = 0; i < each; ++i) {
            answers.append(m_a->desk().submit(tagging(m_a->me(), m_ticket, QStringLiteral("a%1").arg(i))));
            answers.append(m_b->submit(tagging(m_a->me(), m_ticket, QStringLiteral("b%1").arg(i))));
        }
        for (const auto &answer : answers)
            QVERIFY(test::await(answer, 60000));
        const FeedPage page = m_a->expect(m_a->desk().changesSince(before, 10000));
        QVERIFY(page.changes.size() >= 2 * each);
        QTRY_COMPARE(inA.lastSeq(), page.cursor);
        QTRY_COMPARE(inB.lastSeq(), page.cursor);
        // What was changed before may still have been on its way to a listener when this began.
        const auto fromHere = [before](auto seqs) {
            seqs.removeIf([before](qint64 seq) { return seq <= before; });
            return seqs;
        };
        QCOMPARE(fromHere(inA.seqs()), seqsOf(page));
        QCOMPARE(fromHere(inB.seqs()), seqsOf(page));
    }

    void theCatalogueIsAnnounced()
    {
        Listener heard(*m_b);
        const QueueId queue = m_a->addQueue(QStringLiteral("Network"));
        QTRY_COMPARE(heard.catalogs, 1);
        const Result<CatalogPtr> seen = test::await(m_b->catalog());
        QVERIFY(seen && (*seen)->queue(queue));
    }

    void anotherProcessIsHeard()
    {
        const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
        const QString program = folder + QStringLiteral("/deskhandctl");
        if (!QFile::exists(program))
            QSKIP("deskhandctl is not built");
        Listener heard(*m_b);
        QProcess process;
        process.start(program, {QStringLiteral("ticket"), QStringLiteral("post"), m_a->path(),
                                m_a->row(m_ticket).head.number, QStringLiteral("--text"), QStringLiteral("From afar"),
                                QStringLiteral("--as"), QStringLiteral("ada@desk.example")});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20000);
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QTRY_VERIFY(!heard.changes.isEmpty());
        const Change news = heard.changes.first();
        QCOMPARE(news.ticket, m_ticket);
        QCOMPARE(news.kind, ChangeKind::ArticlePosted);
        QVERIFY(news.article.isValid());
    }

    void theDelayIsShort()
    {
        Listener heard(*m_b);
        QVector<qint64> delays;
        for (int i = 0; i < 60; ++i) {
            const int known = int(heard.changes.size());
            m_a->reply(m_ticket, QStringLiteral("Quick"));
            QElapsedTimer since;
            since.start();
            while (heard.changes.size() == known && since.elapsed() < 5000)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            delays.append(since.elapsed());
            QVERIFY(heard.changes.size() > known);
            QTest::qWait(i % 7); // the look is not in step with the writer
        }
        std::sort(delays.begin(), delays.end());
        qInfo("ms until another desk hears: median %lld, p99 %lld", delays.at(delays.size() / 2),
              delays.at(delays.size() - 1));
        // Far above the 150 ms that are promised: that is for the bench on a quiet machine.
        QVERIFY(delays.at(delays.size() / 2) < 1000);
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::LiveDesksTest)
#include "live_desks_test.moc"
