// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history_writing.h"

#include "domain/history_chain.h"
#include "store/connection.h"

namespace deskhand {

Result<void> appendHistoryEntries(Connection &connection, QVector<HistoryEntry> entries)
{
    qint64 lastId = 0;
    QByteArray hash;
    {
        Statement last = connection.sql("history.last");
        if (last.next()) {
            lastId = last.integer(0);
            hash = last.bytes(1);
        }
        if (Result<void> status = last.status(); !status)
            return status;
    }
    Statement insert = connection.sql("history.insert");
    for (HistoryEntry &entry : entries) {
        entry.id = ++lastId;
        const QByteArray payloadHash = historyPayloadHash(entry);
        hash = historyHash(entry, payloadHash, hash);
        insert.bind(":id", entry.id).bind(":ticket", entry.ticket).bind(":version", entry.version);
        insert.bind(":at", entry.at).bind(":actorKind", int(entry.actorKind)).bind(":actor", entry.actor);
        insert.bind(":what", entry.what).bind(":command", entry.command.toRfc4122());
        insert.bind(":actorName", entry.actorName).bind(":oldValue", entry.oldValue).bind(":newValue", entry.newValue);
        insert.bind(":oldText", entry.oldText).bind(":newText", entry.newText).bind(":why", entry.why);
        insert.bind(":payloadHash", payloadHash).bind(":hash", hash);
        if (Result<void> status = insert.run(); !status)
            return status;
    }
    return {};
}

} // namespace deskhand
