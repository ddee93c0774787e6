// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_bulk_loader.h"

#include "base/text_folding.h"
#include "domain/condition_json.h"
#include "store/bulk_settings.h"
#include "store/migrations.h"
#include "store/sqlite_connection.h"

namespace deskhand {
namespace {

constexpr int loadCacheKiB = 256 * 1024;
constexpr qsizetype ticketsPerTransaction = 20'000;
/// How far the caller may be ahead of the writing thread.
constexpr size_t batchesAhead = 2;

Result<void> writeOrganizations(SqliteConnection &connection, const QVector<Organization> &organizations)
{
    Statement save = connection.sql("catalog.saveOrganization");
    for (const Organization &organization : organizations) {
        save.bind(":id", organization.id).bind(":name", organization.name).bind(":nameFolded", foldText(organization.name));
        save.bind(":domain", organization.domain).bind(":note", organization.note).bind(":active", organization.active);
        if (Result<void> saved = save.run(); !saved)
            return saved;
    }
    return {};
}

Result<void> writePeople(SqliteConnection &connection, const QVector<Person> &people)
{
    BulkRows words;
    Statement save = connection.sql("person.save");
    for (const Person &person : people) {
        save.bind(":id", person.id).bind(":name", person.name).bind(":nameFolded", foldText(person.name));
        save.bind(":address", person.address).bind(":addressFolded", foldText(person.address));
        save.bind(":phone", person.phone).bind(":role", int(person.role)).bind(":admin", person.admin);
        save.bind(":vip", person.vip).bind(":organization", person.organization).bind(":language", person.language);
        save.bind(":note", person.note).bind(":active", person.active).bind(":readFloor", 0);
        if (Result<void> saved = save.run(); !saved)
            return saved;
        for (const QString &word : foldedWords(person.name + u' ' + person.address))
            words.add(word).add(person.id.value).endRow();
    }
    return words.write(connection, "person.insertWord");
}

Result<void> writeReadMarks(SqliteConnection &connection, PersonId person,
                            const QVector<QPair<TicketId, ArticleId>> &marks)
{
    Statement save = connection.sql("person.setReadMark");
    for (const auto &[ticket, article] : marks) {
        save.bind(":person", person).bind(":ticket", ticket).bind(":article", article);
        if (Result<void> saved = save.run(); !saved)
            return saved;
    }
    return {};
}

Result<void> writeBatchRows(SqliteConnection &connection, const BulkBatch &batch)
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
    };
    for (const Table &table : tables) {
        if (Result<void> written = table.rows.write(connection, table.statement); !written)
            return written;
    }
    return writeTerms(connection, batch.terms);
}

} // namespace

Result<std::unique_ptr<SqliteBulkLoader>> SqliteBulkLoader::open(const QString &path, std::shared_ptr<const Clock> clock)
{
    Result<StatementCatalogue> statements = StatementCatalogue::load();
    if (!statements)
        return statements.error();
    const Result<QVector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return migrations.error();
    Result<std::unique_ptr<SqliteConnection>> connection
        = SqliteConnection::open(path, ConnectionUse::Create,
                                 std::make_shared<const StatementCatalogue>(*std::move(statements)), loadCacheKiB);
    if (!connection)
        return connection.error();
    if (Result<void> migrated = migrate(**connection, *migrations); !migrated)
        return migrated.error();
    return std::unique_ptr<SqliteBulkLoader>(new SqliteBulkLoader(*std::move(connection), std::move(clock)));
}

SqliteBulkLoader::SqliteBulkLoader(std::unique_ptr<SqliteConnection> connection, std::shared_ptr<const Clock> clock)
    : m_clock(clock ? std::move(clock) : std::make_shared<SystemClock>())
    , m_thread(std::make_unique<DbThread>(std::move(connection), DbThread::Jobs::Uninterrupted))
{
}

SqliteBulkLoader::~SqliteBulkLoader()
{
    // What was not finished is rolled back, in the thread that began it.
    (void)now([this](SqliteConnection &) {
        m_transaction.reset();
        return Result<void>();
    });
}

Result<void> SqliteBulkLoader::later(std::function<Result<void>(SqliteConnection &)> work)
{
    if (m_failure)
        return *m_failure;
    m_pending.push_back(m_thread->run(std::move(work)));
    return waitUntilAtMost(batchesAhead);
}

Result<void> SqliteBulkLoader::now(std::function<Result<void>(SqliteConnection &)> work)
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

Result<void> SqliteBulkLoader::beginTransaction(SqliteConnection &connection)
{
    if (m_transaction)
        return {};
    m_transaction = std::make_unique<Transaction>(connection);
    return m_transaction->begin();
}

Result<void> SqliteBulkLoader::commitTransaction()
{
    if (!m_transaction)
        return {};
    Result<void> committed = m_transaction->commit();
    m_transaction.reset();
    m_uncommittedTickets = 0;
    return committed;
}

Result<void> SqliteBulkLoader::begin()
{
    BulkPosition position;
    QVector<Person> people;
    CatalogPtr catalog;
    Result<void> ready = now([&](SqliteConnection &connection) -> Result<void> {
        if (Result<void> prepared = prepareBulkLoad(connection); !prepared)
            return prepared;
        return readBulkStart(connection, &position, &people, &catalog);
    });
    if (!ready)
        return ready;
    m_preparer = std::make_unique<BulkPreparer>(std::move(position));
    m_preparer->setCatalog(std::move(catalog));
    for (const Person &person : people)
        m_preparer->know(person.id, person.name, person.address);
    return {};
}

Result<void> SqliteBulkLoader::addPeople(const QVector<Person> &people)
{
    for (const Person &person : people)
        m_preparer->know(person.id, person.name, person.address);
    return later([this, people](SqliteConnection &connection) -> Result<void> {
        Result<void> begun = beginTransaction(connection);
        return begun ? writePeople(connection, people) : begun;
    });
}

Result<void> SqliteBulkLoader::addOrganizations(const QVector<Organization> &organizations)
{
    return later([this, organizations](SqliteConnection &connection) -> Result<void> {
        Result<void> begun = beginTransaction(connection);
        return begun ? writeOrganizations(connection, organizations) : begun;
    });
}

Result<void> SqliteBulkLoader::addCatalog(const Catalog &catalog)
{
    CatalogPtr stored;
    Result<void> written = now([&](SqliteConnection &connection) -> Result<void> {
        if (Result<void> begun = beginTransaction(connection); !begun)
            return begun;
        return replaceCatalog(connection, catalog, &stored);
    });
    if (written)
        m_preparer->setCatalog(std::move(stored));
    return written;
}

Result<void> SqliteBulkLoader::addViews(const QVector<SavedView> &views)
{
    return later([this, views](SqliteConnection &connection) -> Result<void> {
        Result<void> begun = beginTransaction(connection);
        return begun ? writeViews(connection, views) : begun;
    });
}

Result<void> SqliteBulkLoader::addReadMarks(PersonId person, const QVector<QPair<TicketId, ArticleId>> &marks)
{
    return later([this, person, marks](SqliteConnection &connection) -> Result<void> {
        Result<void> begun = beginTransaction(connection);
        return begun ? writeReadMarks(connection, person, marks) : begun;
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
    return later([this, batch = std::move(batch), count = tickets.size()](SqliteConnection &connection) {
        return writeBatch(connection, *batch, count);
    });
}

Result<void> SqliteBulkLoader::writeBatch(SqliteConnection &connection, const BulkBatch &batch, qsizetype tickets)
{
    if (Result<void> begun = beginTransaction(connection); !begun)
        return begun;
    if (Result<void> written = writeBatchRows(connection, batch); !written)
        return written;
    m_uncommittedTickets += tickets;
    return m_uncommittedTickets >= ticketsPerTransaction ? commitTransaction() : Result<void>();
}

Result<void> SqliteBulkLoader::finish()
{
    const BulkPosition reached = m_preparer->position();
    const Instant at = m_clock->now();
    return now([this, reached, at](SqliteConnection &connection) -> Result<void> {
        if (Result<void> begun = beginTransaction(connection); !begun)
            return begun;
        if (Result<void> written = writeBulkEnd(connection, reached, at); !written)
            return written;
        if (Result<void> committed = commitTransaction(); !committed)
            return committed;
        return settleBulkLoad(connection);
    });
}

} // namespace deskhand
