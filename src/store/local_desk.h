// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/desk.h"
#include "operations/sync_source.h"
#include "store/catalog_cache.h"
#include "store/db_thread.h"
#include "store/desk_writer.h"
#include "store/feed_watch.h"
#include "store/new_desk.h"
#include "store/postgres_address.h"
#include "store/sync_rules.h"

#include <memory>

namespace deskhand {

class CommandGroups;
class ListCache;
class WriterOfConnection;

struct LocalDeskOptions {
    std::shared_ptr<const Clock> clock; ///< null: the machine's
    bool mayMigrate = true;             ///< false: a desk of an older schema is TooOld
    /// Null: nothing is mailed, and mail that was held cannot be read again.
    std::shared_ptr<const MailCodec> codec{};
};

/// A desk in a SQLite file or in a PostgreSQL database: the pipeline and the queries in six threads with a connection
/// each, made when it is first needed (a writer, a reader for what a person waits for, a reader for lists and search,
/// one for counts, which look at every ticket and must not stand in the way of a list, one that replays clocks for
/// slaImpact(), which may take a minute, and one that reads for replicas). Once somebody has connected to its signals
/// another watches what others do to the desk; their changes arrive like one's own, but without rows. It writes
/// presence too. Owned by whoever opened it; destroying it waits for commands that were submitted and interrupts
/// queries.
class LocalDesk final : public Desk, public SyncSource
{
    Q_OBJECT

public:
    /// Blocks for the few milliseconds that opening takes. Errors: NotFound, Denied, Corrupt, TooOld, TooNew, Busy.
    [[nodiscard]] static Result<std::unique_ptr<LocalDesk>> open(const QString &path, LocalDeskOptions options = {});

    /// Makes the file (see createDeskFile() for its errors) and opens it.
    [[nodiscard]] static Result<std::unique_ptr<LocalDesk>> create(const QString &path, const NewDesk &desk,
                                                                   LocalDeskOptions options = {});

    /// Waits for the server, at most ten seconds: not for the GUI's thread. The schema is looked at, never changed.
    /// When the connection breaks later it is made again by the next query or command; what met the break is repeated
    /// once and then fails with Offline. Errors: those of PostgresConnection::open(), Corrupt (a database without a
    /// desk), TooOld, TooNew.
    [[nodiscard]] static Result<std::unique_ptr<LocalDesk>> openServer(const PostgresAddress &address,
                                                                       LocalDeskOptions options = {});

    ~LocalDesk() override;

    /// Here in any thread: jobs that work for a desk have threads of their own.
    QFuture<Result<CommandAnswer>> submit(const Command &command) override;

    QFuture<Result<CatalogPtr>> catalog() override;
    QFuture<Result<TicketList>> tickets(const TicketQuery &query) override;
    QFuture<Result<QVector<TicketRow>>> rows(const QVector<TicketId> &ids, PersonId me) override;
    QFuture<Result<QVector<qint64>>> counts(const QVector<Condition> &conditions, PersonId me, Instant now) override;
    QFuture<Result<TicketDetail>> ticket(TicketId id, PersonId me) override;
    QFuture<Result<TicketId>> ticketByNumber(const QString &number, PersonId me) override;
    QFuture<Result<ThreadPage>> thread(const ThreadQuery &query) override;
    QFuture<Result<QVector<HistoryEntry>>> history(TicketId id, PersonId me, int limit) override;
    QFuture<Result<SearchHits>> search(const SearchQuery &query) override;
    QFuture<Result<QVector<Person>>> people(const PeopleQuery &query) override;
    QFuture<Result<QVector<SavedView>>> views(PersonId me) override;
    QFuture<Result<QByteArray>> blob(const QByteArray &sha256, PersonId me = {}) override;
    QFuture<Result<FeedPage>> changesSince(qint64 cursor, int limit, PersonId me = {}) override;
    QFuture<Result<PersonId>> signedIn() override;
    QFuture<Result<MailSetup>> mailSetup() override;
    QFuture<Result<MailReport>> mailReport() override;
    QFuture<Result<QVector<HeldMail>>> heldMails(PersonId me, TicketId ticket) override;
    QFuture<Result<QVector<MailDelivery>>> outbox(PersonId me) override;
    QFuture<Result<TicketSla>> ticketSla(TicketId id, PersonId me) override;
    QFuture<Result<SlaImpact>> slaImpact(const SlaImpactQuery &query) override;
    QFuture<Result<ReportAnswer>> report(const ReportQuery &query) override;
    QFuture<Result<ReportShelf>> reportShelf(PersonId me) override;
    QFuture<Result<QVector<SlaTask>>> slaTasks() override;
    QFuture<Result<QVector<Notification>>> notifications(PersonId me, int limit) override;
    void showPresence(PersonId me, const QVector<PresenceSign> &signs) override;
    /// Of one of many clients that come to the desk by this door; nothing: it has gone. None of them is among the
    /// others of presenceChanged().
    void showPresenceOf(const QUuid &client, PersonId me, const QVector<PresenceSign> &signs);

    QFuture<Result<SyncHead>> syncHead() override;
    QFuture<Result<SyncRows>> syncSettings(PersonId me) override;
    QFuture<Result<SyncRows>> syncTickets(const QVector<TicketId> &ids, PersonId me) override;

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    /// How each thread comes to its connection.
    struct Openers {
        DbThread::Opener interactive;
        DbThread::Opener bulk;
        DbThread::Opener counting;
        DbThread::Opener replaying;
        DbThread::Opener syncing;
        DbThread::Opener watch;
        DbThread::Opener writer;
    };

    LocalDesk(const Openers &openers, qint64 feedEnd, LocalDeskOptions options);
    // Called in other threads: the signals come in the object's own.
    void announce(const QVector<Change> &changes, bool catalogIsNew);
    void announcePresence(const QVector<Presence> &others);
    void announceConnection(DeskConnection now);

    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<CatalogCache> m_catalog; ///< shared with jobs
    std::shared_ptr<SyncTables> m_syncTables;
    std::shared_ptr<ListCache> m_lists;               ///< used in the thread of lists only
    std::shared_ptr<WriterOfConnection> m_deskWriter; ///< used in the writer's thread only
    std::shared_ptr<CommandGroups> m_commands;        ///< that wait for the writer
    std::unique_ptr<FeedWatch> m_feed;                ///< used by the writer's thread too
    std::shared_ptr<DbThread::Lobby> m_reportLobby = std::make_shared<DbThread::Lobby>();
    // Last, so that no thread runs when the rest is gone.
    std::unique_ptr<DbThread> m_interactive;
    std::unique_ptr<DbThread> m_bulk;
    std::unique_ptr<DbThread> m_counting;
    std::unique_ptr<DbThread> m_replaying;
    std::unique_ptr<DbThread> m_syncing;
    std::unique_ptr<DbThread> m_writer;
};

} // namespace deskhand
