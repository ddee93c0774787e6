// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "operations/sync_source.h"
#include "remote/remote_place.h"

#include <memory>

namespace deskhand {

class RemoteThread;
struct RemoteWorks;

struct RemoteDeskOptions {
    RemotePlace place;
    QByteArray token;    ///< of a session (remote/sign_in.h) or of an API
    bool listens = true; ///< false: feed, presence and their connection are not needed; no signal but connectionChanged
};

/// A desk behind a service (deskhandd): questions and commands over HTTPS, what others do over a WebSocket, all in a
/// thread of its own, where large answers are read, too. Who asks is whoever the token belongs to, whatever `me` and
/// Command::actor say; a command of the desk itself is Denied.
///
/// Begins to connect when it is made; what is asked before it is there waits for it, and fails with what is in the way.
/// Commands of one ticket are sent in the order they were given. What the service drops is asked once more by itself;
/// then the answer is Offline or Timeout, with a ConnectProblem where it is known, and the way is made again:
/// SteadyDesk asks again. Cancelling a question ends its request. Errors besides those of Desk: Unauthenticated (the
/// token is not good, or no longer: setToken()), TooOld and TooNew (the service is).
///
/// Destroying it waits a moment for its thread; what was asked is Cancelled, and a command may have been done.
class RemoteDesk final : public Desk, public SyncSource
{
    Q_OBJECT

public:
    explicit RemoteDesk(RemoteDeskOptions options, QObject *parent = nullptr);
    ~RemoteDesk() override;

    /// After signing in again; nothing else has to be done.
    void setToken(const QByteArray &token);
    /// Does not wait for the next attempt.
    void tryNow();
    /// The service's clock minus ours, in milliseconds, as it was measured when the way was made; half a round trip of
    /// it is not known.
    [[nodiscard]] qint64 clockSkewMs() const { return m_clockSkewMs; }

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
    /// Corrupt: what came is not what its hash says.
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

    QFuture<Result<SyncHead>> syncHead() override;
    QFuture<Result<SyncRows>> syncSettings(PersonId me) override;
    QFuture<Result<SyncRows>> syncTickets(const QVector<TicketId> &ids, PersonId me) override;

Q_SIGNALS:
    /// Why there is no way, each time it is another reason; connectProblemOf() where it is known.
    void problemChanged(const deskhand::Error &problem);
    /// The token is not good, or no longer.
    void signedOut();
    void clockSkewChanged(qint64 milliseconds);

private:
    void connectWorks(RemoteWorks &works);
    void setConnection(DeskConnection now);
    template <typename Calls, typename Call>
    QFuture<Result<typename Call::Answer>> ask(const Call &call, int timeOutMs = 0);

    RemoteTimes m_times;
    DeskConnection m_connection = DeskConnection::Online; ///< as was said last
    qint64 m_clockSkewMs = 0;
    std::unique_ptr<RemoteThread> m_thread;
};

} // namespace deskhand
