// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/readable_colors.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace {

constexpr double readableContrast = 4.5;

// The same hue moved towards readable; plain text colour when no lightness of it is.
QColor readableOn(const QColor &wanted, const QColor &ground, const QColor &text)
{
    if (contrastRatio(wanted, ground) >= readableContrast)
        return wanted;
    if (wanted.hslSaturation() < 40)
        return text; // black, white and greys mean nothing but "text"
    const bool darkGround = relativeLuminance(ground) < 0.18;
    QColor tried = wanted;
    for (int step = 0; step < 20; ++step) {
        const int lightness = std::clamp(tried.lightness() + (darkGround ? 10 : -10), 0, 255);
        tried.setHsl(tried.hslHue(), tried.hslSaturation(), lightness);
        if (contrastRatio(tried, ground) >= readableContrast)
            return tried;
    }
    return text;
}

// A background as light (or dark) as the surface is kept as tint; one that fights with it goes.
bool fights(const QBrush &background, const QColor &surface)
{
    if (background.style() == Qt::NoBrush)
        return false;
    return std::abs(relativeLuminance(background.color()) - relativeLuminance(surface)) > 0.35
           || background.style() != Qt::SolidPattern;
}

void fixFrames(QTextFrame *frame, const QColor &surface)
{
    QTextFrameFormat format = frame->frameFormat();
    if (fights(format.background(), surface)) {
        format.clearBackground();
        frame->setFrameFormat(format);
    }
    if (auto *table = qobject_cast<QTextTable *>(frame)) {
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column) {
                QTextTableCell cell = table->cellAt(row, column);
                QTextCharFormat cellFormat = cell.format();
                if (fights(cellFormat.background(), surface)) {
                    cellFormat.clearBackground();
                    cell.setFormat(cellFormat);
                }
            }
        }
    }
    const QList<QTextFrame *> children = frame->childFrames();
    for (QTextFrame *child : children)
        fixFrames(child, surface);
}

struct FormatChange {
    int position;
    int length;
    QTextCharFormat format;
};

QVector<FormatChange> changesOf(const QTextBlock &block, const QColor &text, const QColor &link, const QColor &surface)
{
    QVector<FormatChange> changes;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        QTextCharFormat format = fragment.charFormat();
        const bool dropsBackground = fights(format.background(), surface);
        if (dropsBackground)
            format.clearBackground();
        const QColor ground = format.background().style() == Qt::SolidPattern ? format.background().color() : surface;
        bool recolored = false;
        if (format.isAnchor()) {
            recolored = format.foreground().color() != link;
            format.setForeground(link);
        } else if (format.foreground().style() != Qt::NoBrush) {
            const QColor color = readableOn(format.foreground().color(), ground, text);
            recolored = color != format.foreground().color();
            format.setForeground(color);
        } else if (ground != surface && contrastRatio(text, ground) < readableContrast) {
            format.setForeground(readableOn(text, ground, QColor(Qt::black)));
            recolored = true;
        }
        if (dropsBackground || recolored)
            changes.append({fragment.position(), fragment.length(), format});
    }
    return changes;
}

} // namespace

void makeColorsReadable(QTextDocument &document, const QColor &text, const QColor &link, const QColor &surface)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    fixFrames(document.rootFrame(), surface);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat blockFormat = block.blockFormat();
        if (fights(blockFormat.background(), surface)) {
            blockFormat.clearBackground();
            cursor.setPosition(block.position());
            cursor.setBlockFormat(blockFormat);
        }
        for (const FormatChange &change : changesOf(block, text, link, surface)) {
            cursor.setPosition(change.position);
            cursor.setPosition(change.position + change.length, QTextCursor::KeepAnchor);
            cursor.setCharFormat(change.format);
        }
    }
    cursor.endEditBlock();
}

} // namespace deskhand
