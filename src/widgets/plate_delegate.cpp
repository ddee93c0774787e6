// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plate_delegate.h"

#include "widgets/elided_text.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace deskhand {

PlateDelegate::PlateDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void PlateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? Token::Selection : Token::Hover));
        painter->drawRoundedRect(option.rect, metrics::tight, metrics::tight);
    }
    QRect inside = option.rect.adjusted(metrics::small, 0, -metrics::small, 0);
    const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
    icon.paint(painter,
               QRect(inside.left(), inside.center().y() - metrics::icon / 2 + 1, metrics::icon, metrics::icon));
    inside.setLeft(inside.left() + metrics::icon + metrics::small);

    const bool checked = index.data(CheckedRole).toBool();
    if (checked) {
        painter->setPen(QPen(m_theme.color(Token::Accent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF at(inside.right() - 10, inside.center().y() + 1);
        const QPointF check[] = {at + QPointF(-4, 0), at + QPointF(-1, 3), at + QPointF(5, -4)};
        painter->drawPolyline(check, 3);
        inside.setRight(inside.right() - 20);
    }
    const QString detail = index.data(DetailRole).toString();
    if (!detail.isEmpty()) {
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(Token::TextMuted));
        const QFontMetrics letters(painter->font());
        const QString shown = elidedText(letters, detail, Qt::ElideRight, inside.width() / 2);
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        inside.setRight(inside.right() - letters.horizontalAdvance(shown) - metrics::small);
    }
    painter->setFont(m_theme.font(checked ? TextStyle::Strong : TextStyle::Body));
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(
        inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        elidedText(QFontMetrics(painter->font()), index.data().toString(), Qt::ElideMiddle, inside.width()));
    painter->restore();
}

QSize PlateDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, QFontMetrics(m_theme.font()).height() + metrics::small + 2};
}

} // namespace deskhand
