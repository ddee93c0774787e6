// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_bulk_loader.h"

#include "store/bulk_settings.h"
#include "store/migrations.h"
#include "store/reading.h"
#include "store/sqlite_connection.h"

#include <utility>

namespace deskhand {
namespace {

constexpr int loadCacheKiB = 384 * 1024;
/// Every transaction writes each page that it touched once; in a large desk small ones touch the same pages again and
/// again. What this many tickets touch fits into the cache.
constexpr qsizetype ticketsPerTransaction = 50'000;
/// How far the caller may be ahead of the writing thread.
constexpr size_t batchesAhead = 2;

Result<void> writeBatchRows(Connection &connection, const BulkBatch &batch)
{
    struct Table {
        const BulkRows &rows;
        const char *statement;
    };
    // In an order in which nothing refers to what is not there yet.
    const Table tables[] = {
        {batch.blobs, "blob.insert"},
        {batch.tickets, "bulk.insertTicket"},
        {batch.tags, "bulk.insertTag"},
        {batch.articles, "bulk.insertArticle"},
        {batch.messageIds, "bulk.insertMessageId"},
        {batch.attachments, "bulk.insertAttachment"},
        {batch.history, "history.insert"},
        {batch.searchRows, "search.insert"},
        {batch.slaEvents, "sla.insertEvent"},
        {batch.slaClocks, "sla.saveClock"},
        {batch.slaFired, "sla.recordFired"},
        {batch.work, "bulk.insertWork"},
    };
    for (const Table &table : tables) {
        if (Result<void> written = table.rows.write(connection, table.statement); !written)
            return written;
    }
    return {};
}

Result<void> readKnownCatalog(Connection &connection, CatalogPtr *catalog)
{
    Result<CatalogPtr> read = readCatalog(connection);
    if (!read)
        return read.error();
    *catalog = *std::move(read);
    return {};
}

} // namespace

Result<std::unique_ptr<SqliteBulkLoader>> SqliteBulkLoader::open(const QString &path,
                                                                 std::shared_ptr<const Clock> clock)
{
    Result<StatementCatalogue> statements = StatementCatalogue::load();
    if (!statements)
        return statements.error();
    const Result<QVector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return migrations.error();
    Result<std::unique_ptr<Connection>> connection = SqliteConnection::open(
        path, ConnectionUse::Create, std::make_shared<const StatementCatalogue>(*std::move(statements)), loadCacheKiB);
    if (!connection)
        return connection.error();
    if (Result<void> migrated = migrate(**connection, *migrations); !migrated)
        return migrated.error();
    return std::unique_ptr<SqliteBulkLoader>(new SqliteBulkLoader(*std::move(connection), std::move(clock)));
}

SqliteBulkLoader::SqliteBulkLoader(std::unique_ptr<Connection> connection, std::shared_ptr<const Clock> clock)
    : m_clock(clock ? std::move(clock) : std::make_shared<SystemClock>())
    , m_index(*connection)
    , m_thread(std::make_unique<DbThread>(std::move(connection), DbThread::Jobs::Uninterrupted))
{
}

SqliteBulkLoader::~SqliteBulkLoader()
{
    // What was not finished is rolled back in the thread that began it, after a failure too.
    m_thread->run([this](Connection &) {
        m_unit.reset();
        return Result<void>();
    }); // the thread's end waits for it
    m_thread.reset();
}

Result<void> SqliteBulkLoader::later(std::function<Result<void>(Connection &)> work)
{
    if (m_failure)
        return *m_failure;
    m_pending.push_back(m_thread->run(std::move(work)));
    return waitUntilAtMost(batchesAhead);
}

Result<void> SqliteBulkLoader::now(std::function<Result<void>(Connection &)> work)
{
    if (Result<void> waited = waitUntilAtMost(0); !waited)
        return waited;
    if (m_failure)
        return *m_failure;
    m_pending.push_back(m_thread->run(std::move(work)));
    return waitUntilAtMost(0);
}

Result<void> SqliteBulkLoader::waitUntilAtMost(size_t batches)
{
    while (m_pending.size() > batches) {
        const Result<void> done = m_pending.front().result();
        m_pending.pop_front();
        if (!done && !m_failure)
            m_failure = done.error();
    }
    return m_failure ? Result<void>(*m_failure) : Result<void>();
}

Result<void> SqliteBulkLoader::ensureUnit(Connection &connection)
{
    if (m_unit)
        return {};
    m_unit = std::make_unique<SqlUnitOfWork>(connection, m_cache, m_index);
    return m_unit->begin();
}

Result<void> SqliteBulkLoader::commitUnit(Connection &connection)
{
    if (!m_unit)
        return {};
    // Once a transaction: the full-text tables write what they have gathered when the pieces of words are inserted.
    if (Result<void> learnt = writeTerms(connection, std::exchange(m_newTerms, {})); !learnt)
        return learnt;
    Result<void> committed = m_unit->commit();
    m_unit.reset();
    m_uncommittedTickets = 0;
    return committed;
}

Result<void> SqliteBulkLoader::begin()
{
    BulkPosition position;
    QVector<Person> people;
    CatalogPtr catalog;
    Result<void> ready = now([&](Connection &connection) -> Result<void> {
        if (Result<void> prepared = prepareBulkLoad(connection); !prepared)
            return prepared;
        if (Result<void> read = readBulkStart(connection, &position, &people); !read)
            return read;
        return readKnownCatalog(connection, &catalog);
    });
    if (!ready)
        return ready;
    m_preparer = std::make_unique<BulkPreparer>(std::move(position));
    m_preparer->setCatalog(std::move(catalog));
    m_preparer->setNow(m_clock->now());
    for (const Person &person : people)
        m_preparer->know(person.id, person.name, person.address);
    return {};
}

Result<void> SqliteBulkLoader::addPeople(const QVector<Person> &people)
{
    for (const Person &person : people)
        m_preparer->know(person.id, person.name, person.address);
    return later([this, people](Connection &connection) {
        Result<void> begun = ensureUnit(connection);
        return begun ? writePeople(connection, people) : begun;
    });
}

Result<void> SqliteBulkLoader::addOrganizations(const QVector<Organization> &organizations)
{
    return later([this, organizations](Connection &connection) -> Result<void> {
        Result<void> status = ensureUnit(connection);
        for (const Organization &organization : organizations) {
            if (status) {
                const Result<OrganizationId> saved = m_unit->saveOrganization(organization);
                status = saved ? Result<void>() : Result<void>(saved.error());
            }
        }
        return status;
    });
}

Result<void> SqliteBulkLoader::addCatalog(const Catalog &catalog)
{
    CatalogPtr stored;
    Result<void> written = now([&](Connection &connection) -> Result<void> {
        if (Result<void> begun = ensureUnit(connection); !begun)
            return begun;
        if (Result<void> replaced = replaceCatalog(connection, *m_unit, catalog, m_clock->now()); !replaced)
            return replaced;
        return readKnownCatalog(connection, &stored);
    });
    if (written)
        m_preparer->setCatalog(std::move(stored));
    return written;
}

Result<void> SqliteBulkLoader::addViews(const QVector<SavedView> &views)
{
    return later([this, views](Connection &connection) -> Result<void> {
        Result<void> status = ensureUnit(connection);
        for (const SavedView &view : views) {
            if (status) {
                const Result<SavedViewId> saved = m_unit->saveView(view);
                status = saved ? Result<void>() : Result<void>(saved.error());
            }
        }
        return status;
    });
}

Result<void> SqliteBulkLoader::addReadMarks(PersonId person, const QVector<QPair<TicketId, ArticleId>> &marks)
{
    return later([this, person, marks](Connection &connection) -> Result<void> {
        Result<void> status = ensureUnit(connection);
        for (const auto &[ticket, article] : marks) {
            if (status)
                status = m_unit->setReadMark(person, ticket, article);
        }
        return status;
    });
}

Result<void> SqliteBulkLoader::addTickets(const QVector<BulkTicket> &tickets)
{
    if (m_failure)
        return *m_failure;
    Result<BulkBatch> prepared = m_preparer->prepare(tickets);
    if (!prepared) {
        m_failure = prepared.error();
        return prepared.error();
    }
    auto batch = std::make_shared<const BulkBatch>(*std::move(prepared));
    return later([this, batch = std::move(batch), count = tickets.size()](Connection &connection) {
        return writeBatch(connection, *batch, count);
    });
}

Result<void> SqliteBulkLoader::writeBatch(Connection &connection, const BulkBatch &batch, qsizetype tickets)
{
    if (Result<void> begun = ensureUnit(connection); !begun)
        return begun;
    if (Result<void> written = writeBatchRows(connection, batch); !written)
        return written;
    m_newTerms += batch.terms;
    m_uncommittedTickets += tickets;
    return m_uncommittedTickets >= ticketsPerTransaction ? commitUnit(connection) : Result<void>();
}

Result<void> SqliteBulkLoader::finish()
{
    const BulkPosition reached = m_preparer->position();
    const Instant at = m_clock->now();
    return now([this, reached, at](Connection &connection) -> Result<void> {
        if (Result<void> begun = ensureUnit(connection); !begun)
            return begun;
        if (Result<void> written = writeBulkEnd(connection, *m_unit, reached, at); !written)
            return written;
        if (Result<void> committed = commitUnit(connection); !committed)
            return committed;
        return settleBulkLoad(connection);
    });
}

} // namespace deskhand
