// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chart_scale.h"
#include "models/charts/chart_sheet.h"
#include "models/charts/chart_table_model.h"
#include "support/sample_charts.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr double minuteMs = 60'000;
constexpr double hourMs = 60 * minuteMs;
constexpr double dayMs = 24 * hourMs;

ChartWords english()
{
    return {QLocale(QLocale::English, QLocale::UnitedStates)};
}

QStringList listOf(const char *joined)
{
    return QString::fromLatin1(joined).split(u'|');
}

QStringList tickTexts(const ChartAxis &axis, int most)
{
    QStringList texts;
    const QVector<PositionTick> ticks = timeTicks(axis, {}, most);
    for (const PositionTick &tick : ticks)
        texts.append(english().timeTick(axis.instants[tick.point], tick.unit, axis.zone, texts.isEmpty()));
    return texts;
}

} // namespace

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesAreNumberedWithoutComparisons()
    {
        ChartData data;
        data.series = {{QStringLiteral("a"), ChartRole::Auto, {}, -1},
                       {QStringLiteral("a before"), ChartRole::Auto, {}, 0},
                       {QStringLiteral("met"), ChartRole::Good, {}, -1},
                       {QStringLiteral("b"), ChartRole::Auto, {}, -1},
                       {QStringLiteral("itself"), ChartRole::Auto, {}, 4}};
        QCOMPARE(data.role(0), ChartRole::First);
        QCOMPARE(data.role(1), ChartRole::First);
        QCOMPARE(data.role(2), ChartRole::Good);
        QCOMPARE(data.role(3), ChartRole::Second);
        QVERIFY(data.role(4) != ChartRole::Auto);
    }

    void scalesHaveRoundNumbers_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<ChartFormat>("format");
        QTest::addColumn<int>("most");
        QTest::addColumn<QVector<double>>("ticks");
        QTest::newRow("counts") << 0.0 << 143.0 << ChartFormat::Count << 5 << QVector<double>{0, 50, 100, 150};
        QTest::newRow("few counts have no fractions")
            << 0.0 << 3.0 << ChartFormat::Count << 7 << QVector<double>{0, 1, 2, 3};
        QTest::newRow("nothing") << 0.0 << 0.0 << ChartFormat::Count << 5 << QVector<double>{0, 1};
        QTest::newRow("shares end at 100 %") << 0.0 << 0.97 << ChartFormat::Percent << 5 << QVector<double>{0, 0.5, 1};
        QTest::newRow("minutes") << 0.0 << 50 * minuteMs << ChartFormat::Duration << 5
                                 << QVector<double>{0, 15 * minuteMs, 30 * minuteMs, 45 * minuteMs, 60 * minuteMs};
        QTest::newRow("hours") << 0.0 << 20 * hourMs << ChartFormat::Duration << 5
                               << QVector<double>{0, 6 * hourMs, 12 * hourMs, 18 * hourMs, 24 * hourMs};
        QTest::newRow("below zero") << -30.0 << 60.0 << ChartFormat::Count << 4 << QVector<double>{-50, 0, 50, 100};
    }
    void scalesHaveRoundNumbers()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(ChartFormat, format);
        QFETCH(int, most);
        QFETCH(QVector<double>, ticks);
        const ValueScale scale = valueScale(low, high, format, most);
        QCOMPARE(scale.ticks.size(), ticks.size());
        for (int index = 0; index < ticks.size(); ++index)
            QVERIFY2(std::abs(scale.ticks[index] - ticks[index]) < 1e-6,
                     qPrintable(QString::number(scale.ticks[index])));
    }

    void scalesHoldEverythingAtAnySize()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 3000; ++round) {
            const double size = std::pow(10, random.bounded(12.0) - 3);
            const double low = random.bounded(2) == 0 ? 0 : (random.bounded(2.0) - 1) * size;
            const double high = low + random.bounded(1.0) * size;
            const int most = 2 + random.bounded(8);
            const auto format = ChartFormat(random.bounded(4));
            const ValueScale scale = valueScale(low, high, format, most);
            QVERIFY(scale.low <= low + scale.step * 1e-6 && scale.high >= high - scale.step * 1e-6);
            QVERIFY2(scale.ticks.size() <= most + 1,
                     qPrintable(QStringLiteral("%1 of %2").arg(scale.ticks.size()).arg(most)));
            QVERIFY(scale.ticks.size() >= 2);
        }
    }

    void stacksCountAsAWhole()
    {
        const ChartData data = sampleStack();
        double highest = 0;
        for (int point = 0; point < data.pointCount(); ++point) {
            double sum = 0;
            for (int series = 0; series < data.series.size(); ++series)
                sum += *data.value(series, point);
            highest = std::max(highest, sum);
        }
        QVERIFY(valueScaleOf(data, {}, 8).high >= highest);
        ChartData line = data;
        line.kind = ChartKind::Line;
        QVERIFY(valueScaleOf(line, {}, 8).high < highest);
    }

    void onlySharesThatAreHighLeaveZero()
    {
        const ValueScale compliance = valueScaleOf(sampleCompliance(), {}, 5);
        QVERIFY(compliance.low > 0.5);
        QVERIFY(compliance.high <= 1.0);
        QCOMPARE(valueScaleOf(sampleLines(), {}, 5).low, 0.0);
        ChartData bars = sampleCompliance();
        bars.kind = ChartKind::Bar;
        QCOMPARE(valueScaleOf(bars, {}, 5).low, 0.0);
    }

    void timeIsLabelledWhereItsUnitsBegin()
    {
        QCOMPARE(tickTexts(sampleTimes(5), 6), listOf("10 Nov|11 Nov|12 Nov|13 Nov|14 Nov"));
        // Mondays
        QCOMPARE(tickTexts(sampleTimes(30), 6), listOf("19 Oct|26 Oct|2 Nov|9 Nov"));
        QCOMPARE(tickTexts(sampleTimes(90), 6), listOf("Sep 2026|Oct|Nov"));
        QCOMPARE(tickTexts(sampleTimes(365), 6), listOf("Q1 2026|Q2|Q3|Q4"));
        QCOMPARE(tickTexts(sampleTimes(365), 12).size(), 12);
        QCOMPARE(tickTexts(sampleTimes(365), 12).value(1), QStringLiteral("Jan 2026"));
        QCOMPARE(tickTexts(sampleTimes(12, ChartStep::Month), 5), listOf("Q1 2026|Q2|Q3|Q4"));
        QVERIFY(tickTexts(sampleTimes(1), 3).size() == 1);
        QVERIFY(timeTicks({}, {}, 5).isEmpty());
        for (int days = 1; days < 800; days += 13) {
            for (int most = 1; most < 15; ++most)
                QVERIFY(tickTexts(sampleTimes(days), most).size() <= most);
        }
    }

    void hoursOfADayWithoutOneAreLabelled()
    {
        // 29 March 2026: there is no 02:00 in Berlin.
        ChartAxis axis;
        axis.kind = ChartAxis::Kind::Time;
        axis.step = ChartStep::Hour;
        axis.zone = sampleZone();
        const Instant midnight = QDateTime(QDate(2026, 3, 29), QTime(0, 0), axis.zone).toMSecsSinceEpoch();
        for (int hour = 0; hour < 23; ++hour)
            axis.instants.append(midnight + hour * Instant(hourMs));
        QCOMPARE(tickTexts(axis, 5), listOf("29 Mar|06:00|12:00|18:00"));
    }

    void valuesAreSaidInWords_data()
    {
        QTest::addColumn<ChartFormat>("format");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("count") << ChartFormat::Count << 1204.0 << "1,204";
        QTest::newRow("average of counts") << ChartFormat::Count << 12.34 << "12.3";
        QTest::newRow("percent") << ChartFormat::Percent << 0.934 << "93.4 %";
        QTest::newRow("whole percent") << ChartFormat::Percent << 0.93 << "93 %";
        QTest::newRow("all") << ChartFormat::Percent << 1.0 << "100 %";
        QTest::newRow("nearly all is not all") << ChartFormat::Percent << 0.99996 << "99.9 %";
        QTest::newRow("seconds") << ChartFormat::Duration << 45'000.0 << "45 s";
        QTest::newRow("no 60 minutes") << ChartFormat::Duration << 2 * hourMs - 10'000 << "2 h";
        QTest::newRow("hours") << ChartFormat::Duration << 190 * minuteMs << "3 h 10 min";
        QTest::newRow("days") << ChartFormat::Duration << 52 * hourMs << "2 d 4 h";
        QTest::newRow("many days") << ChartFormat::Duration << 1200 * dayMs << "1,200 d";
        QTest::newRow("less than before") << ChartFormat::Duration << -90 * minuteMs << "−1 h 30 min";
    }
    void valuesAreSaidInWords()
    {
        QFETCH(ChartFormat, format);
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(english().value(format, value), text);
    }

    void everyPlaceHasAName()
    {
        QCOMPARE(english().position(sampleLines(), 89), QStringLiteral("Saturday, 14 November 2026"));
        QCOMPARE(english().position(sampleHistogram(), 2), QStringLiteral("1 h – 2 h"));
        QCOMPARE(english().position(sampleHistogram(), 9), QStringLiteral("4 d or more"));
        QCOMPARE(english().position(sampleSurvival(), 3), QStringLiteral("After 3 d"));
        for (const auto &[name, data] : sampleCharts()) {
            for (int point = 0; point < data.pointCount(); ++point)
                QVERIFY2(!english().position(data, point).isEmpty(), qPrintable(name));
            QVERIFY(!english().summary(data).isEmpty());
        }
        QVERIFY(english().position(sampleLines(), 90).isEmpty());
        QVERIFY(english().position(sampleLines(), -1).isEmpty());
    }

    void aPointSaysWhatItIsMadeOf()
    {
        const ChartData data = sampleCompliance();
        QCOMPARE(english().valueLine(data, 0, 0), QStringLiteral("This year: 90.5 % (1267 of 1,400 tickets)"));
        QCOMPARE(english().valueLine(data, 0, 4), QStringLiteral("This year: no value (1296 of 1,400 tickets)"));
        QVERIFY(english().valueLine(sampleLines(), 0, 89).endsWith(QStringLiteral("not complete")));
        QCOMPARE(english().toolTip(sampleBars(), 0), QStringLiteral("Mon\nLast month: 1,258\nThis month: 1,480"));
    }

    void theSummaryNamesExtremes()
    {
        const QString text = english().summary(sampleBars());
        QVERIFY2(text.contains(QStringLiteral("lowest 148 (Sun), highest 1,480 (Mon), last 148")), qPrintable(text));
        ChartData nothing;
        nothing.emptyText = QStringLiteral("No surveys were sent");
        QVERIFY(english().summary(nothing).contains(nothing.emptyText));
    }

    void keysLeadThroughAllPoints()
    {
        const ChartData stack = sampleStack();
        QCOMPARE(movedSpot(stack, {}, {0, 0}, ChartMove::Right), (ChartSpot{0, 1}));
        QCOMPARE(movedSpot(stack, {}, {0, 0}, ChartMove::Left), (ChartSpot{0, 0}));
        QCOMPARE(movedSpot(stack, {}, {0, 5}, ChartMove::Up), (ChartSpot{1, 5}));
        QCOMPARE(movedSpot(stack, {}, {3, 5}, ChartMove::Up), (ChartSpot{3, 5}));
        QCOMPARE(movedSpot(stack, {}, {0, 5}, ChartMove::End), (ChartSpot{0, 29}));
        QCOMPARE(movedSpot(stack, {10, 19}, {0, 15}, ChartMove::Home), (ChartSpot{0, 10}));
        QCOMPARE(movedSpot(stack, {10, 19}, {0, 15}, ChartMove::PageRight), (ChartSpot{0, 19}));
        // Rows of a heat map go down; lying bars lie.
        QCOMPARE(movedSpot(sampleHeat(), {}, {0, 5}, ChartMove::Down), (ChartSpot{1, 5}));
        QCOMPARE(movedSpot(sampleRanking(), {}, {0, 0}, ChartMove::Down), (ChartSpot{0, 1}));
        QCOMPARE(movedSpot({}, {}, {0, 0}, ChartMove::Down), (ChartSpot{0, 0}));
    }

    void zoomingKeepsThePointAndTheBounds()
    {
        const ChartData data = sampleLines(365);
        QCOMPARE(zoomedWindow(data, {}, 364, 0.5), (ChartWindow{182, 364}));
        QCOMPARE(zoomedWindow(data, {}, 0, 0.5), (ChartWindow{0, 182}));
        QCOMPARE(zoomedWindow(data, {100, 199}, 150, 2), (ChartWindow{49, 248}));
        ChartWindow window{};
        for (int round = 0; round < 20; ++round) {
            window = zoomedWindow(data, window, 200, 0.5);
            QVERIFY(window.first <= 200 && 200 <= window.last);
        }
        QCOMPARE(window.last - window.first + 1, minZoomPoints);
        for (int round = 0; round < 20; ++round)
            window = zoomedWindow(data, window, 200, 2);
        QCOMPARE(window, (ChartWindow{0, 364}));
    }

    void theTableSaysWhatTheChartShows()
    {
        ChartTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const auto &[name, data] : sampleCharts()) {
            model.setChart(data, english());
            QCOMPARE(model.rowCount(), data.pointCount());
            QCOMPARE(model.columnCount(), int(data.series.size()) + 1);
            for (int point = 0; point < data.pointCount(); ++point) {
                for (int series = 0; series < data.series.size(); ++series) {
                    const QModelIndex index = model.index(point, ChartTableModel::columnOf(series));
                    QCOMPARE(index.data(Qt::EditRole).isValid(), data.value(series, point).has_value());
                    if (data.value(series, point))
                        QCOMPARE(index.data(Qt::EditRole).toDouble(), *data.value(series, point));
                    QCOMPARE(index.data().toString(), english().value(data.format, data.value(series, point)));
                }
            }
        }
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Day"));
    }

    void theSheetHasEveryValue()
    {
        const Sheet sheet = chartSheet(sampleCompliance(), english());
        QCOMPARE(sheet.columns.size(), 3);
        QCOMPARE(sheet.rows.size(), 12);
        QCOMPARE(sheet.columns[0].kind, SheetKind::Day);
        QCOMPARE(sheet.columns[1].kind, SheetKind::Percent);
        QCOMPARE(std::get<double>(sheet.rows[0][1]), 0.905);
        QVERIFY(std::holds_alternative<std::monostate>(sheet.rows[4][1]));
        const QByteArray csv = csvOf(chartSheet(sampleBars(), english()));
        QVERIFY2(csv.startsWith("Weekday,Last month,This month\r\nMon,1258,1480\r\n"), csv.constData());
    }
};

QTEST_GUILESS_MAIN(ChartsTest)
#include "charts_test.moc"
