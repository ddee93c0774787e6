// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer and keyboard in the list.
#include "models/ticket_list_model.h"
#include "widgets/list/ticket_delegate.h"
#include "widgets/list/ticket_list_view.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace deskhand {

namespace {

constexpr int rowsToScrollBack = 3; ///< above this, scrolling makes up for rows that come or go above the pointer

} // namespace

void TicketListView::keyboardSearch(const QString &)
{
    // Single letters are actions here, not the beginning of a name.
}

void TicketListView::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    holdHovered();
    QTableView::mouseMoveEvent(event);
}

void TicketListView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int row = rowAt(at.y());
    if (event->button() == Qt::LeftButton && m_model.isGroupRow(row)) {
        const qint64 key = m_model.groupKey(row);
        m_model.setCollapsed(key, !m_model.isCollapsed(key));
        return;
    }
    const bool inGutter = at.x() < m_delegate->painter().gutter();
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && inGutter && row >= 0) {
        selectionModel()->select(m_model.index(row, subjectColumn),
                                 QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        return;
    }
    QTableView::mousePressEvent(event);
}

void TicketListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TicketId id = m_model.ticketAt(rowAt(event->position().toPoint().y()));
    if (event->button() == Qt::LeftButton && id.isValid())
        Q_EMIT ticketOpened(id);
}

void TicketListView::keyPressEvent(QKeyEvent *event)
{
    letGo(); // whoever uses the keyboard does not point
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentTicket().isValid())
            Q_EMIT ticketOpened(currentTicket());
        return;
    case Qt::Key_Space: toggleMark(); return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() & Qt::ShiftModifier)
            return extendMarks(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    default: break;
    }
    QTableView::keyPressEvent(event);
}

void TicketListView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void TicketListView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

bool TicketListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::WindowDeactivate) {
        setHoveredRow(-1);
        letGo();
    }
    return QTableView::viewportEvent(event);
}

void TicketListView::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    const int height = heightOfRows();
    for (const int changed : {m_hoveredRow, row}) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), height);
    }
    m_hoveredRow = row;
}

void TicketListView::holdHovered()
{
    const TicketId id = m_model.ticketAt(m_hoveredRow);
    if (!id.isValid())
        return letGo();
    // Where scrolling cannot make up for rows above, they have to wait.
    const bool canScroll = verticalScrollBar()->value() > rowsToScrollBack * heightOfRows();
    m_model.hold(id, canScroll ? TicketListModel::Hold::ItsPlace : TicketListModel::Hold::EverythingAbove);
    m_pointerRest.start();
}

void TicketListView::letGo()
{
    m_pointerRest.stop();
    m_model.hold({});
}

void TicketListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        m_cursorRow = current.row();
    viewport()->update();
    if (!m_internal)
        Q_EMIT currentTicketChanged(currentTicket());
}

void TicketListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update(); // the first mark shows boxes in all rows
    if (!m_internal)
        Q_EMIT marksChanged(markedCount());
}

QModelIndex TicketListView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    int row = -1;
    switch (action) {
    case MoveHome: row = nearestTicket(0, 1); break;
    case MoveEnd: row = nearestTicket(m_model.rowCount() - 1, -1); break;
    case MoveLeft:
    case MoveRight:
    case MoveNext:
    case MovePrevious: return currentIndex();
    default: {
        const QModelIndex moved = QTableView::moveCursor(action, modifiers);
        const bool up = action == MoveUp || action == MovePageUp;
        row = nearestTicket(moved.row(), up ? -1 : 1);
        if (row < 0)
            row = nearestTicket(moved.row(), up ? 1 : -1);
        break;
    }
    }
    return row < 0 ? QModelIndex() : m_model.index(row, subjectColumn);
}

QItemSelectionModel::SelectionFlags TicketListView::selectionCommand(const QModelIndex &index,
                                                                     const QEvent *event) const
{
    if (!event)
        return QItemSelectionModel::NoUpdate; // set by the program: the cursor moves, marks stay
    switch (event->type()) {
    case QEvent::MouseMove: return QItemSelectionModel::NoUpdate; // dragging over rows marks nothing
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        if (mouse->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))
            return QTableView::selectionCommand(index, event);
        if (mouse->button() != Qt::LeftButton)
            return QItemSelectionModel::NoUpdate;
        return event->type() == QEvent::MouseButtonPress
                   ? QItemSelectionModel::SelectionFlags(QItemSelectionModel::Clear)
                   : QItemSelectionModel::NoUpdate;
    }
    case QEvent::KeyPress:
        if (static_cast<const QKeyEvent *>(event)->modifiers() & Qt::ShiftModifier)
            return QTableView::selectionCommand(index, event);
        return QItemSelectionModel::NoUpdate;
    default: return QItemSelectionModel::NoUpdate;
    }
}

} // namespace deskhand
