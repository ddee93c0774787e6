// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/draft_keeper.h"
#include "models/draft_list_model.h"
#include "models/presence_board.h"
#include "models/steady_desk.h"
#include "models/view_list_model.h"
#include "replica/draft_files.h"
#include "store/local_desk.h"
#include "widgets/area_context.h"

#include <QObject>

#include <memory>

namespace deskhand {

class CommandPalette;
class DraftsWindow;
class ListArea;
class MailPlace;
class MainWindow;
class NewTicketDialog;
class PictureFetcher;
class ReportsPlace;
class ServiceDesk;
class SlaPlace;
class SurgeryPlace;
class SyncWindow;
class TicketArea;
class WorkPlace;

/// Everything that lives while one desk is open: the desk, the presenters, and the areas in the main window.
/// Destroying it takes the areas out of the window first.
class Workplace final : public QObject
{
    Q_OBJECT

public:
    enum class Door {
        File,
        Server, ///< the way to it may break: what meets that waits until it is there again
    };

    /// `folder`: drafts of this desk on this computer. Window and palette outlive the session.
    Workplace(const AreaContext &context, std::unique_ptr<LocalDesk> desk, Door door, PersonId me, const Clock &clock,
              const QString &folder, MainWindow &window, CommandPalette &palette);
    /// Of a desk behind a service.
    Workplace(const AreaContext &context, std::unique_ptr<ServiceDesk> desk, PersonId me, const Clock &clock,
              const QString &folder, MainWindow &window, CommandPalette &palette);
    ~Workplace() override;

    [[nodiscard]] Desk &desk() { return m_door; }
    /// Behind the door, for the jobs; of a file or a server.
    [[nodiscard]] LocalDesk &localDesk() { return *m_desk; }
    [[nodiscard]] DeskConnection connection() const
    {
        return m_steady ? m_steady->connection() : DeskConnection::Online;
    }
    /// Commands that have not reached the desk.
    [[nodiscard]] int waitingCommands() const { return m_steady ? m_steady->waitingCommands() : 0; }
    /// Does not wait for the next attempt to reach a desk that is lost.
    void tryNow();
    [[nodiscard]] const CatalogHolder &catalog() const { return m_catalog; }
    [[nodiscard]] DraftKeeper &drafts() { return m_drafts; }
    [[nodiscard]] ListArea *list() const { return m_list; }
    [[nodiscard]] TicketArea *ticketArea() const { return m_ticket; }
    [[nodiscard]] DraftsWindow *draftsWindow() const { return m_draftsWindow; }
    [[nodiscard]] NewTicketDialog *newTicketDialog() const { return m_newTicket; }
    [[nodiscard]] MailPlace &mail() const { return *m_mail; }
    /// Null: the desk is no replica.
    [[nodiscard]] SyncWindow *syncWindow() const { return m_syncWindow; }
    [[nodiscard]] SlaPlace &sla() const { return *m_sla; }
    [[nodiscard]] SurgeryPlace &surgery() const { return *m_surgery; }
    [[nodiscard]] WorkPlace &work() const { return *m_work; }
    [[nodiscard]] ReportsPlace &reports() const { return *m_reports; }

    /// Null: the desk is no replica.
    [[nodiscard]] ServiceDesk *serviceDesk() const { return m_service.get(); }

Q_SIGNALS:
    /// The catalog is there; the areas have begun to fill.
    void ready();
    /// connection() or waitingCommands() is another.
    void connectionChanged();
    // Of a replica.
    void removeFromComputerWanted();
    void signInWanted();

private:
    void fill();
    void addAreas();
    void addSync();
    void addTicketAreas();
    void connectDrafts();
    void connectPresence();
    void addPaletteSources();

    AreaContext m_context;
    std::unique_ptr<LocalDesk> m_desk;      // null: behind a service
    std::unique_ptr<ServiceDesk> m_service; // null: a file or a server
    std::unique_ptr<SteadyDesk> m_steady;   // of a server
    Desk &m_door;                           // one of the three
    CatalogHolder m_catalog;
    PresenceBoard m_presence;
    ViewListModel m_views;
    DraftFiles m_draftFiles;
    DraftKeeper m_drafts;
    DraftListModel m_draftList;
    MainWindow &m_window;
    CommandPalette &m_palette;
    ListArea *m_list = nullptr; // of the window, as are the three below
    TicketArea *m_ticket = nullptr;
    NewTicketDialog *m_newTicket = nullptr;
    DraftsWindow *m_draftsWindow = nullptr;
    PictureFetcher *m_fetcher = nullptr;
    MailPlace *m_mail = nullptr;
    SlaPlace *m_sla = nullptr;
    ReportsPlace *m_reports = nullptr;
    SurgeryPlace *m_surgery = nullptr;
    WorkPlace *m_work = nullptr;
    SyncWindow *m_syncWindow = nullptr;
};

} // namespace deskhand
