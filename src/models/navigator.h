// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "operations/draft_store.h"

#include <QObject>
#include <QString>

namespace deskhand {

/// The parts of the main window, from left to right.
enum class Area { Sidebar, List, Ticket, SidePanel };

/// How a new ticket begins.
struct NewTicketSeed {
    PersonId requester; ///< invalid: ask
    QueueId queue;      ///< invalid: the default
    QString subject;
};

/// Where areas meet: an area says where the person wants to go, and whoever shows that place listens. Knows no widget.
/// One object of the composition root, outlives the areas. GUI thread.
class Navigator final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The ticket that the ticket area shows; invalid: none.
    [[nodiscard]] TicketId currentTicket() const { return m_ticket; }
    /// Key of the view that the list shows: "mine", "unassigned", "open", "all", "queue:<id>" or "view:<id>".
    [[nodiscard]] QString currentView() const { return m_view; }
    /// Whether a ticket can be shown without hiding the list; the window says so.
    [[nodiscard]] bool showsTicketBesideList() const { return m_besideList; }
    void setShowsTicketBesideList(bool beside) { m_besideList = beside; }

public Q_SLOTS:
    /// Shows the ticket, and moves the keyboard there only if `focus`.
    void openTicket(deskhand::TicketId id, bool focus = false);
    void closeTicket();
    void openView(const QString &viewKey);
    void search(const QString &text);
    void focusSearch();
    void focusArea(deskhand::Area area);
    /// Opens the neighbour of the current ticket in the list: +1 the next, -1 the previous.
    void stepTicket(int step);
    void newTicket(const deskhand::NewTicketSeed &seed = {});
    /// Opens the ticket with what was begun to be written on it.
    void goOnWriting(deskhand::TicketId id, deskhand::DraftKind kind);
    void showPerson(deskhand::PersonId id);
    void showSettings(const QString &pageId = {});
    void showHelp(const QString &pageId = {});
    void showAbout();
    void showPalette(const QString &text = {});

Q_SIGNALS:
    void ticketRequested(deskhand::TicketId id, bool focus);
    void ticketClosed();
    void viewRequested(const QString &viewKey);
    void searchRequested(const QString &text);
    void searchFocusRequested();
    void areaFocusRequested(deskhand::Area area);
    void ticketStepRequested(int step);
    void newTicketRequested(const deskhand::NewTicketSeed &seed);
    void writingRequested(deskhand::TicketId id, deskhand::DraftKind kind);
    void personRequested(deskhand::PersonId id);
    void settingsRequested(const QString &pageId);
    void helpRequested(const QString &pageId);
    void aboutRequested();
    void paletteRequested(const QString &text);

private:
    TicketId m_ticket;
    bool m_besideList = true;
    QString m_view;
};

} // namespace deskhand
