// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/dashboard_presenter.h"
#include "widgets/area_context.h"

#include <QWidget>

namespace deskhand {

class DashboardGrid;
class PlainLabel;
class ReportShelfModel;

/// Dashboards for a screen on the wall: full screen, large, dark, one after another. Space holds one, arrows go on,
/// Escape leaves.
class Wallboard final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int turnMs = 30'000;

    /// Begins with the dashboard of that key; goes through the shared ones and the program's own. The shelf outlives
    /// it.
    Wallboard(const AreaContext &context, Desk &desk, const CatalogHolder &holder, const ReportShelfModel &shelf,
              const QString &key);
    ~Wallboard() override;

    [[nodiscard]] DashboardPresenter &dashboard() { return m_dashboard; }
    [[nodiscard]] bool isHeld() const { return !m_turn.isActive(); }
    void step(int by);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showKey(const QString &key);
    void showHead();
    [[nodiscard]] QStringList keys() const;

    Theme *m_theme; ///< its own: dark, whatever the program is
    AreaContext m_context;
    const CatalogHolder &m_holder;
    const ReportShelfModel &m_shelf;
    DashboardPresenter m_dashboard;
    DashboardGrid *m_grid;
    PlainLabel *m_title;
    PlainLabel *m_time;
    QTimer m_turn;
};

} // namespace deskhand
