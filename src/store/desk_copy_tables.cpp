// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy_tables.h"

#include "store/connection.h"

#include <algorithm>

namespace deskhand {
namespace {

struct KnownTable {
    QByteArray name;
    bool countsIds;
};

Error copyTableError(const QString &detail)
{
    return Error{ErrorCode::Internal, QStringLiteral("store.copyTables"), detail, {}};
}

Result<QVector<KnownTable>> tablesOfSchema(Connection &connection)
{
    QVector<KnownTable> tables;
    Statement found = connection.sql("copy.tables");
    while (found.next())
        tables.append({found.bytes(0), found.flag(1)});
    if (Result<void> status = found.status(); !status)
        return status.error();
    return tables;
}

Result<CopyColumn> columnOf(const QByteArray &table, const QByteArray &name, const QByteArray &type)
{
    if (type == "bigint" || type == "integer")
        return CopyColumn{name, true, false, type == "bigint" ? 8 : 4};
    if (type == "text" || type == "bytea" || type == "blob")
        return CopyColumn{name, false, type == "text"};
    return copyTableError(QStringLiteral("%1.%2 is of a type that cannot be copied: %3")
                              .arg(QString::fromLatin1(table), QString::fromLatin1(name), QString::fromLatin1(type)));
}

Result<CopyTable> readTable(Connection &connection, const KnownTable &known)
{
    CopyTable table{known.name, {}, 0, known.countsIds};
    Statement columns = connection.sql("copy.columns");
    columns.bind(":table", QString::fromLatin1(known.name));
    while (columns.next()) {
        const Result<CopyColumn> column = columnOf(known.name, columns.bytes(0), columns.bytes(1));
        if (!column)
            return column.error();
        table.columns.append(*column);
        table.keyColumns += columns.flag(2) ? 1 : 0;
    }
    if (Result<void> status = columns.status(); !status)
        return status.error();
    if (table.keyColumns == 0)
        return copyTableError(QStringLiteral("%1 has no key").arg(QString::fromLatin1(known.name)));
    return table;
}

QByteArray joined(const CopyTable &table, int count, const char *direction)
{
    QByteArray list;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            list += ", ";
        list += '"' + table.columns[i].name + '"' + direction;
    }
    return list;
}

} // namespace

const QVector<CopyRule> &copyRules()
{
    static const QVector<CopyRule> rules{
        {"desk_setting", CopyKind::Rows},
        {"counter", CopyKind::Rows},
        {"state", CopyKind::Rows},
        {"priority", CopyKind::Rows},
        {"queue", CopyKind::Rows},
        {"category", CopyKind::Rows},
        {"organization", CopyKind::Rows},
        {"person", CopyKind::Rows},
        {"person_word", CopyKind::Rows},
        {"queue_member", CopyKind::Rows},
        {"ticket", CopyKind::Rows},
        {"ticket_tag", CopyKind::Rows},
        {"blob", CopyKind::Rows},
        {"article", CopyKind::Rows},
        {"article_message_id", CopyKind::Rows},
        {"attachment", CopyKind::Rows},
        {"history", CopyKind::Rows},
        {"command_log", CopyKind::Rows},
        {"change_feed", CopyKind::Rows},
        {"read_mark", CopyKind::Rows},
        {"saved_view", CopyKind::Rows},
        {"inbound_mail", CopyKind::Rows},
        {"mailbox", CopyKind::Rows},
        {"mailbox_secret", CopyKind::Rows},
        {"mailbox_progress", CopyKind::Rows},
        {"mail_text", CopyKind::Rows},
        {"mail_arrival", CopyKind::Rows},
        {"held_mail", CopyKind::Rows},
        {"ticket_participant", CopyKind::Rows},
        {"ticket_link", CopyKind::Rows},
        {"ticket_merge", CopyKind::Rows},
        {"ticket_merge_mark", CopyKind::Rows},
        {"automatic_mail", CopyKind::Rows},
        {"outbound_mail", CopyKind::Rows},
        {"outbound_recipient", CopyKind::Rows},
        {"lease", CopyKind::Rows}, // fences that recipients remember are not given out again
        {"business_calendar", CopyKind::Rows},
        {"business_calendar_version", CopyKind::Rows},
        {"sla_policy", CopyKind::Rows},
        {"sla_policy_version", CopyKind::Rows},
        {"sla_event", CopyKind::Rows},
        {"sla_clock", CopyKind::Rows},
        {"sla_fired", CopyKind::Rows},
        {"sla_task", CopyKind::Rows},
        {"notification", CopyKind::Rows},
        {"work_entry", CopyKind::Rows},
        {"report_item", CopyKind::Rows},
        {"report_item_version", CopyKind::Rows},
        {"report_sending", CopyKind::Rows},
        {"report_fact", CopyKind::Left}, // made anew
        {"report_day", CopyKind::Left},
        {"report_progress", CopyKind::Left},
        {"account", CopyKind::Rows},
        {"account_recovery", CopyKind::Rows},
        {"account_link", CopyKind::Rows},
        {"api_token", CopyKind::Rows},
        {"search_term", CopyKind::Rows},
        {"search_term_trigram", CopyKind::Index},
        {"search", CopyKind::Index},
        {"desk_head", CopyKind::Follows},
        {"in_hand", CopyKind::Left},  // of running transactions
        {"presence", CopyKind::Left}, // of the moment
        {"upload", CopyKind::Left},   // likewise: sent again when it is missed
        {"upload_piece", CopyKind::Left},
        {"login", CopyKind::Left},           // names roles of one server
        {"account_session", CopyKind::Left}, // of computers that know one server
        {"account_head", CopyKind::Left},
        {"account_place", CopyKind::Left},   // by the key of account_head
        {"sign_in_attempt", CopyKind::Left}, // of the moment, and by the key of account_head
        {"desk_copy", CopyKind::Left},       // the copier's own notes
        // Of a replica, which is filled by its desk and by nobody else.
        {"replica_note", CopyKind::Left},
        {"replica_ticket", CopyKind::Left},
        {"replica_command", CopyKind::Left},
        {"replica_concern", CopyKind::Left},
        {"replica_alias", CopyKind::Left},
        {"replica_seen", CopyKind::Left},
        {"replica_mark", CopyKind::Left},
        {"replica_next", CopyKind::Left},
        {"replica_blob", CopyKind::Left},
        {"replica_settings", CopyKind::Left},
    };
    return rules;
}

Result<QVector<CopyTable>> readCopyTables(Connection &connection)
{
    const Result<QVector<KnownTable>> known = tablesOfSchema(connection);
    if (!known)
        return known.error();
    for (const KnownTable &table : *known) {
        if (std::none_of(copyRules().cbegin(), copyRules().cend(),
                         [&table](const CopyRule &rule) { return table.name == rule.table; }))
            return copyTableError(
                QStringLiteral("nobody has said how %1 is copied").arg(QString::fromLatin1(table.name)));
    }
    QVector<CopyTable> tables;
    for (const CopyRule &rule : copyRules()) {
        const auto found = std::find_if(known->cbegin(), known->cend(),
                                        [&rule](const KnownTable &table) { return table.name == rule.table; });
        if (rule.kind != CopyKind::Rows || found == known->cend())
            continue;
        Result<CopyTable> table = readTable(connection, *found);
        if (!table)
            return table.error();
        tables.append(*std::move(table));
    }
    return tables;
}

QByteArray copyColumns(const CopyTable &table)
{
    return joined(table, int(table.columns.size()), "");
}

QByteArray copyKey(const CopyTable &table, const char *direction)
{
    return joined(table, table.keyColumns, direction);
}

QByteArray copySql(const Connection &connection, const char *name, const CopyTable &table)
{
    QByteArray sql = connection.fragment(name);
    sql.replace("{table}", '"' + table.name + '"').replace("{columns}", copyColumns(table));
    return sql.replace("{key}", copyKey(table)).replace("{backwards}", copyKey(table, " DESC"));
}

} // namespace deskhand
