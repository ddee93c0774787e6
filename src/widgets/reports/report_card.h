// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/report_card_presenter.h"
#include "widgets/area_context.h"

#include <QFrame>
#include <QPointer>

class QMenu;
class QToolButton;

namespace deskhand {

class ChartPanel;
class CountingCard;
class NumberButton;
class PlainLabel;

/// One report on a dashboard: title, number, comparison, picture, and the menu of all that can be done with it.
///
/// Keys while the card itself has the focus: Alt and arrows move it, Alt, Shift and arrows resize it, Delete takes it
/// away, F2 edits it, Enter opens its tickets. Mouse: the title drags it, the corner resizes it.
class ReportCard final : public QFrame
{
    Q_OBJECT

public:
    /// The presenter outlives the card.
    ReportCard(const AreaContext &context, ReportCardPresenter &presenter, QWidget *parent = nullptr);
    ~ReportCard() override;

    [[nodiscard]] ReportCardPresenter &presenter() const { return m_presenter; }
    [[nodiscard]] ChartPanel &chart() const { return *m_chart; }
    /// Whether it can be moved, resized, changed and taken away.
    void setArrangeable(bool arrangeable);
    /// For a wall: no menu, bigger.
    void setWall(bool wall);
    /// Where Tab stops, in order.
    [[nodiscard]] QVector<QWidget *> tabStops();
    void showHowCounted();
    void showMenu();

Q_SIGNALS:
    /// Exactly these tickets were counted.
    void ticketsRequested(const deskhand::ListSpec &tickets);
    void editRequested();
    void removeRequested();
    /// By columns and rows.
    void moveRequested(int columns, int rows);
    void resizeRequested(int columns, int rows);
    /// The pointer has the title or the corner; positions in the parent's coordinates.
    void dragged(const QPoint &grabbed, const QPoint &now, bool resizing);
    void dropped(const QPoint &grabbed, const QPoint &now, bool resizing);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void build();
    void refresh();
    void showParts();
    void showChange();
    void openTickets(ChartKey key);
    [[nodiscard]] bool inCorner(const QPoint &position) const;
    [[nodiscard]] bool arrangeKey(QKeyEvent *event);

    AreaContext m_context;
    ReportCardPresenter &m_presenter;
    PlainLabel *m_title;
    PlainLabel *m_period;
    PlainLabel *m_side; ///< the period beside the number of a chart, where the title needs all of its line
    PlainLabel *m_foot; ///< the period, where there is no room for it beside the title
    QToolButton *m_menuButton;
    NumberButton *m_number;
    PlainLabel *m_note;
    PlainLabel *m_change;
    PlainLabel *m_message; ///< loading, or why there is nothing
    PlainLabel *m_caveat;
    ChartPanel *m_chart;
    QPointer<CountingCard> m_counting;
    std::optional<QPoint> m_grabbed;
    bool m_resizing = false;
    bool m_arrangeable = false;
    bool m_wall = false;
};

} // namespace deskhand
