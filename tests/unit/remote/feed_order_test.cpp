// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/feed_order.h"

#include <QtTest>

namespace deskhand {

class FeedOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingBeforeTheBeginning();
    void pagesJoin();
    void whatOverlapsComesOnce();
    void aGapIsRefused();
    void ownChangesHaveTheirTickets();
    void ownChangesNextInOrderNeedNoReading();
    void ownChangesWaitForThoseOfOthers();
    void aChangeWaitsForItsAnswer();
    void nobodyIsWaitedForForEver();
    void anAnswerThatNeverComesHoldsNothing();
    void lateOwnChangesAreNotToldTwice();
    void aNewBeginningForgets();

private:
    static Change change(qint64 seq, const CommandId &command = {}, bool withTicket = false);
    static QVector<Change> changes(qint64 from, qint64 to);
    static QString told(const QVector<Change> &changes); ///< "4 5+": with its ticket

    FeedOrder m_order;
};

Change FeedOrderTest::change(qint64 seq, const CommandId &command, bool withTicket)
{
    Change change;
    change.seq = seq;
    change.command = command;
    if (withTicket)
        change.after = TicketRow();
    return change;
}

QVector<Change> FeedOrderTest::changes(qint64 from, qint64 to)
{
    QVector<Change> all;
    for (qint64 seq = from; seq <= to; ++seq)
        all.append(change(seq));
    return all;
}

QString FeedOrderTest::told(const QVector<Change> &changes)
{
    QStringList words;
    for (const Change &one : changes)
        words.append(QString::number(one.seq) + QLatin1String(one.after ? "+" : ""));
    return words.join(u' ');
}

void FeedOrderTest::init()
{
    m_order = FeedOrder();
    m_order.begin(10);
}

void FeedOrderTest::nothingBeforeTheBeginning()
{
    FeedOrder order;
    QVERIFY(!order.hasBegun());
    QVERIFY(!order.take(0, changes(1, 2), 2));
    order.answered(QUuid::createUuid(), {change(1, {}, true)});
    QVERIFY(order.takeAnnounceable().isEmpty());
    order.begin(2);
    QVERIFY(order.hasBegun());
    QVERIFY(order.takeAnnounceable().isEmpty());
}

void FeedOrderTest::pagesJoin()
{
    QVERIFY(m_order.take(10, changes(11, 12), 12));
    QVERIFY(m_order.take(12, changes(13, 13), 15)); // those in between are nobody's
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("11 12 13"));
    QCOMPARE(m_order.cursor(), 15);
    QCOMPARE(m_order.announced(), 15);
    QVERIFY(m_order.takeAnnounceable().isEmpty());
}

void FeedOrderTest::whatOverlapsComesOnce()
{
    QVERIFY(m_order.take(10, changes(11, 14), 14));
    QVERIFY(m_order.take(12, changes(13, 16), 16));
    QVERIFY(m_order.take(5, changes(6, 9), 9));
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("11 12 13 14 15 16"));
    QCOMPARE(m_order.cursor(), 16);
}

void FeedOrderTest::aGapIsRefused()
{
    QVERIFY(!m_order.take(11, changes(12, 13), 13));
    QVERIFY(m_order.takeAnnounceable().isEmpty());
    QCOMPARE(m_order.cursor(), 10);
}

void FeedOrderTest::ownChangesHaveTheirTickets()
{
    const CommandId mine = QUuid::createUuid();
    m_order.sent(mine);
    m_order.answered(mine, {change(12, mine, true)});
    QVERIFY(m_order.take(10, {change(11), change(12, mine), change(13)}, 13));
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("11 12+ 13"));
}

void FeedOrderTest::ownChangesNextInOrderNeedNoReading()
{
    const CommandId mine = QUuid::createUuid();
    m_order.sent(mine);
    m_order.answered(mine, {change(11, mine, true), change(12, mine, true)});
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("11+ 12+"));
    QCOMPARE(m_order.cursor(), 12);
    QVERIFY(m_order.take(10, {change(11, mine), change(12, mine)}, 12));
    QVERIFY(m_order.takeAnnounceable().isEmpty());
}

void FeedOrderTest::ownChangesWaitForThoseOfOthers()
{
    const CommandId mine = QUuid::createUuid();
    m_order.sent(mine);
    m_order.answered(mine, {change(12, mine, true)});
    QVERIFY(m_order.takeAnnounceable().isEmpty());
    QCOMPARE(m_order.cursor(), 10); // 11 has to be asked for
}

void FeedOrderTest::aChangeWaitsForItsAnswer()
{
    const CommandId mine = QUuid::createUuid();
    m_order.sent(mine);
    QVERIFY(m_order.take(10, {change(11), change(12, mine), change(13)}, 13));
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("11"));
    QVERIFY(m_order.waitsForAnswers());
    QCOMPARE(m_order.announced(), 11);
    QCOMPARE(m_order.cursor(), 13);
    m_order.answered(mine, {change(12, mine, true)});
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("12+ 13"));
    QVERIFY(!m_order.waitsForAnswers());
}

void FeedOrderTest::nobodyIsWaitedForForEver()
{
    const CommandId mine = QUuid::createUuid();
    m_order.sent(mine);
    QVERIFY(m_order.take(10, {change(11, mine)}, 11));
    QVERIFY(m_order.takeAnnounceable().isEmpty());
    m_order.waitForNobody();
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("11"));
}

void FeedOrderTest::anAnswerThatNeverComesHoldsNothing()
{
    const CommandId mine = QUuid::createUuid();
    m_order.sent(mine);
    m_order.answered(mine, {});
    QVERIFY(m_order.take(10, {change(11, mine)}, 11));
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("11"));
}

void FeedOrderTest::lateOwnChangesAreNotToldTwice()
{
    const CommandId mine = QUuid::createUuid();
    QVERIFY(m_order.take(10, {change(11, mine)}, 11));
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("11"));
    m_order.answered(mine, {change(11, mine, true)});
    QVERIFY(m_order.takeAnnounceable().isEmpty());
}

void FeedOrderTest::aNewBeginningForgets()
{
    const CommandId mine = QUuid::createUuid();
    m_order.sent(mine);
    QVERIFY(m_order.take(10, {change(11, mine)}, 11));
    m_order.answered(QUuid::createUuid(), {change(13, {}, true)});
    m_order.begin(3);
    QVERIFY(m_order.takeAnnounceable().isEmpty());
    QVERIFY(m_order.take(3, {change(4)}, 4));
    QCOMPARE(told(m_order.takeAnnounceable()), QStringLiteral("4"));
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::FeedOrderTest)
#include "feed_order_test.moc"
