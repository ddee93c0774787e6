// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/row_cache.h"
#include "models/ticket_text.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {
constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
} // namespace

class TicketTextTest : public QObject
{
    Q_OBJECT

    TicketText m_text{sampleCatalog(), sampleNow, QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};

private Q_SLOTS:
    void timeLeft_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("level");
        QTest::newRow("far") << 5 * day + hour << QStringLiteral("5 d") << int(TimeLeft::Plenty);
        QTest::newRow("tomorrow") << day + 4 * hour << QStringLiteral("1 d 4 h") << int(TimeLeft::Plenty);
        QTest::newRow("today") << 7 * hour + 5 * minute << QStringLiteral("7 h 5 m") << int(TimeLeft::Soon);
        QTest::newRow("near") << hour + 42 * minute << QStringLiteral("1 h 42 m") << int(TimeLeft::Critical);
        QTest::newRow("minutes") << 42 * minute << QStringLiteral("42 m") << int(TimeLeft::Critical);
        QTest::newRow("now") << qint64(0) << QStringLiteral("overdue <1 m") << int(TimeLeft::Overdue);
        QTest::newRow("over") << -2 * hour << QStringLiteral("overdue 2 h") << int(TimeLeft::Overdue);
    }

    void timeLeft()
    {
        QFETCH(qint64, left);
        TicketHead head;
        head.state = StateId{2};
        head.dueAt = sampleNow + left;
        QTEST(m_text.timeLeft(head).text, "words");
        QTEST(int(m_text.timeLeft(head).level), "level");
        head.state = StateId{5};
        QCOMPARE(int(m_text.timeLeft(head).level), int(TimeLeft::None));
    }

    void waitingTicketsArePaused()
    {
        TicketHead head;
        head.state = StateId{3};
        head.dueAt = sampleNow - hour;
        QCOMPARE(m_text.timeLeft(head).text, QStringLiteral("overdue 1 h"));
        head.pendingUntil = sampleNow + 2 * day;
        QCOMPARE(m_text.timeLeft(head).text, QStringLiteral("paused 2 d"));
        head.pendingUntil = sampleNow - hour;
        QCOMPARE(int(m_text.timeLeft(head).level), int(TimeLeft::Overdue));
    }

    void ages()
    {
        QCOMPARE(m_text.age(0), QString());
        QCOMPARE(m_text.age(sampleNow - 5000), QStringLiteral("now"));
        QCOMPARE(m_text.age(sampleNow - 12 * minute), QStringLiteral("12 min"));
        QCOMPARE(m_text.age(sampleNow - 3 * hour), QStringLiteral("3 h"));
        QCOMPARE(m_text.age(sampleNow - 2 * day), QStringLiteral("Tue 08:53"));
        QCOMPARE(m_text.age(sampleNow - 40 * day), QStringLiteral("30 Aug"));
        QVERIFY(m_text.age(sampleNow - 400 * day).endsWith(QStringLiteral("2024")));
    }

    void initials()
    {
        QCOMPARE(TicketText::initials(QStringLiteral("Anna Maria Müller")), QStringLiteral("AM"));
        QCOMPARE(TicketText::initials(QStringLiteral("ops@example.com")), QStringLiteral("O"));
        QCOMPARE(TicketText::initials(QStringLiteral("(ext) 山田")), QStringLiteral("E山"));
        QCOMPARE(TicketText::initials(QString()), QString());
    }

    void aRowIsSpokenWhole()
    {
        TicketRow row = sampleTicket(1);
        row.unread = true;
        const QString spoken = m_text.spoken(row);
        for (const QString &part : {QStringLiteral("Unread"), row.head.number, row.head.subject, row.requesterName,
                                    QStringLiteral("priority High"), QStringLiteral("owner Mike Brandt")})
            QVERIFY2(spoken.contains(part), qPrintable(spoken));
    }

    void theCacheForgetsWhatWasNotLookedAt()
    {
        RowCache cache(3);
        const auto block = [](qint64 first) {
            QVector<TicketRow> rows;
            for (qint64 id = first; id < first + 10; ++id) {
                rows.append(sampleTicket(int(id)));
                rows.last().head.id = TicketId{id};
            }
            return rows;
        };
        cache.insert(block(10));
        cache.insert(block(20));
        cache.insert(block(30));
        QVERIFY(cache.find(TicketId{10}));
        cache.insert(block(40)); // pushes out 20…, the oldest in use
        QCOMPARE(cache.blockCount(), 3);
        QVERIFY(cache.find(TicketId{15}));
        QVERIFY(!cache.find(TicketId{20}));
        QVERIFY(cache.find(TicketId{49}));
        // A row that came again survives the end of its first block.
        cache.insert(block(35));
        QVERIFY(cache.find(TicketId{39}));
        cache.outdate(TicketId{39});
        QVERIFY(cache.find(TicketId{39}) && cache.isWanting(TicketId{39}));
    }
};

QTEST_GUILESS_MAIN(TicketTextTest)
#include "ticket_text_test.moc"
