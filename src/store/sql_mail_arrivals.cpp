// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/command.h"
#include "store/connection.h"
#include "store/reading.h"
#include "store/sql_mail_store.h"

#include <QCryptographicHash>

namespace deskhand {
namespace {

Statement &bindKey(Statement &statement, const NewArrival &arrival)
{
    statement.bind(":mailbox", arrival.mailbox).bind(":folder", arrival.folder);
    return statement.bind(":validity", arrival.validity).bind(":key", arrival.key);
}

Result<bool> isKnownArrival(Connection &connection, const NewArrival &arrival)
{
    Statement known = connection.sql("job.isKnown");
    const bool found = bindKey(known, arrival).next();
    if (Result<void> status = known.status(); !status)
        return status.error();
    return found;
}

} // namespace

Result<QSet<QString>> SqlMailStore::knownKeys(MailboxId mailbox, const QString &folder, qint64 validity)
{
    QSet<QString> keys;
    const Result<void> done = m_job.look([&](Connection &connection) {
        Statement known = connection.sql("job.knownKeys");
        known.bind(":mailbox", mailbox).bind(":folder", folder).bind(":validity", validity);
        while (known.next())
            keys.insert(known.text(0));
        return known.status();
    });
    return done ? Result<QSet<QString>>(keys) : Result<QSet<QString>>(done.error());
}

/// Without a hash it is one that is rejected, which stays as it is on its server.
Result<MailArrivalId> SqlMailStore::insertArrival(Connection &connection, const NewArrival &arrival,
                                                  const QByteArray &sha256, qint64 size, const QString &reason)
{
    const bool isRejected = sha256.isEmpty();
    Statement insert = connection.sql("job.insertArrival");
    bindKey(insert, arrival).bind(":size", size).bind(":at", arrival.at).bind(":reason", reason);
    insert.bind(":outcome", int(isRejected ? MailOutcome::Rejected : MailOutcome::None)).bind(":settled", isRejected);
    if (isRejected)
        insert.bindNull(":sha256");
    else
        insert.bind(":sha256", sha256);
    const Result<qint64> id = insert.runForNumber();
    return id ? Result<MailArrivalId>(MailArrivalId{*id}) : Result<MailArrivalId>(id.error());
}

Result<MailArrivalId> SqlMailStore::storeArrival(const Lease &lease, const NewArrival &arrival, const QByteArray &raw)
{
    const QByteArray sha256 = QCryptographicHash::hash(raw, QCryptographicHash::Sha256);
    MailArrivalId stored;
    const Result<void> done = m_job.changeUnder(lease, [&](Connection &connection) -> Result<void> {
        stored = {};
        const Result<bool> known = isKnownArrival(connection, arrival);
        if (!known || *known)
            return known ? Result<void>() : Result<void>(known.error());
        Statement keep = connection.sql("blob.insert");
        keep.bind(":sha256", sha256).bind(":size", raw.size()).bind(":bytes", raw);
        if (Result<void> kept = keep.run(); !kept)
            return kept;
        const Result<MailArrivalId> id = insertArrival(connection, arrival, sha256, raw.size(), {});
        if (!id)
            return id.error();
        stored = *id;
        return {};
    });
    return done ? Result<MailArrivalId>(stored) : Result<MailArrivalId>(done.error());
}

Result<void> SqlMailStore::rejectArrival(const Lease &lease, const NewArrival &arrival, qint64 size,
                                         const QString &reason)
{
    return m_job.changeUnder(lease, [&](Connection &connection) -> Result<void> {
        const Result<MailArrivalId> id = insertArrival(connection, arrival, {}, size, reason);
        return id ? Result<void>() : Result<void>(id.error());
    });
}

Result<QVector<PendingArrival>> SqlMailStore::pendingArrivals(int limit)
{
    QVector<PendingArrival> pending;
    const Result<void> done = m_job.look([&](Connection &connection) {
        Statement statement = connection.sql("job.pending");
        statement.bind(":limit", limit);
        while (statement.next()) {
            ColumnReader row(statement);
            PendingArrival arrival;
            arrival.id = row.id<MailArrivalId>();
            arrival.mailbox = row.id<MailboxId>();
            arrival.sha256 = row.bytes();
            arrival.size = row.integer();
            arrival.attempts = int(row.integer());
            pending.append(std::move(arrival));
        }
        return statement.status();
    });
    return done ? Result<QVector<PendingArrival>>(pending) : Result<QVector<PendingArrival>>(done.error());
}

Result<QByteArray> SqlMailStore::rawMail(const QByteArray &sha256)
{
    const Result<Connection *> connected = m_job.connection();
    return connected ? readBlob(**connected, sha256) : Result<QByteArray>(connected.error());
}

Result<void> SqlMailStore::noteArrivalFailure(const Lease &lease, MailArrivalId id, const QString &problem)
{
    return m_job.changeUnder(lease, [&](Connection &connection) {
        return connection.sql("job.noteArrivalFailure").bind(":id", id).bind(":problem", problem).run();
    });
}

Result<QVector<UnsettledArrival>> SqlMailStore::unsettledArrivals(MailboxId mailbox, int limit)
{
    QVector<UnsettledArrival> unsettled;
    const Result<void> done = m_job.look([&](Connection &connection) {
        Statement statement = connection.sql("job.unsettled");
        statement.bind(":mailbox", mailbox).bind(":limit", limit);
        while (statement.next()) {
            ColumnReader row(statement);
            UnsettledArrival arrival;
            arrival.id = row.id<MailArrivalId>();
            arrival.folder = row.text();
            arrival.validity = row.integer();
            arrival.key = row.text();
            unsettled.append(std::move(arrival));
        }
        return statement.status();
    });
    return done ? Result<QVector<UnsettledArrival>>(unsettled) : Result<QVector<UnsettledArrival>>(done.error());
}

Result<void> SqlMailStore::markSettled(const Lease &lease, const QVector<MailArrivalId> &ids)
{
    return m_job.changeUnder(lease, [&ids](Connection &connection) -> Result<void> {
        Statement settle = connection.sql("job.settle");
        for (const MailArrivalId id : ids) {
            if (Result<void> settled = settle.bind(":id", id).run(); !settled)
                return settled;
        }
        return {};
    });
}

} // namespace deskhand
