// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_writer.h"

#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/reading.h"
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

/// Whether the command is checked against the catalogue and may change it: a name is taken, an admin must be left.
bool isAboutCatalog(const CommandBody &body)
{
    return std::holds_alternative<SavePerson>(body) || std::holds_alternative<SaveOrganization>(body)
           || std::holds_alternative<SaveQueue>(body) || std::holds_alternative<SaveCategory>(body)
           || std::holds_alternative<SaveState>(body) || std::holds_alternative<SavePriority>(body)
           || std::holds_alternative<SaveDeskSettings>(body) || std::holds_alternative<SaveMailbox>(body)
           || std::holds_alternative<SaveMailText>(body) || std::holds_alternative<DeleteMailText>(body)
           || std::holds_alternative<SaveMailSettings>(body);
}

constexpr int mostAttempts = 8;

/// Only on PostgreSQL: a writer of SQLite has waited for the lock already, and then nobody comes in between.
bool isWorthAnotherTry(const Error &error, const Connection &connection)
{
    const bool uniqueViolation = error.payload.value(QStringLiteral("native")).toString() == QLatin1String("23505");
    return connection.dialect() == SqlDialect::Postgres && (error.code == ErrorCode::Busy || uniqueViolation);
}

} // namespace

DeskWriter::DeskWriter(Connection &connection, std::shared_ptr<CatalogCache> cache, std::shared_ptr<const Clock> clock,
                       std::shared_ptr<const MailCodec> codec)
    : m_connection(connection)
    , m_cache(std::move(cache))
    , m_clock(std::move(clock))
    , m_codec(std::move(codec))
    , m_index(connection)
{
}

Result<std::optional<TicketRow>> DeskWriter::rowOf(SqlUnitOfWork &unit, TicketId ticket, PersonId me)
{
    if (!ticket.isValid())
        return std::optional<TicketRow>();
    const Result<CatalogPtr> catalog = unit.catalog();
    if (!catalog)
        return catalog.error();
    const Result<QVector<TicketRow>> rows = readTicketRows(m_connection, **catalog, {ticket}, me);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::optional<TicketRow>() : std::optional(rows->first());
}

Result<CommandOutcome> DeskWriter::execute(const Command &command, Rows rows)
{
    Result<CommandOutcome> outcome = executeOnce(command, rows);
    // At once: who won has gone on meanwhile, and the next attempt waits for its locks.
    for (int attempt = 1; !outcome && attempt < mostAttempts && isWorthAnotherTry(outcome.error(), m_connection);
         ++attempt)
        outcome = executeOnce(command, rows);
    return outcome ? outcome : unlessDoneMeanwhile(command, outcome.error());
}

/// The server may still have been at a command whose connection was lost when the same command came again: that then
/// meets its own traces, and is refused because the name is taken or there is nothing to delete any more.
Result<CommandOutcome> DeskWriter::unlessDoneMeanwhile(const Command &command, const Error &refusal)
{
    if (m_connection.dialect() != SqlDialect::Postgres || m_connection.isBroken())
        return refusal;
    SqlUnitOfWork unit(m_connection, *m_cache, m_index);
    if (!unit.begin())
        return refusal;
    const Result<std::optional<CommandAnswer>> earlier = unit.answerOf(command.id);
    return earlier && *earlier ? Result<CommandOutcome>(CommandOutcome{**earlier, {}, false}) : refusal;
}

Result<CommandOutcome> DeskWriter::executeOnce(const Command &command, Rows rows)
{
    SqlUnitOfWork unit(m_connection, *m_cache, m_index);
    if (const Result<void> begun = unit.begin(); !begun)
        return begun.error();
    if (isAboutCatalog(command.body)) {
        if (const Result<void> locked = unit.lockCatalog(); !locked)
            return locked.error();
    }
    Result<CommandOutcome> outcome = executeIn(unit, command, rows);
    if (!outcome)
        return outcome;
    if (const Result<void> committed = unit.commit(); !committed)
        return committed.error();
    return outcome;
}

Result<CommandOutcome> DeskWriter::executeIn(SqlUnitOfWork &unit, const Command &command, Rows rows)
{
    Result<std::optional<TicketRow>> before = std::optional<TicketRow>();
    if (rows == Rows::BeforeAndAfter) {
        before = rowOf(unit, ticketOfCommand(command.body), command.actor);
        if (!before)
            return before.error();
    }
    Result<CommandOutcome> outcome = runCommand(command, unit, *m_clock, m_codec.get());
    if (!outcome || rows == Rows::Without || outcome->changes.isEmpty())
        return outcome;
    const Result<std::optional<TicketRow>> after = rowOf(unit, outcome->answer.ticket, command.actor);
    if (!after)
        return after.error();
    for (Change &change : outcome->changes) {
        // A merge changes others, too: those are read by who shows them.
        if (!change.ticket.isValid() || change.ticket != outcome->answer.ticket)
            continue;
        change.before = *before;
        change.after = *after;
    }
    return outcome;
}

bool DeskWriter::isGroupable(const Command &command)
{
    if (const auto *post = std::get_if<PostArticle>(&command.body))
        return post->article.attachments.isEmpty();
    if (const auto *open = std::get_if<OpenTicket>(&command.body))
        return !open->article || open->article->attachments.isEmpty();
    return std::holds_alternative<ChangeTicket>(command.body) || std::holds_alternative<MarkRead>(command.body)
           || std::holds_alternative<SeeNotifications>(command.body);
}

bool DeskWriter::mayGroup()
{
    if (m_connection.dialect() == SqlDialect::Sqlite)
        return true;
    if (!m_mayGroup) {
        const Result<qint64> guarded = m_connection.sql("connection.isGuarded").runForNumber();
        if (!guarded)
            return false; // and asked again
        m_mayGroup = *guarded == 0;
    }
    return *m_mayGroup;
}

/// All that will be locked one after the other, in one order: whoever has one of them and waits for the end of the
/// feed, which the first command takes, would otherwise have to be waited for.
Result<void> DeskWriter::lockTickets(const QVector<Command> &commands)
{
    QVector<TicketId> tickets;
    for (const Command &command : commands) {
        if (const TicketId ticket = ticketOfCommand(command.body); ticket.isValid())
            tickets.append(ticket);
    }
    if (m_connection.dialect() == SqlDialect::Sqlite || tickets.isEmpty())
        return {};
    Statement lock = m_connection.sql("ticket.lockTogether");
    lock.bind(":ids", jsonOfIds(tickets));
    while (lock.next()) {
    }
    return lock.status();
}

DeskWriter::Together DeskWriter::executeTogether(const QVector<Command> &commands, Rows rows)
{
    SqlUnitOfWork unit(m_connection, *m_cache, m_index);
    Together together;
    if (!unit.begin() || !lockTickets(commands))
        return together;
    for (const Command &command : commands) {
        Result<CommandOutcome> outcome = executeIn(unit, command, rows);
        if (!outcome)
            return {{}, together.failedAt};
        together.outcomes.append(*std::move(outcome));
        ++together.failedAt;
        unit.nextCommand();
    }
    if (!unit.commit())
        together.outcomes.clear();
    return together;
}

} // namespace deskhand
