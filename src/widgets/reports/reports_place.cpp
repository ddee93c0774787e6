// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/reports_place.h"

#include "models/navigator.h"
#include "models/reports/report_words.h"
#include "widgets/actions/action_registry.h"
#include "widgets/frame/workspace_bar.h"
#include "widgets/list/list_area.h"
#include "widgets/main_window.h"
#include "widgets/reports/report_builder_dialog.h"
#include "widgets/reports/reports_page.h"
#include "widgets/reports/wallboard.h"

namespace deskhand {

namespace {

QString ticketsWorkspace()
{
    return QStringLiteral("tickets");
}

QString reportsWorkspace()
{
    return QStringLiteral("reports");
}

} // namespace

ReportsPlace::ReportsPlace(const AreaContext &context, Desk &desk, const CatalogHolder &holder, MainWindow &window,
                           QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_window(window)
    , m_page(new ReportsPage(context, desk, holder))
{
    window.setWorkspace(m_page);
    addActions();
    const Navigator &navigator = context.navigator;
    connect(&navigator, &Navigator::viewRequested, this, &ReportsPlace::leave);
    connect(&navigator, &Navigator::searchRequested, this, &ReportsPlace::leave);
    connect(&navigator, &Navigator::searchFocusRequested, this, &ReportsPlace::leave);
    connect(&navigator, &Navigator::ticketRequested, this, [this](TicketId, bool focus) {
        if (focus)
            leave();
    });
}

ReportsPlace::~ReportsPlace()
{
    m_window.setWorkspace(nullptr);
}

void ReportsPlace::follow(ListArea &list, WorkspaceBar &bar)
{
    bar.add(ticketsWorkspace(), tr("Tickets"), QStringLiteral("mail-message"));
    bar.add(reportsWorkspace(), tr("Reports"), QStringLiteral("office-chart-bar"));
    bar.setCurrent(ticketsWorkspace());
    connect(&bar, &WorkspaceBar::wanted, this, [this](const QString &id) {
        if (id == reportsWorkspace())
            show();
        else
            m_context.navigator.focusArea(Area::List);
    });
    connect(&m_window, &MainWindow::workspaceShown, &bar,
            [&bar](bool shown) { bar.setCurrent(shown ? reportsWorkspace() : ticketsWorkspace()); });
    connect(m_page, &ReportsPage::ticketsRequested, &list, [this, &list](const ListSpec &tickets) {
        leave();
        m_context.navigator.focusArea(Area::List);
        list.showCounted(tickets);
    });
    connect(&list, &ListArea::reportRequested, this, [this] { show(); });
}

void ReportsPlace::show(const QString &key)
{
    m_window.showWorkspace(true);
    if (key.isEmpty())
        m_page->start();
    else
        m_page->open(key);
    m_page->setFocus(Qt::OtherFocusReason);
}

void ReportsPlace::leave()
{
    m_window.showWorkspace(false);
}

void ReportsPlace::addActions()
{
    ActionRegistry &actions = m_context.actions;
    const QString category = tr("Reports");
    const auto open = [this] { return !m_window.hasStartPage(); };
    const auto go = [&](const QString &id, const QString &text, const QString &icon, Qt::Key key, auto run) {
        actions.add({.id = id,
                     .text = text,
                     .category = category,
                     .icon = icon,
                     .shortcuts = {QKeySequence(Qt::CTRL | key)},
                     .menu = ActionMenu::Go,
                     .menuGroup = 10,
                     .enabledWhen = open},
                    this, run);
    };
    go(QStringLiteral("go.tickets"), tr("&Tickets"), QStringLiteral("mail-message"), Qt::Key_1,
       [this] { m_context.navigator.focusArea(Area::List); });
    go(QStringLiteral("go.reports"), tr("&Reports"), QStringLiteral("office-chart-bar"), Qt::Key_2, [this] { show(); });
    const auto add = [&](const QString &id, const QString &text, const QString &icon, std::function<void()> run) {
        actions.add({.id = id, .text = text, .category = category, .icon = icon, .enabledWhen = open}, this,
                    std::move(run));
    };
    add(QStringLiteral("reports.new"), tr("&New report…"), QStringLiteral("document-new"), [this] {
        show();
        m_page->newReport();
    });
    add(QStringLiteral("reports.newDashboard"), tr("New &dashboard…"), QStringLiteral("list-add"), [this] {
        show();
        m_page->newDashboard();
    });
    add(QStringLiteral("reports.wallboard"), tr("&Wallboard"), QStringLiteral("view-fullscreen"),
        [this] { m_page->showWallboard(); });
    for (int i = 0; i < builtinDashboardCount; ++i) {
        const auto dashboard = BuiltinDashboard(i);
        const QString name = builtinDashboardName(dashboard);
        add(QStringLiteral("reports.") + name, tr("Dashboard: %1").arg(ReportWords::dashboard(dashboard)),
            QStringLiteral("office-chart-bar"), [this, name] { show(QStringLiteral("builtin:") + name); });
    }
}

} // namespace deskhand
