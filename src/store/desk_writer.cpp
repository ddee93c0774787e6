// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_writer.h"

#include "store/connection.h"
#include "store/reading.h"
#include "store/sql_unit_of_work.h"

#include <QHash>

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

/// A merge changes others, too: those are read by who shows them.
void giveRows(CommandOutcome *outcome, const std::optional<TicketRow> &before, const std::optional<TicketRow> &after)
{
    for (Change &change : outcome->changes) {
        if (!change.ticket.isValid() || change.ticket != outcome->answer.ticket)
            continue;
        change.before = before;
        change.after = after;
    }
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
    giveRows(&*outcome, *before, *after);
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

/// What several commands in one transaction have in common. A server is asked once for what it is about, and once for
/// what came of it: each answer that is waited for takes longer than what one of them does. That is not possible where
/// several are about the same ticket; those look for themselves.
class DeskWriter::GroupLook
{
public:
    GroupLook(Connection &connection, SqlUnitOfWork &unit, const QVector<Command> &commands, Rows rows)
        : m_connection(connection)
        , m_unit(unit)
        , m_commands(commands)
        , m_looks(connection.dialect() == SqlDialect::Postgres)
        , m_wantsRows(rows == Rows::BeforeAndAfter)
        , m_seen(commands.size())
        , m_before(commands.size())
    {
    }

    Result<void> ahead()
    {
        if (!m_looks)
            return {};
        QHash<TicketId, int> times;
        QVector<CommandId> ids;
        for (const Command &command : m_commands) {
            ids.append(command.id);
            ++times[ticketOfCommand(command.body)];
        }
        QVector<TicketId> tickets;
        for (qsizetype i = 0; i < m_commands.size(); ++i) {
            const TicketId ticket = ticketOfCommand(m_commands[i].body);
            m_seen[i] = {times[ticket] == 1 ? ticket : TicketId(), m_commands[i].actor};
            if (ticket.isValid() && !tickets.contains(ticket))
                tickets.append(ticket);
        }
        if (const Result<void> looked = m_unit.lookAhead(ids, tickets); !looked)
            return looked;
        return m_wantsRows ? readRows(m_seen, &m_before) : Result<void>();
    }

    /// Whether the rows of a command are read here, with those of the others.
    [[nodiscard]] bool readsRowsOf(qsizetype i) const
    {
        return m_looks && m_wantsRows && (m_seen[i].ticket.isValid() || !ticketOfCommand(m_commands[i].body).isValid());
    }

    /// What the next command has done. False: it has changed what another of them has yet to be read of.
    bool note(qsizetype i, const CommandOutcome &outcome)
    {
        for (const Change &change : outcome.changes) {
            if (!m_looks || !change.ticket.isValid())
                continue;
            if (m_waiting.contains(change.ticket))
                return false;
            for (qsizetype later = i + 1; later < m_seen.size(); ++later) {
                if (m_seen[later].ticket == change.ticket)
                    m_seen[later].ticket = {};
            }
        }
        if (readsRowsOf(i) && !outcome.changes.isEmpty())
            m_waiting.insert(outcome.answer.ticket, i);
        return true;
    }

    Result<void> behind(QVector<CommandOutcome> *outcomes)
    {
        if (m_waiting.isEmpty())
            return {};
        QVector<TicketSeen> wanted(m_commands.size());
        for (auto one = m_waiting.cbegin(); one != m_waiting.cend(); ++one)
            wanted[*one] = {one.key(), m_commands[*one].actor};
        QVector<std::optional<TicketRow>> after(m_commands.size());
        if (const Result<void> read = readRows(wanted, &after); !read)
            return read;
        for (const qsizetype i : std::as_const(m_waiting))
            giveRows(&(*outcomes)[i], m_before[i], after[i]);
        return {};
    }

private:
    Result<void> readRows(const QVector<TicketSeen> &wanted, QVector<std::optional<TicketRow>> *rows)
    {
        const Result<CatalogPtr> catalog = m_unit.catalog();
        if (!catalog)
            return catalog.error();
        Result<QVector<std::optional<TicketRow>>> read = readTicketRowsOfEach(m_connection, **catalog, wanted);
        if (!read)
            return read.error();
        *rows = *std::move(read);
        return {};
    }

    Connection &m_connection;
    SqlUnitOfWork &m_unit;
    const QVector<Command> &m_commands;
    bool m_looks;
    bool m_wantsRows;
    QVector<TicketSeen> m_seen; ///< of each command the ticket that is read ahead
    QVector<std::optional<TicketRow>> m_before;
    QHash<TicketId, qsizetype> m_waiting; ///< whose rows are read in the end, and for which command
};

DeskWriter::Together DeskWriter::executeTogether(const QVector<Command> &commands, Rows rows)
{
    SqlUnitOfWork unit(m_connection, *m_cache, m_index);
    GroupLook look(m_connection, unit, commands, rows);
    Together together;
    if (!unit.begin() || !look.ahead())
        return together;
    for (const Command &command : commands) {
        Result<CommandOutcome> outcome = look.readsRowsOf(together.failedAt)
                                             ? runCommand(command, unit, *m_clock, m_codec.get())
                                             : executeIn(unit, command, rows);
        if (!outcome)
            return {{}, together.failedAt};
        if (!look.note(together.failedAt, *outcome))
            return {{}, commands.size()};
        unit.nextCommand(outcome->changes);
        together.outcomes.append(*std::move(outcome));
        ++together.failedAt;
    }
    if (!look.behind(&together.outcomes) || !unit.commit())
        together.outcomes.clear();
    return together;
}

} // namespace deskhand
