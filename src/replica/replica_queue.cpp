// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for the service, as it is stored.
#include "replica/replica_store.h"

#include "operations/command_answer_json.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "wire/wire_command.h"

namespace deskhand {
namespace {

/// State, body and the rest of a row of replica.command and replica.queue.
Result<OutboxCommand> outboxCommand(const Statement &row, PersonId me)
{
    OutboxCommand command;
    command.place = row.integer(0);
    command.state = int(row.integer(2));
    command.at = row.integer(3);
    command.attempts = int(row.integer(4));
    command.ticket = row.id<TicketId>(5);
    const QByteArray body = row.bytes(6);
    if (!body.isEmpty()) {
        Result<Command> decoded = decodeCommand(body, largestKeptCommand);
        if (!decoded)
            return decoded.error();
        command.command = *std::move(decoded);
    }
    command.command.id = QUuid::fromRfc4122(row.bytes(1));
    command.command.actor = me;
    if (const QString answer = row.text(7); !answer.isEmpty()) {
        const Result<CommandAnswer> known = commandAnswerFromJson(answer.toUtf8());
        if (known)
            command.conflicts = known->conflicts;
    }
    command.refusal = errorFromText(row.text(8));
    command.ticketSubject = row.text(9);
    return command;
}

} // namespace

Result<OutboxCommand> ReplicaStore::command(const CommandId &id)
{
    OutboxCommand found;
    {
        Statement row = m_connection.sql("replica.command");
        row.bind(":id", id.toRfc4122());
        if (!row.next()) {
            const Result<void> status = row.status();
            return status ? Error{ErrorCode::NotFound, QStringLiteral("replica.command"), {}, {}} : status.error();
        }
        Result<OutboxCommand> read = outboxCommand(row, m_me);
        if (!read)
            return read;
        found = *std::move(read);
        found.seen = row.integer(10);
        found.seenPlace = row.integer(11);
    }
    Statement concerns = m_connection.sql("replica.concernsOf");
    concerns.bind(":place", found.place);
    while (concerns.next())
        found.concerns.append(concerns.id<TicketId>(0));
    if (Result<void> status = concerns.status(); !status)
        return status.error();
    return found;
}

Result<QVector<OutboxCommand>> ReplicaStore::queue()
{
    QVector<OutboxCommand> commands;
    QHash<qint64, qsizetype> places;
    {
        Statement rows = m_connection.sql("replica.queue");
        while (rows.next()) {
            Result<OutboxCommand> command = outboxCommand(rows, m_me);
            if (!command)
                return command.error();
            command->ticketNumber = rows.text(10);
            if (!rows.text(11).isEmpty())
                command->ticketSubject = rows.text(11);
            places.insert(command->place, commands.size());
            commands.append(*std::move(command));
        }
        if (Result<void> status = rows.status(); !status)
            return status.error();
    }
    {
        Statement concerns = m_connection.sql("replica.queueConcerns");
        while (concerns.next()) {
            if (const auto place = places.constFind(concerns.integer(0)); place != places.constEnd())
                commands[*place].concerns.append(concerns.id<TicketId>(1));
        }
        if (Result<void> status = concerns.status(); !status)
            return status.error();
    }
    const IdMapping ids = mapping(false);
    for (OutboxCommand &command : commands)
        command.command.body = mapped(command.command.body, ids);
    return commands;
}

Result<QVector<CommandId>> ReplicaStore::pendingOf(const QVector<TicketId> &tickets)
{
    QVector<CommandId> ids;
    Statement pending = m_connection.sql("replica.pendingOf");
    pending.bind(":tickets", jsonOfIds(tickets));
    while (pending.next())
        ids.append(QUuid::fromRfc4122(pending.bytes(1)));
    if (Result<void> status = pending.status(); !status)
        return status.error();
    return ids;
}

Result<bool> ReplicaStore::hasOpen(TicketId ticket)
{
    Statement open = m_connection.sql("replica.concernsOfOpen");
    const Result<qint64> count = open.bind(":ticket", ticket).runForNumber();
    return count ? Result<bool>(*count > 0) : Result<bool>(count.error());
}

Result<bool> ReplicaStore::isInRows(const OutboxCommand &command)
{
    for (const TicketId ticket : command.concerns) {
        Statement there = m_connection.sql("replica.isInRows");
        there.bind(":ticket", ticket).bind(":command", command.command.id.toRfc4122());
        const Result<qint64> count = there.runForNumber();
        if (!count)
            return count.error();
        if (*count > 0)
            return true;
    }
    return false;
}

} // namespace deskhand
