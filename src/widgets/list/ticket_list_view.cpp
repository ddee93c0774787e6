// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/ticket_list_view.h"

#include "models/list_memory.h"
#include "models/ticket_list_model.h"
#include "widgets/choice_popup.h"
#include "widgets/list/column_layout.h"
#include "widgets/list/ticket_delegate.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>

namespace deskhand {

namespace {

constexpr int pointerRestMs = 8'000; ///< a pointer that rests so long points at nothing
constexpr int headerLabelAt = 5;     ///< where a style begins a caption in its section
constexpr int cellTextAt = 8;        ///< where the painter begins a text in its cell

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

} // namespace deskhand
