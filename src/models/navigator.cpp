// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigator.h"

namespace deskhand {

void Navigator::openTicket(TicketId id, bool focus)
{
    if (!id.isValid())
        return closeTicket();
    m_ticket = id;
    Q_EMIT ticketRequested(id, focus);
}

void Navigator::closeTicket()
{
    m_ticket = {};
    Q_EMIT ticketClosed();
}

void Navigator::openView(const QString &viewKey)
{
    m_view = viewKey;
    Q_EMIT viewRequested(viewKey);
}

void Navigator::search(const QString &text)
{
    Q_EMIT searchRequested(text);
}

void Navigator::focusSearch()
{
    Q_EMIT searchFocusRequested();
}

void Navigator::focusArea(Area area)
{
    Q_EMIT areaFocusRequested(area);
}

void Navigator::stepTicket(int step)
{
    Q_EMIT ticketStepRequested(step);
}

void Navigator::newTicket(const NewTicketSeed &seed)
{
    Q_EMIT newTicketRequested(seed);
}

void Navigator::goOnWriting(TicketId id, DraftKind kind)
{
    openTicket(id, true);
    Q_EMIT writingRequested(id, kind);
}

void Navigator::showPerson(PersonId id)
{
    Q_EMIT personRequested(id);
}

void Navigator::showSettings(const QString &pageId)
{
    Q_EMIT settingsRequested(pageId);
}

void Navigator::showHelp(const QString &pageId)
{
    Q_EMIT helpRequested(pageId);
}

void Navigator::showAbout()
{
    Q_EMIT aboutRequested();
}

void Navigator::showPalette(const QString &text)
{
    Q_EMIT paletteRequested(text);
}

} // namespace deskhand
