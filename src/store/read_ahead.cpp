// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read_ahead.h"

namespace deskhand {

void ReadAhead::answered(const CommandId &command, const CommandAnswer &answer)
{
    if (const auto known = m_answers.find(command); known != m_answers.end())
        *known = answer;
}

const ReadAhead::Answer *ReadAhead::answerOf(const CommandId &command) const
{
    const auto known = m_answers.constFind(command);
    return known == m_answers.cend() ? nullptr : &*known;
}

void ReadAhead::keepTickets(const QVector<StoredSubject> &tickets)
{
    for (const StoredSubject &one : tickets)
        m_tickets.insert(one.subject.row.head.id, one);
}

const TicketHead *ReadAhead::ticket(TicketId id) const
{
    const auto known = m_tickets.constFind(id);
    return known == m_tickets.cend() ? nullptr : &known->subject.row.head;
}

std::optional<StoredSubject> ReadAhead::takeSubject(TicketId id)
{
    const auto known = m_tickets.find(id);
    if (known == m_tickets.end())
        return {};
    StoredSubject subject = std::move(*known);
    m_tickets.erase(known);
    return subject;
}

void ReadAhead::changed(const TicketHead &before, const TicketHead &after)
{
    const auto known = m_tickets.find(after.id);
    if (known == m_tickets.end())
        return;
    if (before.requester == after.requester)
        known->subject.row.head = after;
    else
        m_tickets.erase(known);
}

} // namespace deskhand
