// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "widgets/area_context.h"

#include <QObject>

namespace deskhand {

class ListArea;
class MainWindow;
class ReportsPage;
class WorkspaceBar;

/// The Reports workspace in the main window while a desk is open: how one comes there, from there to the tickets that
/// were counted, and back. Destroying it takes all of it out of the window; everything given outlives it.
class ReportsPlace final : public QObject
{
    Q_OBJECT

public:
    ReportsPlace(const AreaContext &context, Desk &desk, const CatalogHolder &holder, MainWindow &window,
                 QObject *parent = nullptr);
    ~ReportsPlace() override;

    /// The list that shows what was counted, and the bar that names the workspaces.
    void follow(ListArea &list, WorkspaceBar &bar);
    /// `key` as DashboardPresenter::key(); empty: where one was last.
    void show(const QString &key = {});
    [[nodiscard]] ReportsPage *page() const { return m_page; }

private:
    void addActions();
    void leave();

    AreaContext m_context;
    MainWindow &m_window;
    ReportsPage *m_page; // of the window
};

} // namespace deskhand
