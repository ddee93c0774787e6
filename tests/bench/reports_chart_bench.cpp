// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"

#include "charts/chart_document.h"
#include "support/sample_charts.h"
#include "widgets/charts/chart_view.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QPainter>

namespace deskhand::bench {
namespace {

constexpr int chartRounds = 15;
constexpr double paintLimitMs = 30;

/// From new numbers to a painted card: laying out and painting, as a dashboard does it.
void measureChartPaint(const QString &name, const ChartData &data, std::optional<double> limit = paintLimitMs)
{
    const Theme theme;
    ChartView view(theme);
    view.resize(1200, 600);
    QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
    QVector<double> fresh;
    QVector<double> again;
    const auto paint = [&] { view.render(&image, QPoint(), QRegion(), QWidget::DrawChildren); };
    for (int round = 0; round < chartRounds; ++round) {
        fresh.append(milliseconds([&] {
            view.setData(data);
            paint();
        }));
        again.append(milliseconds(paint));
    }
    report({QStringLiteral("charts"),
            QStringLiteral("%1 of 1200 x 600: new numbers to painted").arg(name),
            percentile(fresh, 0.5),
            QStringLiteral("ms"),
            {},
            limit});
    report({QStringLiteral("charts"),
            QStringLiteral("%1 of 1200 x 600: painted again").arg(name),
            percentile(again, 0.5),
            QStringLiteral("ms"),
            {},
            limit});
}

} // namespace

void benchCharts(BenchDesk &)
{
    measureChartPaint(QStringLiteral("two lines of a year of days"), test::sampleLines(365));
    measureChartPaint(QStringLiteral("four stacked bars of a year of days"), test::sampleStack(365));
    measureChartPaint(QStringLiteral("five stacked areas of a year of days"), test::sampleAreas(365));
    ChartData bars = test::sampleStack(365);
    bars.kind = ChartKind::Bar;
    measureChartPaint(QStringLiteral("four bars side by side of a year of days"), bars);
    measureChartPaint(QStringLiteral("heat map of a week"), test::sampleHeat());
    measureChartPaint(QStringLiteral("histogram"), test::sampleHistogram());
    measureChartPaint(QStringLiteral("survival curve"), test::sampleSurvival());
    measureChartPaint(QStringLiteral("line of as many points as there may be"), test::sampleLines(maxChartPoints), {});
}

} // namespace deskhand::bench
