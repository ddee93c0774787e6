// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "operations/desk_sync.h"
#include "replica/kept_scope.h"

#include <QString>

#include <functional>
#include <memory>

namespace deskhand {

class LocalDesk;
class ReplicaCore;
class ReplicaDeskSync;
class ReplicaSender;
class ReplicaSyncer;

struct ReplicaOptions {
    std::shared_ptr<const Clock> clock; ///< null: the machine's
    /// How much `clock` is ahead of this computer's by itself, in milliseconds: SyncState tells of both. None: nothing.
    std::function<qint64()> clockCorrection;
    /// While the service is there, a command waits so long for its answer before the one that it had here is given: who
    /// has just written a reply is told at once that there is a newer word.
    int patienceMs = 1500;
    qint64 mostBlobBytes = 256LL * 1024 * 1024; ///< of attachments that were looked at
};

/// A door to a service's desk that works without the service. It answers from its own file what it can answer wholly,
/// asks the service for the rest while that can be reached, and says `partial` (of a count: "at least") when it cannot.
/// Commands about tickets that are here, saved views and mail that is held for tickets that are here run here at once
/// and are sent when they can be; the others go to the service, or fail with Offline.
///
/// Ids from 2^40 on and numbers that begin with "new-" are provisional: a ticket that was opened here is known by its
/// provisional id, too, after it has settled (DeskSync::ticketSettled). Versions of tickets with pending commands are
/// from 2^40 on. A replica belongs to one person; what is asked for somebody else goes to the service.
///
/// GUI thread. It begins to synchronise when it is opened. Destroying it keeps everything that was given.
class ReplicaDesk final : public Desk
{
    Q_OBJECT

public:
    /// `remote` and `source` are two sides of the service and outlive it. Blocks for the few milliseconds that opening
    /// the file takes. Errors: of the file; Denied: it belongs to somebody else; Conflict: it is a desk, no replica.
    [[nodiscard]] static Result<std::unique_ptr<ReplicaDesk>> open(const QString &path, PersonId me, Desk &remote,
                                                                   SyncSource &source, ReplicaOptions options = {});
    /// Removes a replica that nobody has open from this computer: its file is overwritten.
    static Result<void> wipe(const QString &path);
    ~ReplicaDesk() override;

    [[nodiscard]] DeskSync &sync();
    /// Of the service's feed: what was done there up to here is known here.
    [[nodiscard]] qint64 serviceCursor() const;

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

private:
    ReplicaDesk(std::unique_ptr<ReplicaCore> core, Desk &remote, SyncSource &source, ReplicaOptions options);

    void tellOfTheRest();
    [[nodiscard]] LocalDesk &local();
    [[nodiscard]] bool isMine(PersonId me) const;
    [[nodiscard]] bool isOnline() const;
    [[nodiscard]] bool liesHere(const Condition &condition, const CatalogPtr &catalog, Instant now);
    /// Asks the service unless `here` says, by the catalogue, that it can be answered here: then nothing stands between
    /// who asks and the file.
    template <typename T>
    QFuture<Result<T>> askByScope(std::function<bool(const CatalogPtr &)> here,
                                  std::function<QFuture<Result<T>>(Desk &)> ask);
    /// Of the service; what is here of it, as `partial`, when that cannot be reached.
    template <typename T>
    QFuture<Result<T>> askThereOrPart(std::function<QFuture<Result<T>>(Desk &)> ask);
    /// Of the service; of this computer when it cannot be reached.
    template <typename T>
    QFuture<Result<T>> askThere(std::function<QFuture<Result<T>>()> there, std::function<QFuture<Result<T>>()> here);
    template <typename T>
    QFuture<Result<T>> onlyThere(std::function<QFuture<Result<T>>()> there);
    /// About a ticket, wherever it is.
    template <typename T>
    QFuture<Result<T>> askWhere(TicketId id, PersonId me, std::function<QFuture<Result<T>>(Desk &)> ask);
    QFuture<Result<CommandAnswer>> submitThere(const Command &command);

    std::unique_ptr<ReplicaCore> m_core;
    Desk &m_remote;
    ReplicaOptions m_options;
    std::unique_ptr<ReplicaSyncer> m_syncer;
    std::unique_ptr<ReplicaSender> m_sender;
    std::unique_ptr<ReplicaDeskSync> m_sync;
    KeptScope m_scope;
    bool m_gavePart = false; ///< of what only the service has wholly
};

} // namespace deskhand
