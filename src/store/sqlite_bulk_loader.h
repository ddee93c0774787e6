// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/bulk_load.h"
#include "store/bulk_preparer.h"
#include "store/db_thread.h"
#include "store/sql_unit_of_work.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace deskhand {

/// BulkLoader into a SQLite file. The calling thread folds, cuts words and hashes while a thread of its own inserts.
///
/// While it loads, commits do not wait for the disk; finish() returns when everything is durable. Killed in between the
/// desk has a whole number of batches and is not damaged; a search after that is slower until the next load.
class SqliteBulkLoader final : public BulkLoader
{
public:
    /// Makes or migrates the desk. Errors: as SqliteConnection::open() and migrate().
    [[nodiscard]] static Result<std::unique_ptr<SqliteBulkLoader>> open(const QString &path,
                                                                        std::shared_ptr<const Clock> clock = {});
    ~SqliteBulkLoader() override;

    Result<void> begin() override;
    Result<void> addPeople(const QVector<Person> &people) override;
    Result<void> addOrganizations(const QVector<Organization> &organizations) override;
    Result<void> addCatalog(const Catalog &catalog) override;
    Result<void> addViews(const QVector<SavedView> &views) override;
    Result<void> addReadMarks(PersonId person, const QVector<QPair<TicketId, ArticleId>> &marks) override;
    Result<void> addTickets(const QVector<BulkTicket> &tickets) override;
    Result<void> finish() override;

private:
    using Pending = QFuture<Result<void>>;

    SqliteBulkLoader(std::unique_ptr<Connection> connection, std::shared_ptr<const Clock> clock);
    /// Gives work to the writing thread; the caller goes on unless it is too far ahead.
    Result<void> later(std::function<Result<void>(Connection &)> work);
    /// Waits for all that was given, this included.
    Result<void> now(std::function<Result<void>(Connection &)> work);
    Result<void> waitUntilAtMost(size_t batches);

    // In the writing thread.
    Result<void> ensureUnit(Connection &connection); ///< a transaction is open afterwards
    Result<void> commitUnit(Connection &connection);
    Result<void> writeBatch(Connection &connection, const BulkBatch &batch, qsizetype tickets);

    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<BulkPreparer> m_preparer;
    std::deque<Pending> m_pending;
    std::optional<Error> m_failure; ///< the first; nothing is done after it
    // Of the writing thread.
    CatalogCache m_cache;
    SearchIndex m_index;
    std::unique_ptr<SqlUnitOfWork> m_unit; ///< the transaction that is open
    qsizetype m_uncommittedTickets = 0;
    QStringList m_newTerms;             ///< of the open transaction, not written yet
    std::unique_ptr<DbThread> m_thread; ///< last: ends before the rest goes
};

} // namespace deskhand
