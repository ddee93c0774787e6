// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_writer.h"

#include "store/reading.h"
#include "store/connection.h"
#include "store/sql_unit_of_work.h"

namespace deskhand {
namespace {

/// The ticket that a command is about before it runs; invalid: none yet.
TicketId ticketOfCommand(const CommandBody &body)
{
    if (const auto *post = std::get_if<PostArticle>(&body))
        return post->ticket;
    if (const auto *change = std::get_if<ChangeTicket>(&body))
        return change->ticket;
    if (const auto *mark = std::get_if<MarkRead>(&body))
        return mark->ticket;
    return {};
}

} // namespace

DeskWriter::DeskWriter(Connection &connection, std::shared_ptr<CatalogCache> cache,
                       std::shared_ptr<const Clock> clock)
    : m_connection(connection)
    , m_cache(std::move(cache))
    , m_clock(std::move(clock))
    , m_index(connection)
{
}

Result<std::optional<TicketRow>> DeskWriter::rowOf(TicketId ticket, PersonId me)
{
    if (!ticket.isValid())
        return std::optional<TicketRow>();
    const Result<QVector<TicketRow>> rows = readTicketRows(m_connection, {ticket}, me);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::optional<TicketRow>() : std::optional(rows->first());
}

Result<CommandOutcome> DeskWriter::execute(const Command &command, Rows rows)
{
    SqlUnitOfWork unit(m_connection, *m_cache, m_index);
    if (const Result<void> begun = unit.begin(); !begun)
        return begun.error();
    Result<std::optional<TicketRow>> before = std::optional<TicketRow>();
    if (rows == Rows::BeforeAndAfter) {
        before = rowOf(ticketOfCommand(command.body), command.actor);
        if (!before)
            return before.error();
    }
    Result<CommandOutcome> outcome = runCommand(command, unit, *m_clock);
    if (!outcome)
        return outcome;
    if (rows == Rows::BeforeAndAfter && !outcome->changes.isEmpty()) {
        const Result<std::optional<TicketRow>> after = rowOf(outcome->answer.ticket, command.actor);
        if (!after)
            return after.error();
        for (Change &change : outcome->changes) {
            if (!change.ticket.isValid())
                continue;
            change.before = *before;
            change.after = *after;
        }
    }
    if (const Result<void> committed = unit.commit(); !committed)
        return committed.error();
    return outcome;
}

} // namespace deskhand
