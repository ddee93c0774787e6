// SPDX-License-Identifier: GPL-3.0-or-later
// What is no ticket's: it comes as a whole, and what is pending of it is done again on top.
#include "replica/replica_store.h"

#include "store/connection.h"
#include "store/sync_writing.h"

namespace deskhand {

Result<ReplicaEffect> ReplicaStore::applySettings(const SyncRows &rows, bool tells)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        if (Result<void> written = m_writer->writeSettings(rows.rows); !written)
            return written;
        if (Result<void> set = setNote("settings", QStringLiteral("1")); !set)
            return set;
        Statement base = m_connection.sql("replica.setSettings");
        if (Result<void> kept = base.bind(":rows", rows.rows).run(); !kept)
            return kept;
        if (Result<void> replayed = replaySettings(); !replayed)
            return replayed;
        effect->catalogChanged = true;
        if (!tells)
            return {};
        Change catalogChange;
        catalogChange.kind = ChangeKind::CatalogChanged;
        Change views;
        views.kind = ChangeKind::ViewChanged;
        Change notifications;
        notifications.kind = ChangeKind::NotificationChanged;
        return append({catalogChange, views, notifications}, effect);
    });
}

/// What is pending and no ticket's, on top of the settings that came.
Result<void> ReplicaStore::replaySettings()
{
    const Result<QVector<OutboxCommand>> open = queue();
    if (!open)
        return open.error();
    for (const OutboxCommand &command : *open) {
        const CommandBody &body = command.command.body;
        const bool isPending = command.state == int(QueuedState::Waiting) || command.state == int(QueuedState::Sending);
        if (!isPending || (!isOfViews(body) && !std::holds_alternative<SeeNotifications>(body)))
            continue;
        // What does not fit any more is not shown; whether it is done is for the service to say.
        if (const Result<CommandOutcome> ran = runHere(command, true); !ran && ran.error().code == ErrorCode::Busy)
            return ran.error();
    }
    return {};
}

Result<void> ReplicaStore::putSettingsBack(ReplicaEffect *effect)
{
    QByteArray rows;
    {
        Statement base = m_connection.sql("replica.settings");
        if (base.next())
            rows = base.bytes(0);
        if (Result<void> status = base.status(); !status)
            return status;
    }
    if (!rows.isEmpty()) {
        // Those of another schema are fetched anew before anything is shown.
        const Result<void> written = m_writer->writeSettings(rows);
        if (!written && written.error().code != ErrorCode::TooOld)
            return written;
    }
    if (Result<void> replayed = replaySettings(); !replayed)
        return replayed;
    Change views;
    views.kind = ChangeKind::ViewChanged;
    return append({views}, effect);
}

} // namespace deskhand
