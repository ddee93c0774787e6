// SPDX-License-Identifier: GPL-3.0-or-later
// What the service has of a ticket while something is pending on top of it.
#include "replica/replica_store.h"

#include "store/connection.h"
#include "store/reading.h"
#include "store/sync_rows.h"
#include "store/sync_writing.h"
#include "store/ticket_sight.h"

#include <algorithm>

namespace deskhand {
namespace {

QVector<TicketId> listOf(const QSet<TicketId> &tickets)
{
    QVector<TicketId> list(tickets.cbegin(), tickets.cend());
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

Result<void> ReplicaStore::setBase(TicketId ticket)
{
    const Result<CatalogPtr> known = catalog();
    if (!known)
        return known.error();
    // As the desk itself would see it: whether one does has been asked before it came.
    const TicketSight whole(**known, PersonId());
    const Result<SyncRows> rows = readSyncTickets(m_connection, m_knownTables, whole, {ticket}, m_me);
    if (!rows)
        return rows.error();
    Statement base = m_connection.sql("replica.setBase");
    return base.bind(":ticket", ticket).bind(":base", rows->rows).run();
}

/// What was merged is here with what shows it, and gets a place of its own as soon as something is pending of it.
Result<void> ReplicaStore::ensureBase(TicketId ticket, ReplicaEffect *effect)
{
    bool has = false;
    bool isNoted = false;
    {
        Statement base = m_connection.sql("replica.base");
        base.bind(":ticket", ticket);
        isNoted = base.next();
        has = isNoted && !base.isNull(0);
        if (Result<void> status = base.status(); !status)
            return status;
    }
    if (has || isProvisional(ticket))
        return {};
    if (!isNoted) {
        if (Result<void> noted = keep(ticket, 0, effect); !noted)
            return noted;
    }
    return setBase(ticket);
}

Result<qint64> ReplicaStore::versionOf(TicketId ticket)
{
    Statement version = m_connection.sql("replica.version");
    return version.bind(":ticket", ticket).runForNumber();
}

Result<void> ReplicaStore::raiseVersion(TicketId ticket)
{
    const Result<qint64> version = versionOf(ticket);
    if (!version)
        return version.error();
    if (isProvisional(ticket) || *version == 0 || *version >= firstProvisionalId)
        return {};
    Statement set = m_connection.sql("replica.setVersion");
    return set.bind(":ticket", ticket).bind(":version", provisionalVersion(*version)).run();
}

Result<void> ReplicaStore::putBack(TicketId ticket)
{
    if (isProvisional(ticket))
        return m_writer->removeTickets({ticket}, m_me);
    QByteArray rows;
    {
        Statement base = m_connection.sql("replica.base");
        base.bind(":ticket", ticket);
        if (base.next() && !base.isNull(0))
            rows = base.bytes(0);
        if (Result<void> status = base.status(); !status)
            return status;
    }
    if (rows.isEmpty())
        return {};
    const Result<SyncedRows> unpacked = unpackSyncRows(rows);
    if (!unpacked)
        return unpacked.error();
    const Result<QVector<TicketId>> written = m_writer->writeTickets(*unpacked, m_me);
    return written ? Result<void>() : Result<void>(written.error());
}

/// All tickets that are tied to these by commands that are about several.
Result<QSet<TicketId>> ReplicaStore::closureOf(const QVector<TicketId> &tickets)
{
    QSet<TicketId> closure(tickets.cbegin(), tickets.cend());
    for (qsizetype before = -1; before != closure.size();) {
        before = closure.size();
        const Result<QVector<CommandId>> pending = pendingOf(listOf(closure));
        if (!pending)
            return pending.error();
        for (const CommandId &id : *pending) {
            const Result<OutboxCommand> known = command(id);
            if (!known)
                return known.error();
            closure.unite(QSet<TicketId>(known->concerns.cbegin(), known->concerns.cend()));
        }
    }
    return closure;
}

Result<void> ReplicaStore::rebase(const QVector<TicketId> &tickets, const QSet<TicketId> &fresh, ReplicaEffect *effect)
{
    const Result<QSet<TicketId>> closure = closureOf(tickets);
    if (!closure)
        return closure.error();
    for (const TicketId ticket : listOf(*closure)) {
        if (fresh.contains(ticket))
            continue;
        if (Result<void> back = putBack(ticket); !back)
            return back;
    }
    const Result<QVector<CommandId>> pending = pendingOf(listOf(*closure));
    if (!pending)
        return pending.error();
    for (const CommandId &id : *pending) {
        const Result<OutboxCommand> known = command(id);
        if (!known)
            return known.error();
        const Result<bool> there = isInRows(*known);
        if (!there)
            return there.error();
        if (*there)
            continue;
        // What does not fit any more is not shown; whether it is done is for the service to say.
        if (const Result<CommandOutcome> ran = runHere(*known, true); !ran && ran.error().code == ErrorCode::Busy)
            return ran.error();
    }
    for (const TicketId ticket : listOf(*closure)) {
        if (Result<void> told = appendTicketChange(ticket, effect); !told)
            return told;
        const Result<QVector<CommandId>> left = pendingOf({ticket});
        if (!left)
            return left.error();
        if (!left->isEmpty())
            continue;
        Statement forgetBase = m_connection.sql("replica.forgetBase");
        if (Result<void> ran = forgetBase.bind(":ticket", ticket).run(); !ran)
            return ran;
    }
    return {};
}

} // namespace deskhand
