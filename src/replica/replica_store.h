// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/pipeline.h"
#include "operations/sync_source.h"
#include "replica/outbox_command.h"
#include "replica/replica_rows.h"
#include "replica/replica_transaction.h"
#include "store/catalog_cache.h"
#include "store/search_index.h"
#include "store/sync_rules.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace deskhand {

class Connection;
class SyncWriter;

/// What a replica knows of itself.
struct ReplicaNotes {
    PersonId me;
    QUuid epoch;           ///< null: it has never met its service
    qint64 cursor = 0;     ///< of the service's feed: everything up to here is in the rows
    bool settings = false; ///< the settings are here
    bool complete = false; ///< all tickets of the scope are here
    Instant syncedAt = 0;
    ReplicaScope scope;
    int schema = 0; ///< that the rows came in
};

struct ReplicaContent {
    ReplicaNotes notes;
    QHash<TicketId, qint64> kept; ///< with the cursor of their rows
    QVector<OutboxCommand> queue; ///< by place
    QHash<TicketId, TicketId> aliases;
    qint64 lastChange = 0; ///< of the replica's own feed
};

/// What an operation has changed, for who shows it.
struct ReplicaEffect {
    QVector<Change> changes; ///< of the replica's own feed
    bool catalogChanged = false;
    bool queueChanged = false;
    QHash<TicketId, qint64> kept;
    QVector<TicketId> dropped;
    TicketId settledFrom; ///< a ticket that was opened here …
    TicketId settledTo;   ///< … and is known to the service now
    QString settledNumber;
    SavedViewId viewFrom; ///< likewise of a view
    SavedViewId viewTo;
    CommandAnswer answer; ///< of run()
};

/// What is announced with rows that came.
struct ReplicaNews {
    QVector<Change> changes;      ///< of the service
    std::optional<qint64> cursor; ///< moved in the same transaction
    bool stale = false;           ///< all rows have to be fetched anew
};

/// The writing side of a replica: each method is one transaction. Used in the thread of the connection (see
/// replica_file.h), which outlives it. Errors: of the store, and as said.
class ReplicaStore
{
public:
    ReplicaStore(Connection &connection, std::shared_ptr<const Clock> clock, PersonId me);
    ~ReplicaStore();

    Result<ReplicaContent> load();
    Result<QVector<OutboxCommand>> queue(); ///< what is open, by place
    Result<void> save(const ReplicaNotes &notes);

    /// `tells`: nobody else says what has changed.
    Result<ReplicaEffect> applySettings(const SyncRows &rows, bool tells);
    /// Rows in place of what is here of the tickets; what is gone or lies outside of the scope goes, unless something
    /// is open of it; pending commands run again on top.
    Result<ReplicaEffect> applyTickets(const ReplicaRows &rows, const ReplicaScope &scope, const ReplicaNews &news);
    Result<ReplicaEffect> removeTickets(const QVector<TicketId> &ids);
    /// Changes that need no rows.
    Result<ReplicaEffect> announce(const ReplicaNews &news);
    /// Another epoch: nothing that is here is known to be so there; what waits has to be looked at by somebody.
    Result<ReplicaEffect> startAnew(const SyncHead &head);

    /// Runs a command and puts it into the outbox. Errors: NotFound with payload "kept" = false when a ticket is not
    /// here; those of the pipeline. The same command again gives the same answer.
    Result<ReplicaEffect> run(const Command &command);
    /// The command as the service understands it now; it counts as sent from here on. Errors: NotFound.
    Result<Command> beginSending(const CommandId &id);
    /// The service has done it. `rows`: of its tickets, read after it; null for looks, which need none.
    Result<ReplicaEffect> settle(const CommandId &id, const CommandAnswer &answer, const ReplicaRows *rows,
                                 const ReplicaScope &scope);
    /// It was not done and nobody knows why, or the service has refused it (Held or Refused).
    Result<ReplicaEffect> refuse(const CommandId &id, QueuedState state, const Error &error);
    Result<ReplicaEffect> drop(const CommandId &id);
    /// What insisting makes of it: waits again, or a new command that does.
    Result<ReplicaEffect> insist(const CommandId &id);

    /// Some of what makes a file that was filled piece by piece as quick as one that was filled at once: brings the
    /// parts of its index together and counts what its tables hold. `begins`: the first time. False: all is done.
    Result<bool> tidy(bool begins);

    Result<void> keepBlob(const QByteArray &sha256, const QByteArray &bytes, qint64 mostBytes);

private:
    template <typename Fn>
    Result<ReplicaEffect> inTransaction(Fn fn); ///< fn(ReplicaEffect *) -> Result<void>

    // Commands.
    Result<OutboxCommand> command(const CommandId &id);
    Result<QVector<CommandId>> pendingOf(const QVector<TicketId> &tickets);
    Result<bool> hasOpen(TicketId ticket);
    Result<CommandOutcome> runHere(const OutboxCommand &command, bool again);
    Result<CommandBody> bodyForHere(const OutboxCommand &command, bool again);
    Result<qint64> baseFor(const OutboxCommand &command, const ChangeTicket &change, bool forService);
    Result<void> noteSeen(OutboxCommand *command);
    Result<QHash<TicketId, TicketRow>> rowsOf(const QVector<TicketId> &tickets);
    Result<void> addRows(const QHash<TicketId, TicketRow> &before, QVector<Change> *changes);
    Result<QVector<TicketId>> concernsOf(const CommandBody &body);
    Result<CommandOutcome> decideHere(const OutboxCommand &command, const DecideHeldMail &decide);
    Result<qint64> versionFor(const OutboxCommand &command, TicketId given, TicketId ticket, qint64 lookedAt);
    Result<void> addConcern(TicketId ticket, qint64 place);
    Result<void> setState(qint64 place, QueuedState state, const QString &answer, const QString &problem);
    Result<void> settleRow(qint64 place);
    Result<void> dropRow(const OutboxCommand &command, ReplicaEffect *effect);
    Result<void> rememberAnswer(const OutboxCommand &command, const CommandAnswer &answer);
    Result<void> takeAliases(const OutboxCommand &command, const CommandAnswer &answer, ReplicaEffect *effect);
    Result<void> takeViewAlias(const OutboxCommand &command, const CommandAnswer &here, const CommandAnswer &answer,
                               ReplicaEffect *effect);
    Result<void> aliasCopies(const OutboxCommand &command, const QVector<ArticleId> &here, TicketId now,
                             ReplicaEffect *effect);
    Result<QVector<ArticleId>> threadOf(TicketId ticket);
    Result<PersonId> requesterOf(TicketId ticket);

    // Settings.
    Result<void> replaySettings();
    Result<void> putSettingsBack(ReplicaEffect *effect);

    // Tickets.
    Result<void> ensureBase(TicketId ticket, ReplicaEffect *effect);
    Result<void> setBase(TicketId ticket);
    Result<void> raiseVersion(TicketId ticket);
    Result<qint64> versionOf(TicketId ticket);
    Result<bool> isKept(TicketId ticket);
    Result<void> keep(TicketId ticket, qint64 cursor, ReplicaEffect *effect);
    Result<void> forget(const QVector<TicketId> &tickets, ReplicaEffect *effect);
    Result<QVector<TicketId>> noteKept(const QVector<TicketId> &tickets, qint64 cursor, const ReplicaScope &scope,
                                       ReplicaEffect *effect);
    /// Puts tickets back to what the service has (`fresh` are) and runs again what is pending of them.
    Result<void> rebase(const QVector<TicketId> &tickets, const QSet<TicketId> &fresh, ReplicaEffect *effect);
    Result<QSet<TicketId>> closureOf(const QVector<TicketId> &tickets);
    Result<void> putBack(TicketId ticket);
    Result<bool> isInRows(const OutboxCommand &command);
    /// What has names of this computer and of the service. The numbers are stored.
    enum AliasKind { TicketAlias = 1, ArticleAlias = 2, PersonAlias = 3, ViewAlias = 4, WorkAlias = 5 };

    Result<void> takeMark(const Change &change, ReplicaEffect *effect);
    Result<void> putMark(TicketId ticket, qint64 cursor);
    Result<void> setMark(TicketId ticket, ArticleId upTo);
    Result<bool> isOvertaken(const ReplicaRows &rows, ReplicaEffect *effect);
    Result<void> writeRows(const ReplicaRows &rows, const ReplicaScope &scope, ReplicaEffect *effect);
    Result<void> append(QVector<Change> changes, ReplicaEffect *effect);
    Result<QVector<Change>> withoutTold(const QVector<Change> &changes);
    Result<void> appendTicketChange(TicketId ticket, ReplicaEffect *effect);

    // Small things.
    Result<CatalogPtr> catalog();
    Result<QString> note(const char *key);
    Result<void> setNote(const char *key, const QString &value);
    Result<qint64> aliasOf(int kind, qint64 local);
    Result<void> addAlias(AliasKind kind, qint64 local, qint64 id);
    [[nodiscard]] IdMapping mapping(bool seenArticles);

    Connection &m_connection;
    std::shared_ptr<const Clock> m_clock;
    PersonId m_me;
    SyncTables m_tables;
    QVector<SyncTable> m_knownTables;
    CatalogCache m_cache;
    SearchIndex m_index;
    std::unique_ptr<SyncWriter> m_writer;
};

template <typename Fn>
Result<ReplicaEffect> ReplicaStore::inTransaction(Fn fn)
{
    ReplicaEffect effect;
    ReplicaTransaction transaction(m_connection, m_index);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    if (const Result<void> done = fn(&effect); !done)
        return done.error();
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    return effect;
}

} // namespace deskhand
