// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_document.h"

#include "charts/chart_layout.h"
#include "charts/chart_painter.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace deskhand {

namespace {

constexpr double pixelsAnInch = 96;
constexpr double pointsAnInch = 72;
constexpr double documentMargin = 16; ///< around a chart in a picture
constexpr int pdfResolution = 1200;
constexpr double pdfMarginMillimetres = 15;
constexpr double betweenCharts = 24;

void inPixels(QFont &font)
{
    if (font.pixelSize() <= 0)
        font.setPixelSize(std::max(1, int(std::lround(font.pointSizeF() * pixelsAnInch / pointsAnInch))));
    font.setHintingPreference(QFont::PreferNoHinting);
}

} // namespace

ChartStyle deviceStyle(ChartStyle style)
{
    inPixels(style.font);
    inPixels(style.strongFont);
    inPixels(style.titleFont);
    return style;
}

void paintChartInto(QPainter &painter, const QRectF &target, double dotsPerPixel, const ChartData &data,
                    const ChartWords &words, const ChartStyle &style, ChartWindow window)
{
    const ChartStyle fixed = deviceStyle(style);
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(dotsPerPixel, dotsPerPixel);
    const ChartScene scene = layOutChart(data, words, fixed, {target.size() / dotsPerPixel, window, true});
    paintChart(painter, scene, fixed);
    if (data.isEmpty()) {
        painter.setFont(fixed.font);
        painter.setPen(fixed.mutedText);
        painter.drawText(QRectF(QPointF(0, 0), target.size() / dotsPerPixel), Qt::AlignCenter, words.emptyText(data));
    }
    painter.restore();
}

QImage chartImage(const ChartData &data, const ChartWords &words, const ChartPicture &picture, double scale)
{
    QImage image((picture.size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(picture.style.plane);
    QPainter painter(&image);
    const QRectF all(QPointF(0, 0), picture.size * scale);
    const double margin = documentMargin * scale;
    paintChartInto(painter, all.adjusted(margin, margin, -margin, -margin), scale, data, words, picture.style,
                   picture.window);
    return image;
}

QByteArray chartPng(const ChartData &data, const ChartWords &words, const ChartPicture &picture, double scale)
{
    QImage image = chartImage(data, words, picture, scale);
    image.setText(QStringLiteral("Title"), data.title);
    const int dotsPerMeter = int(std::lround(pixelsAnInch * scale / 0.0254));
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray chartSvg(const ChartData &data, const ChartWords &words, const ChartPicture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(int(pixelsAnInch));
    generator.setSize(picture.size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), picture.size));
    generator.setTitle(data.title);
    generator.setDescription(words.summary(data));
    {
        QPainter painter(&generator);
        const QRectF all(QPointF(0, 0), picture.size);
        painter.fillRect(all, picture.style.plane);
        paintChartInto(painter, all.adjusted(documentMargin, documentMargin, -documentMargin, -documentMargin), 1, data,
                       words, picture.style, picture.window);
    }
    return bytes;
}

QByteArray chartsPdf(const QVector<ChartData> &charts, const ChartWords &words, const ChartPicture &picture,
                     const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPdfWriter::PdfVersion_1_6);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Deskhand"));
    writer.setResolution(pdfResolution);
    const QPageLayout::Orientation turned = charts.size() == 1 ? QPageLayout::Landscape : QPageLayout::Portrait;
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), turned,
                    QMarginsF(pdfMarginMillimetres, pdfMarginMillimetres, pdfMarginMillimetres, pdfMarginMillimetres),
                    QPageLayout::Millimeter));
    QPainter painter(&writer);
    const double dots = pdfResolution / pixelsAnInch;
    const QSizeF page(writer.width(), writer.height());
    const double height = page.width() * picture.size.height() / picture.size.width();
    double top = 0;
    for (const ChartData &chart : charts) {
        const double wanted = std::min(height, page.height());
        if (top > 0 && top + wanted > page.height() + 1) {
            writer.newPage();
            top = 0;
        }
        paintChartInto(painter, QRectF(0, top, page.width(), wanted), dots, chart, words, picture.style,
                       picture.window);
        top += wanted + betweenCharts * dots;
    }
    painter.end();
    return bytes;
}

} // namespace deskhand
