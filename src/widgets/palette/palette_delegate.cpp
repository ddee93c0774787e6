// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/palette_delegate.h"

#include "models/palette_model.h"
#include "widgets/elided_text.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace deskhand {

PaletteDelegate::PaletteDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int text = QFontMetrics(m_theme.font()).height();
    return {100, index.data(PaletteModel::HeadingRole).toBool() ? text + metrics::medium : text + metrics::large};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect.adjusted(metrics::small, 0, -metrics::small, 0);
    const QRect inner = row.adjusted(metrics::small, 0, -metrics::small, 0);
    if (index.data(PaletteModel::HeadingRole).toBool()) {
        painter->setFont(m_theme.font(TextStyle::SmallStrong));
        painter->setPen(m_theme.color(Token::TextMuted));
        painter->drawText(inner.adjusted(0, metrics::tight, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data().toString());
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected)
        style::plate(painter, row, m_theme.color(Token::Selection), QColor());
    else if (option.state & QStyle::State_MouseOver)
        style::plate(painter, row, m_theme.color(Token::Hover), QColor());
    const QRect icon(inner.left(), inner.center().y() - metrics::icon / 2 + 1, metrics::icon, metrics::icon);
    m_theme.icon(index.data(PaletteModel::IconRole).toString()).paint(painter, icon);
    QRect text = inner.adjusted(metrics::icon + metrics::medium, 0, 0, 0);
    const int keys = paintKeys(painter, text, index.data(PaletteModel::KeysRole).toString());
    text.setRight(text.right() - keys - (keys > 0 ? metrics::medium : 0));
    const QString subtitle = index.data(PaletteModel::SubtitleRole).toString();
    if (!subtitle.isEmpty()) {
        const QFont small = m_theme.font(TextStyle::Small);
        const QFontMetrics widths(small);
        const QString shown = elidedText(widths, subtitle, Qt::ElideRight, text.width() / 2);
        painter->setFont(small);
        painter->setPen(m_theme.color(Token::TextMuted));
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, shown);
        text.setRight(text.right() - widths.horizontalAdvance(shown) - metrics::medium);
    }
    paintTitle(painter, text, index);
    painter->restore();
}

void PaletteDelegate::paintTitle(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QFont font = m_theme.font();
    const QString title = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    QVector<QTextLayout::FormatRange> marks;
    for (const int position : index.data(PaletteModel::PositionsRole).value<QVector<int>>()) {
        if (position >= title.size())
            break;
        if (!marks.isEmpty() && marks.last().start + marks.last().length == position) {
            ++marks.last().length;
            continue;
        }
        QTextLayout::FormatRange mark;
        mark.start = position;
        mark.length = 1;
        mark.format.setFontWeight(QFont::Bold);
        mark.format.setForeground(m_theme.color(Token::Accent));
        marks.append(mark);
    }
    QTextLayout layout(title, font);
    layout.setFormats(marks);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width() + metrics::large); // bold letters are wider than what was measured
    layout.endLayout();
    painter->setPen(m_theme.color(Token::Text));
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

int PaletteDelegate::paintKeys(QPainter *painter, const QRect &rect, const QString &keys) const
{
    if (keys.isEmpty())
        return 0;
    const QFont small = m_theme.font(TextStyle::Small);
    const QFontMetrics widths(small);
    painter->setFont(small);
    int right = rect.right();
    QStringList caps;
    for (const QString &chord : keys.split(QStringLiteral(", "))) // "G, I" is one key after the other
        caps += chord.endsWith(QLatin1String("++")) ? chord.chopped(2).split(u'+') + QStringList{QStringLiteral("+")}
                                                    : chord.split(u'+');
    for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
        const int width = qMax(widths.horizontalAdvance(*cap) + metrics::small, widths.height() + 2);
        const QRect plate(right - width + 1, rect.center().y() - widths.height() / 2 - 1, width, widths.height() + 3);
        style::plate(painter, plate, m_theme.color(Token::Window), m_theme.color(Token::Hairline), 4);
        painter->setPen(m_theme.color(Token::TextMuted));
        painter->drawText(plate, Qt::AlignCenter, *cap);
        right -= width + metrics::tight;
    }
    return rect.right() - right;
}

} // namespace deskhand
