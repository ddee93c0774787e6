// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history_writing.h"

#include "domain/history_chain.h"
#include "store/connection.h"

namespace deskhand {

namespace {

Result<HistoryEnd> readHistoryEnd(Connection &connection)
{
    HistoryEnd end;
    Statement last = connection.sql("history.last");
    if (last.next())
        end = {last.integer(0), last.bytes(1)};
    const Result<void> status = last.status();
    return status ? Result<HistoryEnd>(end) : Result<HistoryEnd>(status.error());
}

} // namespace

Result<void> appendHistoryEntries(Connection &connection, QVector<HistoryEntry> entries, std::optional<HistoryEnd> *end)
{
    if (!*end) {
        const Result<HistoryEnd> read = readHistoryEnd(connection);
        if (!read)
            return read.error();
        *end = *read;
    }
    Statement insert = connection.sql("history.insert");
    for (HistoryEntry &entry : entries) {
        entry.id = ++(*end)->id;
        const QByteArray payloadHash = historyPayloadHash(entry);
        const QByteArray hash = historyHash(entry, payloadHash, (*end)->hash);
        (*end)->hash = hash;
        insert.bind(":id", entry.id).bind(":ticket", entry.ticket).bind(":version", entry.version);
        insert.bind(":at", entry.at).bind(":actorKind", int(entry.actorKind)).bind(":actor", entry.actor);
        insert.bind(":what", entry.what).bind(":command", entry.command.toRfc4122());
        insert.bind(":actorName", entry.actorName).bind(":oldValue", entry.oldValue).bind(":newValue", entry.newValue);
        insert.bind(":oldText", entry.oldText).bind(":newText", entry.newText).bind(":why", entry.why);
        insert.bind(":payloadHash", payloadHash).bind(":hash", hash);
        if (Result<void> status = insert.runLater(); !status)
            return status;
    }
    return {};
}

} // namespace deskhand
