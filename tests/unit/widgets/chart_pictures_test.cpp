// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of chart in each theme, in the sizes of a card and of a wall. With DESKHAND_PICTURES=FOLDER in the
// environment the pictures are left there, to be looked at.
#include "support/sample_charts.h"
#include "widgets/charts/chart_view.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

QImage pictureOf(ChartView &view, const Theme &theme, double scale)
{
    QImage image(view.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(theme.color(Token::Surface));
    view.render(&image, QPoint(), QRegion(), QWidget::DrawChildren);
    return image;
}

/// Share of pixels that are not the plane.
double inkShare(const QImage &image, const QColor &plane)
{
    qint64 inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        inked += std::count_if(line, line + image.width(), [&](QRgb pixel) { return pixel != plane.rgb(); });
    }
    return double(inked) / (double(image.width()) * image.height());
}

} // namespace

class ChartPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindShowsSomethingInEveryTheme_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<double>("scale");
        QTest::newRow("light") << int(ThemeChoice::Light) << 1.0;
        QTest::newRow("dark") << int(ThemeChoice::Dark) << 1.0;
        QTest::newRow("light-200") << int(ThemeChoice::Light) << 2.0;
        QTest::newRow("dark-200") << int(ThemeChoice::Dark) << 2.0;
        QTest::newRow("high-contrast") << int(ThemeChoice::HighContrast) << 1.0;
    }
    void everyKindShowsSomethingInEveryTheme()
    {
        QFETCH(int, choice);
        QFETCH(double, scale);
        Theme theme;
        theme.setChoice(ThemeChoice(choice));
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        for (const auto &[name, data] : sampleCharts()) {
            for (const QSize size : {QSize(520, 260), QSize(300, 160), QSize(1100, 420)}) {
                ChartView view(theme);
                view.resize(data.kind == ChartKind::Sparkline ? QSize(120, 32) : size);
                view.setData(data);
                const QImage image = pictureOf(view, theme, scale);
                QVERIFY2(inkShare(image, theme.color(Token::Surface)) > 0.01, qPrintable(name));
                if (!folder.isEmpty())
                    QVERIFY(image.save(QStringLiteral("%1/%2-%3-%4.png")
                                           .arg(folder, name, QString::fromLatin1(QTest::currentDataTag()))
                                           .arg(size.width())));
            }
        }
    }

    void nothingAndFailuresAreSaid()
    {
        Theme theme;
        ChartView view(theme);
        view.resize(400, 200);
        ChartData data = sampleLines();
        for (ChartSeries &series : data.series) {
            for (ChartPoint &point : series.points)
                point.value.reset();
        }
        view.setData(data);
        const QImage empty = pictureOf(view, theme, 1);
        QVERIFY(inkShare(empty, theme.color(Token::Surface)) > 0);
        view.setFailed(QStringLiteral("The desk cannot be reached."));
        const QImage failed = pictureOf(view, theme, 1);
        QVERIFY(failed != empty);
        QCOMPARE(view.accessibleDescription(), QStringLiteral("The desk cannot be reached."));
        view.setData(sampleLines());
        QVERIFY(pictureOf(view, theme, 1) != failed);
    }
};

QTEST_MAIN(ChartPicturesTest)
#include "chart_pictures_test.moc"
