// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/desk_sync.h"

#include <QObject>
#include <QString>

namespace deskhand {

/// How the program is connected to its desk, for the status bar. Set by the composition root. GUI thread.
class DeskStatus final : public QObject
{
    Q_OBJECT

public:
    enum class Connection {
        None,
        OnThisComputer,
        Online,
        Offline,
        Synced, ///< a replica: sync() says how it stands
    };

    explicit DeskStatus(const Clock &clock, QObject *parent = nullptr);

    void set(Connection connection, const QString &deskName = {});
    /// The last moment at which everything of the desk had arrived here; 0: does not apply.
    void setSyncedAt(Instant syncedAt);
    /// Replies and changes that wait to be sent.
    void setQueued(int count);
    [[nodiscard]] int queued() const { return m_queued; }

    /// How a replica stands; connection() is Synced from then on.
    void setSync(const SyncState &state, const QString &deskName);
    [[nodiscard]] const SyncState &sync() const { return m_sync; }

    [[nodiscard]] Connection connection() const { return m_connection; }
    [[nodiscard]] QString deskName() const { return m_deskName; }
    /// "On this computer", "Online · synced 2 s ago", "Connection lost 12 s ago, trying again · 1 queued".
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString age(Instant since) const;

    const Clock &m_clock;
    Connection m_connection = Connection::None;
    QString m_deskName;
    SyncState m_sync;
    Instant m_syncedAt = 0;
    Instant m_lostAt = 0; ///< when it became Offline
    int m_queued = 0;
};

} // namespace deskhand
