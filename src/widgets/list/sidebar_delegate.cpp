// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/sidebar_delegate.h"

#include "models/view_list_model.h"
#include "widgets/elided_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

namespace deskhand {

namespace {

constexpr int sidebarMargin = 8;
constexpr int sectionSpace = 10; ///< above a heading
constexpr qint64 shortCountFrom = 10'000;

/// Counts are to be compared at a glance: "12", "9,431", "12k", "1.0M".
QString shortCount(qint64 count)
{
    if (count < shortCountFrom)
        return QLocale().toString(count);
    if (count < 1'000'000)
        return QLocale().toString(count / 1000) + QStringLiteral("k");
    return QLocale().toString(double(count) / 1'000'000, 'f', 1) + QStringLiteral("M");
}

} // namespace

SidebarDelegate::SidebarDelegate(const Theme &theme, QTreeView *view)
    : QAbstractItemDelegate(view)
    , m_theme(theme)
    , m_view(view)
{
}

void SidebarDelegate::setElsewhere(bool elsewhere)
{
    m_elsewhere = elsewhere;
    m_view->viewport()->update();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool section = index.data(ViewListModel::SectionRole).toBool();
    const int height = QFontMetrics(m_theme.font()).height() + m_theme.rowPadding() + 2;
    return {0, section ? height + sectionSpace : height};
}

void SidebarDelegate::paintArrow(QPainter *painter, const QPointF &middle, bool open) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.color(Token::TextMuted), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF down[] = {middle + QPointF(-3.5, -1.75), middle + QPointF(0, 1.75), middle + QPointF(3.5, -1.75)};
    const QPointF side[] = {middle + QPointF(-1.75, -3.5), middle + QPointF(1.75, 0), middle + QPointF(-1.75, 3.5)};
    painter->drawPolyline(open ? down : side, 3);
    painter->restore();
}

void SidebarDelegate::paintSection(QPainter *painter, const QRect &row, const QModelIndex &index) const
{
    const QRect line = row.adjusted(sidebarMargin + metrics::tight, sectionSpace, -sidebarMargin, 0);
    painter->setFont(m_theme.font(TextStyle::SmallStrong));
    painter->setPen(m_theme.color(Token::TextMuted));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
    if (!m_view->isExpanded(index) || m_view->rect().contains(m_view->mapFromGlobal(QCursor::pos())))
        paintArrow(painter, QPointF(row.right() - sidebarMargin - 8, line.center().y() + 1), m_view->isExpanded(index));
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row(0, option.rect.top(), m_view->viewport()->width(), option.rect.height());
    if (index.data(ViewListModel::SectionRole).toBool())
        return paintSection(painter, row, index);
    const bool current = m_view->currentIndex() == index && (!m_elsewhere || m_view->hasFocus());
    if (current || option.state & QStyle::State_MouseOver) {
        const Token plane = !current ? Token::Hover : m_view->hasFocus() ? Token::Selection : Token::SelectionInactive;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(plane));
        painter->drawRoundedRect(QRectF(row).adjusted(sidebarMargin / 2.0, 0.5, -sidebarMargin / 2.0, -0.5),
                                 metrics::radius, metrics::radius);
        painter->restore();
    }
    // Views stand at the first indentation; queues below queues further in.
    const int indentation = option.rect.left() - m_view->indentation();
    QRect inside(sidebarMargin + qMax(0, indentation), row.top(), 0, row.height());
    inside.setRight(row.right() - sidebarMargin - metrics::tight);
    if (index.model()->hasChildren(index))
        paintArrow(painter, QPointF(inside.left() + 5, row.center().y() + 0.5), m_view->isExpanded(index));
    inside.setLeft(inside.left() + arrowWidth);
    const QIcon icon =
        m_theme.icon(index.data(ViewListModel::IconRole).toString(), current ? Token::Accent : Token::TextMuted);
    icon.paint(painter, QRect(inside.left(), row.center().y() - metrics::icon / 2 + 1, metrics::icon, metrics::icon));
    inside.setLeft(inside.left() + metrics::icon + metrics::small);

    const qint64 count = index.data(ViewListModel::CountRole).toLongLong();
    if (count > 0) {
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(Token::TextMuted));
        const bool isPart = index.data(ViewListModel::CountIsPartRole).toBool();
        const QString text = isPart ? QString(u'\u2265' + shortCount(count)) : shortCount(count);
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
        inside.setRight(inside.right() - QFontMetrics(painter->font()).horizontalAdvance(text) - metrics::small);
    }
    painter->setFont(m_theme.font(current ? TextStyle::Strong : TextStyle::Body));
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(
        inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        elidedText(QFontMetrics(painter->font()), index.data().toString(), Qt::ElideRight, inside.width()));
}

bool SidebarDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || index.data(ViewListModel::SectionRole).toBool())
        return false;
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::AccessibleTextRole).toString()), view,
                       option.rect);
    return true;
}

} // namespace deskhand
