// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"
#include "store/sla_reading.h"

#include <QHash>
#include <QVector>

#include <optional>

namespace deskhand {

/// What a transaction has asked a server for beforehand, about several commands at once. Everything that changes a
/// ticket says so here; what is not known any more is asked for when it is wanted.
class ReadAhead
{
public:
    using Answer = std::optional<CommandAnswer>;

    void keepAnswers(QHash<CommandId, Answer> answers) { m_answers = std::move(answers); }
    /// The command was done just now.
    void answered(const CommandId &command, const CommandAnswer &answer);
    /// Null: not known.
    [[nodiscard]] const Answer *answerOf(const CommandId &command) const;

    void keepTickets(const QVector<StoredSubject> &tickets);
    /// Null: not known.
    [[nodiscard]] const TicketHead *ticket(TicketId id) const;
    /// Once: whoever asks goes on to change the clocks.
    [[nodiscard]] std::optional<StoredSubject> takeSubject(TicketId id);
    void changed(const TicketHead &before, const TicketHead &after);
    void forget(TicketId id) { m_tickets.remove(id); }

private:
    QHash<CommandId, Answer> m_answers;
    QHash<TicketId, StoredSubject> m_tickets;
};

} // namespace deskhand
