// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "domain/condition.h"

#include <QByteArray>
#include <QFuture>
#include <QUuid>
#include <QVector>

namespace deskhand {

/// Which tickets are kept on a computer. The numbers are stored: never reorder.
enum class ReplicaExtent : int {
    Nothing = 0,   ///< settings and people only: every look goes to the service
    MyTickets = 1, ///< unresolved ones that one owns, and those that one has resolved in the last days
    MyQueues = 2,  ///< also all unresolved tickets of the queues that one is in, or sees where none has members
};
struct ReplicaScope {
    ReplicaExtent extent = ReplicaExtent::MyQueues;
    int closedDays = 30; ///< resolved tickets whose last change is no older; 0: none
    bool operator==(const ReplicaScope &) const = default;
};

/// The condition for the tickets of a scope. Instants in it are relative to whoever asks.
[[nodiscard]] Condition replicaCondition(const ReplicaScope &scope, const Catalog &catalog, PersonId me);

/// Which desk this is, and how far it is.
struct SyncHead {
    /// Another one after the desk was restored from a backup: what was seen of it before may never have happened, and
    /// its cursors mean nothing.
    QUuid epoch;
    qint64 cursor = 0; ///< of the feed
    int schema = 0;    ///< rows can be taken only by a desk of this schema
    Instant now = 0;   ///< the desk's clock
};

/// Rows of the desk as the desk stores them, for a desk of the same schema and epoch.
struct SyncRows {
    QByteArray rows;        ///< of store/sync_rows.h; nobody else looks into it
    QVector<TicketId> gone; ///< of those asked for: not there, or not seen by the asking person (any more)
    qint64 cursor = 0;      ///< every change up to here is in the rows, and maybe later ones
};

/// What a replica is filled from: a desk's rows as far as somebody may see them. No secret, no hash and no row of a job
/// is ever among them. Threading and cancelling as Desk. Errors: as the questions of Desk; TooOld, TooNew.
class SyncSource
{
public:
    virtual ~SyncSource() = default;

    virtual QFuture<Result<SyncHead>> syncHead() = 0;
    /// Everything that is no ticket's: states, queues, people that agents may see, policies, the person's own views and
    /// notifications.
    virtual QFuture<Result<SyncRows>> syncSettings(PersonId me) = 0;
    /// Tickets with their threads, history, clocks and people; attachments without bytes. At most 500 at once.
    virtual QFuture<Result<SyncRows>> syncTickets(const QVector<TicketId> &ids, PersonId me) = 0;
};

} // namespace deskhand
