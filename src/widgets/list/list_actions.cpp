// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the list by key, menu and palette.
#include "models/navigator.h"
#include "models/view_list_model.h"
#include "widgets/actions/action_registry.h"
#include "widgets/list/list_area.h"
#include "widgets/list/list_header.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/list/view_dialog.h"

#include <QMenu>

namespace deskhand {

void ListArea::addActions()
{
    ActionRegistry &actions = m_context.actions;
    const QString category = tr("List");
    const auto add = [&](const QString &id, const QString &text, const QKeySequence &keys, std::function<void()> run,
                         std::function<bool()> enabled = {}, const QString &icon = {}) {
        actions.add({.id = id,
                     .text = text,
                     .category = category,
                     .icon = icon,
                     .shortcuts = keys.isEmpty() ? QList<QKeySequence>{} : QList<QKeySequence>{keys},
                     .scope = ActionScope::List,
                     .menu = ActionMenu::View,
                     .menuGroup = 30,
                     .enabledWhen = std::move(enabled)},
                    this, std::move(run));
    };
    add(QStringLiteral("list.next"), tr("Next ticket in the list"), Qt::Key_J, [this] { m_view->step(+1); });
    add(QStringLiteral("list.previous"), tr("Previous ticket in the list"), Qt::Key_K, [this] { m_view->step(-1); });
    add(
        QStringLiteral("list.open"), tr("Open ticket"), Qt::Key_Return,
        [this] { m_context.navigator.openTicket(m_view->currentTicket(), true); },
        [this] { return m_view->hasFocus() && m_view->currentTicket().isValid(); });
    add(
        QStringLiteral("list.density"), tr("One or two &lines a ticket"), Qt::Key_V,
        [this] {
            ListSpec spec = m_model.spec();
            spec.density = spec.density == ListDensity::TwoLines ? ListDensity::OneLine : ListDensity::TwoLines;
            changeSpec(spec);
        },
        {}, QStringLiteral("view-list-details"));
    add(
        QStringLiteral("list.sort"), tr("S&ort tickets…"), QKeySequence(Qt::SHIFT | Qt::Key_S),
        [this] { m_header->showSortMenu(); }, {}, QStringLiteral("view-sort"));
    add(
        QStringLiteral("list.display"), tr("&Groups, columns and density…"), QKeySequence(Qt::SHIFT | Qt::Key_V),
        [this] { m_header->showDisplayMenu(); }, {}, QStringLiteral("view-group"));
    add(
        QStringLiteral("list.refresh"), tr("&Refresh list"), QKeySequence(Qt::Key_F5), [this] { m_model.retry(); }, {},
        QStringLiteral("view-refresh"));
    add(
        QStringLiteral("list.saveView"), tr("Save as &view…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [this] { saveView(); }, [this] { return !m_model.spec().counted; }, QStringLiteral("bookmark-new"));
}

void ListArea::addMarkActions()
{
    ActionRegistry &actions = m_context.actions;
    const auto add = [&](const QString &id, const QString &text, const QKeySequence &keys, std::function<void()> run,
                         std::function<bool()> enabled) {
        actions.add({.id = id,
                     .text = text,
                     .category = tr("List"),
                     .shortcuts = {keys},
                     .scope = ActionScope::List,
                     .menu = ActionMenu::Edit,
                     .menuGroup = 30,
                     .enabledWhen = std::move(enabled)},
                    this, std::move(run));
    };
    // Marks are looked at when the key is pressed: between two keys nothing asks whether they are enabled.
    const auto hasTickets = [this] { return m_model.ticketCount() > 0; };
    add(
        QStringLiteral("list.mark"), tr("&Mark ticket"), Qt::Key_X, [this] { m_view->toggleMark(); }, hasTickets);
    add(
        QStringLiteral("list.markNext"), tr("Mark &downwards"), QKeySequence(Qt::SHIFT | Qt::Key_J),
        [this] { m_view->extendMarks(+1); }, hasTickets);
    add(
        QStringLiteral("list.markPrevious"), tr("Mark &upwards"), QKeySequence(Qt::SHIFT | Qt::Key_K),
        [this] { m_view->extendMarks(-1); }, hasTickets);
    add(
        QStringLiteral("list.clearMarks"), tr("&Clear marks"), Qt::Key_Escape, [this] { m_view->clearMarks(); },
        [this] { return m_view->hasFocus(); });
}

void ListArea::showTicketMenu(const QPoint &position)
{
    if (!m_view->indexAt(position).isValid())
        return;
    m_context.actions.refresh();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QVector<QStringList> groups = {{QStringLiteral("list.open")},
                                         {QStringLiteral("ticket.state"), QStringLiteral("ticket.priority"),
                                          QStringLiteral("ticket.owner"), QStringLiteral("ticket.assignToMe"),
                                          QStringLiteral("ticket.queue"), QStringLiteral("ticket.tag")},
                                         {QStringLiteral("ticket.read"), QStringLiteral("ticket.merge")}};
    for (const QStringList &group : groups) {
        menu->addSeparator();
        for (const QString &id : group)
            menu->addAction(m_context.actions.action(id));
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void ListArea::saveView()
{
    openViewDialog(ViewDialog::viewOf(m_model.spec(), *m_holder.catalog()));
}

void ListArea::editView(const QString &viewKey)
{
    if (const std::optional<SavedView> view = m_views.savedView(viewKey))
        openViewDialog(*view);
}

void ListArea::openViewDialog(const SavedView &view)
{
    auto *dialog = new ViewDialog(m_desk, m_holder, m_context.theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setView(view);
    connect(dialog, &ViewDialog::saved, this, [this](SavedViewId id) {
        m_awaitedView = savedViewKey(id);
        m_memory.forget(m_awaitedView); // what the dialog says holds
        m_views.refresh();
    });
    dialog->open();
}

} // namespace deskhand
