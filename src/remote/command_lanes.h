// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <functional>

namespace deskhand {

/// Sends commands so that their order is that in which they were given, as far as it matters, over a way with several
/// questions at once: those of one ticket one after the other, those of different tickets side by side, and what is
/// about anything else when everything before it has been answered, and alone. Knows no network.
class CommandLanes
{
public:
    static constexpr int mostAtOnce = 4;
    using Send = std::function<void(const Command &command)>;

    /// `send` is called for each command once; done() follows.
    explicit CommandLanes(Send send)
        : m_send(std::move(send))
    {
    }

    void add(const Command &command);
    /// Its answer has come, whatever it is.
    void done(const CommandId &command);

private:
    /// Valid: only about this ticket.
    [[nodiscard]] static TicketId laneOf(const CommandBody &body);
    void sendNext();

    Send m_send;
    std::deque<Command> m_waiting;
    QHash<CommandId, TicketId> m_underWay;
};

} // namespace deskhand
