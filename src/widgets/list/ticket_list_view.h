// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/saved_view.h"

#include <QElapsedTimer>
#include <QTableView>
#include <QTimer>

#include <optional>

namespace deskhand {

class ColumnLayout;
class ListMemory;
class Theme;
class TicketDelegate;
class TicketListModel;

/// The list of tickets in one of two densities. The current row is where the keyboard is; marked rows (the selection of
/// the selection model) are chosen for actions on several tickets, and moving does not change them. Keeps what is
/// looked at in its place while rows come and go.
class TicketListView final : public QTableView
{
    Q_OBJECT

public:
    TicketListView(TicketListModel &model, ListMemory &memory, const Theme &theme, QWidget *parent = nullptr);

    /// Density, columns and place of the list that the model shows; call when the model got another spec.
    void applySpec();

    [[nodiscard]] TicketId currentTicket() const;
    /// False: it is not in the list.
    bool setCurrentTicket(TicketId id);
    /// Moves the current row by tickets, over headings; false at the end.
    bool step(int rows);

    /// Marked tickets in list order; none marked: empty.
    [[nodiscard]] QVector<TicketId> markedTickets() const;
    [[nodiscard]] int markedCount() const;
    [[nodiscard]] bool isMarked(TicketId id) const;
    /// What an action works on: the marked tickets, else the current one.
    [[nodiscard]] QVector<TicketId> targetTickets() const;
    void toggleMark();
    /// Marks from where marking began to the new current row.
    void extendMarks(int rows);
    void clearMarks();

    /// Where to put a popup about the targets, in the viewport's coordinates.
    [[nodiscard]] QRect currentRect() const;

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// The person moved.
    void currentTicketChanged(deskhand::TicketId id);
    /// The current ticket is no longer in the list; the keyboard is now on its neighbour (invalid: none is left).
    void currentTicketLeft(deskhand::TicketId left, deskhand::TicketId now);
    /// Enter or double click.
    void ticketOpened(deskhand::TicketId id);
    void marksChanged(int count);
    void sortRequested(deskhand::ListColumn column);
    void columnsChanged(const QVector<deskhand::ListColumn> &columns);
    void columnMenuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;

private:
    static constexpr int subjectColumn = int(ListColumn::Subject);

    /// A ticket and where its row's top edge is in the viewport.
    struct Anchor {
        TicketId ticket;
        int y = 0;
    };

    void restyle();
    void arrangeColumns();
    [[nodiscard]] bool isAskingForTargets() const;
    void setUpHeader();
    [[nodiscard]] int heightOfRows() const;
    [[nodiscard]] int nearestTicket(int row, int direction) const;
    void reportVisibleRows();
    void setHoveredRow(int row);
    void holdHovered();
    void letGo();
    [[nodiscard]] Anchor anchor() const;
    void restoreAnchor(const Anchor &anchor);
    void saveForReset();
    void restoreAfterReset();
    void restoreMarks(const QSet<TicketId> &marked);
    void rememberPlace();
    [[nodiscard]] QVector<TicketId> neighboursOfCurrent() const;
    void goToNeighbour();

    TicketListModel &m_model;
    ListMemory &m_memory;
    const Theme &m_theme;
    TicketDelegate *m_delegate;
    ColumnLayout *m_columns;
    QTimer m_pointerRest; ///< lets the held ticket go when nothing moves
    int m_hoveredRow = -1;
    int m_cursorRow = -1;    ///< last current row, to go on from there when it left the list
    bool m_internal = false; ///< the current row changes by a rearrangement, not by the person
    QString m_shownKey;
    std::optional<Anchor> m_saved;
    TicketId m_savedCurrent;
    QVector<TicketId> m_savedNeighbours; ///< of the current ticket: whom the keyboard goes to when it leaves
    QSet<TicketId> m_savedMarks;
};

} // namespace deskhand
