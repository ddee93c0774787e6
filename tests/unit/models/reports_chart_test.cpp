// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/zone_rules.h"
#include "models/reports/report_chart.h"
#include "support/sample_catalog.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr qint64 hour = 3'600'000;
/// 2 March 2026, a Monday, 09:00 in UTC.
constexpr Instant testNow = 1'772'442'000'000;

ReportCell cellOf(qint64 value, qint64 of = 0)
{
    return ReportCell{value, value, of, 0};
}

} // namespace

/// What is drawn of an answer, and which tickets a point leads to.
class ReportsChartTest : public QObject
{
    Q_OBJECT

    ReportWords m_words{sampleCatalog(), QLocale(QLocale::English)};

    static ReportAnswer answerFor(const Report &report)
    {
        ReportAnswer answer;
        answer.zone = QStringLiteral("UTC");
        answer.interval = intervalOf(report.period, answer.zone, testNow);
        return answer;
    }

private Q_SLOTS:
    void daysAreAnAxisOfTimeWhoseLastIsNotOver()
    {
        Report report;
        report.by = {ReportDimension::Day};
        report.period.days = 3;
        ReportAnswer answer = answerFor(report);
        const qint64 today = dayOf(QDate(2026, 3, 2));
        answer.axes = {{ReportDimension::Day, {{today - 2, {}, 0}, {today - 1, {}, 0}, {today, {}, 0}}, false}};
        answer.cells = {cellOf(4), cellOf(0), cellOf(2)};
        const ChartData chart = chartOfReport(report, answer, m_words, {}, testNow);
        QCOMPARE(int(chart.kind), int(ChartKind::Line));
        QCOMPARE(chart.axis.instants.size(), 3);
        QCOMPARE(chart.axis.instants.first(), (today - 2) * millisecondsPerDay);
        QCOMPARE(chart.series.size(), 1);
        QCOMPARE(*chart.series.first().points[1].value, 0.0);
        QVERIFY(!chart.series.first().points[1].partial);
        QVERIFY(chart.series.first().points[2].partial);
    }

    void sharesShowTheWorstFirstAndLeadToTheirOwnCell()
    {
        Report report;
        report.measure = ReportMeasure::SlaCompliance;
        report.statistic = ReportStatistic::Share;
        report.by = {ReportDimension::Queue};
        ReportAnswer answer = answerFor(report);
        answer.axes = {{ReportDimension::Queue, {{1, {}, 0}, {2, {}, 0}, {3, {}, 0}}, false}};
        answer.cells = {cellOf(90'000, 10), cellOf(50'000, 4), ReportCell{}};
        const ChartData chart = chartOfReport(report, answer, m_words, {}, testNow);
        QCOMPARE(int(chart.format), int(ChartFormat::Percent));
        const QVector<ChartPoint> points = chart.series.first().points;
        QCOMPARE(*points[0].value, 0.5);
        QCOMPARE(points[0].note, QStringLiteral("2 of 4"));
        QCOMPARE(points[0].key.first, 1);
        QCOMPARE(*points[1].value, 0.9);
        QVERIFY(!points[2].value);
        const auto counted = countedTicketsAt(report, answer, points[0].key);
        QVERIFY(counted);
        QCOMPARE(counted->keys, QVector<qint64>{2});
        QCOMPARE(int(counted->report.period.span), int(ReportSpan::Between));
        QCOMPARE(counted->report.period.from, answer.interval.from);
        QCOMPARE(counted->report.zone, QStringLiteral("UTC"));
    }

    void whatIsLeftOutIsAllButWhatIsShown()
    {
        Report report;
        report.by = {ReportDimension::Queue};
        ReportAnswer answer = answerFor(report);
        answer.axes = {{ReportDimension::Queue, {{7, {}, 0}, {4, {}, 0}, {-1, {}, 0}}, true}};
        answer.cells = {cellOf(5), cellOf(3), cellOf(2)};
        const auto counted = countedTicketsAt(report, answer, {2, 0});
        QVERIFY(counted);
        QCOMPARE(counted->keys, QVector<qint64>{-1});
        QCOMPARE(counted->except, (QVector<qint64>{7, 4}));
        QCOMPARE(chartOfReport(report, answer, m_words, {}, testNow).axis.categories.last(), QStringLiteral("Other"));
    }

    void aPointOfTheTimeBeforeLeadsToThatTime()
    {
        Report report;
        report.by = {ReportDimension::Month};
        report.period.span = ReportSpan::LastQuarter;
        report.comparison = ReportComparison::PreviousPeriod;
        ReportAnswer answer = answerFor(report);
        answer.comparedWith = comparedInterval(report.period, report.comparison, answer.zone, testNow);
        for (int month = 10; month <= 12; ++month)
            answer.axes.resize(1);
        answer.axes[0].dimension = ReportDimension::Month;
        for (int month = 10; month <= 12; ++month) {
            answer.axes[0].entries.append({dayOf(QDate(2025, month, 1)), {}, 0});
            answer.cells.append(cellOf(month));
            answer.compared.append(cellOf(month - 3));
        }
        const ChartData chart = chartOfReport(report, answer, m_words, {}, testNow);
        QCOMPARE(chart.series.size(), 2);
        QCOMPARE(chart.series[1].comparedTo, 0);
        const auto counted = countedTicketsAt(report, answer, chart.series[1].points[2].key);
        QVERIFY(counted);
        QVERIFY(!counted->compared);
        QCOMPARE(counted->keys, QVector<qint64>{dayOf(QDate(2025, 9, 1))});
        QCOMPARE(counted->report.period.from, answer.comparedWith->from);
    }

    void aHeatMapIsTheAverageOfSuchAnHour()
    {
        Report report;
        report.by = {ReportDimension::Weekday, ReportDimension::Hour};
        ReportAnswer answer = answerFor(report);
        answer.axes = {{ReportDimension::Weekday, {{1, {}, 0}, {7, {}, 0}}, false},
                       {ReportDimension::Hour, {{2, {}, 0}, {3, {}, 0}}, false}};
        // On a Sunday the clocks leave out an hour from two to three: three such hours in four weeks.
        answer.cells = {cellOf(8, 4 * hour), cellOf(4, 4 * hour), cellOf(6, 3 * hour), cellOf(4, 4 * hour)};
        const ChartData chart = chartOfReport(report, answer, m_words, {}, testNow);
        QCOMPARE(int(chart.kind), int(ChartKind::HeatMap));
        QCOMPARE(chart.series.size(), 2);
        QCOMPARE(*chart.value(0, 0), 2.0);
        QCOMPARE(*chart.value(1, 0), 2.0);
        QCOMPARE(*chart.value(1, 1), 1.0);
        const auto counted = countedTicketsAt(report, answer, chart.series[1].points[0].key);
        QCOMPARE(counted->keys, (QVector<qint64>{7, 2}));
    }

    void verdictsHaveTheirColours()
    {
        Report report;
        report.measure = ReportMeasure::SlaCompliance;
        report.statistic = ReportStatistic::Count;
        report.by = {ReportDimension::Queue, ReportDimension::Verdict};
        ReportAnswer answer = answerFor(report);
        answer.axes = {{ReportDimension::Queue, {{1, {}, 0}}, false},
                       {ReportDimension::Verdict, {{4, {}, 0}, {3, {}, 0}}, false}};
        answer.cells = {cellOf(2), cellOf(5)};
        const ChartData chart = chartOfReport(report, answer, m_words, {}, testNow);
        QCOMPARE(int(chart.kind), int(ChartKind::StackedBar));
        QCOMPARE(int(chart.series[0].role), int(ChartRole::Good));
        QCOMPARE(*chart.series[0].points[0].value, 5.0);
        QCOMPARE(int(chart.series[1].role), int(ChartRole::Bad));
        QCOMPARE(countedTicketsAt(report, answer, chart.series[1].points[0].key)->keys, (QVector<qint64>{1, 4}));
    }

    void aCurveLeadsToWhatLastedSoLong()
    {
        Report report;
        report.measure = ReportMeasure::Resolution;
        report.statistic = ReportStatistic::Median;
        report.picture = ReportPicture::Survival;
        ReportAnswer answer = answerFor(report);
        answer.survival = {{0, 100'000, 10, 10}, {24 * hour, 40'000, 9, 9}, {48 * hour, 10'000, 1, 1}};
        answer.survivalMedian = 20 * hour;
        const ChartData chart = chartOfReport(report, answer, m_words, {}, testNow);
        QCOMPARE(int(chart.kind), int(ChartKind::Survival));
        QCOMPARE(chart.axis.bounds.size(), 3);
        QCOMPARE(*chart.value(0, 0), 1.0);
        QCOMPARE(*chart.value(0, 1), 0.4);
        QCOMPARE(*chart.value(0, 2), 0.1);
        QCOMPARE(chart.marks.size(), 1);
        QCOMPARE(chart.marks.first().at, double(20 * hour));
        const ChartKey key = chart.series.first().points[1].key;
        const auto counted = countedTicketsAt(report, answer, key);
        QVERIFY(counted && counted->survival);
        QVERIFY(counted->keys.isEmpty());
        QCOMPARE(counted->lasting.value_or(-1), 24 * hour);
        QVERIFY(!counted->below);
        QVERIFY(countedTicketsTitle(report, answer, key, m_words, {}).contains(QStringLiteral("or more")));
        // An age never ends: it has a histogram and no curve.
        report.measure = ReportMeasure::BacklogAge;
        QCOMPARE(int(pictureOf(report)), int(ReportPicture::Histogram));
    }

    void aClassOfAHistogramLeadsToItsTickets()
    {
        Report report;
        report.measure = ReportMeasure::BacklogAge;
        report.statistic = ReportStatistic::Median;
        report.picture = ReportPicture::Histogram;
        ReportAnswer answer = answerFor(report);
        answer.spread = {6, 3, 1};
        answer.spreadTickets = {6, 3, 1};
        answer.spreadStep = 24 * hour;
        answer.median = 20 * hour;
        const ChartData chart = chartOfReport(report, answer, m_words, {}, testNow);
        QCOMPARE(int(chart.kind), int(ChartKind::Histogram));
        QCOMPARE(chart.axis.bounds.size(), 4);
        const auto at = [&](int place) {
            return *countedTicketsAt(report, answer, chart.series.first().points[place].key);
        };
        QVERIFY(!at(0).lasting);
        QCOMPARE(at(0).below.value_or(-1), 24 * hour);
        QCOMPARE(at(1).lasting.value_or(-1), 24 * hour);
        QCOMPARE(at(1).below.value_or(-1), 48 * hour);
        QCOMPARE(at(2).lasting.value_or(-1), 48 * hour);
        QVERIFY(!at(2).below); // the last class is open
        QVERIFY(!at(2).survival);
        QVERIFY(!countedTicketsAt(report, answer, {3, chart.series.first().points[0].key.second}));
    }

    void whatIsLeftOutOfBothIsNeither()
    {
        Report report;
        report.by = {ReportDimension::Queue, ReportDimension::Priority};
        ReportAnswer answer = answerFor(report);
        answer.axes = {{ReportDimension::Queue, {{7, {}, 0}, {-1, {}, 0}}, true},
                       {ReportDimension::Priority, {{2, {}, 0}, {3, {}, 0}, {-1, {}, 0}}, true}};
        answer.cells = {cellOf(5), cellOf(3), cellOf(2), cellOf(2), cellOf(2), cellOf(1)};
        const auto counted = countedTicketsAt(report, answer, {5, 0});
        QVERIFY(counted);
        QCOMPARE(counted->keys, (QVector<qint64>{-1, -1}));
        QCOMPARE(counted->exceptDimension, 0);
        QCOMPARE(counted->except, QVector<qint64>{7});
        QCOMPARE(counted->alsoExcept, (QVector<qint64>{2, 3}));
    }

    void everyMeasureHasItsNameAndDefinition()
    {
        QSet<QString> names;
        for (int i = 0; i < reportMeasureCount; ++i) {
            Report report;
            report.measure = ReportMeasure(i);
            report.statistic = statisticsOf(report.measure).first();
            QVERIFY2(!ReportWords::measure(report.measure).isEmpty(), qPrintable(reportMeasureName(report.measure)));
            QVERIFY2(ReportWords::definition(report).size() > 20, qPrintable(reportMeasureName(report.measure)));
            names.insert(ReportWords::measure(report.measure));
        }
        QCOMPARE(names.size(), reportMeasureCount);
        for (int i = 0; i < reportDimensionCount; ++i)
            QVERIFY(!ReportWords::dimension(ReportDimension(i)).isEmpty());
    }

    void aChangeSaysWhetherItIsGood()
    {
        Report report;
        report.measure = ReportMeasure::Backlog;
        report.comparison = ReportComparison::PreviousPeriod;
        report.period.span = ReportSpan::ThisWeek;
        ReportAnswer answer = answerFor(report);
        answer.total = cellOf(12);
        answer.comparedTotal = cellOf(10);
        const ReportChange change = m_words.change(report, answer);
        QCOMPARE(int(change.direction), int(ReportChange::Direction::Up));
        QCOMPARE(int(change.meaning), int(ReportChange::Meaning::Worse));
        QCOMPARE(change.text, QStringLiteral("20 % more than the week before (10)"));
    }

    void theProgramsDashboardsCanBeAsked()
    {
        for (int i = 0; i < builtinDashboardCount; ++i) {
            QSet<QString> ids;
            const QVector<BuiltinCard> cards = builtinCards(BuiltinDashboard(i));
            QVERIFY(!cards.isEmpty());
            for (const BuiltinCard &card : cards) {
                const QString what = builtinDashboardName(BuiltinDashboard(i)) + u'/' + card.id;
                QVERIFY2(reportProblems(card.card.report).isEmpty(), qPrintable(what));
                QVERIFY2(card.card.column + card.card.width <= 12, qPrintable(what));
                ids.insert(card.id);
            }
            QCOMPARE(ids.size(), cards.size());
        }
    }
};

QTEST_GUILESS_MAIN(ReportsChartTest)
#include "reports_chart_test.moc"
