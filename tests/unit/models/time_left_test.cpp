// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_spec.h"
#include "models/ticket_text.h"
#include "models/time_ticker.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

TicketHead promisedHead(SlaStanding standing, Instant dueAt = 0)
{
    TicketHead head;
    head.state = StateId{2};
    head.sla = standing;
    head.slaTarget = SlaTargetKind::Resolution;
    head.slaDueAt = dueAt;
    return head;
}

} // namespace

class TimeLeftTest : public QObject
{
    Q_OBJECT

    CatalogPtr m_catalog = sampleCatalog();

    TimeLeftText promised(const TicketHead &head) const { return promisedTimeLeft(head, *m_catalog, sampleNow); }

private Q_SLOTS:
    void whatRunsIsCounted_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("level");
        QTest::newRow("days") << 5 * day << QStringLiteral("5 d") << int(TimeLeft::Plenty);
        QTest::newRow("hours") << 3 * hour + 5 * minute << QStringLiteral("3 h 5 m") << int(TimeLeft::Soon);
        QTest::newRow("an hour") << hour << QStringLiteral("1 h") << int(TimeLeft::Critical);
        QTest::newRow("a minute") << minute << QStringLiteral("1 m") << int(TimeLeft::Critical);
        QTest::newRow("seconds") << 59 * second + 999 << QStringLiteral("59 s") << int(TimeLeft::Critical);
        QTest::newRow("the last") << qint64(1) << QStringLiteral("0 s") << int(TimeLeft::Critical);
        QTest::newRow("up") << qint64(0) << QStringLiteral("overdue <1 m") << int(TimeLeft::Overdue);
        QTest::newRow("long over") << -2 * hour << QStringLiteral("overdue 2 h") << int(TimeLeft::Overdue);
    }

    void whatRunsIsCounted()
    {
        QFETCH(qint64, left);
        const TimeLeftText shown = promised(promisedHead(SlaStanding::Running, sampleNow + left));
        QTEST(shown.text, "words");
        QTEST(int(shown.level), "level");
    }

    void whatStandsStillSaysWhy()
    {
        TicketHead head = promisedHead(SlaStanding::Paused);
        head.state = StateId{3};
        head.slaLeft = 2 * hour;
        QCOMPARE(promised(head).text, QStringLiteral("paused: Waiting for customer"));
        QCOMPARE(promised(head).brief, QStringLiteral("paused"));
        QCOMPARE(int(promised(head).level), int(TimeLeft::Paused));
        head.slaLeft = -hour;
        QCOMPARE(promised(head).text, QStringLiteral("overdue, paused: Waiting for customer"));
    }

    void whatEndedSaysHow()
    {
        QCOMPARE(promised(promisedHead(SlaStanding::Met)).text, QStringLiteral("met"));
        QCOMPARE(int(promised(promisedHead(SlaStanding::Missed)).level), int(TimeLeft::Missed));
        QCOMPARE(promised(promisedHead(SlaStanding::None)), TimeLeftText());
    }

    // A promise that runs or stands still comes first, then what was set by hand, then how promises ended.
    void theNearestIsShown()
    {
        const TicketText text(m_catalog, sampleNow);
        TicketHead head = promisedHead(SlaStanding::Running, sampleNow + hour);
        head.dueAt = sampleNow + 5 * day;
        QCOMPARE(text.timeLeft(head).text, QStringLiteral("1 h"));
        head.sla = SlaStanding::Met;
        QCOMPARE(text.timeLeft(head).text, QStringLiteral("5 d"));
        head.dueAt = 0;
        QCOMPARE(text.timeLeft(head).text, QStringLiteral("met"));
        TicketRow row;
        row.head = promisedHead(SlaStanding::Running, sampleNow + hour);
        QCOMPARE(text.cell(row, ListColumn::TimeLeft), QStringLiteral("1 h"));
        QCOMPARE(text.cell(row, ListColumn::Due), QString());
    }

    void theTipNamesTargetAndInstant()
    {
        const auto tip = [this](const TicketHead &head) {
            return promisedTimeTip(head, *m_catalog, sampleNow, QLocale(QLocale::English), QTimeZone::utc());
        };
        QCOMPARE(tip(promisedHead(SlaStanding::Running, sampleNow + hour + 42 * minute)),
                 QStringLiteral("Resolution: due Today 10:35 AM, in 1 h 42 m by the wall clock"));
        TicketHead paused = promisedHead(SlaStanding::Paused);
        paused.state = StateId{3};
        paused.slaLeft = 2 * hour;
        paused.slaMissed = true;
        QCOMPARE(tip(paused), QStringLiteral("Resolution: paused (Waiting for customer), 2 h left when it goes on\n"
                                             "A promise before was not kept in time."));
        QCOMPARE(tip(promisedHead(SlaStanding::None)), QString());
    }

    void stepsOfACountdown()
    {
        const Instant due = sampleNow + 10 * minute;
        QCOMPARE(nextCountdownStep(0, sampleNow), Instant(0));
        QCOMPARE(nextCountdownStep(due, due), Instant(0));
        // Until the last minute the full minutes of the clock are enough; then each second.
        Instant now = nextCountdownStep(due, sampleNow);
        QCOMPARE(now, due - minute + 1);
        QString shown = countdownText(due - now);
        QCOMPARE(shown, QStringLiteral("59 s"));
        int steps = 0;
        while (const Instant next = nextCountdownStep(due, now)) {
            QVERIFY(next > now && next - now <= second);
            now = next;
            QVERIFY(now > due || countdownText(due - now) != shown);
            shown = countdownText(due - now);
            ++steps;
        }
        QVERIFY2(now >= due && now <= due + 1, qPrintable(QString::number(now - due)));
        QCOMPARE(steps, 60);
    }

    void turningOverdue()
    {
        const TicketHead head = promisedHead(SlaStanding::Running, sampleNow);
        QVERIFY(turnedOverdue(head, sampleNow - 1, sampleNow));
        QVERIFY(!turnedOverdue(head, sampleNow - 2, sampleNow - 1));
        QVERIFY(!turnedOverdue(head, sampleNow, sampleNow + 1)); // that was before
        QVERIFY(!turnedOverdue(promisedHead(SlaStanding::Paused, sampleNow), sampleNow - 1, sampleNow));
    }

    void groupsHaveNames()
    {
        const TicketText text(m_catalog, sampleNow);
        QCOMPARE(text.groupTitle(ListColumn::TimeLeft, slaOverdue), QStringLiteral("Overdue"));
        QCOMPARE(text.groupTitle(ListColumn::TimeLeft, qint64(SlaStanding::Paused)), QStringLiteral("Paused"));
        QCOMPARE(text.groupTitle(ListColumn::TimeLeft, 0), QStringLiteral("Nothing promised"));
    }

    void listsThatTurnWithTime()
    {
        ListSpec spec;
        QVERIFY(!spec.turnsWithTime());
        spec.groupBy = ListColumn::TimeLeft;
        QVERIFY(spec.turnsWithTime());
        spec.groupBy = ListColumn::State;
        spec.condition = Condition::all({Condition::is(ConditionField::Sla, {slaOverdue})});
        QVERIFY(spec.turnsWithTime() && dependsOnNow(spec.condition));
        spec.condition = Condition::is(ConditionField::Sla, {qint64(SlaStanding::Running)});
        QVERIFY(!spec.turnsWithTime() && !dependsOnNow(spec.condition));
    }

    void aTickerTicksAtFullMinutesAndWhenAsked()
    {
        ManualClock clock(sampleNow + 400);
        TimeTicker ticker(clock);
        const Instant fullMinute = (sampleNow / minute + 1) * minute;
        QCOMPARE(ticker.next(), fullMinute);
        ticker.wakeAt(sampleNow);           // over
        ticker.wakeAt(fullMinute + minute); // later than it ticks anyway
        QCOMPARE(ticker.next(), fullMinute);
        ticker.wakeAt(sampleNow + 450);
        QCOMPARE(ticker.next(), sampleNow + 450);
        QSignalSpy ticked(&ticker, &TimeTicker::ticked);
        QVERIFY(ticked.wait(5'000));
        QCOMPARE(ticked.first().first().value<Instant>(), sampleNow + 400);
        QCOMPARE(ticker.next(), fullMinute); // once
        clock.set(fullMinute + 5);
        ticker.tick();
        QCOMPARE(ticker.next(), fullMinute + minute);
        QCOMPARE(ticked.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TimeLeftTest)
#include "time_left_test.moc"
