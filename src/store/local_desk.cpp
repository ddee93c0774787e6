// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/local_desk.h"

#include "store/command_groups.h"
#include "store/list_cache.h"
#include "store/migrations.h"
#include "store/postgres_connection.h"
#include "store/reading.h"
#include "store/report_catch_up.h"
#include "store/report_reading.h"
#include "store/report_shelf.h"
#include "store/sla_impact.h"
#include "store/sla_reading.h"
#include "store/sqlite_connection.h"
#include "store/sync_rows.h"

#include <QMetaMethod>

#include <optional>

namespace deskhand {
namespace {

constexpr int writerCacheKiB = 16 * 1024;
constexpr int interactiveCacheKiB = 16 * 1024;
constexpr int bulkCacheKiB = 48 * 1024;
constexpr int countingCacheKiB = 8 * 1024;
constexpr int replayingCacheKiB = 8 * 1024;
constexpr int syncingCacheKiB = 16 * 1024;
constexpr int watchCacheKiB = 1024;

DbThread::Opener readerOpener(const QString &path, std::shared_ptr<const StatementCatalogue> statements, int cacheKiB)
{
    return [path, statements = std::move(statements), cacheKiB] {
        return SqliteConnection::open(path, ConnectionUse::Read, statements, cacheKiB);
    };
}

/// The connection that watches a file also writes presence, which may be lost and waits for nobody.
DbThread::Opener watchOpener(const QString &path, std::shared_ptr<const StatementCatalogue> statements)
{
    return [path, statements = std::move(statements)]() -> Result<std::unique_ptr<Connection>> {
        Result<std::unique_ptr<Connection>> opened =
            SqliteConnection::open(path, ConnectionUse::Write, statements, watchCacheKiB);
        if (!opened)
            return opened;
        for (const char *name : {"connection.normalSync", "connection.waitLittle", "connection.noCheckpoints"}) {
            if (const Result<void> set = (*opened)->sql(name).run(); !set)
                return set.error();
        }
        return opened;
    };
}

Result<qint64> endOfFeed(Connection &connection)
{
    Statement statement = connection.sql("feed.cursor");
    if (statement.next())
        return statement.integer(0);
    const Result<void> status = statement.status();
    return status ? Result<qint64>(0) : Result<qint64>(status.error());
}

DbThread::Opener serverOpener(const PostgresAddress &address, ConnectionUse use,
                              std::shared_ptr<const StatementCatalogue> statements)
{
    return [address, use, statements = std::move(statements)] {
        return PostgresConnection::open(address, use, statements);
    };
}

Result<std::shared_ptr<const StatementCatalogue>> statementsOf(SqlDialect dialect)
{
    Result<StatementCatalogue> loaded = StatementCatalogue::load(dialect);
    if (!loaded)
        return loaded.error();
    return std::make_shared<const StatementCatalogue>(*std::move(loaded));
}

/// A query about tickets needs the catalogue: it says who sees which.
template <typename Answer, typename Read>
auto withCatalog(std::shared_ptr<CatalogCache> cache, Read read)
{
    return [cache = std::move(cache), read = std::move(read)](Connection &connection) -> Result<Answer> {
        const Result<CatalogPtr> known = cache->get(connection);
        return known ? read(connection, *known) : Result<Answer>(known.error());
    };
}

} // namespace

/// The DeskWriter of whatever connection the writer's thread has now.
class WriterOfConnection
{
public:
    WriterOfConnection(std::shared_ptr<CatalogCache> cache, std::shared_ptr<const Clock> clock,
                       std::shared_ptr<const MailCodec> codec)
        : m_cache(std::move(cache))
        , m_clock(std::move(clock))
        , m_codec(std::move(codec))
    {
    }

    DeskWriter &writer(Connection &connection)
    {
        if (!m_writer || m_serial != connection.serial()) {
            m_writer.emplace(connection, m_cache, m_clock, m_codec);
            m_serial = connection.serial();
        }
        return *m_writer;
    }

private:
    std::shared_ptr<CatalogCache> m_cache;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<const MailCodec> m_codec;
    std::optional<DeskWriter> m_writer;
    qint64 m_serial = 0;
};

Result<std::unique_ptr<LocalDesk>> LocalDesk::open(const QString &path, LocalDeskOptions options)
{
    const auto statements = statementsOf(SqlDialect::Sqlite);
    if (!statements)
        return statements.error();
    const Result<QVector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return migrations.error();
    Result<std::unique_ptr<Connection>> opened =
        SqliteConnection::open(path, ConnectionUse::Write, *statements, writerCacheKiB);
    if (!opened)
        return opened.error();
    const Result<void> ready = options.mayMigrate ? migrate(**opened, *migrations) : checkSchema(**opened, *migrations);
    if (!ready)
        return ready.error();
    const Result<qint64> feedEnd = endOfFeed(**opened);
    if (!feedEnd)
        return feedEnd.error();
    // The connection that is open already goes to the writer; an opener can be copied, a connection cannot.
    auto first = std::make_shared<std::unique_ptr<Connection>>(*std::move(opened));
    const Openers openers{readerOpener(path, *statements, interactiveCacheKiB),
                          readerOpener(path, *statements, bulkCacheKiB),
                          readerOpener(path, *statements, countingCacheKiB),
                          readerOpener(path, *statements, replayingCacheKiB),
                          readerOpener(path, *statements, syncingCacheKiB),
                          watchOpener(path, *statements),
                          [first]() -> Result<std::unique_ptr<Connection>> { return std::move(*first); }};
    return std::unique_ptr<LocalDesk>(new LocalDesk(openers, *feedEnd, std::move(options)));
}

Result<std::unique_ptr<LocalDesk>> LocalDesk::create(const QString &path, const NewDesk &desk, LocalDeskOptions options)
{
    if (const Result<void> created = createDeskFile(path, desk); !created)
        return created.error();
    return open(path, std::move(options));
}

Result<std::unique_ptr<LocalDesk>> LocalDesk::openServer(const PostgresAddress &address, LocalDeskOptions options)
{
    const auto statements = statementsOf(SqlDialect::Postgres);
    if (!statements)
        return statements.error();
    const Result<QVector<Migration>> migrations = builtInMigrations(SqlDialect::Postgres);
    if (!migrations)
        return migrations.error();
    Result<qint64> feedEnd = 0;
    {
        const auto opened = PostgresConnection::open(address, ConnectionUse::Read, *statements);
        if (!opened)
            return opened.error();
        if (const Result<void> checked = checkSchema(**opened, *migrations); !checked)
            return checked.error();
        feedEnd = endOfFeed(**opened);
        if (!feedEnd)
            return feedEnd.error();
    }
    const auto reader = serverOpener(address, ConnectionUse::Read, *statements);
    const auto writer = serverOpener(address, ConnectionUse::Write, *statements);
    const Openers openers{reader, reader, reader, reader, reader, writer, writer}; // the watch writes presence
    return std::unique_ptr<LocalDesk>(new LocalDesk(openers, *feedEnd, std::move(options)));
}

LocalDesk::LocalDesk(const Openers &openers, qint64 feedEnd, LocalDeskOptions options)
    : m_clock(options.clock ? std::move(options.clock) : std::make_shared<SystemClock>())
    , m_catalog(std::make_shared<CatalogCache>())
    , m_syncTables(std::make_shared<SyncTables>())
    , m_lists(std::make_shared<ListCache>())
    , m_deskWriter(std::make_shared<WriterOfConnection>(m_catalog, m_clock, std::move(options.codec)))
    , m_commands(std::make_shared<CommandGroups>())
    , m_feed(std::make_unique<FeedWatch>(
          openers.watch, feedEnd,
          FeedWatch::Listeners{
              [this](const QVector<Change> &changes, bool catalogIsNew) { announce(changes, catalogIsNew); },
              [this](const QVector<Presence> &others) { announcePresence(others); },
              [this](DeskConnection now) { announceConnection(now); }}))
    , m_interactive(std::make_unique<DbThread>(openers.interactive, DbThread::Jobs::Cancellable))
    , m_bulk(std::make_unique<DbThread>(openers.bulk, DbThread::Jobs::Cancellable))
    , m_counting(std::make_unique<DbThread>(openers.counting, DbThread::Jobs::Cancellable, m_reportLobby))
    , m_replaying(std::make_unique<DbThread>(openers.replaying, DbThread::Jobs::Cancellable, m_reportLobby))
    , m_syncing(std::make_unique<DbThread>(openers.syncing, DbThread::Jobs::Cancellable))
    , m_writer(std::make_unique<DbThread>(openers.writer, DbThread::Jobs::Uninterrupted))
{
}

LocalDesk::~LocalDesk() = default;

QFuture<Result<CommandAnswer>> LocalDesk::submit(const Command &command)
{
    // Rows are read only for somebody who listens.
    static const QMetaMethod changedSignal = QMetaMethod::fromSignal(&Desk::changed);
    const auto rows = isSignalConnected(changedSignal) ? DeskWriter::Rows::BeforeAndAfter : DeskWriter::Rows::Without;
    const auto waiting = std::make_shared<CommandGroups::Waiting>(CommandGroups::Waiting{command, rows});
    QFuture<Result<CommandAnswer>> answer;
    m_commands->add(waiting, [&] {
        answer = m_writer->run([this, waiting, groups = m_commands, writer = m_deskWriter](Connection &connection) {
            return groups->take(waiting, writer->writer(connection), connection, *m_feed);
        });
    });
    return answer;
}

void LocalDesk::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&Desk::presenceChanged))
        m_feed->startPresence();
    else if (signal == QMetaMethod::fromSignal(&Desk::changed)
             || signal == QMetaMethod::fromSignal(&Desk::catalogChanged)
             || signal == QMetaMethod::fromSignal(&Desk::connectionChanged))
        m_feed->start();
}

void LocalDesk::announce(const QVector<Change> &changes, bool catalogIsNew)
{
    // Called in threads that end before this object does; the event dies with the object.
    QMetaObject::invokeMethod(
        this,
        [this, changes, catalogIsNew] {
            Q_EMIT changed(changes);
            if (catalogIsNew)
                Q_EMIT catalogChanged();
        },
        Qt::QueuedConnection);
}

void LocalDesk::announcePresence(const QVector<Presence> &others)
{
    QMetaObject::invokeMethod(
        this, [this, others] { Q_EMIT presenceChanged(others); }, Qt::QueuedConnection);
}

void LocalDesk::announceConnection(DeskConnection now)
{
    QMetaObject::invokeMethod(
        this, [this, now] { Q_EMIT connectionChanged(now); }, Qt::QueuedConnection);
}

QFuture<Result<CatalogPtr>> LocalDesk::catalog()
{
    return m_interactive->run([cache = m_catalog](Connection &connection) { return cache->get(connection); });
}

QFuture<Result<TicketList>> LocalDesk::tickets(const TicketQuery &query)
{
    // Wanted before the whole list, which is read at the same time.
    if (query.beginning > 0)
        return m_interactive->run(
            withCatalog<TicketList>(m_catalog, [query](Connection &connection, const CatalogPtr &catalog) {
                return readTicketList(connection, catalog, query);
            }));
    return m_bulk->run(
        withCatalog<TicketList>(m_catalog, [query, lists = m_lists](Connection &connection, const CatalogPtr &catalog) {
            return lists->tickets(connection, catalog, query);
        }));
}

QFuture<Result<QVector<TicketRow>>> LocalDesk::rows(const QVector<TicketId> &ids, PersonId me)
{
    return m_interactive->run(
        withCatalog<QVector<TicketRow>>(m_catalog, [ids, me](Connection &connection, const CatalogPtr &catalog) {
            return readTicketRows(connection, *catalog, ids, me);
        }));
}

QFuture<Result<QVector<qint64>>> LocalDesk::counts(const QVector<Condition> &conditions, PersonId me, Instant now)
{
    return m_counting->run(withCatalog<QVector<qint64>>(
        m_catalog, [conditions, me, now](Connection &connection, const CatalogPtr &catalog) {
            return readCounts(connection, catalog, conditions, me, now);
        }));
}

QFuture<Result<TicketDetail>> LocalDesk::ticket(TicketId id, PersonId me)
{
    return m_interactive->run(
        withCatalog<TicketDetail>(m_catalog, [id, me](Connection &connection, const CatalogPtr &catalog) {
            return readTicketDetail(connection, catalog, id, me);
        }));
}

QFuture<Result<TicketId>> LocalDesk::ticketByNumber(const QString &number, PersonId me)
{
    return m_interactive->run(
        withCatalog<TicketId>(m_catalog, [number, me](Connection &connection, const CatalogPtr &catalog) {
            return readTicketByNumber(connection, *catalog, number, me);
        }));
}

QFuture<Result<ThreadPage>> LocalDesk::thread(const ThreadQuery &query)
{
    return m_interactive->run(
        withCatalog<ThreadPage>(m_catalog, [query](Connection &connection, const CatalogPtr &catalog) {
            return readThread(connection, *catalog, query);
        }));
}

QFuture<Result<QVector<HistoryEntry>>> LocalDesk::history(TicketId id, PersonId me, int limit)
{
    return m_interactive->run(withCatalog<QVector<HistoryEntry>>(
        m_catalog, [id, me, limit](Connection &connection, const CatalogPtr &catalog) {
            return readHistory(connection, *catalog, id, me, limit);
        }));
}

QFuture<Result<SearchHits>> LocalDesk::search(const SearchQuery &query)
{
    return m_bulk->run(withCatalog<SearchHits>(m_catalog, [query](Connection &connection, const CatalogPtr &catalog) {
        return readSearch(connection, catalog, query);
    }));
}

QFuture<Result<QVector<Person>>> LocalDesk::people(const PeopleQuery &query)
{
    return m_interactive->run([query](Connection &connection) { return readPeople(connection, query); });
}

QFuture<Result<QVector<SavedView>>> LocalDesk::views(PersonId me)
{
    return m_interactive->run([me](Connection &connection) { return readViews(connection, me); });
}

QFuture<Result<QByteArray>> LocalDesk::blob(const QByteArray &sha256, PersonId me)
{
    if (!me.isValid())
        return m_interactive->run([sha256](Connection &connection) { return readBlob(connection, sha256); });
    return m_interactive->run(
        withCatalog<QByteArray>(m_catalog, [sha256, me](Connection &connection, const CatalogPtr &catalog) {
            return readBlob(connection, *catalog, sha256, me);
        }));
}

QFuture<Result<FeedPage>> LocalDesk::changesSince(qint64 cursor, int limit, PersonId me)
{
    if (!me.isValid()) {
        return m_interactive->run(
            [cursor, limit](Connection &connection) { return readChanges(connection, cursor, limit); });
    }
    return m_interactive->run(
        withCatalog<FeedPage>(m_catalog, [cursor, limit, me](Connection &connection, const CatalogPtr &catalog) {
            return readChanges(connection, *catalog, cursor, limit, me);
        }));
}

QFuture<Result<PersonId>> LocalDesk::signedIn()
{
    return m_interactive->run([](Connection &connection) -> Result<PersonId> {
        if (connection.dialect() == SqlDialect::Sqlite)
            return PersonId{};
        const Result<qint64> me = connection.sql("connection.me").runForNumber();
        return me ? Result<PersonId>(PersonId{*me}) : Result<PersonId>(me.error());
    });
}

QFuture<Result<MailSetup>> LocalDesk::mailSetup()
{
    return m_interactive->run([](Connection &connection) { return readMailSetup(connection); });
}

QFuture<Result<MailReport>> LocalDesk::mailReport()
{
    return m_counting->run([now = m_clock->now()](Connection &connection) { return readMailReport(connection, now); });
}

QFuture<Result<QVector<HeldMail>>> LocalDesk::heldMails(PersonId me, TicketId ticket)
{
    return m_interactive->run(
        withCatalog<QVector<HeldMail>>(m_catalog, [me, ticket](Connection &connection, const CatalogPtr &catalog) {
            return readHeldMails(connection, *catalog, me, ticket);
        }));
}

QFuture<Result<QVector<MailDelivery>>> LocalDesk::outbox(PersonId me)
{
    return m_interactive->run(withCatalog<QVector<MailDelivery>>(
        m_catalog, [me, now = m_clock->now()](Connection &connection, const CatalogPtr &catalog) {
            return readOutbox(connection, *catalog, me, now);
        }));
}

QFuture<Result<TicketSla>> LocalDesk::ticketSla(TicketId id, PersonId me)
{
    return m_interactive->run(
        withCatalog<TicketSla>(m_catalog, [id, me](Connection &connection, const CatalogPtr &catalog) {
            return readTicketSla(connection, *catalog, id, me);
        }));
}

QFuture<Result<ReportAnswer>> LocalDesk::report(const ReportQuery &query)
{
    // What has just been done is counted already where one may write; who may not counts what somebody else has made.
    const auto caughtUp = std::make_shared<QFuture<Result<bool>>>(
        m_writer->run(withCatalog<bool>(m_catalog, [](Connection &connection, const CatalogPtr &catalog) {
            return Result<bool>(catchUpSoon(connection, *catalog).has_value());
        })));
    // The cards of a dashboard are asked all at once: two threads share them. What else the second one does is rare.
    return m_counting->runInAny(
        withCatalog<ReportAnswer>(m_catalog, [query, caughtUp](Connection &connection, const CatalogPtr &catalog) {
            caughtUp->waitForFinished();
            return readReport(connection, catalog, query);
        }));
}

QFuture<Result<ReportShelf>> LocalDesk::reportShelf(PersonId me)
{
    return m_interactive->run(
        withCatalog<ReportShelf>(m_catalog, [me](Connection &connection, const CatalogPtr &catalog) {
            return readReportShelf(connection, *catalog, me);
        }));
}

QFuture<Result<SlaImpact>> LocalDesk::slaImpact(const SlaImpactQuery &query)
{
    return m_replaying->runTelling(
        [cache = m_catalog, query](Connection &connection, const DbThread::Progress &tell) -> Result<SlaImpact> {
            const Result<CatalogPtr> catalog = cache->get(connection);
            return catalog ? readSlaImpact(connection, *catalog, query, tell) : Result<SlaImpact>(catalog.error());
        });
}

QFuture<Result<QVector<SlaTask>>> LocalDesk::slaTasks()
{
    return m_interactive->run([](Connection &connection) { return readSlaTasks(connection); });
}

QFuture<Result<QVector<Notification>>> LocalDesk::notifications(PersonId me, int limit)
{
    return m_interactive->run(
        withCatalog<QVector<Notification>>(m_catalog, [me, limit](Connection &connection, const CatalogPtr &catalog) {
            return readNotifications(connection, *catalog, me, limit);
        }));
}

void LocalDesk::showPresence(PersonId me, const QVector<PresenceSign> &signs)
{
    m_feed->showPresence(me, signs);
}

void LocalDesk::showPresenceOf(const QUuid &client, PersonId me, const QVector<PresenceSign> &signs)
{
    m_feed->showPresenceOf(client, me, signs);
}

// Where an epoch is made, which the first who asks does: in the writer's thread.
QFuture<Result<SyncHead>> LocalDesk::syncHead()
{
    return m_writer->run([clock = m_clock](Connection &connection) -> Result<SyncHead> {
        const Result<QUuid> epoch = syncEpoch(connection);
        if (!epoch)
            return epoch.error();
        const Result<qint64> cursor = endOfFeed(connection);
        if (!cursor)
            return cursor.error();
        const Result<QVector<Migration>> migrations = builtInMigrations(connection.dialect());
        if (!migrations)
            return migrations.error();
        return SyncHead{*epoch, *cursor, int(migrations->size()), clock->now()};
    });
}

QFuture<Result<SyncRows>> LocalDesk::syncSettings(PersonId me)
{
    return m_syncing->run([tables = m_syncTables, me](Connection &connection) -> Result<SyncRows> {
        const Result<QVector<SyncTable>> known = tables->get(connection);
        return known ? readSyncSettings(connection, *known, me) : Result<SyncRows>(known.error());
    });
}

QFuture<Result<SyncRows>> LocalDesk::syncTickets(const QVector<TicketId> &ids, PersonId me)
{
    return m_syncing->run(withCatalog<SyncRows>(
        m_catalog,
        [tables = m_syncTables, ids, me](Connection &connection, const CatalogPtr &catalog) -> Result<SyncRows> {
            const Result<QVector<SyncTable>> known = tables->get(connection);
            return known ? readSyncTickets(connection, *known, TicketSight(*catalog, me), ids, me)
                         : Result<SyncRows>(known.error());
        }));
}

} // namespace deskhand
