// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/pipeline.h"
#include "store/catalog_cache.h"
#include "store/search_index.h"

#include <memory>

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

private:
    Result<CommandOutcome> executeOnce(const Command &command, Rows rows);
    Result<CommandOutcome> unlessDoneMeanwhile(const Command &command, const Error &refusal);
    Result<std::optional<TicketRow>> rowOf(SqlUnitOfWork &unit, TicketId ticket, PersonId me);

    Connection &m_connection;
    std::shared_ptr<CatalogCache> m_cache;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<const MailCodec> m_codec;
    SearchIndex m_index;
};

} // namespace deskhand
