// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/command_lanes.h"

namespace deskhand {

TicketId CommandLanes::laneOf(const CommandBody &body)
{
    if (const auto *post = std::get_if<PostArticle>(&body))
        return post->ticket;
    if (const auto *change = std::get_if<ChangeTicket>(&body))
        return change->ticket;
    if (const auto *read = std::get_if<MarkRead>(&body))
        return read->ticket;
    return {};
}

void CommandLanes::add(const Command &command)
{
    m_waiting.push_back(command);
    sendNext();
}

void CommandLanes::done(const CommandId &command)
{
    m_underWay.remove(command);
    sendNext();
}

void CommandLanes::sendNext()
{
    QSet<TicketId> held; ///< lanes in which an earlier one waits
    for (const TicketId lane : std::as_const(m_underWay)) {
        if (!lane.isValid())
            return; // it is alone
        held.insert(lane);
    }
    QVector<Command> now;
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        const TicketId lane = laneOf(waiting->body);
        const bool isFree = lane.isValid() ? !held.contains(lane) : held.isEmpty();
        if (isFree && m_underWay.size() < mostAtOnce && !m_underWay.contains(waiting->id)) {
            m_underWay.insert(waiting->id, lane);
            now.append(std::move(*waiting));
            waiting = m_waiting.erase(waiting);
        } else {
            ++waiting;
        }
        if (!lane.isValid() || m_underWay.size() >= mostAtOnce)
            break;
        held.insert(lane);
    }
    for (const Command &command : std::as_const(now))
        m_send(command);
}

} // namespace deskhand
