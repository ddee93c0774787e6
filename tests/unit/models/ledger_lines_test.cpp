// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger_lines.h"
#include "support/sample_catalog.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
const QTimeZone berlin(QByteArrayLiteral("Europe/Berlin"));

Instant at(int year, int month, int day, int hours, int minutes = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hours, minutes), berlin).toMSecsSinceEpoch();
}

LedgerEntry entry(Instant from, Instant to, LedgerReason reason, const QString &name = {})
{
    const bool counts = reason == LedgerReason::Working || reason == LedgerReason::Always;
    return {from, to, counts, reason, name, 0};
}

LedgerStyle style(bool fold = false)
{
    return {sampleCatalog(), berlin, QLocale(QLocale::English, QLocale::UnitedKingdom), fold};
}

/// Ordinary weeks, 09:00 to 17:00, from a Monday on.
QVector<LedgerEntry> weeks(int count)
{
    QVector<LedgerEntry> ledger;
    QDate day(2025, 11, 3);
    const auto time = [](const QDate &date, int hours) {
        return QDateTime(date, QTime(hours, 0), berlin).toMSecsSinceEpoch();
    };
    for (int week = 0; week < count; ++week) {
        for (int weekday = 0; weekday < 5; ++weekday, day = day.addDays(1)) {
            ledger.append(entry(time(day, 9), time(day, 17), LedgerReason::Working));
            const QDate next = weekday == 4 ? day.addDays(3) : day.addDays(1);
            ledger.append(entry(time(day, 17), time(next, 9), LedgerReason::Closed));
        }
        day = day.addDays(2);
    }
    ledger.removeLast();
    return ledger;
}

} // namespace

class LedgerLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineAnInterval()
    {
        LedgerEntry paused = entry(at(2025, 11, 4, 10), at(2025, 11, 4, 11, 30), LedgerReason::Paused);
        paused.stateId = 3;
        const QVector<LedgerLine> lines = ledgerLines(
            {entry(at(2025, 11, 3, 16), at(2025, 11, 3, 17), LedgerReason::Working),
             entry(at(2025, 11, 3, 17), at(2025, 11, 4, 9), LedgerReason::Closed),
             entry(at(2025, 11, 4, 9), at(2025, 11, 4, 10), LedgerReason::Working), paused,
             entry(at(2025, 11, 5, 0), at(2025, 11, 6, 0), LedgerReason::Holiday, QStringLiteral("Founders' Day"))},
            style());
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(0).when, QStringLiteral("Mon 3 Nov 16:00 – 17:00"));
        QCOMPARE(lines.at(0).why, QStringLiteral("working time"));
        QCOMPARE(lines.at(1).when, QStringLiteral("Mon 3 Nov 17:00 – Tue 4 Nov 09:00"));
        QVERIFY(!lines.at(1).counts);
        QCOMPARE(lines.at(3).why, QStringLiteral("paused: Waiting for customer"));
        QCOMPARE(lines.at(4).when, QStringLiteral("Wed 5 Nov 00:00 – 24:00"));
        QCOMPARE(lines.at(4).why, QStringLiteral("holiday: Founders' Day"));
        QCOMPARE(lines.last().sum, 2 * hour);
    }

    void daysThatAreAlikeStandTogether()
    {
        const QVector<LedgerEntry> ledger = weeks(4);
        QVERIFY(isLongLedger(ledger));
        QVERIFY(!isLongLedger(weeks(2)));
        const QVector<LedgerLine> lines = ledgerLines(ledger, style(true));
        // The first and the last day are cut by the beginning and the end; weekends stand by themselves.
        QStringList whens;
        for (const LedgerLine &line : lines)
            whens.append(line.when);
        QCOMPARE(whens, (QStringList{QStringLiteral("Mon 3 Nov 09:00 – 24:00"),
                                     QStringLiteral("Tue 4 Nov – Fri 7 Nov, 4 day(s)"),
                                     QStringLiteral("Sat 8 Nov – Sun 9 Nov, 2 day(s)"),
                                     QStringLiteral("Mon 10 Nov – Fri 14 Nov, 5 day(s)"),
                                     QStringLiteral("Sat 15 Nov – Sun 16 Nov, 2 day(s)"),
                                     QStringLiteral("Mon 17 Nov – Fri 21 Nov, 5 day(s)"),
                                     QStringLiteral("Sat 22 Nov – Sun 23 Nov, 2 day(s)"),
                                     QStringLiteral("Mon 24 Nov – Thu 27 Nov, 4 day(s)"),
                                     QStringLiteral("Fri 28 Nov 00:00 – 17:00")}));
        QCOMPARE(lines.at(3).why, QStringLiteral("09:00–17:00 working time"));
        QCOMPARE(lines.at(3).counted, 40 * hour);
        QCOMPARE(lines.at(2).why, QStringLiteral("outside of working hours"));
        QCOMPARE(lines.last().sum, countedTime(ledger));
    }

    void aFoldedDaySaysAllThatWas()
    {
        QVector<LedgerEntry> ledger{
            entry(at(2025, 11, 4, 0), at(2025, 11, 4, 9), LedgerReason::Closed),
            entry(at(2025, 11, 4, 9), at(2025, 11, 4, 12), LedgerReason::Working),
            entry(at(2025, 11, 4, 12), at(2025, 11, 4, 13), LedgerReason::Closed),
            entry(at(2025, 11, 4, 13), at(2025, 11, 4, 15), LedgerReason::Working),
            entry(at(2025, 11, 4, 15), at(2025, 11, 4, 17), LedgerReason::Paused, QStringLiteral("Waiting")),
            entry(at(2025, 11, 4, 17), at(2025, 11, 5, 0), LedgerReason::Closed)};
        const QVector<LedgerLine> lines = ledgerLines(ledger, style(true));
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().when, QStringLiteral("Tue 4 Nov"));
        QCOMPARE(lines.first().why,
                 QStringLiteral("09:00–12:00, 13:00–15:00 working time; 15:00–17:00 paused: Waiting"));
        QCOMPARE(lines.first().counted, 5 * hour);
    }

    void aCutKeepsEverything()
    {
        const QVector<LedgerEntry> ledger = weeks(1);
        const Instant middle = at(2025, 11, 5, 11, 17);
        const CutLedger cut = cutLedger(ledger, middle);
        QCOMPARE(cut.before.last().to, middle);
        QCOMPARE(cut.after.first().from, middle);
        QCOMPARE(countedTime(cut.before) + countedTime(cut.after), countedTime(ledger));
        QVERIFY(cutLedger(ledger, ledger.first().from).before.isEmpty());
        QVERIFY(cutLedger(ledger, ledger.last().to).after.isEmpty());
        const QVector<LedgerLine> ahead = ledgerLines(cut.after, style(), countedTime(cut.before), true);
        QCOMPARE(ahead.last().sum, countedTime(ledger));
        QVERIFY(ahead.first().ahead);
    }

    // Whatever a ledger holds, over the days on which clocks are changed too: folded or not, the sum is the same.
    void noTimeIsLostByFolding()
    {
        QRandomGenerator random(20251103);
        constexpr std::array reasons{LedgerReason::Working, LedgerReason::Closed, LedgerReason::Holiday,
                                     LedgerReason::Paused, LedgerReason::Always};
        for (int round = 0; round < 300; ++round) {
            QVector<LedgerEntry> ledger;
            Instant from = at(2025, 3, 20, 0) + random.bounded(200 * 24 * 60) * minute + random.bounded(60'000);
            for (int i = 0; i < 1 + random.bounded(60); ++i) {
                const Instant to = from + 1 + random.bounded(3 * 24 * 60) * minute / (1 + random.bounded(9));
                ledger.append(entry(from, to, reasons[std::size_t(random.bounded(int(reasons.size())))]));
                from = to;
            }
            for (const bool fold : {false, true}) {
                const QVector<LedgerLine> lines = ledgerLines(ledger, style(fold), 5);
                QCOMPARE(lines.last().sum, 5 + countedTime(ledger));
                QCOMPARE(lines.first().from, ledger.first().from);
                QCOMPARE(lines.last().to, ledger.last().to);
                for (int i = 1; i < lines.size(); ++i)
                    QCOMPARE(lines.at(i).from, lines.at(i - 1).to);
            }
        }
    }
};

QTEST_GUILESS_MAIN(LedgerLinesTest)
#include "ledger_lines_test.moc"
