// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/pipeline.h"
#include "store/catalog_cache.h"
#include "store/search_index.h"

#include <memory>
#include <optional>

namespace deskhand {

class Connection;
class SqlUnitOfWork;

/// The writing side of a desk's file: commands through the pipeline, one transaction each. Used in the thread of its
/// connection, which outlives it.
class DeskWriter
{
public:
    enum class Rows {
        Without,
        BeforeAndAfter, ///< the changes say what the ticket's row was and is, as the actor sees it
    };

    /// `codec` null: nothing is mailed.
    DeskWriter(Connection &connection, std::shared_ptr<CatalogCache> cache, std::shared_ptr<const Clock> clock,
               std::shared_ptr<const MailCodec> codec = {});

    /// Returns after the change is durable; after an error nothing has changed. Errors as runCommand(), and Busy.
    /// What another writer made impossible for a moment (a deadlock, a serialization failure, the same new person
    /// twice) is tried again as a whole, a few times.
    Result<CommandOutcome> execute(const Command &command, Rows rows);

    /// What became of several commands in one transaction.
    struct Together {
        QVector<CommandOutcome> outcomes; ///< one each, when all of them are durable; else none
        qsizetype failedAt = 0;           ///< the command that did not go through; as many as there are: the commit
    };
    /// One after the other in one transaction, which waits for the disk once; either all of them or none. Tries once.
    Together executeTogether(const QVector<Command> &commands, Rows rows);
    /// Whether this connection may do that: what holds a person with a login of their own to the rules looks at each
    /// transaction for the traces of one command.
    [[nodiscard]] bool mayGroup();
    /// Whether a command may be done together with others: those about single tickets, which are short.
    [[nodiscard]] static bool isGroupable(const Command &command);

private:
    class GroupLook;

    Result<CommandOutcome> executeOnce(const Command &command, Rows rows);
    Result<CommandOutcome> executeIn(SqlUnitOfWork &unit, const Command &command, Rows rows);
    Result<CommandOutcome> unlessDoneMeanwhile(const Command &command, const Error &refusal);
    Result<std::optional<TicketRow>> rowOf(SqlUnitOfWork &unit, TicketId ticket, PersonId me);

    Connection &m_connection;
    std::shared_ptr<CatalogCache> m_cache;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<const MailCodec> m_codec;
    SearchIndex m_index;
    std::optional<bool> m_mayGroup; ///< not asked yet
};

} // namespace deskhand
