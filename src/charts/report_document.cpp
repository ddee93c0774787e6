// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/report_document.h"

#include "charts/chart_layout.h"
#include "charts/chart_painter.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int dotsAnInch = 1200;
constexpr double pixelsOfInch = 96;
constexpr double marginMillimetres = 15;
constexpr double lineUnderHead = 10;
constexpr double betweenCards = 22;
constexpr double betweenParts = 8;
constexpr double countingIndent = 118; ///< of the texts beside their titles

constexpr int plainPictureHeight = 240;
constexpr int pictureRowHeight = 26;
constexpr int pictureRowsAround = 56; ///< axis and legend
constexpr int highestPicture = 460;
constexpr double pictureMargin = 8;

void paintBareChart(QPainter &painter, QSizeF size, const ChartData &chart, const ChartWords &words,
                    const ChartStyle &style)
{
    const ChartScene scene = layOutChart(chart, words, style, {size, {}, false});
    paintChart(painter, scene, style);
    if (!chart.isEmpty())
        return;
    painter.setFont(style.font);
    painter.setPen(style.mutedText);
    painter.drawText(QRectF(QPointF(0, 0), size), Qt::AlignCenter, words.emptyText(chart));
}

QFont paperFont(QFont font, int pixels, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Writes a paper on pages, from top to bottom; units are pixels of 96 an inch.
class PaperPrinter
{
public:
    PaperPrinter(QPdfWriter &writer, const ChartWords &words, const ChartStyle &style)
        : m_writer(writer)
        , m_words(words)
        , m_style(deviceStyle(style))
        , m_painter(&writer)
        , m_page(writer.width() * pixelsOfInch / dotsAnInch, writer.height() * pixelsOfInch / dotsAnInch)
    {
        const double dots = dotsAnInch / pixelsOfInch;
        m_painter.scale(dots, dots);
    }

    void print(const ReportPaper &paper)
    {
        m_foot = paper.desk.isEmpty() ? paper.title : paper.title + QStringLiteral(" · ") + paper.desk;
        text(paper.title, paperFont(m_style.font, 22, QFont::DemiBold), m_style.text);
        text(paper.desk.isEmpty() ? paper.moment : paper.desk + QStringLiteral(" · ") + paper.moment, small(),
             m_style.mutedText);
        m_top += lineUnderHead;
        rule(m_style.axis);
        for (const ReportPaperCard &card : paper.cards)
            this->card(card);
        m_top += betweenParts;
        for (const QString &line : {paper.counted, paper.where, paper.why})
            text(line, small(), m_style.mutedText);
        foot();
    }

private:
    [[nodiscard]] QFont small() const { return paperFont(m_style.font, 11); }
    [[nodiscard]] double bottom() const { return m_page.height() - 24; }

    [[nodiscard]] double heightOf(const QString &said, const QFont &font, double width) const
    {
        if (said.isEmpty())
            return 0;
        // Fonts are in pixels, and so are their metrics: the painter scales both.
        return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, said).height();
    }

    void foot()
    {
        m_painter.setFont(small());
        m_painter.setPen(m_style.mutedText);
        const QRectF line(0, m_page.height() - 16, m_page.width(), 16);
        m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_foot);
        m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_number));
    }

    void newPage()
    {
        foot();
        m_writer.newPage();
        ++m_number;
        m_top = 0;
    }

    void room(double height)
    {
        if (m_top > 0 && m_top + height > bottom())
            newPage();
    }

    void text(const QString &said, const QFont &font, const QColor &color, double left = 0)
    {
        const double width = m_page.width() - left;
        const double height = heightOf(said, font, width);
        if (height <= 0)
            return;
        room(height);
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(QRectF(left, m_top, width, height + 2), Qt::TextWordWrap, said);
        m_top += height + 2;
    }

    void rule(const QColor &color)
    {
        m_painter.setPen(QPen(color, 1));
        m_painter.drawLine(QPointF(0, m_top), QPointF(m_page.width(), m_top));
        m_top += betweenParts;
    }

    void counting(const QVector<CountingFact> &facts)
    {
        for (const CountingFact &fact : facts) {
            const double height = heightOf(fact.text, small(), m_page.width() - countingIndent);
            room(height);
            m_painter.setFont(small());
            m_painter.setPen(m_style.mutedText);
            m_painter.drawText(QRectF(0, m_top, countingIndent - betweenParts, height + 2), Qt::TextWordWrap,
                               fact.title);
            text(fact.text, small(), m_style.mutedText, countingIndent);
        }
    }

    [[nodiscard]] double heightOf(const ReportPaperCard &card, QSizeF picture) const
    {
        double height = 110 + picture.height();
        for (const CountingFact &fact : card.counting)
            height += heightOf(fact.text, small(), m_page.width() - countingIndent) + 2;
        return height;
    }

    void card(const ReportPaperCard &card)
    {
        const QSizeF size = card.chart ? QSizeF(reportPictureSize(*card.chart, int(m_page.width()))) : QSizeF(0, 0);
        m_top += betweenCards - betweenParts;
        room(std::min(heightOf(card, size), bottom()));
        text(card.title, paperFont(m_style.font, 15, QFont::DemiBold), m_style.text);
        text(card.period, small(), m_style.mutedText);
        if (!card.failure.isEmpty()) {
            text(card.failure, paperFont(m_style.font, 13), m_style.text);
        } else {
            text(card.number, paperFont(m_style.font, 26, QFont::DemiBold), m_style.text);
            text(card.change.text, paperFont(m_style.font, 12), m_style.text);
            text(card.note.isEmpty() ? card.tickets : card.note + QStringLiteral(" · ") + card.tickets, small(),
                 m_style.mutedText);
        }
        text(card.caveat, small(), m_style.text);
        if (card.chart) {
            m_top += betweenParts;
            room(size.height());
            m_painter.save();
            m_painter.translate(0, m_top);
            paintBareChart(m_painter, size, *card.chart, m_words, m_style);
            m_painter.restore();
            m_top += size.height();
        }
        m_top += betweenParts;
        counting(card.counting);
        m_top += betweenParts;
        if (m_top + betweenParts < bottom())
            rule(m_style.grid);
    }

    QPdfWriter &m_writer;
    const ChartWords &m_words;
    ChartStyle m_style;
    QPainter m_painter;
    QSizeF m_page;
    QString m_foot;
    double m_top = 0;
    int m_number = 1;
};

} // namespace

QSize reportPictureSize(const ChartData &chart, int width)
{
    const bool rows = chart.horizontal || chart.kind == ChartKind::HeatMap;
    if (!rows)
        return {width, plainPictureHeight};
    const int count = chart.kind == ChartKind::HeatMap ? int(chart.series.size()) : chart.pointCount();
    return {width, std::clamp(pictureRowsAround + count * pictureRowHeight, 120, highestPicture)};
}

QByteArray reportPicturePng(const ChartData &chart, const ChartWords &words, const ChartStyle &style, QSize size,
                            double scale)
{
    const ChartStyle fixed = deviceStyle(style);
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(fixed.plane);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        // A mail in a dark theme shows where the picture ends.
        painter.translate(pictureMargin, pictureMargin);
        paintBareChart(painter, QSizeF(size).shrunkBy({pictureMargin, pictureMargin, pictureMargin, pictureMargin}),
                       chart, words, fixed);
    }
    const int dotsPerMeter = int(pixelsOfInch * scale / 0.0254);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    image.setText(QStringLiteral("Title"), chart.title);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    // Without transparency: half the bytes, and no program puts a dark plane behind it.
    image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG");
    return bytes;
}

QByteArray reportPdf(const ReportPaper &paper, const ChartWords &words, const ChartStyle &style)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPdfWriter::PdfVersion_1_6);
    writer.setTitle(paper.title);
    writer.setCreator(QStringLiteral("Deskhand"));
    writer.setResolution(dotsAnInch);
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                    QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
                    QPageLayout::Millimeter));
    {
        PaperPrinter printer(writer, words, style);
        printer.print(paper);
    }
    return bytes;
}

} // namespace deskhand
