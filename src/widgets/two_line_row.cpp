// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/two_line_row.h"

#include "widgets/elided_text.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QIcon>
#include <QListView>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace deskhand {
namespace {

Token planeOf(const QStyleOptionViewItem &option)
{
    if (option.state & QStyle::State_Selected) {
        const bool active = option.state & QStyle::State_Active && option.state & QStyle::State_HasFocus;
        return active ? Token::Selection : Token::SelectionInactive;
    }
    return option.state & QStyle::State_MouseOver ? Token::Hover : Token::Surface;
}

} // namespace

TwoLineRow::TwoLineRow(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
    : m_painter(painter)
    , m_theme(theme)
    , m_inside(option.rect.adjusted(metrics::medium, theme.rowPadding(), -metrics::medium, -theme.rowPadding()))
{
    painter.save();
    painter.fillRect(option.rect, theme.color(planeOf(option)));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), metrics::hairline),
                     theme.color(Token::Hairline));
    m_first = QRect(m_inside.left() + metrics::icon + metrics::medium, m_inside.top(), 0,
                    QFontMetrics(theme.font()).height());
    m_first.setRight(m_inside.right());
    m_second =
        QRect(m_first.left(), m_first.bottom() + metrics::tight, m_first.width(), m_inside.bottom() - m_first.bottom());
}

TwoLineRow::~TwoLineRow()
{
    m_painter.restore();
}

QSize TwoLineRow::sizeHint(const Theme &theme)
{
    const int lines = QFontMetrics(theme.font()).height() + QFontMetrics(theme.font(TextStyle::Small)).height();
    return {0, lines + metrics::tight + 2 * theme.rowPadding()};
}

void TwoLineRow::icon(const QIcon &icon)
{
    const int top = m_first.center().y() - metrics::icon / 2 + 1;
    icon.paint(&m_painter, QRect(m_inside.left(), top, metrics::icon, metrics::icon));
}

void TwoLineRow::first(const QString &text, TextStyle style, Token color, Qt::TextElideMode cut)
{
    m_first.setLeft(m_first.left() + draw(m_first, text, style, color, Qt::AlignLeft, cut));
}

void TwoLineRow::firstAtRight(const QString &text, TextStyle style, Token color)
{
    m_first.setRight(m_first.right() - draw(m_first, text, style, color, Qt::AlignRight, Qt::ElideRight));
}

void TwoLineRow::second(const QString &text, TextStyle style, Token color, Qt::TextElideMode cut)
{
    m_second.setLeft(m_second.left() + draw(m_second, text, style, color, Qt::AlignLeft, cut));
}

int TwoLineRow::draw(const QRect &room, const QString &text, TextStyle style, Token color, Qt::Alignment side,
                     Qt::TextElideMode cut)
{
    m_painter.setFont(m_theme.font(style));
    m_painter.setPen(m_theme.color(color));
    const QFontMetrics letters(m_painter.font());
    const QString line = elidedText(letters, text.simplified(), cut, room.width());
    m_painter.drawText(room, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, line);
    return letters.horizontalAdvance(line) + metrics::small;
}

void showAsRows(QListView *list)
{
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
}

} // namespace deskhand
