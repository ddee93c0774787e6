// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deliver.h"
#include "operations/desk_sync.h"

namespace deskhand::test {

/// How a replica stands, as the test says; remembers what was decided.
class FakeSync final : public DeskSync
{
    Q_OBJECT

public:
    SyncState now;
    QVector<QueuedCommand> commands;
    ReplicaScope kept;
    QVector<CommandId> insisted;
    QVector<CommandId> givenUp;
    int tries = 0;
    std::optional<Error> refusal; ///< of insist() and giveUp()

    void set(const SyncState &state)
    {
        now = state;
        Q_EMIT stateChanged(now);
    }
    void setQueue(const QVector<QueuedCommand> &queued)
    {
        commands = queued;
        Q_EMIT queueChanged();
    }

    SyncState state() const override { return now; }
    QVector<QueuedCommand> queue() const override { return commands; }
    void tryNow() override { ++tries; }
    QFuture<Result<void>> insist(const CommandId &command) override { return decide(&insisted, command); }
    QFuture<Result<void>> giveUp(const CommandId &command) override { return decide(&givenUp, command); }
    ReplicaScope scope() const override { return kept; }
    void setScope(const ReplicaScope &scope) override { kept = scope; }

private:
    QFuture<Result<void>> decide(QVector<CommandId> *into, const CommandId &command)
    {
        if (refusal)
            return readyFuture(Result<void>(*refusal));
        into->append(command);
        commands.removeIf([&command](const QueuedCommand &one) { return one.command.id == command; });
        Q_EMIT queueChanged();
        return readyFuture(Result<void>());
    }
};

/// Commands as somebody on a train leaves them: a change that waits, a held reply, a conflict and a refused ticket.
[[nodiscard]] inline QVector<QueuedCommand> sampleQueue(Instant now)
{
    const auto queued = [now](qint64 ticket, const CommandBody &body, QueuedState state, int minutesAgo) {
        QueuedCommand one;
        one.command = Command::make(PersonId{1}, body);
        one.state = state;
        one.at = now - minutesAgo * 60'000;
        one.ticket = TicketId{ticket};
        one.ticketNumber = QString::number(10'000 + ticket);
        one.ticketSubject = QStringLiteral("Printer %1 is out of paper").arg(ticket);
        return one;
    };
    FieldChange solved;
    solved.field = TicketField::State;
    solved.value = qint64(5);
    NewArticle text;
    text.text = QStringLiteral("Hello Rita,\n\nthe toner is on its way & arrives <today>.\n\nMike");
    text.to = {{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")}};
    PostArticle reply;
    reply.ticket = TicketId{2};
    reply.article = text;
    OpenTicket open;
    open.subject = QStringLiteral("Projector in room 4");
    open.article = text;
    QueuedCommand waiting = queued(1, ChangeTicket{TicketId{1}, 3, {solved}, {}}, QueuedState::Waiting, 40);
    QueuedCommand held = queued(2, reply, QueuedState::Held, 35);
    QueuedCommand conflict = queued(3, ChangeTicket{TicketId{3}, 3, {solved}, {}}, QueuedState::Conflict, 30);
    FieldConflict both;
    both.field = TicketField::State;
    both.theirs = QStringLiteral("3");
    both.theirsText = QStringLiteral("Waiting for customer");
    both.mine = QStringLiteral("5");
    both.mineText = QStringLiteral("Solved");
    both.by = PersonId{2};
    both.byName = QStringLiteral("Anna Müller");
    both.at = now - 20 * 60'000;
    conflict.conflicts = {both};
    QueuedCommand refused = queued(4, open, QueuedState::Refused, 25);
    refused.ticketNumber = QStringLiteral("new-1");
    refused.ticketSubject = open.subject;
    refused.refusal =
        Error{ErrorCode::Denied, QStringLiteral("test"), QStringLiteral("no right to open in this queue"), {}};
    return {waiting, held, conflict, refused};
}

} // namespace deskhand::test
