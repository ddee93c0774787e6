// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"
#include "operations/sync_source.h"

#include <QFuture>
#include <QObject>
#include <QVector>

#include <optional>

namespace deskhand {

/// Where a client that keeps a replica is.
enum class SyncPhase {
    Connecting, ///< the service is being asked
    Syncing,    ///< rows are on their way: `done` of `total` tickets
    Online,     ///< everything that is kept is as it is there
    Offline,    ///< the service cannot be reached; all goes on with what is here
    SignedOut,  ///< the service no longer knows who this is: somebody has to sign in
    TooOld,     ///< this program is older than the service, or newer: nothing can be exchanged
};

struct SyncState {
    SyncPhase phase = SyncPhase::Connecting;
    Instant offlineSince = 0; ///< of Offline
    Instant syncedAt = 0;     ///< when all was last as it is there; 0: never
    qint64 done = 0;          ///< of Syncing
    qint64 total = 0;
    int queued = 0;    ///< commands that wait to be sent
    int attention = 0; ///< commands that somebody has to decide about
    QString problem;   ///< stable name of what is in the way ("captive-portal", "certificate", …); empty: nothing
    qint64 clockSkewMs = 0; ///< the service's clock minus ours; told when it matters (over a minute)
    bool operator==(const SyncState &) const = default;
};

/// What became of a command that was given here. The numbers are stored: never reorder.
enum class QueuedState : int {
    Waiting = 1,  ///< for the service, or for an earlier command of its ticket
    Sending = 2,  ///< sent at least once, its answer is not known
    Held = 3,     ///< a reply whose ticket has words that its author had not seen
    Conflict = 4, ///< done, but fields that somebody else had set stayed as they are: `conflicts` has both values
    Refused = 5,  ///< the service says no: `refusal` says why
};

struct QueuedCommand {
    Command command; ///< as it was given, its ids those that the service knows by now
    QueuedState state = QueuedState::Waiting;
    Instant at = 0; ///< when it was given
    TicketId ticket;
    QString ticketNumber; ///< a provisional one before the service has given its own
    QString ticketSubject;
    std::optional<Error> refusal;
    QVector<FieldConflict> conflicts;
    int attempts = 0;
};

/// The side of a client that works without the service: how it stands with it and what waits. Only a door with a
/// replica has one. GUI thread; nothing blocks.
class DeskSync : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual SyncState state() const = 0;
    /// In the order in which they were given; those that somebody has to decide about stay until they did.
    [[nodiscard]] virtual QVector<QueuedCommand> queue() const = 0;

    /// Does not wait for the next attempt.
    virtual void tryNow() = 0;
    /// Held: posts it although there is something newer. Conflict: sets the refused values over the others. Refused:
    /// tries once more. Errors: NotFound.
    virtual QFuture<Result<void>> insist(const CommandId &command) = 0;
    /// Gives it up: the replica is as if it had never been given, and so are those of its ticket that build on a ticket
    /// that then does not exist. A conflict: theirs stays. Errors: NotFound; Conflict when it was sent already.
    virtual QFuture<Result<void>> giveUp(const CommandId &command) = 0;

    [[nodiscard]] virtual ReplicaScope scope() const = 0;
    /// Fetches what is missing and removes what is no longer kept.
    virtual void setScope(const ReplicaScope &scope) = 0;

Q_SIGNALS:
    void stateChanged(const deskhand::SyncState &now);
    void queueChanged();
    /// A ticket that was opened here has its id and its number from the service now.
    void ticketSettled(deskhand::TicketId provisional, deskhand::TicketId now, const QString &number);
    /// The same of a view that was saved here.
    void viewSettled(deskhand::SavedViewId provisional, deskhand::SavedViewId now);
};

} // namespace deskhand
