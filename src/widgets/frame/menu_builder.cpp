// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/menu_builder.h"

#include "widgets/actions/action_registry.h"

#include <QMap>
#include <QMenu>
#include <QMenuBar>

namespace deskhand {

namespace {

QString menuTitle(ActionMenu menu)
{
    switch (menu) {
    case ActionMenu::None: break;
    case ActionMenu::Desk: return MenuBuilder::tr("&Desk");
    case ActionMenu::Edit: return MenuBuilder::tr("&Edit");
    case ActionMenu::View: return MenuBuilder::tr("&View");
    case ActionMenu::Ticket: return MenuBuilder::tr("&Ticket");
    case ActionMenu::Go: return MenuBuilder::tr("&Go");
    case ActionMenu::Help: return MenuBuilder::tr("&Help");
    }
    return {};
}

} // namespace

MenuBuilder::MenuBuilder(ActionRegistry &registry, QMenuBar *bar, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_bar(bar)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &MenuBuilder::rebuild);
    connect(&registry, &ActionRegistry::actionsChanged, &m_timer, qOverload<>(&QTimer::start));
    m_timer.start();
}

void MenuBuilder::rebuild()
{
    QMap<ActionMenu, QMap<int, QList<QAction *>>> menus;
    for (const QString &id : m_registry.ids()) {
        const ActionSpec *spec = m_registry.spec(id);
        if (spec->menu != ActionMenu::None)
            menus[spec->menu][spec->menuGroup].append(m_registry.action(id));
    }
    const QList<QMenu *> old = m_bar->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    m_bar->clear();
    for (QMenu *menu : old)
        menu->deleteLater();
    for (auto menu = menus.cbegin(); menu != menus.cend(); ++menu) {
        QMenu *shown = m_bar->addMenu(menuTitle(menu.key()));
        shown->setToolTipsVisible(true);
        for (const QList<QAction *> &group : *menu) {
            if (!shown->isEmpty())
                shown->addSeparator();
            shown->addActions(group);
        }
        connect(shown, &QMenu::aboutToShow, &m_registry, &ActionRegistry::refresh);
    }
}

} // namespace deskhand
