// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla_words.h"
#include "support/sample_catalog.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

class SlaWordsTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 minute = 60'000;
    static constexpr qint64 hour = 60 * minute;

private Q_SLOTS:
    void amounts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("basis");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char *typed, TimeBasis basis, qint64 amount, const char *printed) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << int(basis) << amount << QString::fromLatin1(printed);
        };
        row("4h", TimeBasis::Business, 4 * hour, "4h");
        row("30m", TimeBasis::Business, 30 * minute, "30m");
        row(" 1 h 30 min ", TimeBasis::Business, 90 * minute, "1h30m");
        row("1.5h", TimeBasis::Business, 90 * minute, "1h30m");
        row("1,5H", TimeBasis::Business, 90 * minute, "1h30m");
        row("90m calendar", TimeBasis::Calendar, 90 * minute, "1h30m calendar");
        row("8h 24/7", TimeBasis::Calendar, 8 * hour, "8h calendar");
        row("2d calendar", TimeBasis::Calendar, 48 * hour, "48h calendar");
        row("48h", TimeBasis::Business, 48 * hour, "48h");
        row("0wd", TimeBasis::WorkingDays, 0, "0wd");
        row("2 wd", TimeBasis::WorkingDays, 2, "2wd");
        row("45s", TimeBasis::Business, 45'000, "45s");
    }

    void amounts()
    {
        QFETCH(QString, typed);
        QFETCH(int, basis);
        QFETCH(qint64, amount);
        QFETCH(QString, printed);
        QString problem;
        const auto read = slaAmountFromText(typed, &problem);
        QVERIFY2(read, qPrintable(problem));
        QCOMPARE(int(read->basis), basis);
        QCOMPARE(read->amount, amount);
        QCOMPARE(slaAmountText(*read), printed);
    }

    void whatIsNoAmountSaysWhy_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("") << u"4h"_s;
        QTest::newRow("soon") << u"4h"_s;
        QTest::newRow("4") << u"4h"_s;
        QTest::newRow("-4h") << u"4h"_s;
        QTest::newRow("4hours") << u"4h"_s;
        QTest::newRow("4h calendars") << u"4h"_s;
        QTest::newRow("2d") << u"2wd"_s;
        QTest::newRow("0m") << u"longer than nothing"_s;
        QTest::newRow("99999999wd") << u"ten years"_s;
        QTest::newRow("999999999999999999999h") << u"ten years"_s;
    }

    void whatIsNoAmountSaysWhy()
    {
        QFETCH(QString, words);
        QString problem;
        QVERIFY(!slaAmountFromText(QLatin1String(QTest::currentDataTag()), &problem));
        QVERIFY2(problem.contains(words), qPrintable(problem));
    }

    void everyAmountIsReadAgainAsItWasWritten()
    {
        QRandomGenerator random(20261121);
        for (int i = 0; i < 5000; ++i) {
            const auto basis = TimeBasis(1 + random.bounded(3));
            const TimeAmount amount{basis, basis == TimeBasis::WorkingDays
                                               ? qint64(random.bounded(400))
                                               : qint64(1 + random.bounded(10'000'000)) * 1000};
            const auto read = slaAmountFromText(slaAmountText(amount));
            QVERIFY2(read && *read == amount, qPrintable(slaAmountText(amount)));
        }
    }

    void spans()
    {
        QCOMPARE(slaSpanText(0), u"0 min"_s);
        QCOMPARE(slaSpanText(12'000), u"12 s"_s);
        QCOMPARE(slaSpanText(90 * minute), u"1 h 30 min"_s);
        QCOMPARE(slaSpanText(-51 * hour), u"51 h"_s);
        QCOMPARE(slaSpanText(hour + 5000), u"1 h 5 s"_s);
    }

    void levels()
    {
        SlaLevel level;
        QCOMPARE(slaLevelText(level), u"at 75 %"_s);
        level.when = SlaLevel::When::Before;
        level.amount = 30 * minute;
        QCOMPARE(slaLevelText(level), u"30 min before it is due"_s);
        level.when = SlaLevel::When::After;
        level.name = u"Second line"_s;
        QCOMPARE(slaLevelText(level), u"Second line: 30 min after it was due"_s);
        QCOMPARE(slaLevelText(u"75%"_s), u"at 75 %"_s);
        QCOMPARE(slaLevelText(u"-1800000"_s), u"30 min before it is due"_s);
        QCOMPARE(slaLevelText(u"+3600000"_s), u"1 h after it was due"_s);
        QCOMPARE(slaLevelText(QString()), u"missed"_s);
        QCOMPARE(slaLevelText(u"Second line"_s), u"Second line"_s);
    }

    void reasonsNameTheHolidayAndTheState()
    {
        const CatalogPtr catalog = sampleCatalog();
        LedgerEntry entry;
        QCOMPARE(ledgerReasonText(entry, *catalog), u"working time"_s);
        entry.reason = LedgerReason::Holiday;
        entry.name = u"Christmas Day"_s;
        QCOMPARE(ledgerReasonText(entry, *catalog), u"Christmas Day"_s);
        const State state = catalog->states.first();
        QCOMPARE(ledgerReasonText(Pause{{}, LedgerReason::Paused, {}, state.id.value}, *catalog),
                 u"paused: "_s + state.name);
        QCOMPARE(ledgerReasonText(Pause{{}, LedgerReason::Paused, {}, 0}, *catalog), u"paused"_s);
    }

    void everyKindHasItsWords()
    {
        QSet<QString> texts;
        for (const SlaTargetKind kind : allSlaTargetKinds) {
            texts.insert(slaTargetText(kind));
            QVERIFY(!slaTargetHint(kind).isEmpty());
        }
        QCOMPARE(texts.size(), qsizetype(allSlaTargetKinds.size()));
        QVERIFY(!texts.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(SlaWordsTest)
#include "sla_words_test.moc"
