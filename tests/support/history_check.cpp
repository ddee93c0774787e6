// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/history_check.h"

#include "domain/history_chain.h"
#include "store/reading.h"
#include "store/report_catch_up.h"
#include "store/sqlite_connection.h"

#include <array>
#include <functional>
#include <memory>

namespace deskhand::test {
namespace {

/// Each row of a statement, until one has something to say. Returns an error text.
QString eachRow(Connection &connection, const char *sql, const std::function<QString(const Statement &)> &fn)
{
    Statement rows = connection.once(sql, "test.check");
    QString problem;
    while (problem.isEmpty() && rows.next())
        problem = fn(rows);
    const Result<void> status = rows.status();
    return status ? problem : status.error().detail;
}

std::unique_ptr<Connection> connectionTo(const QString &path)
{
    auto opened = SqliteConnection::open(path, ConnectionUse::Write,
                                         std::make_shared<const StatementCatalogue>(*StatementCatalogue::load()), 2000);
    return opened ? *std::move(opened) : nullptr;
}

struct DeskRule {
    const char *what;
    const char *sql; ///< a count that must be 0
};

constexpr std::array deskRules{
    DeskRule{"article_count",
             "SELECT count(*) FROM ticket t WHERE article_count <> (SELECT count(*) FROM article WHERE "
             "ticket_id = t.id AND withdrawn_at = 0)"},
    DeskRule{"positions",
             "SELECT count(*) FROM ticket t WHERE (SELECT count(*) FROM article WHERE ticket_id = t.id) <> "
             "(SELECT coalesce(max(position), 0) FROM article WHERE ticket_id = t.id)"},
    DeskRule{"last_article", "SELECT count(*) FROM ticket t WHERE last_article_id <> (SELECT coalesce(max(id), 0) FROM "
                             "article WHERE ticket_id = t.id AND withdrawn_at = 0)"},
    DeskRule{"attachment_count",
             "SELECT count(*) FROM ticket t WHERE attachment_count <> (SELECT count(*) FROM attachment f JOIN article "
             "a ON a.id = f.article_id WHERE a.ticket_id = t.id AND f.is_inline = 0 AND a.withdrawn_at = 0)"},
    DeskRule{"withdrawn and found",
             "SELECT count(*) FROM article a WHERE a.withdrawn_at <> 0 AND EXISTS (SELECT 1 FROM "
             "search WHERE rowid = a.ticket_id << 20 | a.position)"},
    DeskRule{"worst recipient", "SELECT count(*) FROM outbound_mail m WHERE m.state <> (SELECT max(r.state) FROM "
                                "outbound_recipient r WHERE r.mail_id = m.id)"},
    DeskRule{"withdrawn and mailed", "SELECT count(*) FROM outbound_mail m JOIN article a ON a.id = m.article_id WHERE "
                                     "(m.state = 1) <> (a.withdrawn_at <> 0)"},
    // What is being sent is told when there is an answer.
    DeskRule{"delivery", "SELECT count(*) FROM (SELECT t.delivery, coalesce((SELECT m.state FROM outbound_mail m WHERE "
                         "m.ticket_id = t.id AND m.article_id <> 0 AND m.state <> 1 ORDER BY m.id DESC LIMIT 1), 0) AS "
                         "newest FROM ticket t) told WHERE delivery <> newest AND newest <> 4"},
    DeskRule{"state_type",
             "SELECT count(*) FROM ticket t JOIN state s ON s.id = t.state_id WHERE s.type <> t.state_type"},
    DeskRule{
        "version",
        "SELECT count(*) FROM ticket t WHERE version <> (SELECT max(version) FROM history WHERE ticket_id = t.id)"},
    DeskRule{"command without answer", "SELECT count(*) FROM change_feed f WHERE NOT EXISTS (SELECT 1 FROM command_log "
                                       "c WHERE c.command_id = f.command_id)"},
    DeskRule{"history without answer", "SELECT count(*) FROM history h WHERE what <> 'saved-account' AND NOT EXISTS "
                                       "(SELECT 1 FROM command_log c WHERE c.command_id = h.command_id)"},
    DeskRule{"opened twice or never", "SELECT count(*) FROM ticket t WHERE (SELECT count(*) FROM history WHERE "
                                      "ticket_id = t.id AND what IN ('opened', 'imported')) <> 1"},
    DeskRule{"not searchable", "SELECT count(*) FROM ticket t WHERE t.merged_into = 0 AND NOT EXISTS (SELECT 1 FROM "
                               "search WHERE rowid >= t.id << 20 AND rowid < (t.id + 1) << 20)"},
    DeskRule{"merged and found", "SELECT count(*) FROM ticket t WHERE t.merged_into <> 0 AND EXISTS (SELECT 1 FROM "
                                 "search WHERE rowid >= t.id << 20 AND rowid < (t.id + 1) << 20)"},
    DeskRule{"merged without a merge",
             "SELECT count(*) FROM ticket t WHERE t.merged_into <> coalesce((SELECT m.target_id FROM ticket_merge m "
             "WHERE m.source_id = t.id AND m.undone_at = 0), 0)"},
    DeskRule{"merged in another state", "SELECT count(*) FROM ticket t WHERE t.merged_into <> 0 AND t.state_type <> 7"},
    DeskRule{"not shown where it belongs",
             "SELECT count(*) FROM article a WHERE a.ticket_id <> (WITH RECURSIVE up (id, into_id) AS (SELECT t.id, "
             "t.merged_into FROM ticket t WHERE t.id = CASE WHEN a.origin_id = 0 THEN a.ticket_id ELSE a.origin_id END "
             "UNION ALL SELECT t.id, t.merged_into FROM up JOIN ticket t ON t.id = up.into_id) "
             "SELECT id FROM up WHERE into_id = 0)"},
    DeskRule{"not in the order of ids",
             "SELECT count(*) FROM article a JOIN article b ON b.ticket_id = a.ticket_id AND "
             "b.position = a.position + 1 WHERE b.id < a.id"},
    DeskRule{"mail of another thread", "SELECT count(*) FROM outbound_mail m JOIN article a ON a.id = m.article_id "
                                       "WHERE m.ticket_id <> a.ticket_id"},
};

constexpr std::array sqliteRules{
    DeskRule{"damage", "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"},
    DeskRule{"foreign keys", "SELECT count(*) FROM pragma_foreign_key_check"},
    DeskRule{"tags", "SELECT count(*) FROM ticket t WHERE tags <> (SELECT coalesce(group_concat(tag, ' '), '') FROM "
                     "(SELECT tag FROM ticket_tag WHERE ticket_id = t.id ORDER BY tag))"},
};

constexpr std::array postgresRules{
    DeskRule{"tags", "SELECT count(*) FROM ticket t WHERE tags <> (SELECT coalesce(string_agg(tag, ' ' ORDER BY tag), "
                     "'') FROM ticket_tag WHERE ticket_id = t.id)"},
    DeskRule{"end of history", "SELECT count(*) FROM desk_head WHERE history_id <> (SELECT coalesce(max(id), 0) FROM "
                               "history)"},
    DeskRule{"end of feed", "SELECT count(*) FROM desk_head WHERE feed_seq <> (SELECT count(*) FROM change_feed) OR "
                            "feed_seq <> (SELECT coalesce(max(seq), 0) FROM change_feed)"},
};

/// Facts and sums of days are what events say, if they are made and up to date.
QString brokenReports(Connection &connection)
{
    const Result<CatalogPtr> catalog = readCatalog(connection);
    const Result<ReportProgress> progress = readReportProgress(connection);
    if (!catalog || !progress)
        return QStringLiteral("reports cannot be looked at");
    const Result<qint64> lag = reportLag(connection, *progress);
    if (!lag)
        return lag.error().detail;
    if (*lag > 0 || isReportPassDue(*progress, **catalog))
        return {};
    const Result<QStringList> wrong = verifyReports(connection, **catalog);
    return wrong ? wrong->join(u'\n') : wrong.error().detail;
}

QString brokenRule(Connection &connection, const DeskRule &rule)
{
    return eachRow(connection, rule.sql, [&rule](const Statement &row) {
        const qint64 count = row.integer(0);
        return count == 0 ? QString() : QStringLiteral("%1: %2 rows").arg(QLatin1String(rule.what)).arg(count);
    });
}

} // namespace

QString brokenHistory(Connection &connection, int *entries)
{
    QByteArray previous;
    qint64 lastId = 0;
    int count = 0;
    const QString problem = eachRow(
        connection,
        "SELECT id, ticket_id, version, at, actor_kind, actor_id, what, command_id, actor_name, old_value, new_value, "
        "old_text, new_text, why, payload_hash, hash FROM history ORDER BY id",
        [&](const Statement &row) -> QString {
            HistoryEntry entry;
            entry.id = row.integer(0);
            entry.ticket = row.id<TicketId>(1);
            entry.version = row.integer(2);
            entry.at = row.integer(3);
            entry.actorKind = static_cast<ActorKind>(row.integer(4));
            entry.actor = row.id<PersonId>(5);
            entry.what = row.text(6);
            entry.command = QUuid::fromRfc4122(row.bytes(7));
            entry.actorName = row.text(8);
            entry.oldValue = row.text(9);
            entry.newValue = row.text(10);
            entry.oldText = row.text(11);
            entry.newText = row.text(12);
            entry.why = row.text(13);
            const QByteArray payloadHash = historyPayloadHash(entry);
            const QByteArray hash = historyHash(entry, payloadHash, previous);
            previous = hash;
            ++count;
            if (entry.id != ++lastId)
                return QStringLiteral("entry %1 is missing").arg(lastId);
            if (payloadHash != row.bytes(14))
                return QStringLiteral("payload of entry %1 was changed").arg(lastId);
            return hash == row.bytes(15) ? QString() : QStringLiteral("the chain breaks at entry %1").arg(lastId);
        });
    if (entries)
        *entries = count;
    return problem;
}

QString brokenHistory(const QString &path, int *entries)
{
    const auto connection = connectionTo(path);
    return connection ? brokenHistory(*connection, entries) : QStringLiteral("cannot be opened");
}

QString brokenDesk(Connection &connection)
{
    QString problem;
    const bool sqlite = connection.dialect() == SqlDialect::Sqlite;
    for (const DeskRule &rule : deskRules) {
        if (problem.isEmpty())
            problem = brokenRule(connection, rule);
    }
    for (const DeskRule &rule : sqliteRules) {
        if (problem.isEmpty() && sqlite)
            problem = brokenRule(connection, rule);
    }
    for (const DeskRule &rule : postgresRules) {
        if (problem.isEmpty() && !sqlite)
            problem = brokenRule(connection, rule);
    }
    if (problem.isEmpty())
        problem = brokenReports(connection);
    return problem.isEmpty() ? brokenHistory(connection) : problem;
}

QString brokenDesk(const QString &path)
{
    const auto connection = connectionTo(path);
    return connection ? brokenDesk(*connection) : QStringLiteral("cannot be opened");
}

} // namespace deskhand::test
