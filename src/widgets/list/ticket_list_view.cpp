// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/ticket_list_view.h"

#include "models/list_memory.h"
#include "models/ticket_list_model.h"
#include "widgets/choice_popup.h"
#include "widgets/list/column_layout.h"
#include "widgets/list/ticket_delegate.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace deskhand {

namespace {

constexpr int subjectColumn = int(ListColumn::Subject);
constexpr int clockTickMs = 20'000;  ///< "42 m" is never more than this behind
constexpr int pointerRestMs = 8'000; ///< a pointer that rests so long points at nothing
constexpr int neighboursKept = 20;
constexpr int headerLabelAt = 5;    ///< where a style begins a caption in its section
constexpr int cellTextAt = 8;       ///< where the painter begins a text in its cell
constexpr int rowsToScrollBack = 3; ///< above this, scrolling makes up for rows that come or go above the pointer

} // namespace

TicketListView::TicketListView(TicketListModel &model, ListMemory &memory, const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_memory(memory)
    , m_theme(theme)
    , m_delegate(new TicketDelegate(model, theme, this))
    , m_columns(nullptr)
{
    setObjectName(QStringLiteral("ticketListView"));
    setAccessibleName(tr("Tickets"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(m_delegate);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    setModel(&model);
    setUpHeader();
    restyle();
    connect(&theme, &Theme::changed, this, &TicketListView::restyle);

    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TicketListView::saveForReset);
    connect(&model, &QAbstractItemModel::modelReset, this, &TicketListView::restoreAfterReset);
    connect(&model, &TicketListModel::aboutToRearrange, this, [this] {
        m_saved = anchor();
        m_savedCurrent = currentTicket();
        m_savedNeighbours = neighboursOfCurrent();
        m_internal = true;
    });
    connect(&model, &TicketListModel::rearranged, this, [this] {
        if (m_savedCurrent.isValid() && m_model.rowOf(m_savedCurrent) < 0)
            goToNeighbour();
        m_internal = false;
        if (m_saved)
            restoreAnchor(*m_saved);
        m_saved.reset();
        reportVisibleRows();
        if (currentTicket() != m_savedCurrent)
            Q_EMIT currentTicketLeft(m_savedCurrent, currentTicket());
        Q_EMIT marksChanged(markedCount());
    });

    m_clockTick.setInterval(clockTickMs);
    connect(&m_clockTick, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_clockTick.start();
    m_pointerRest.setSingleShot(true);
    m_pointerRest.setInterval(pointerRestMs);
    connect(&m_pointerRest, &QTimer::timeout, this, &TicketListView::letGo);
}

void TicketListView::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setObjectName(QStringLiteral("ticketColumnsHeaderView"));
    header->setAccessibleName(tr("Columns"));
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(48);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicatorShown(true);
    m_columns = new ColumnLayout(header, m_memory, this);
    connect(m_columns, &ColumnLayout::reordered, this, &TicketListView::columnsChanged);
    connect(header, &QHeaderView::sectionClicked, this,
            [this](int section) { Q_EMIT sortRequested(ListColumn(section)); });
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { Q_EMIT columnMenuRequested(header->mapToGlobal(at)); });
}

void TicketListView::restyle()
{
    m_delegate->restyle();
    const Anchor kept = anchor();
    verticalHeader()->setDefaultSectionSize(heightOfRows());
    verticalScrollBar()->setSingleStep(heightOfRows());
    arrangeColumns();
    restoreAnchor(kept);
    viewport()->update();
}

void TicketListView::arrangeColumns()
{
    m_columns->arrange();
    // Captions stand over the texts of their columns, and those of the first column follow its marks.
    const bool stateMark = isColumnHidden(int(ListColumn::State));
    horizontalHeader()->setProperty("firstLabelIndent", m_delegate->painter().firstTextAt(stateMark) - headerLabelAt);
    horizontalHeader()->setProperty("labelIndent", cellTextAt - headerLabelAt);
}

int TicketListView::heightOfRows() const
{
    const bool twoLines = m_model.spec().density == ListDensity::TwoLines;
    return twoLines ? m_delegate->painter().twoLinesHeight() : m_delegate->painter().oneLineHeight();
}

void TicketListView::applySpec()
{
    const ListSpec &spec = m_model.spec();
    const bool twoLines = spec.density == ListDensity::TwoLines;
    horizontalHeader()->setVisible(!twoLines);
    if (twoLines)
        m_columns->setTwoLines();
    else
        m_columns->setOneLine(spec.key, spec.columns);
    horizontalHeader()->setSortIndicator(spec.isSearch() ? -1 : int(spec.sort.column),
                                         spec.sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    restyle();
}

TicketId TicketListView::currentTicket() const
{
    return m_model.ticketAt(currentIndex().row());
}

bool TicketListView::setCurrentTicket(TicketId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    setCurrentIndex(m_model.index(row, subjectColumn));
    return true;
}

int TicketListView::nearestTicket(int row, int direction) const
{
    const int last = m_model.rowCount() - 1;
    for (int candidate = qBound(0, row, last); candidate >= 0 && candidate <= last; candidate += direction) {
        if (!m_model.isGroupRow(candidate))
            return candidate;
    }
    return -1;
}

bool TicketListView::step(int rows)
{
    if (m_model.rowCount() == 0)
        return false;
    const int from =
        currentIndex().isValid() ? currentIndex().row() : qMax(0, m_cursorRow) - (rows > 0 && m_cursorRow < 0 ? 1 : 0);
    const int direction = rows < 0 ? -1 : 1;
    int to = nearestTicket(from + rows, direction);
    if (to < 0)
        to = nearestTicket(from + rows, -direction);
    if (to < 0 || to == currentIndex().row())
        return false;
    setCurrentIndex(m_model.index(to, subjectColumn));
    return true;
}

QVector<TicketId> TicketListView::markedTickets() const
{
    QVector<QPair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.append({range.top(), range.bottom()});
    std::sort(ranges.begin(), ranges.end());
    QVector<TicketId> tickets;
    for (const auto &[top, bottom] : std::as_const(ranges)) {
        for (int row = top; row <= bottom; ++row) {
            const TicketId id = m_model.ticketAt(row);
            if (id.isValid())
                tickets.append(id);
        }
    }
    return tickets;
}

int TicketListView::markedCount() const
{
    int count = 0;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        count += range.height();
        for (int row = range.top(); m_model.spec().groupBy && row <= range.bottom(); ++row)
            count -= m_model.isGroupRow(row) ? 1 : 0;
    }
    return count;
}

bool TicketListView::isMarked(TicketId id) const
{
    const int row = m_model.rowOf(id);
    return row >= 0 && selectionModel()->isRowSelected(row);
}

QVector<TicketId> TicketListView::targetTickets() const
{
    const QVector<TicketId> marked = markedTickets();
    if (!marked.isEmpty())
        return marked;
    const TicketId current = currentTicket();
    return current.isValid() ? QVector<TicketId>{current} : QVector<TicketId>{};
}

void TicketListView::toggleMark()
{
    if (currentTicket().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

void TicketListView::extendMarks(int rows)
{
    const QModelIndex from = currentIndex();
    if (!from.isValid() || !step(rows))
        return;
    const QItemSelection both(m_model.index(qMin(from.row(), currentIndex().row()), 0),
                              m_model.index(qMax(from.row(), currentIndex().row()), m_model.columnCount() - 1));
    // Going back over marked rows takes the marks away again.
    if (isMarked(m_model.ticketAt(from.row())) && isMarked(currentTicket()))
        selectionModel()->select(from, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    else
        selectionModel()->select(both, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TicketListView::clearMarks()
{
    selectionModel()->clearSelection();
}

QRect TicketListView::currentRect() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return {};
    const int top = rowViewportPosition(index.row());
    return {0, top, viewport()->width(), heightOfRows()};
}

void TicketListView::keyboardSearch(const QString &)
{
    // Single letters are actions here, not the beginning of a name.
}

bool TicketListView::isAskingForTargets() const
{
    // While something is chosen for the marked tickets the keyboard is in the popup, but it is still about them.
    const QWidget *focus = QApplication::focusWidget();
    return focus && qobject_cast<ChoicePopup *>(focus->parentWidget());
}

void TicketListView::paintEvent(QPaintEvent *event)
{
    TicketDelegate::Scene scene;
    scene.currentRow = currentIndex().row();
    scene.hoveredRow = m_hoveredRow;
    scene.focused = hasFocus() || isAskingForTargets();
    scene.anyMarked = selectionModel()->hasSelection();
    scene.twoLines = m_model.spec().density == ListDensity::TwoLines;
    scene.firstColumn = m_columns->firstColumn();
    scene.stateColumn = !scene.twoLines && !isColumnHidden(int(ListColumn::State));
    scene.rowLeft = 0;
    scene.rowWidth = viewport()->width();
    m_delegate->begin(scene);
    reportVisibleRows();
    QTableView::paintEvent(event);
}

void TicketListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
    reportVisibleRows();
}

void TicketListView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    reportVisibleRows();
    if (viewport()->underMouse())
        setHoveredRow(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
}

void TicketListView::reportVisibleRows()
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int height = heightOfRows();
    const int offset = verticalHeader()->offset();
    m_model.setVisibleRows(offset / height, qMin(count - 1, (offset + viewport()->height()) / height));
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
