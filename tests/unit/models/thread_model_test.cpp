// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/thread_model.h"

#include "support/sample_catalog.h"
#include "support/thread_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr Instant start = 1'760'000'000'000;
const PersonId me{1};

struct World {
    ManualClock clock{start};
    ThreadDesk desk{sampleCatalog(), clock};
    Person sarah = desk.addPerson(QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org"));
    TicketId ticket = desk.addTicket(QStringLiteral("Monitor went dark"), sarah.id);
    ThreadModel model{desk};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    void fill(int count)
    {
        desk.fill(ticket, count, [](int number) { return QStringLiteral("text %1").arg(number); });
    }
    void open()
    {
        QSignalSpy opened(&model, &ThreadModel::opened);
        model.open(ticket, me);
        QTRY_COMPARE(opened.size(), 1);
    }
    Article letter(const QString &text) const
    {
        Article article;
        article.author = sarah.id;
        article.from = {sarah.name, sarah.address};
        article.text = text;
        return article;
    }
    [[nodiscard]] QString shape() const
    {
        QString letters;
        for (int row = 0; row < model.rowCount(); ++row)
            letters += QStringLiteral("^naE").at(int(model.item(row).kind));
        return letters;
    }
};

HistoryEntry entry(const char *what, Instant at, const char *actor)
{
    HistoryEntry made;
    made.what = QString::fromLatin1(what);
    made.at = at;
    made.actorName = QString::fromLatin1(actor);
    made.newText = QStringLiteral("High");
    return made;
}

} // namespace

class ThreadModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWithTheNewestPage()
    {
        World world;
        world.fill(55);
        world.open();
        QCOMPARE(world.shape(), u'^' + QString(20, u'a'));
        QCOMPARE(world.model.item(0).earlier, 35);
        QCOMPARE(world.model.item(20).article.text, QStringLiteral("text 54"));
    }

    void loadsOlderPagesUntilTheBeginning()
    {
        World world;
        world.fill(100);
        world.open();
        QSignalSpy earlier(&world.model, &ThreadModel::earlierLoaded);
        world.model.loadEarlier();
        world.model.loadEarlier(); // one wish at a time
        QTRY_COMPARE(earlier.size(), 1);
        QCOMPARE(world.model.articles().size(), 70);
        world.model.loadEarlier();
        QTRY_COMPARE(earlier.size(), 2);
        QCOMPARE(world.shape(), QString(100, u'a'));
        for (int number = 0; number < 100; ++number)
            QCOMPARE(world.model.item(number).article.text, QStringLiteral("text %1").arg(number));
    }

    void articlesArriveBehindWhatIsThere()
    {
        World world;
        world.fill(3);
        world.open();
        QSignalSpy arrived(&world.model, &ThreadModel::articlesArrived);
        QSignalSpy inserted(&world.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&world.model, &QAbstractItemModel::modelReset);
        world.desk.post(world.ticket, world.letter(QStringLiteral("another")));
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 3);
        QVERIFY(reset.isEmpty());
        QCOMPARE(world.model.item(3).article.text, QStringLiteral("another"));
    }

    void aFloodOfArticlesLeavesNoGap()
    {
        World world;
        world.fill(3);
        world.open();
        for (int number = 0; number < 40; ++number)
            world.desk.post(world.ticket, world.letter(QStringLiteral("flood %1").arg(number)));
        QTRY_VERIFY(!world.model.articles().isEmpty()
                    && world.model.articles().last().text == QStringLiteral("flood 39"));
        int position = world.model.articles().first().position;
        for (const Article &article : world.model.articles())
            QCOMPARE(article.position, position++);
        QCOMPARE(world.model.earlierCount(), world.model.articles().first().position - 1);
    }

    void eventsStandWhereTheyHappened()
    {
        World world;
        world.fill(2);
        world.desk.addHistory(world.ticket, entry("priority", start + 1, "Mike"));
        world.desk.addHistory(world.ticket, entry("queue", start + 2, "Mike"));
        world.desk.addHistory(world.ticket, entry("state", start + 3, "Anna"));
        world.desk.post(world.ticket, world.letter(QStringLiteral("late")));
        world.desk.addHistory(world.ticket, entry("owner", start + 9, "Anna"));
        world.open();
        QCOMPARE(world.shape(), QStringLiteral("aaEEaE"));
        QCOMPARE(world.model.item(2).events.size(), 2);
        QCOMPARE(world.model.item(3).events.size(), 1);
    }

    void eventsOfImportedThreadsGoByTime()
    {
        ThreadState state;
        for (int number = 1; number <= 3; ++number) {
            Article article;
            article.id = ArticleId{number};
            article.position = number;
            article.createdAt = number * 1000;
            state.articles.append(article);
        }
        HistoryEntry between = entry("state", 2500, "Mike");
        between.id = 1;
        state.history = {between};
        const QVector<ThreadItem> items = arrangeThread(state);
        QCOMPARE(items.size(), 4);
        QCOMPARE(items.at(2).kind, ThreadItem::Kind::Events);
    }

    void anEventJoinsTheLineBeforeIt()
    {
        World world;
        world.fill(1);
        world.open();
        FieldChange change;
        change.field = TicketField::Priority;
        change.value = 1;
        world.desk.changeByColleague(world.ticket, change);
        QTRY_COMPARE(world.shape(), QStringLiteral("aE"));
        change.field = TicketField::State;
        change.value = 3;
        QSignalSpy changed(&world.model, &QAbstractItemModel::dataChanged);
        world.desk.changeByColleague(world.ticket, change);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(world.shape(), QStringLiteral("aE"));
        QCOMPARE(world.model.item(1).events.size(), 2);
    }

    /// What was done at a replica has other ids once the service has done it.
    void whatIsSettledIsToldOnce()
    {
        constexpr qint64 pending = qint64(1) << 40;
        World world;
        world.fill(2);
        world.open();
        FieldChange change;
        change.field = TicketField::Owner;
        change.value = 2;
        world.desk.changeByColleague(world.ticket, change);
        world.desk.moveNewestEntry(world.ticket, pending);
        QTRY_COMPARE(world.shape(), QStringLiteral("aaE"));
        QTRY_VERIFY(world.model.item(2).events.first().id > pending);
        world.desk.moveNewestEntry(world.ticket, -pending);
        QTRY_VERIFY(world.model.item(2).events.first().id < pending);
        QCOMPARE(world.shape(), QStringLiteral("aaE"));
        QCOMPARE(world.model.item(2).events.size(), 1);
    }

    /// ...and the view stays where it is, and hears of what comes behind it.
    void aWordThatIsSettledIsThereOnce()
    {
        constexpr qint64 pending = qint64(1) << 40;
        World world;
        world.fill(2);
        world.open();
        QSignalSpy reset(&world.model, &QAbstractItemModel::modelReset);
        Article mine;
        mine.author = me;
        mine.text = QStringLiteral("mine");
        world.desk.post(world.ticket, mine);
        world.desk.moveNewestArticle(world.ticket, pending);
        QTRY_VERIFY(world.model.newestArticle().value > pending);
        world.desk.moveNewestArticle(world.ticket, -pending);
        QTRY_VERIFY(world.model.newestArticle().value < pending);
        QCOMPARE(world.shape(), QStringLiteral("aaa"));
        world.desk.post(world.ticket, world.letter(QStringLiteral("theirs")));
        QTRY_COMPARE(world.shape(), QStringLiteral("aaaa"));
        QCOMPARE(reset.size(), 0);
    }

    void marksWhereTheReaderHadStopped()
    {
        World world;
        world.fill(6);
        world.open();
        world.model.setReadUpTo(world.model.articles().at(3).id);
        QCOMPARE(world.shape(), QStringLiteral("aaaanaa"));
    }

    void aThreadNobodyHasReadHasNoMark()
    {
        World world;
        world.fill(3);
        world.open();
        world.model.setReadUpTo({});
        QCOMPARE(world.shape(), QStringLiteral("aaa"));
    }

    void ownArticlesAreNeverNew()
    {
        World world;
        world.fill(2);
        world.open();
        world.model.setReadUpTo(world.model.articles().first().id); // the second is mine
        QCOMPARE(world.shape(), QStringLiteral("aa"));
    }

    void answersForAnEarlierTicketAreDropped()
    {
        World world;
        world.fill(2);
        const TicketId other = world.desk.addTicket(QStringLiteral("Other"), world.sarah.id);
        world.desk.hold();
        world.model.open(world.ticket, me);
        world.model.open(other, me);
        QSignalSpy opened(&world.model, &ThreadModel::opened);
        world.desk.release();
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(world.model.rowCount(), 0);
        QCOMPARE(world.model.ticket(), other);
    }

    void saysWhenTheTicketIsGone()
    {
        World world;
        QSignalSpy failed(&world.model, &ThreadModel::failed);
        world.model.open(TicketId{99}, me);
        QTRY_COMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ThreadModelTest)
#include "thread_model_test.moc"
