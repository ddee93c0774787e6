// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/dashboard_presenter.h"
#include "widgets/area_context.h"

#include <QWidget>

namespace deskhand {

class ReportCard;

/// The cards of a dashboard on a grid of twelve columns; fewer where it is narrow.
class DashboardGrid final : public QWidget
{
    Q_OBJECT

public:
    /// The presenter outlives the grid.
    DashboardGrid(const AreaContext &context, DashboardPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] const QVector<ReportCard *> &cards() const { return m_cards; }
    /// On a wall all rows share the height, and nothing can be changed.
    void setWall(bool wall);
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void ticketsRequested(const deskhand::ListSpec &tickets);
    void editRequested(int card);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeCards();
    void arrange();
    void connectCard(ReportCard *card);
    [[nodiscard]] QVector<DashboardCard> shownCards() const;
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] QRect cardRect(const DashboardCard &card) const;
    [[nodiscard]] double columnWidth() const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] QPoint cellsBetween(const QPoint &from, const QPoint &to) const;
    void showGhost(int card, const QPoint &cells, bool resizing);

    AreaContext m_context;
    DashboardPresenter &m_presenter;
    QVector<ReportCard *> m_cards;
    QRect m_ghost; ///< where a dragged card would stand
    bool m_wall = false;
};

} // namespace deskhand
