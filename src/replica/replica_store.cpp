// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_store.h"

#include "domain/condition.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/reading.h"
#include "store/sync_rows.h"
#include "store/sync_writing.h"

#include <algorithm>

namespace deskhand {
namespace {

template <typename Fn>
Result<void> eachRow(Statement statement, Fn fn)
{
    while (statement.next())
        fn(statement);
    return statement.status();
}

/// Of what a command does there, it has done the same here; what only follows from it comes from there.
bool isToldHere(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::TicketOpened:
    case ChangeKind::TicketChanged:
    case ChangeKind::ArticlePosted:
    case ChangeKind::ReadMarkSet:
    case ChangeKind::CatalogChanged:
    case ChangeKind::PersonChanged:
    case ChangeKind::ViewChanged: return true;
    default: return false;
    }
}

} // namespace

ReplicaStore::ReplicaStore(Connection &connection, std::shared_ptr<const Clock> clock, PersonId me)
    : m_connection(connection)
    , m_clock(std::move(clock))
    , m_me(me)
    , m_index(connection)
{
}

ReplicaStore::~ReplicaStore() = default;

Result<CatalogPtr> ReplicaStore::catalog()
{
    return readCatalog(m_connection, m_cache.slaVersions());
}

Result<QString> ReplicaStore::note(const char *key)
{
    Statement note = m_connection.sql("replica.note");
    note.bind(":key", QString::fromLatin1(key));
    const QString value = note.next() ? note.text(0) : QString();
    if (Result<void> status = note.status(); !status)
        return status.error();
    return value;
}

Result<void> ReplicaStore::setNote(const char *key, const QString &value)
{
    Statement note = m_connection.sql("replica.setNote");
    return note.bind(":key", QString::fromLatin1(key)).bind(":value", value).run();
}

Result<ReplicaContent> ReplicaStore::load()
{
    if (!m_writer) {
        Result<QVector<SyncTable>> tables = m_tables.get(m_connection);
        if (!tables)
            return tables.error();
        m_knownTables = *std::move(tables);
        m_writer = std::make_unique<SyncWriter>(m_connection, m_knownTables, m_index);
    }
    ReplicaContent content;
    QHash<QByteArray, QString> notes;
    for (const char *key :
         {"me", "epoch", "cursor", "settings", "complete", "syncedAt", "extent", "closedDays", "schema"}) {
        const Result<QString> value = note(key);
        if (!value)
            return value.error();
        notes.insert(key, *value);
    }
    ReplicaNotes &known = content.notes;
    known.me = PersonId{notes["me"].toLongLong()};
    known.epoch = QUuid::fromString(notes["epoch"]);
    known.cursor = notes["cursor"].toLongLong();
    known.settings = notes["settings"].toInt() != 0;
    known.complete = notes["complete"].toInt() != 0;
    known.syncedAt = notes["syncedAt"].toLongLong();
    if (!notes["extent"].isEmpty())
        known.scope = ReplicaScope{ReplicaExtent(notes["extent"].toInt()), notes["closedDays"].toInt()};
    known.schema = notes["schema"].toInt();
    const Result<void> kept = eachRow(m_connection.sql("replica.kept"), [&content](const Statement &row) {
        content.kept.insert(row.id<TicketId>(0), row.integer(1));
    });
    if (!kept)
        return kept.error();
    const Result<void> aliases = eachRow(m_connection.sql("replica.aliases"), [&content](const Statement &row) {
        content.aliases.insert(row.id<TicketId>(0), row.id<TicketId>(1));
    });
    if (!aliases)
        return aliases.error();
    Result<QVector<OutboxCommand>> open = queue();
    if (!open)
        return open.error();
    content.queue = *std::move(open);
    Statement end = m_connection.sql("feed.cursor");
    if (end.next())
        content.lastChange = end.integer(0);
    if (Result<void> status = end.status(); !status)
        return status.error();
    return content;
}

Result<void> ReplicaStore::save(const ReplicaNotes &notes)
{
    const QVector<QPair<const char *, QString>> values{{"me", QString::number(notes.me.value)},
                                                       {"epoch", notes.epoch.toString(QUuid::WithoutBraces)},
                                                       {"cursor", QString::number(notes.cursor)},
                                                       {"settings", QString::number(notes.settings ? 1 : 0)},
                                                       {"complete", QString::number(notes.complete ? 1 : 0)},
                                                       {"syncedAt", QString::number(notes.syncedAt)},
                                                       {"extent", QString::number(int(notes.scope.extent))},
                                                       {"closedDays", QString::number(notes.scope.closedDays)},
                                                       {"schema", QString::number(notes.schema)}};
    ReplicaTransaction transaction(m_connection, m_index);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const auto &[key, value] : values) {
        if (Result<void> set = setNote(key, value); !set)
            return set;
    }
    return transaction.commit();
}

Result<void> ReplicaStore::append(QVector<Change> changes, ReplicaEffect *effect)
{
    for (Change &change : changes) {
        Statement append = m_connection.sql("feed.append");
        append.bind(":at", m_clock->now()).bind(":kind", int(change.kind)).bind(":ticket", change.ticket);
        append.bind(":article", change.article).bind(":actor", change.actor);
        append.bind(":command", change.command.toRfc4122());
        const Result<qint64> seq = append.runForNumber();
        if (!seq)
            return seq.error();
        change.seq = *seq;
        change.before.reset();
        change.after.reset();
    }
    effect->changes += changes;
    return {};
}

Result<void> ReplicaStore::appendTicketChange(TicketId ticket, ReplicaEffect *effect)
{
    Change change;
    change.ticket = ticket;
    return append({change}, effect);
}

/// What was done here has been told then.
Result<QVector<Change>> ReplicaStore::withoutTold(const QVector<Change> &changes)
{
    QVector<Change> news;
    for (const Change &change : changes) {
        if (change.actor == m_me && isToldHere(change.kind)) {
            Statement told = m_connection.sql("replica.isOwn");
            const Result<qint64> count = told.bind(":id", change.command.toRfc4122()).runForNumber();
            if (!count)
                return count.error();
            if (*count > 0)
                continue;
        }
        news.append(change);
    }
    return news;
}

Result<bool> ReplicaStore::isKept(TicketId ticket)
{
    const Result<qint64> version = versionOf(ticket);
    return version ? Result<bool>(*version != 0) : Result<bool>(version.error());
}

Result<void> ReplicaStore::keep(TicketId ticket, qint64 cursor, ReplicaEffect *effect)
{
    effect->kept.insert(ticket, cursor);
    Statement keep = m_connection.sql("replica.keep");
    return keep.bind(":ticket", ticket).bind(":cursor", cursor).run();
}

Result<void> ReplicaStore::forget(const QVector<TicketId> &tickets, ReplicaEffect *effect)
{
    if (tickets.isEmpty())
        return {};
    if (Result<void> removed = m_writer->removeTickets(tickets, m_me); !removed)
        return removed;
    for (const TicketId ticket : tickets) {
        Statement drop = m_connection.sql("replica.drop");
        if (Result<void> dropped = drop.bind(":ticket", ticket).run(); !dropped)
            return dropped;
        effect->kept.remove(ticket);
        effect->dropped.append(ticket);
    }
    return {};
}

/// Notes what came as kept, and gives what does not belong here: outside of the scope and nothing open of it. What was
/// merged is here as long as what it was merged into is.
Result<QVector<TicketId>> ReplicaStore::noteKept(const QVector<TicketId> &tickets, qint64 cursor,
                                                 const ReplicaScope &scope, ReplicaEffect *effect)
{
    const Result<CatalogPtr> known = catalog();
    if (!known)
        return known.error();
    const Result<QVector<TicketRow>> rows = readTicketRows(m_connection, **known, tickets, PersonId());
    if (!rows)
        return rows.error();
    const Condition condition = replicaCondition(scope, **known, m_me);
    const ConditionContext context{*known, m_me, m_clock->now()};
    QVector<TicketId> out;
    for (const TicketRow &row : *rows) {
        const TicketId id = row.head.id;
        if (row.head.mergedInto.isValid()) {
            Statement drop = m_connection.sql("replica.drop");
            if (Result<void> dropped = drop.bind(":ticket", id).run(); !dropped)
                return dropped.error();
            effect->dropped.append(id);
            const Result<bool> rootIsHere = isKept(row.head.mergedInto);
            if (!rootIsHere)
                return rootIsHere.error();
            if (!*rootIsHere)
                out.append(id);
            continue;
        }
        if (Result<void> kept = keep(id, cursor, effect); !kept)
            return kept.error();
        if (evaluate(condition, row.facts(), context))
            continue;
        const Result<bool> open = hasOpen(id);
        if (!open)
            return open.error();
        if (!*open)
            out.append(id);
    }
    return out;
}

/// Answers may come in another order than they were given: what is newer here stays. True: all of it is, and is noted
/// as kept. Busy when that is so of some: rows are taken as a whole, or asked for again.
Result<bool> ReplicaStore::isOvertaken(const ReplicaRows &rows, ReplicaEffect *effect)
{
    const Result<qint64> newest = m_connection.sql("replica.newestCursor").runForNumber();
    if (!newest || *newest <= rows.cursor)
        return newest ? Result<bool>(false) : Result<bool>(newest.error());
    QHash<TicketId, qint64> newer;
    const QVector<TicketId> tickets = rows.rows.tickets + rows.gone;
    for (const TicketId ticket : tickets) {
        Statement statement = m_connection.sql("replica.cursorOf");
        statement.bind(":ticket", ticket);
        if (statement.next() && statement.integer(0) > rows.cursor)
            newer.insert(ticket, statement.integer(0));
        if (Result<void> status = statement.status(); !status)
            return status.error();
    }
    if (newer.isEmpty())
        return false;
    if (newer.size() < tickets.size())
        return Error{ErrorCode::Busy, QStringLiteral("replica.rows"), QStringLiteral("overtaken in part"), {}};
    effect->kept.insert(newer);
    return true;
}

Result<void> ReplicaStore::writeRows(const ReplicaRows &rows, const ReplicaScope &scope, ReplicaEffect *effect)
{
    const Result<bool> overtaken = isOvertaken(rows, effect);
    if (!overtaken)
        return overtaken.error();
    if (*overtaken) // without what is no longer pending
        return rebase(effect->kept.keys().toVector(), {}, effect);
    const Result<QVector<TicketId>> written = m_writer->writeTickets(rows.rows, m_me);
    if (!written)
        return written.error();
    for (const TicketId ticket : *written) {
        if (Result<void> marked = putMark(ticket, rows.cursor); !marked)
            return marked;
    }
    // What is tied to them by something pending goes back to what it is by itself.
    Result<QSet<TicketId>> tied = closureOf(rows.gone);
    if (!tied)
        return tied.error();
    tied->subtract(QSet<TicketId>(rows.gone.cbegin(), rows.gone.cend()));
    if (Result<void> gone = forget(rows.gone, effect); !gone)
        return gone;
    if (Result<void> apart = rebase(QVector<TicketId>(tied->cbegin(), tied->cend()), {}, effect); !apart)
        return apart;
    const Result<QVector<TicketId>> out = noteKept(*written, rows.cursor, scope, effect);
    if (!out)
        return out.error();
    if (Result<void> left = forget(*out, effect); !left)
        return left;
    const Result<QVector<CommandId>> commands = pendingOf(*written);
    if (!commands || commands->isEmpty())
        return commands ? Result<void>() : Result<void>(commands.error());
    QVector<TicketId> pending;
    for (const TicketId ticket : *written) {
        const Result<QVector<CommandId>> ofTicket = pendingOf({ticket});
        if (!ofTicket)
            return ofTicket.error();
        if (ofTicket->isEmpty())
            continue;
        pending.append(ticket);
        if (Result<void> based = setBase(ticket); !based)
            return based;
    }
    return rebase(pending, QSet<TicketId>(written->cbegin(), written->cend()), effect);
}

Result<ReplicaEffect> ReplicaStore::applyTickets(const ReplicaRows &rows, const ReplicaScope &scope,
                                                 const ReplicaNews &news)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        if (Result<void> written = writeRows(rows, scope, effect); !written)
            return written;
        if (news.cursor) {
            if (Result<void> moved = setNote("cursor", QString::number(*news.cursor)); !moved)
                return moved;
        }
        return append(news.changes, effect);
    });
}

Result<ReplicaEffect> ReplicaStore::removeTickets(const QVector<TicketId> &ids)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        QVector<TicketId> free;
        for (const TicketId id : ids) {
            const Result<bool> open = hasOpen(id);
            if (!open)
                return open.error();
            if (!*open)
                free.append(id);
        }
        if (Result<void> forgotten = forget(free, effect); !forgotten)
            return forgotten;
        QVector<Change> changes;
        for (const TicketId id : std::as_const(free)) {
            Change change;
            change.ticket = id;
            changes.append(change);
        }
        return append(changes, effect);
    });
}

Result<ReplicaEffect> ReplicaStore::announce(const ReplicaNews &news)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        if (news.cursor) {
            if (Result<void> moved = setNote("cursor", QString::number(*news.cursor)); !moved)
                return moved;
        }
        if (Result<void> stale = news.stale ? m_connection.sql("replica.staleAll").run() : Result<void>(); !stale)
            return stale;
        for (const Change &change : news.changes) {
            if (Result<void> taken = change.kind == ChangeKind::ReadMarkSet ? takeMark(change, effect) : Result<void>();
                !taken)
                return taken;
        }
        const Result<QVector<Change>> changes = withoutTold(news.changes);
        return changes ? append(*changes, effect) : Result<void>(changes.error());
    });
}

Result<ReplicaEffect> ReplicaStore::startAnew(const SyncHead &head)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        const Result<QString> before = note("epoch");
        if (!before)
            return before.error();
        const Result<QVector<OutboxCommand>> open = queue();
        if (!open)
            return open.error();
        const bool wasThere = !QUuid::fromString(*before).isNull();
        QVector<TicketId> touched;
        for (const OutboxCommand &command : *open) {
            if (!wasThere || (command.state != int(QueuedState::Waiting) && command.state != int(QueuedState::Sending)))
                continue;
            const Error restored{ErrorCode::Integrity,
                                 QStringLiteral("replica.epoch"),
                                 QStringLiteral("the desk was restored from a backup"),
                                 {{QStringLiteral("reason"), QStringLiteral("restored")}}};
            if (Result<void> set = setState(command.place, QueuedState::Refused, {}, errorToText(restored)); !set)
                return set;
            touched += command.concerns;
            effect->queueChanged = true;
        }
        if (Result<void> back = rebase(touched, {}, effect); !back)
            return back;
        for (const char *forget : {"replica.staleAll", "replica.dropMarks"}) {
            if (Result<void> ran = m_connection.once(m_connection.fragment(forget), forget).run(); !ran)
                return ran;
        }
        for (const auto &[key, value] :
             {QPair<const char *, QString>("epoch", head.epoch.toString(QUuid::WithoutBraces)),
              {"cursor", QString::number(head.cursor)},
              {"settings", QStringLiteral("0")},
              {"complete", QStringLiteral("0")},
              {"schema", QString::number(head.schema)}}) {
            if (Result<void> set = setNote(key, value); !set)
                return set;
        }
        return {};
    });
}

Result<void> ReplicaStore::keepBlob(const QByteArray &sha256, const QByteArray &bytes, qint64 mostBytes)
{
    ReplicaTransaction transaction(m_connection, m_index);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    Statement insert = m_connection.sql("blob.insert");
    insert.bind(":sha256", sha256).bind(":size", bytes.size()).bind(":bytes", bytes);
    if (Result<void> inserted = insert.run(); !inserted)
        return inserted;
    Statement keep = m_connection.sql("replica.keepBlob");
    keep.bind(":sha256", sha256).bind(":size", bytes.size()).bind(":at", m_clock->now());
    if (Result<void> kept = keep.run(); !kept)
        return kept;
    for (;;) {
        const Result<qint64> sum = m_connection.sql("replica.blobs").runForNumber();
        if (!sum)
            return sum.error();
        if (*sum <= mostBytes)
            break;
        QByteArray oldest;
        {
            Statement first = m_connection.sql("replica.oldestBlob");
            if (first.next())
                oldest = first.bytes(0);
            if (Result<void> status = first.status(); !status)
                return status;
        }
        for (const char *drop : {"replica.dropBlobNote", "replica.dropBlob"}) {
            Statement gone = m_connection.once(m_connection.fragment(drop), drop);
            if (Result<void> dropped = gone.bind(":sha256", oldest).run(); !dropped)
                return dropped;
        }
    }
    return transaction.commit();
}

} // namespace deskhand
