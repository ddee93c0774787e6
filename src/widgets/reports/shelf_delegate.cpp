// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/shelf_delegate.h"

#include "models/reports/report_shelf_model.h"
#include "widgets/elided_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace deskhand {

namespace {

constexpr int shelfMargin = 8;
constexpr int headingSpace = 10;

} // namespace

ShelfDelegate::ShelfDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ShelfDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    int height = QFontMetrics(m_theme.font()).height() + m_theme.rowPadding() + 2;
    if (!index.data(ReportShelfModel::DetailRole).toString().isEmpty())
        height += QFontMetrics(m_theme.font(TextStyle::Small)).height();
    return {0, index.data(ReportShelfModel::SectionRole).toBool() ? height + headingSpace : height};
}

void ShelfDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (index.data(ReportShelfModel::SectionRole).toBool()) {
        painter->setFont(m_theme.font(TextStyle::SmallStrong));
        painter->setPen(m_theme.color(Token::TextMuted));
        painter->drawText(row.adjusted(shelfMargin + metrics::tight, headingSpace, -shelfMargin, 0),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        const bool focus = option.state & QStyle::State_HasFocus;
        const Token plane = !selected ? Token::Hover : focus ? Token::Selection : Token::SelectionInactive;
        style::plate(painter, row.adjusted(shelfMargin / 2, 1, -shelfMargin / 2, -1), m_theme.color(plane), {});
    }
    const QString detail = index.data(ReportShelfModel::DetailRole).toString();
    QRect line = row.adjusted(shelfMargin + metrics::tight, 0, -shelfMargin - metrics::tight, 0);
    const QIcon icon =
        m_theme.icon(index.data(ReportShelfModel::IconRole).toString(), selected ? Token::Accent : Token::TextMuted);
    const QFontMetrics body(m_theme.font());
    const int first = body.height() + m_theme.rowPadding() + 2;
    icon.paint(painter, QRect(line.left(), row.top() + (first - metrics::icon) / 2, metrics::icon, metrics::icon));
    line.setLeft(line.left() + metrics::icon + metrics::small);
    painter->setFont(m_theme.font(selected ? TextStyle::Strong : TextStyle::Body));
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(QRect(line.left(), row.top(), line.width(), first),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elidedText(painter->fontMetrics(), index.data().toString(), Qt::ElideRight, line.width()));
    if (!detail.isEmpty()) {
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(Token::TextMuted));
        painter->drawText(QRect(line.left(), row.top() + first - metrics::tight, line.width(), row.height() - first),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          elidedText(painter->fontMetrics(), detail, Qt::ElideRight, line.width()));
    }
    painter->restore();
}

bool ShelfDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::AccessibleTextRole).toString()), view,
                       option.rect);
    return true;
}

} // namespace deskhand
