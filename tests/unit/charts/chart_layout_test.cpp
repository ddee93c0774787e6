// SPDX-License-Identifier: GPL-3.0-or-later
// Where things are: without a pixel.
#include "charts/chart_inks.h"
#include "charts/chart_layout.h"
#include "support/sample_charts.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

ChartScene sceneOf(const ChartData &data, QSizeF size = {520, 260}, ChartWindow window = {}, bool withTitle = false)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(12);
    const ChartWords words{QLocale(QLocale::English, QLocale::UnitedStates)};
    return layOutChart(data, words, paperStyle(font), {size, window, withTitle});
}

QString describe(const ChartText &text)
{
    return QStringLiteral("\"%1\" at %2,%3 %4x%5")
        .arg(text.text)
        .arg(text.rect.x())
        .arg(text.rect.y())
        .arg(text.rect.width())
        .arg(text.rect.height());
}

} // namespace

class ChartLayoutTest : public QObject
{
    Q_OBJECT

private:
    static void addSizes()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("card") << QSizeF(520, 260);
        QTest::newRow("small card") << QSizeF(300, 160);
        QTest::newRow("narrow") << QSizeF(160, 240);
        QTest::newRow("least") << QSizeF(120, 72);
        QTest::newRow("wall") << QSizeF(2400, 1300);
    }

private Q_SLOTS:
    void everyValueHasItsPlace_data() { addSizes(); }
    void everyValueHasItsPlace()
    {
        QFETCH(QSizeF, size);
        for (const auto &[name, data] : sampleCharts()) {
            const ChartScene scene = sceneOf(data, size);
            int values = 0;
            for (int series = 0; series < data.series.size(); ++series) {
                for (int point = 0; point < data.pointCount(); ++point) {
                    const bool shown =
                        data.value(series, point).has_value() && (series == 0 || data.kind != ChartKind::Sparkline);
                    values += shown;
                    QCOMPARE(scene.shape(series, point) != nullptr, shown);
                }
            }
            QCOMPARE(scene.shapes.size(), values);
            for (const ChartShape &shape : scene.shapes)
                QVERIFY2(scene.bounds.adjusted(-1, -1, 1, 1).contains(shape.anchor), qPrintable(name));
            QCOMPARE(scene.columns.size(), data.pointCount());
        }
    }

    void noTextLiesOnAnother_data() { addSizes(); }
    void noTextLiesOnAnother()
    {
        QFETCH(QSizeF, size);
        for (const auto &[name, data] : sampleCharts()) {
            const ChartScene scene = sceneOf(data, size);
            for (int one = 0; one < scene.texts.size(); ++one) {
                const ChartText &text = scene.texts[one];
                QVERIFY2(scene.bounds.adjusted(-1, -1, 1, 1).contains(text.rect),
                         qPrintable(name + u' ' + describe(text)));
                for (int other = 0; other < one; ++other) {
                    // Marks are written over the plot, where there may be values.
                    if (text.role == ChartText::Role::Mark || scene.texts[other].role == ChartText::Role::Mark)
                        continue;
                    const QRectF both = text.rect.intersected(scene.texts[other].rect);
                    QVERIFY2(both.width() < 1.5 || both.height() < 3,
                             qPrintable(name + u' ' + describe(text) + u' ' + describe(scene.texts[other])));
                }
            }
        }
    }

    void whatIsThereIsFoundByTheParts()
    {
        for (const auto &[name, data] : sampleCharts()) {
            const ChartScene scene = sceneOf(data);
            if (data.kind == ChartKind::Line || data.kind == ChartKind::Survival || data.kind == ChartKind::Sparkline)
                continue; // their points lie close together; see below
            for (const ChartShape &shape : scene.shapes) {
                if (shape.area.width() < 1 || shape.area.height() < 1)
                    continue;
                const std::optional<ChartSpot> spot = scene.spotAt(shape.area.center(), false);
                QVERIFY2(spot && *spot == (ChartSpot{shape.series, shape.point}), qPrintable(name));
            }
        }
        const ChartScene lines = sceneOf(sampleLines());
        const ChartShape *third = lines.shape(1, 30);
        const std::optional<ChartSpot> spot = lines.spotAt({third->anchor.x(), lines.plot.bottom() - 1}, true);
        QVERIFY(spot);
        QCOMPARE(spot->point, 30);
        QVERIFY(!lines.spotAt({1, 1}, true));
    }

    void stacksAddUp()
    {
        const ChartData data = sampleStack();
        const ChartScene scene = sceneOf(data, {900, 400});
        const double zero = scene.plot.bottom();
        for (int point = 0; point < data.pointCount(); ++point) {
            double sum = 0;
            double top = zero;
            for (int series = 0; series < data.series.size(); ++series) {
                sum += *data.value(series, point);
                const ChartShape *shape = scene.shape(series, point);
                QVERIFY(shape->area.bottom() <= top + 1.5);
                top = shape->area.top();
            }
            const double wanted = zero - sum / scene.high * scene.plot.height();
            QVERIFY2(std::abs(top - wanted) < 2.5, qPrintable(QString::number(top - wanted)));
        }
    }

    void linesAreBrokenWhereThereIsNoValue()
    {
        const ChartScene scene = sceneOf(sampleCompliance());
        int pieces = 0;
        for (const ChartPath &path : scene.paths)
            pieces += path.series == 0;
        QCOMPARE(pieces, 2);
    }

    void whatIsNotOverIsDashed()
    {
        const ChartScene scene = sceneOf(sampleLines());
        for (int series = 0; series < 2; ++series) {
            QVERIFY(std::any_of(scene.paths.cbegin(), scene.paths.cend(), [&](const ChartPath &path) {
                return path.series == series && path.dashed && path.line.size() == 2;
            }));
        }
    }

    void namesStandBesideTheirLinesWhereThereIsRoom()
    {
        const ChartScene wide = sceneOf(sampleLines());
        QVERIFY(wide.legend.isEmpty());
        int names = 0;
        for (const ChartText &text : wide.texts)
            names += text.role == ChartText::Role::Series;
        QCOMPARE(names, 2);
        const ChartScene narrow = sceneOf(sampleLines(), {240, 160});
        QCOMPARE(narrow.legend.size(), 2);
        QVERIFY(narrow.plot.width() > 180);
    }

    void aLineAndTheTimeBeforeItHaveALegend()
    {
        ChartData data = sampleLines();
        data.series[1].comparedTo = 0;
        const ChartScene scene = sceneOf(data);
        QCOMPARE(scene.legend.size(), 2);
        QVERIFY(scene.plot.width() > 520 * 0.8);
        // One line needs no marker to be told apart from others.
        QVERIFY(std::none_of(scene.shapes.cbegin(), scene.shapes.cend(),
                             [](const ChartShape &shape) { return shape.series == 0 && shape.marker; }));
        for (ChartPoint &point : data.series[1].points)
            point.value.reset();
        QVERIFY(sceneOf(data).legend.isEmpty());
    }

    void aLegendStealsTwoLinesAtMost()
    {
        ChartData data = sampleStack();
        for (int more = 0; more < 20; ++more)
            data.series.append(
                {QStringLiteral("A queue with a long name %1").arg(more), ChartRole::Auto, data.series[0].points, -1});
        const ChartScene scene = sceneOf(data);
        QVERIFY(scene.hiddenSeries > 0);
        QCOMPARE(scene.legend.size() + scene.hiddenSeries, data.series.size());
        QVERIFY(scene.plot.height() > 260 * 0.6);
        for (const ChartText &text : scene.texts)
            QVERIFY(text.rect.right() <= 521);
    }

    void oneSeriesNeedsNoLegend()
    {
        QVERIFY(sceneOf(sampleHistogram()).legend.isEmpty());
        QVERIFY(sceneOf(sampleRanking()).legend.isEmpty());
    }

    void percentilesStandWhereTheyAre()
    {
        const ChartData data = sampleHistogram();
        const ChartScene scene = sceneOf(data);
        QVector<double> places;
        for (const ChartRule &rule : scene.rules) {
            if (rule.role == ChartRule::Role::Mark)
                places.append(rule.line.x1());
        }
        QCOMPARE(places.size(), 3);
        // 3.1 h lies in the bin from 2 h to 4 h, which is the fourth one.
        const double bin = scene.plot.width() / 10;
        QVERIFY(std::abs(places[0] - (scene.plot.left() + (3 + 0.55) * bin)) < 1);
    }

    void zoomingShowsThePartOnly()
    {
        const ChartScene scene = sceneOf(sampleLines(365), {520, 260}, {100, 129});
        QCOMPARE(scene.columns.size(), 30);
        QVERIFY(!scene.shape(0, 99));
        QVERIFY(scene.shape(0, 100));
        QVERIFY(scene.shape(0, 129));
        QVERIFY(!scene.shape(0, 130));
    }

    void filesHaveTheirTitle()
    {
        const ChartScene scene = sceneOf(sampleLines(), {520, 260}, {}, true);
        QStringList texts;
        for (const ChartText &text : scene.texts)
            texts.append(text.text);
        QVERIFY(texts.contains(QStringLiteral("Tickets created and solved")));
        QVERIFY(texts.contains(QStringLiteral("Last 90 days · all queues")));
    }

    void strangeDataIsLaidOut()
    {
        ChartData data;
        for (int kind = 0; kind <= int(ChartKind::Sparkline); ++kind) {
            data = ChartData();
            data.kind = ChartKind(kind);
            QVERIFY(sceneOf(data).shapes.isEmpty());
            for (const double value : {0.0, -5.0, 1e15, 1e-9}) {
                ChartSeries series;
                ChartPoint point;
                point.value = value;
                series.points = {point, point};
                data.series = {series};
                const ChartScene one = sceneOf(data);
                for (const ChartShape &shape : one.shapes)
                    QVERIFY(std::isfinite(shape.anchor.x()) && std::isfinite(shape.anchor.y()));
                QVERIFY(!sceneOf(data, {1, 1}).bounds.isEmpty());
            }
        }
    }
};

QTEST_MAIN(ChartLayoutTest)
#include "chart_layout_test.moc"
