// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sync_rules.h"

#include "store/connection.h"

#include <algorithm>

namespace deskhand {

const QVector<SyncRule> &syncRules()
{
    using enum SyncWith;
    using enum SyncReplacing;
    static const QVector<SyncRule> rules{
        {"desk_setting", Settings, All, "sync.openSettings"},
        {"state", Settings, All},
        {"priority", Settings, All},
        {"queue", Settings, All},
        {"queue_member", Settings, All},
        {"category", Settings, All},
        {"organization", Settings, All},
        {"mailbox", Settings, All},
        {"mail_text", Settings, All, "sync.ownTexts"},
        {"business_calendar", Settings, All},
        {"business_calendar_version", Settings, All},
        {"sla_policy", Settings, All},
        {"sla_policy_version", Settings, All},
        {"person", Both, ByKey, "sync.agents", "sync.people"},
        {"person_word", Both, ByKey, "sync.wordsOfAgents", "sync.wordsOfPeople"},
        {"saved_view", Settings, All, "sync.ownViews"},
        {"notification", Settings, All, "sync.ownNotifications"},
        {"report_item", Settings, All, "sync.ownViews"},
        {"ticket", Tickets, Owned, nullptr, "sync.tickets"},
        {"ticket_tag", Tickets, Owned, nullptr, "sync.ofTickets"},
        {"article", Tickets, Owned, nullptr, "sync.ofTickets"},
        {"attachment", Tickets, Owned, nullptr, "sync.ofArticles"},
        // Chains are proven where they are made; hashes cannot be compressed.
        {"history", Tickets, Owned, nullptr, "sync.ofTickets", "hash payload_hash"},
        {"read_mark", Tickets, Owned, nullptr, "sync.ownMarks"},
        {"ticket_link", Tickets, Owned, nullptr, "sync.links"},
        {"ticket_merge", Tickets, Owned, nullptr, "sync.merges"},
        {"held_mail", Tickets, Owned, nullptr, "sync.heldMails", "accept"},
        {"outbound_mail", Tickets, Owned, nullptr, "sync.ofTickets", "token"},
        {"outbound_recipient", Tickets, Owned, nullptr, "sync.ofMails"},
        {"sla_event", Tickets, Owned, nullptr, "sync.ofTickets"},
        {"sla_clock", Tickets, Owned, nullptr, "sync.ofTickets"},
        {"sla_fired", Tickets, Owned, nullptr, "sync.ofTickets"},
        {"work_entry", Tickets, Owned, nullptr, "sync.ofTickets"},
        {"counter"},            // numbers are given by the service
        {"blob"},               // fetched when they are looked at
        {"article_message_id"}, // for mail that comes in
        {"ticket_participant"}, // likewise
        {"ticket_merge_mark"},  // for who takes a merge back, which the service does
        {"inbound_mail"},
        {"mailbox_secret"},
        {"mailbox_progress"},
        {"mail_arrival"},
        {"automatic_mail"},
        {"lease"},
        {"sla_task"},
        {"report_item_version"},
        {"report_sending"},
        {"report_fact"}, // made of events wherever there are any
        {"report_day"},
        {"report_progress"},
        {"command_log"},
        {"change_feed"}, // read by cursor
        {"presence"},
        {"login"},
        {"in_hand"},
        {"upload"}, // of whoever sends it, to the service
        {"upload_piece"},
        {"desk_head"},
        {"desk_copy"},
        {"search"}, // made anew
        {"search_term"},
        {"search_term_trigram"},
        {"replica_note"},
        {"replica_ticket"},
        {"replica_command"},
        {"replica_concern"},
        {"replica_alias"},
        {"replica_seen"},
        {"replica_mark"},
        {"replica_next"},
        {"replica_blob"},
        {"replica_settings"},
        // Who comes in, and by what.
        {"account"},
        {"account_head"},
        {"account_link"},
        {"account_place"},
        {"account_recovery"},
        {"account_session"},
        {"api_token"},
        {"sign_in_attempt"},
    };
    return rules;
}

Result<QVector<SyncTable>> readSyncTables(Connection &connection)
{
    const Result<QVector<CopyTable>> known = readCopyTables(connection);
    if (!known)
        return known.error();
    for (const CopyTable &table : *known) {
        if (std::none_of(syncRules().cbegin(), syncRules().cend(),
                         [&table](const SyncRule &rule) { return table.name == rule.table; }))
            return Error{ErrorCode::Internal,
                         QStringLiteral("store.syncTables"),
                         QStringLiteral("nobody has said who may keep %1").arg(QString::fromLatin1(table.name)),
                         {}};
    }
    QVector<SyncTable> tables;
    for (const SyncRule &rule : syncRules()) {
        const auto found = std::find_if(known->cbegin(), known->cend(),
                                        [&rule](const CopyTable &table) { return table.name == rule.table; });
        if (rule.with == SyncWith::Never || found == known->cend())
            continue;
        SyncTable table{rule, *found, {}};
        const QList<QByteArray> blanked = QByteArray(rule.blanked).split(' ');
        for (const CopyColumn &column : found->columns)
            table.isBlanked.append(blanked.contains(column.name));
        tables.append(std::move(table));
    }
    return tables;
}

Result<QVector<SyncTable>> SyncTables::get(Connection &connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_tables.isEmpty()) {
        Result<QVector<SyncTable>> read = readSyncTables(connection);
        if (!read)
            return read;
        m_tables = *std::move(read);
    }
    return m_tables;
}

QByteArray syncSql(const Connection &connection, const char *name, const CopyTable &table, const char *where)
{
    QByteArray sql = copySql(connection, name, table);
    sql.replace("{where}", connection.fragment(where));
    return sql.replace("{tickets}", connection.fragment("sync.givenTickets"));
}

} // namespace deskhand
