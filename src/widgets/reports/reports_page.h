// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/dashboard_presenter.h"
#include "models/reports/report_shelf_model.h"
#include "widgets/area_context.h"

#include <QPointer>
#include <QWidget>

class QListView;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace deskhand {

class DashboardGrid;
class EmptyState;
class PlainLabel;
class ReportBuilderDialog;
class ReportFilterBar;
class ScheduleDialog;
class Wallboard;

/// The Reports workspace: what there is at the left, the dashboard that is shown at the right.
class ReportsPage final : public QWidget
{
    Q_OBJECT

public:
    ReportsPage(const AreaContext &context, Desk &desk, const CatalogHolder &holder, QWidget *parent = nullptr);
    ~ReportsPage() override;

    /// Shows the dashboard that was shown last, or the first one.
    void start();
    /// As DashboardPresenter::key().
    void open(const QString &key);
    void newReport();
    void newDashboard();
    void showWallboard();

    [[nodiscard]] DashboardPresenter &dashboard() { return m_dashboard; }
    [[nodiscard]] ReportShelfModel &shelf() { return m_shelf; }
    [[nodiscard]] DashboardGrid *grid() const { return m_grid; }
    [[nodiscard]] ReportFilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] ReportBuilderDialog *builder() const;
    [[nodiscard]] Wallboard *wallboard() const;

Q_SIGNALS:
    void ticketsRequested(const deskhand::ListSpec &tickets);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildShelf();
    QWidget *buildDashboard();
    void connectModels();
    void addActions();
    void refresh();
    void followShelf();
    void showDashboardMenu();
    void showItemMenu(const QPoint &position);
    void addCard();
    void editCard(int card);
    void saveDashboard();
    void saveDashboardAs();
    void savePdf();
    void deleteItem(const QString &key);
    void renameItem(const QString &key);
    void shareItem(const QString &key);
    void editSchedule(const ReportItem &schedule);
    void newSchedule();
    ReportBuilderDialog *openBuilder();
    /// Goes on when what was changed may be forgotten.
    void unlessChanged(std::function<void()> go);

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_holder;
    ReportShelfModel m_shelf;
    DashboardPresenter m_dashboard;
    QListView *m_list;
    PlainLabel *m_title;
    PlainLabel *m_hint;
    PlainLabel *m_unsaved;
    QPushButton *m_save;
    QPushButton *m_revert;
    QPushButton *m_add;
    QToolButton *m_wall;
    QToolButton *m_menu;
    ReportFilterBar *m_filter;
    QScrollArea *m_scroll;
    DashboardGrid *m_grid;
    EmptyState *m_empty;
    QPointer<ReportBuilderDialog> m_builder;
    QPointer<ScheduleDialog> m_schedule;
    QPointer<Wallboard> m_wallboard;
    QString m_awaited; ///< saved just now, to be shown as soon as it is on the shelf
    bool m_savingReport = false;
    bool m_leaving = false; ///< what was changed may be forgotten
    bool m_started = false;
};

} // namespace deskhand
