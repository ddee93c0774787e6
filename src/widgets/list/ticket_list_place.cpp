// SPDX-License-Identifier: GPL-3.0-or-later
// How the list keeps what is looked at in its place while rows come and go.
#include "models/list_memory.h"
#include "models/ticket_list_model.h"
#include "widgets/list/ticket_list_view.h"

#include <QHeaderView>
#include <QScrollBar>

namespace deskhand {

namespace {

constexpr int neighboursKept = 20;

} // namespace

TicketListView::Anchor TicketListView::anchor() const
{
    const int height = heightOfRows();
    const auto anchorAt = [&](int row) { return Anchor{m_model.ticketAt(row), rowViewportPosition(row)}; };
    if (m_pointerRest.isActive() && m_model.ticketAt(m_hoveredRow).isValid())
        return anchorAt(m_hoveredRow);
    if (verticalScrollBar()->value() == 0)
        return {}; // who looks at the top wants to see what comes there
    const int current = currentIndex().row();
    const int y = current < 0 ? -1 : rowViewportPosition(current);
    if (current >= 0 && y >= 0 && y + height <= viewport()->height())
        return anchorAt(current);
    return anchorAt(nearestTicket(verticalHeader()->offset() / height, 1));
}

void TicketListView::restoreAnchor(const Anchor &anchor)
{
    const int row = m_model.rowOf(anchor.ticket);
    if (row < 0)
        return;
    executeDelayedItemsLayout();
    updateGeometries();
    verticalScrollBar()->setValue(row * heightOfRows() - anchor.y);
}

QVector<TicketId> TicketListView::neighboursOfCurrent() const
{
    QVector<TicketId> neighbours;
    const int current = currentIndex().row();
    // The one below first: who works through a list goes downwards.
    for (int distance = 1; current >= 0 && distance <= neighboursKept; ++distance)
        neighbours.append(m_model.ticketAt(current + distance));
    for (int distance = 1; current >= 0 && distance <= neighboursKept; ++distance)
        neighbours.append(m_model.ticketAt(current - distance));
    neighbours.removeAll(TicketId{});
    return neighbours;
}

void TicketListView::goToNeighbour()
{
    for (const TicketId neighbour : std::as_const(m_savedNeighbours)) {
        if (setCurrentTicket(neighbour))
            return;
    }
    setCurrentIndex({});
}

void TicketListView::saveForReset()
{
    m_savedMarks.clear();
    if (m_model.spec().key != m_shownKey) {
        rememberPlace();
        m_savedCurrent = {};
        return;
    }
    if (!m_saved)
        m_saved = anchor();
    m_savedCurrent = currentTicket();
    const QVector<TicketId> marked = markedTickets();
    m_savedMarks = QSet<TicketId>(marked.cbegin(), marked.cend());
}

void TicketListView::rememberPlace()
{
    if (m_shownKey.isEmpty() || m_model.rowCount() == 0)
        return;
    m_memory.setPlace(
        m_shownKey, {m_model.ticketAt(nearestTicket(verticalHeader()->offset() / heightOfRows(), 1)), currentTicket()});
}

void TicketListView::restoreAfterReset()
{
    const bool sameList = m_shownKey == m_model.spec().key;
    m_shownKey = m_model.spec().key;
    m_hoveredRow = -1;
    executeDelayedItemsLayout();
    updateGeometries();
    m_internal = true;
    if (sameList) {
        setCurrentTicket(m_savedCurrent);
        restoreMarks(m_savedMarks);
        if (m_saved)
            restoreAnchor(*m_saved);
    } else {
        m_cursorRow = -1;
        const ListMemory::Place place = m_memory.place(m_shownKey);
        setCurrentTicket(place.current);
        verticalScrollBar()->setValue(qMax(0, m_model.rowOf(place.top)) * heightOfRows());
    }
    m_internal = false;
    m_saved.reset();
    reportVisibleRows();
    Q_EMIT marksChanged(markedCount());
}

void TicketListView::restoreMarks(const QSet<TicketId> &marked)
{
    if (marked.isEmpty())
        return;
    QItemSelection selection;
    const int last = m_model.columnCount() - 1;
    int from = -1;
    for (int row = 0; row <= m_model.rowCount(); ++row) {
        const bool is = row < m_model.rowCount() && marked.contains(m_model.ticketAt(row));
        if (is && from < 0)
            from = row;
        if (!is && from >= 0) {
            selection.append(QItemSelectionRange(m_model.index(from, 0), m_model.index(row - 1, last)));
            from = -1;
        }
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace deskhand
