// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/work/work_place.h"

#include "base/deliver.h"
#include "models/notices.h"
#include "widgets/actions/action_registry.h"
#include "widgets/sidepanel/side_panel.h"
#include "widgets/ticket/ticket_area.h"
#include "widgets/work/work_dialog.h"

namespace deskhand {

WorkPlace::WorkPlace(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, TicketArea &ticket,
                     QWidget *window, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_ticket(ticket)
    , m_window(window)
{
    m_context.actions.add({.id = QStringLiteral("ticket.logWork"),
                           .text = tr("Log &work…"),
                           .category = tr("Ticket"),
                           .icon = QStringLiteral("chronometer"),
                           .shortcuts = {QKeySequence(QStringLiteral("Shift+W"))},
                           .scope = ActionScope::Tickets,
                           .menu = ActionMenu::Ticket,
                           .menuGroup = 25,
                           .enabledWhen =
                               [this] {
                                   TicketPresenter &presenter = m_ticket.presenter();
                                   return presenter.isLoaded() && !presenter.detail().mergedInto.isValid();
                               }},
                          this, [this] { open(); });
}

WorkPlace::~WorkPlace()
{
    delete m_dialog;
}

WorkDialog *WorkPlace::dialog() const
{
    return m_dialog;
}

void WorkPlace::follow(SidePanel &panel)
{
    connect(&panel, &SidePanel::workRequested, this,
            [this] { m_context.actions.trigger(QStringLiteral("ticket.logWork")); });
}

void WorkPlace::open()
{
    delete m_dialog;
    m_dialog = new WorkDialog(m_context, m_desk, m_catalog, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &WorkDialog::logged, this, &WorkPlace::takeLogged);
    m_dialog->start(m_ticket.presenter().detail());
}

void WorkPlace::takeLogged(TicketId ticket, const QString &number, WorkEntryId entry, int minutes, bool pending)
{
    Notice notice;
    const QString time = WorkPresenter::timeText(minutes);
    notice.text = pending
                      ? tr("Logged %1 on #%2, kept on this computer until the service can be reached").arg(time, number)
                      : tr("Logged %1 on #%2").arg(time, number);
    notice.actionText = tr("Undo");
    notice.action = [place = QPointer<WorkPlace>(this), ticket, number, entry] {
        if (place)
            place->undo(ticket, number, entry);
    };
    m_context.notices.post(notice);
}

void WorkPlace::undo(TicketId ticket, const QString &number, WorkEntryId entry)
{
    deliver(m_desk.submit(Command::make(m_catalog.me(), RemoveWork{ticket, entry})), this,
            [this, ticket, number, entry](const Result<CommandAnswer> &answer) {
                if (answer)
                    m_context.notices.post(tr("Removed the work that was logged on #%1").arg(number));
                else
                    m_context.notices.fail(tr("The work that was logged on #%1 is still there.").arg(number),
                                           answer.error(), [place = QPointer<WorkPlace>(this), ticket, number, entry] {
                                               if (place)
                                                   place->undo(ticket, number, entry);
                                           });
            });
}

} // namespace deskhand
