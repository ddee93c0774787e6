// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.h"

#include "models/desk_status.h"
#include "models/notices.h"
#include "models/settings.h"
#include "widgets/actions/action_registry.h"
#include "widgets/frame/columns.h"
#include "widgets/frame/connection_bar.h"
#include "widgets/frame/desk_status_bar.h"
#include "widgets/frame/error_banner.h"
#include "widgets/frame/kept_clear.h"
#include "widgets/frame/menu_builder.h"
#include "widgets/frame/toast_bar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {

ActionScope scopeOf(Area area)
{
    switch (area) {
    case Area::Sidebar: return ActionScope::Sidebar;
    case Area::List: return ActionScope::List;
    case Area::Ticket:
    case Area::SidePanel: break;
    }
    return ActionScope::Ticket;
}

constexpr std::array allAreas{Area::Sidebar, Area::List, Area::Ticket, Area::SidePanel};

} // namespace

MainWindow::MainWindow(const AreaContext &context, const DeskStatus &status, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_status(status)
    , m_stack(new QStackedWidget(this))
    , m_columns(new Columns)
    , m_banner(new ErrorBanner(context.theme, this))
    , m_connectionBar(new ConnectionBar(context.theme, status, this))
    , m_keptClear(new KeptClear(this))
    , m_toast(new ToastBar(context.theme, *m_keptClear, this))
    , m_statusBar(new DeskStatusBar(context.theme, status, context.tasks, this))
    , m_menus(new MenuBuilder(context.actions, menuBar(), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    auto *center = new QWidget(this);
    auto *layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_connectionBar);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_statusBar);
    m_stack->setObjectName(QStringLiteral("centralStackedWidget"));
    m_stack->addWidget(m_columns);
    setCentralWidget(center);
    setMinimumSize(480, 400);

    context.actions.bind(ActionScope::Everywhere, this);
    addActions();
    addColumnActions();

    Navigator &navigator = context.navigator;
    connect(&navigator, &Navigator::areaFocusRequested, this, &MainWindow::focusArea);
    connect(&navigator, &Navigator::ticketRequested, this, [this](TicketId, bool focus) {
        if (focus || m_columns->isSharing())
            focusArea(Area::Ticket);
        m_context.actions.refresh();
    });
    connect(&navigator, &Navigator::ticketClosed, this, [this] {
        m_columns->setFront(Area::List);
        m_context.actions.refresh();
    });
    connect(m_columns, &Columns::arranged, this,
            [this] { m_context.navigator.setShowsTicketBesideList(!m_columns->isSharing()); });
    connect(&context.notices, &Notices::posted, m_toast, &ToastBar::showNotice);
    connect(&context.notices, &Notices::failed, m_banner, &ErrorBanner::showError);
    connect(&status, &DeskStatus::changed, this, &MainWindow::updateTitle);
    connect(qApp, &QApplication::focusChanged, &context.actions, &ActionRegistry::refresh);
    updateTitle();
    restoreState();
}

MainWindow::~MainWindow() = default;

void MainWindow::setArea(Area area, QWidget *widget)
{
    m_columns->setArea(area, widget);
    if (widget)
        m_context.actions.bind(scopeOf(area), widget);
}

QWidget *MainWindow::area(Area area) const
{
    return m_columns->area(area);
}

void MainWindow::setWorkspace(QWidget *page)
{
    const bool wasShown = isWorkspaceShown();
    m_columns->setWorkspace(page);
    if (wasShown && !page)
        Q_EMIT workspaceShown(false);
}

void MainWindow::showWorkspace(bool shown)
{
    if (shown == isWorkspaceShown())
        return;
    m_columns->showWorkspace(shown);
    m_context.actions.refresh();
    Q_EMIT workspaceShown(isWorkspaceShown());
}

bool MainWindow::isWorkspaceShown() const
{
    return m_columns->isWorkspaceShown();
}

void MainWindow::setListWide(bool wide)
{
    m_columns->setListWide(wide);
}

void MainWindow::setStartPage(QWidget *page)
{
    if (m_stack->count() > 1) {
        QWidget *old = m_stack->widget(1);
        m_stack->removeWidget(old);
        old->deleteLater();
    }
    if (page) {
        m_stack->addWidget(page);
        m_stack->setCurrentWidget(page);
        page->setFocus();
    }
    m_context.actions.refresh();
}

bool MainWindow::hasStartPage() const
{
    return m_stack->currentIndex() > 0;
}

void MainWindow::addActions()
{
    ActionRegistry &actions = m_context.actions;
    Navigator &navigator = m_context.navigator;
    const auto deskOpen = [this] { return !hasStartPage(); };
    const QString desk = tr("Desk");
    const QString go = tr("Go");
    const QString help = tr("Help");

    actions.add({.id = QStringLiteral("desk.newTicket"),
                 .text = tr("&New ticket…"),
                 .category = tr("Ticket"),
                 .icon = QStringLiteral("list-add"),
                 .shortcuts = {QKeySequence::New},
                 .menu = ActionMenu::Desk,
                 .enabledWhen = deskOpen},
                this, [&navigator] { navigator.newTicket(); });
    actions.add({.id = QStringLiteral("desk.settings"),
                 .text = tr("&Settings…"),
                 .category = desk,
                 .icon = QStringLiteral("configure"),
                 .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
                 .menu = ActionMenu::Desk,
                 .menuGroup = 80},
                this, [&navigator] { navigator.showSettings(); });
    actions.add({.id = QStringLiteral("desk.quit"),
                 .text = tr("&Quit"),
                 .category = desk,
                 .icon = QStringLiteral("application-exit"),
                 .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_Q)},
                 .menu = ActionMenu::Desk,
                 .menuGroup = 90},
                this, [] { QApplication::closeAllWindows(); });

    actions.add({.id = QStringLiteral("go.palette"),
                 .text = tr("&Command palette…"),
                 .category = go,
                 .icon = QStringLiteral("search"),
                 .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_K)},
                 .menu = ActionMenu::Go,
                 .inPalette = false},
                this, [&navigator] { navigator.showPalette(); });
    actions.add({.id = QStringLiteral("go.search"),
                 .text = tr("&Search tickets"),
                 .category = go,
                 .icon = QStringLiteral("search"),
                 .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)},
                 .menu = ActionMenu::Go,
                 .enabledWhen = deskOpen},
                this, [&navigator] { navigator.focusSearch(); });
    actions.add({.id = QStringLiteral("go.nextArea"),
                 .text = tr("Next &area"),
                 .category = go,
                 .shortcuts = {QKeySequence(Qt::Key_F6)},
                 .menu = ActionMenu::Go,
                 .menuGroup = 90,
                 .enabledWhen = deskOpen},
                this, [this] { moveFocus(+1); });
    actions.add({.id = QStringLiteral("go.previousArea"),
                 .text = tr("&Previous area"),
                 .category = go,
                 .shortcuts = {QKeySequence(Qt::SHIFT | Qt::Key_F6)},
                 .menu = ActionMenu::Go,
                 .menuGroup = 90,
                 .enabledWhen = deskOpen},
                this, [this] { moveFocus(-1); });

    actions.add({.id = QStringLiteral("help.contents"),
                 .text = tr("&Manual"),
                 .category = help,
                 .icon = QStringLiteral("help-contents"),
                 .shortcuts = {QKeySequence(Qt::Key_F1)},
                 .menu = ActionMenu::Help},
                this, [&navigator] { navigator.showHelp(); });
    actions.add({.id = QStringLiteral("help.shortcuts"),
                 .text = tr("&Keyboard shortcuts"),
                 .category = help,
                 .icon = QStringLiteral("configure-shortcuts"),
                 .menu = ActionMenu::Help},
                this, [&navigator] { navigator.showSettings(QStringLiteral("shortcuts")); });
    actions.add({.id = QStringLiteral("help.about"),
                 .text = tr("&About Deskhand"),
                 .category = help,
                 .icon = QStringLiteral("help-about"),
                 .menu = ActionMenu::Help,
                 .menuGroup = 90},
                this, [&navigator] { navigator.showAbout(); });
}

void MainWindow::addColumnActions()
{
    ActionRegistry &actions = m_context.actions;
    const auto deskOpen = [this] { return !hasStartPage(); };
    const auto addToggle = [&](Area area, const ActionSpec &spec) {
        QAction *toggle = actions.add(spec, this, [this, area, id = spec.id] {
            m_columns->setWanted(area, m_context.actions.action(id)->isChecked());
        });
        toggle->setChecked(m_columns->isWanted(area));
        connect(m_columns, &Columns::arranged, toggle,
                [this, area, toggle] { toggle->setChecked(m_columns->isWanted(area)); });
    };
    addToggle(Area::Sidebar, {.id = QStringLiteral("view.sidebar"),
                              .text = tr("&Sidebar"),
                              .category = tr("View"),
                              .icon = QStringLiteral("sidebar-collapse-left"),
                              .shortcuts = {QKeySequence(Qt::Key_F9)},
                              .menu = ActionMenu::View,
                              .menuGroup = 90,
                              .enabledWhen = deskOpen,
                              .checkable = true});
    addToggle(Area::SidePanel, {.id = QStringLiteral("view.sidePanel"),
                                .text = tr("Side &panel"),
                                .category = tr("View"),
                                .icon = QStringLiteral("sidebar-collapse-right"),
                                .shortcuts = {QKeySequence(Qt::SHIFT | Qt::Key_F9)},
                                .menu = ActionMenu::View,
                                .menuGroup = 90,
                                .enabledWhen = deskOpen,
                                .checkable = true});
    actions.add({.id = QStringLiteral("view.fullScreen"),
                 .text = tr("&Full screen"),
                 .category = tr("View"),
                 .icon = QStringLiteral("view-fullscreen"),
                 .shortcuts = {QKeySequence(Qt::Key_F11)},
                 .menu = ActionMenu::View,
                 .menuGroup = 95},
                this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::focusArea(Area area)
{
    if (area == Area::List || area == Area::Ticket)
        showWorkspace(false);
    m_columns->setFront(area);
    if (QWidget *widget = m_columns->area(area))
        widget->setFocus(Qt::OtherFocusReason);
}

void MainWindow::moveFocus(int step)
{
    QList<Area> shown;
    int current = -1;
    for (const Area area : allAreas) {
        const QWidget *widget = m_columns->area(area);
        if (!widget || !widget->isVisible())
            continue;
        if (widget->isAncestorOf(QApplication::focusWidget()) || widget == QApplication::focusWidget())
            current = int(shown.size());
        shown.append(area);
    }
    const int count = int(shown.size());
    if (count > 0)
        focusArea(shown[((current < 0 && step < 0 ? 0 : current) + step + count) % count]);
}

void MainWindow::updateTitle()
{
    setWindowTitle(m_status.deskName().isEmpty() ? tr("Deskhand") : tr("%1 — Deskhand").arg(m_status.deskName()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange)
        m_context.actions.refresh();
    QMainWindow::changeEvent(event);
}

void MainWindow::saveState() const
{
    m_context.settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_context.settings.setValue(QStringLiteral("window/columns"), m_columns->saveColumns());
}

void MainWindow::restoreState()
{
    resize(1280, 800);
    restoreGeometry(m_context.settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_columns->restoreColumns(m_context.settings.value(QStringLiteral("window/columns")).toByteArray());
}

} // namespace deskhand
