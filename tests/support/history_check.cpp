// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/history_check.h"

#include "domain/history_chain.h"

#include <sqlite3.h>

#include <array>
#include <functional>

namespace deskhand::test {
namespace {

/// Each row of a statement as texts and blobs. Returns an error text.
QString eachRow(const QString &path, const char *sql, const std::function<QString(sqlite3_stmt *)> &fn)
{
    sqlite3 *handle = nullptr;
    QString problem;
    if (sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        problem = QStringLiteral("cannot be opened");
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_stmt *statement = nullptr;
    if (problem.isEmpty() && sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) != SQLITE_OK)
        problem = QString::fromUtf8(sqlite3_errmsg(handle));
    int code = SQLITE_ROW;
    while (problem.isEmpty() && (code = sqlite3_step(statement)) == SQLITE_ROW)
        problem = fn(statement);
    if (problem.isEmpty() && code != SQLITE_DONE)
        problem = QString::fromUtf8(sqlite3_errmsg(handle));
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return problem;
}

QString textOf(sqlite3_stmt *statement, int column)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, column)));
}

QByteArray bytesOf(sqlite3_stmt *statement, int column)
{
    return QByteArray(static_cast<const char *>(sqlite3_column_blob(statement, column)),
                      sqlite3_column_bytes(statement, column));
}

struct DeskRule {
    const char *what;
    const char *sql; ///< a count that must be 0
};

constexpr std::array deskRules{
    DeskRule{
        "article_count",
        "SELECT count(*) FROM ticket t WHERE article_count <> (SELECT count(*) FROM article WHERE ticket_id = t.id)"},
    DeskRule{"positions", "SELECT count(*) FROM ticket t WHERE article_count <> (SELECT coalesce(max(position), 0) "
                          "FROM article WHERE ticket_id = t.id)"},
    DeskRule{"last_article", "SELECT count(*) FROM ticket t WHERE last_article_id <> (SELECT coalesce(max(id), 0) FROM "
                             "article WHERE ticket_id = t.id)"},
    DeskRule{"attachment_count",
             "SELECT count(*) FROM ticket t WHERE attachment_count <> (SELECT count(*) FROM attachment f JOIN article "
             "a ON a.id = f.article_id WHERE a.ticket_id = t.id AND NOT f.is_inline)"},
    DeskRule{"state_type",
             "SELECT count(*) FROM ticket t JOIN state s ON s.id = t.state_id WHERE s.type <> t.state_type"},
    DeskRule{
        "version",
        "SELECT count(*) FROM ticket t WHERE version <> (SELECT max(version) FROM history WHERE ticket_id = t.id)"},
    DeskRule{"tags", "SELECT count(*) FROM ticket t WHERE tags <> (SELECT coalesce(group_concat(tag, ' '), '') FROM "
                     "(SELECT tag FROM ticket_tag WHERE ticket_id = t.id ORDER BY tag))"},
    DeskRule{"command without answer", "SELECT count(*) FROM change_feed f WHERE NOT EXISTS (SELECT 1 FROM command_log "
                                       "c WHERE c.command_id = f.command_id)"},
    DeskRule{"history without answer", "SELECT count(*) FROM history h WHERE NOT EXISTS (SELECT 1 FROM command_log c "
                                       "WHERE c.command_id = h.command_id)"},
    DeskRule{"opened twice or never", "SELECT count(*) FROM ticket t WHERE (SELECT count(*) FROM history WHERE "
                                      "ticket_id = t.id AND what IN ('opened', 'imported')) <> 1"},
    DeskRule{"not searchable", "SELECT count(*) FROM ticket t WHERE NOT EXISTS (SELECT 1 FROM search WHERE rowid >= "
                               "t.id << 20 AND rowid < (t.id + 1) << 20)"},
    DeskRule{"foreign keys", "SELECT count(*) FROM pragma_foreign_key_check"},
};

} // namespace

QString brokenHistory(const QString &path, int *entries)
{
    QByteArray previous;
    qint64 lastId = 0;
    int count = 0;
    const QString problem = eachRow(
        path,
        "SELECT id, ticket_id, version, at, actor_kind, actor_id, what, command_id, actor_name, old_value, new_value, "
        "old_text, new_text, why, payload_hash, hash FROM history ORDER BY id",
        [&](sqlite3_stmt *row) -> QString {
            HistoryEntry entry;
            entry.id = sqlite3_column_int64(row, 0);
            entry.ticket.value = sqlite3_column_int64(row, 1);
            entry.version = sqlite3_column_int64(row, 2);
            entry.at = sqlite3_column_int64(row, 3);
            entry.actorKind = static_cast<ActorKind>(sqlite3_column_int(row, 4));
            entry.actor.value = sqlite3_column_int64(row, 5);
            entry.what = textOf(row, 6);
            entry.command = QUuid::fromRfc4122(bytesOf(row, 7));
            entry.actorName = textOf(row, 8);
            entry.oldValue = textOf(row, 9);
            entry.newValue = textOf(row, 10);
            entry.oldText = textOf(row, 11);
            entry.newText = textOf(row, 12);
            entry.why = textOf(row, 13);
            const QByteArray payloadHash = historyPayloadHash(entry);
            const QByteArray hash = historyHash(entry, payloadHash, previous);
            previous = hash;
            ++count;
            if (entry.id != ++lastId)
                return QStringLiteral("entry %1 is missing").arg(lastId);
            if (payloadHash != bytesOf(row, 14))
                return QStringLiteral("payload of entry %1 was changed").arg(lastId);
            return hash == bytesOf(row, 15) ? QString() : QStringLiteral("the chain breaks at entry %1").arg(lastId);
        });
    if (entries)
        *entries = count;
    return problem;
}

QString brokenDesk(const QString &path)
{
    QString problem = eachRow(path, "PRAGMA integrity_check", [](sqlite3_stmt *row) {
        const QString said = textOf(row, 0);
        return said == u"ok" ? QString() : said;
    });
    for (const DeskRule &rule : deskRules) {
        if (!problem.isEmpty())
            break;
        problem = eachRow(path, rule.sql, [&rule](sqlite3_stmt *row) {
            const int count = sqlite3_column_int(row, 0);
            return count == 0 ? QString() : QStringLiteral("%1: %2 rows").arg(QLatin1String(rule.what)).arg(count);
        });
    }
    return problem.isEmpty() ? brokenHistory(path) : problem;
}

} // namespace deskhand::test
