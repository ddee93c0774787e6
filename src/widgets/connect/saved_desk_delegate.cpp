// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect/saved_desk_delegate.h"

#include "models/saved_desks.h"
#include "widgets/elided_text.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace deskhand {

SavedDeskDelegate::SavedDeskDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void SavedDeskDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active && option.state & QStyle::State_HasFocus;
    const Token plane = selected ? (active ? Token::Selection : Token::SelectionInactive)
                        : option.state & QStyle::State_MouseOver ? Token::Hover
                                                                 : Token::Surface;
    painter->save();
    painter->fillRect(option.rect, m_theme.color(plane));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), metrics::hairline),
                      m_theme.color(Token::Hairline));
    const auto draw = [&](const QRect &room, const QString &text, TextStyle style, Token color, Qt::Alignment side,
                          Qt::TextElideMode cut) {
        painter->setFont(m_theme.font(style));
        painter->setPen(m_theme.color(color));
        const QFontMetrics letters(painter->font());
        const QString line = elidedText(letters, text.simplified(), cut, room.width());
        painter->drawText(room, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, line);
        return letters.horizontalAdvance(line) + metrics::small;
    };
    const QRect inside =
        option.rect.adjusted(metrics::medium, m_theme.rowPadding(), -metrics::medium, -m_theme.rowPadding());
    QRect first(inside.left() + metrics::icon + metrics::medium, inside.top(), 0,
                QFontMetrics(m_theme.font()).height());
    first.setRight(inside.right());
    const QRect second(first.left(), first.bottom() + metrics::tight, first.width(), inside.bottom() - first.bottom());
    const bool isServer = index.data(SavedDesks::ServerRole).toBool();
    m_theme.icon(isServer ? QStringLiteral("group") : QStringLiteral("document-open"))
        .paint(painter, QRect(inside.left(), first.center().y() - metrics::icon / 2 + 1, metrics::icon, metrics::icon));
    if (index.data(SavedDesks::CurrentRole).toBool())
        first.setRight(
            first.right()
            - draw(first, tr("open now"), TextStyle::Small, Token::TextMuted, Qt::AlignRight, Qt::ElideRight));
    draw(first, index.data().toString(), TextStyle::Strong, Token::Text, Qt::AlignLeft, Qt::ElideRight);
    draw(second, index.data(SavedDesks::PlaceTextRole).toString(), TextStyle::Small, Token::TextMuted, Qt::AlignLeft,
         Qt::ElideMiddle);
    painter->restore();
}

QSize SavedDeskDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(m_theme.font()).height() + QFontMetrics(m_theme.font(TextStyle::Small)).height();
    return {0, lines + metrics::tight + 2 * m_theme.rowPadding()};
}

} // namespace deskhand
