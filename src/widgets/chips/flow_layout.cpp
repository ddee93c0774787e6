// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chips/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace deskhand {

namespace {

/// What an item wants: one that expands is content with its least width, as it gets what is left of the line.
QSize sizeOf(const QLayoutItem &item)
{
    const QSize hint = item.sizeHint();
    return item.expandingDirections() & Qt::Horizontal ? QSize(item.minimumSize().width(), hint.height()) : hint;
}

} // namespace

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addWidget(widget);
    m_items.move(m_items.size() - 1, std::clamp(index, 0, int(m_items.size()) - 1));
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

bool FlowLayout::breaksAt(qsizetype index, int room) const
{
    if (m_breakBefore == nullptr || m_items.at(index)->widget() != m_breakBefore)
        return false;
    for (; index < m_items.size(); ++index) {
        if (!m_items.at(index)->isEmpty())
            room -= spacing() + sizeOf(*m_items.at(index)).width();
    }
    return room < 0;
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const bool mirrored = parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
    int y = room.top();
    qsizetype first = 0;
    while (first < m_items.size()) {
        // One line: as many items as fit, at least one.
        int used = 0;
        int height = 0;
        qsizetype end = first;
        for (; end < m_items.size(); ++end) {
            if (m_items.at(end)->isEmpty())
                continue;
            const QSize hint = sizeOf(*m_items.at(end));
            const int wanted = used + (used > 0 ? spacing() : 0) + hint.width();
            if (used > 0 && (wanted > room.width() || breaksAt(end, room.width() - used)))
                break;
            used = wanted;
            height = std::max(height, hint.height());
        }
        int x = room.left();
        for (qsizetype index = first; move && index < end; ++index) {
            QLayoutItem *item = m_items.at(index);
            if (item->isEmpty())
                continue;
            QSize size = sizeOf(*item).boundedTo({room.width(), QWIDGETSIZE_MAX});
            if (item->expandingDirections() & Qt::Horizontal)
                size.rwidth() += std::max(0, room.width() - used);
            const QRect place(QPoint(x, y + (height - size.height()) / 2), size);
            item->setGeometry(mirrored ? QStyle::visualRect(Qt::RightToLeft, room, place) : place);
            x += size.width() + spacing();
        }
        if (height > 0)
            y += height + spacing();
        first = end;
    }
    const int bottom = y > room.top() ? y - spacing() : y;
    return bottom - rect.top() + contentsMargins().bottom();
}

} // namespace deskhand
