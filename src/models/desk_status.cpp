// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk_status.h"

#include "models/sync_text.h"

#include <QStringList>

namespace deskhand {

DeskStatus::DeskStatus(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void DeskStatus::set(Connection connection, const QString &deskName)
{
    if (connection == Connection::Offline && m_connection != connection)
        m_lostAt = m_clock.now();
    m_connection = connection;
    m_deskName = deskName;
    Q_EMIT changed();
}

void DeskStatus::setSync(const SyncState &state, const QString &deskName)
{
    m_connection = Connection::Synced;
    m_sync = state;
    m_deskName = deskName;
    Q_EMIT changed();
}

void DeskStatus::setSyncedAt(Instant syncedAt)
{
    m_syncedAt = syncedAt;
    Q_EMIT changed();
}

void DeskStatus::setQueued(int count)
{
    if (m_queued == count)
        return;
    m_queued = count;
    Q_EMIT changed();
}

QString DeskStatus::text() const
{
    QStringList parts;
    switch (m_connection) {
    case Connection::None: return tr("No desk is open");
    case Connection::OnThisComputer: parts.append(tr("On this computer")); break;
    case Connection::Synced: return SyncText::line(m_sync, m_clock.now());
    case Connection::Online: parts.append(tr("Online")); break;
    case Connection::Offline: parts.append(tr("Connection lost %1, trying again").arg(age(m_lostAt))); break;
    }
    if (m_syncedAt > 0)
        parts.append(tr("synced %1").arg(age(m_syncedAt)));
    if (m_queued > 0)
        parts.append(tr("%n queued", nullptr, m_queued));
    return parts.join(QStringLiteral(" · "));
}

QString DeskStatus::age(Instant since) const
{
    const qint64 seconds = qMax<qint64>(0, (m_clock.now() - since) / 1000);
    if (seconds < 60)
        return tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    return tr("%1 h ago").arg(seconds / 3600);
}

} // namespace deskhand
