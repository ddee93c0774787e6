// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presence_presenter.h"

#include <utility>

namespace deskhand {

PresencePresenter::PresencePresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent, int restsAfter)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settlesAfterMs);
    connect(&m_settle, &QTimer::timeout, this, &PresencePresenter::tell);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restsAfter);
    connect(&m_rest, &QTimer::timeout, this, &PresencePresenter::endWriting);
    tellSoon(); // also that nothing is open: others need to know that somebody is there to be told
}

PresencePresenter::~PresencePresenter()
{
    if (!m_signs.isEmpty())
        m_desk.showPresence(m_catalog.me(), {});
}

void PresencePresenter::setTicket(TicketId ticket)
{
    if (ticket == m_ticket)
        return;
    m_ticket = ticket;
    m_writing = false;
    m_rest.stop();
    tellSoon();
}

void PresencePresenter::noteWriting()
{
    if (!m_ticket.isValid())
        return;
    m_rest.start();
    if (!std::exchange(m_writing, true))
        tellSoon();
}

void PresencePresenter::endWriting()
{
    m_rest.stop();
    if (std::exchange(m_writing, false))
        tellSoon();
}

void PresencePresenter::tellSoon()
{
    if (!m_settle.isActive())
        m_settle.start();
}

void PresencePresenter::tell()
{
    QVector<PresenceSign> signs;
    if (m_ticket.isValid())
        signs.append({m_ticket, m_writing ? PresenceKind::Writing : PresenceKind::Viewing});
    if (std::exchange(m_told, true) && signs == m_signs)
        return;
    m_signs = signs;
    m_desk.showPresence(m_catalog.me(), m_signs);
}

} // namespace deskhand
