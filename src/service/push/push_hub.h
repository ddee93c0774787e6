// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"
#include "operations/desk.h"
#include "operations/sync_source.h"
#include "service/principal.h"
#include "service/push/ticket_queues.h"
#include "wire/wire_socket.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

namespace deskhand {

class ServiceMetrics;

/// Says on each WebSocket that there is something new and who is in which ticket, as far as its person may know.
///
/// Changes come from the desk's one feed, are collected for a moment, and are told to those who see a ticket or saw it
/// before; a batch is encoded once for all who are told the same. Of a ticket that somebody no longer sees they hear
/// only that it has changed. A client whose queue in the edge is full is dropped there and comes back by its cursor.
///
/// All in the thread of the desk, which outlives it.
class PushHub final : public QObject
{
    Q_OBJECT

public:
    struct Ports {
        Desk &desk;
        SyncSource &sync;
        /// LocalDesk::showPresenceOf().
        std::function<void(const QUuid &client, PersonId person, const QVector<PresenceSign> &signs)> showPresence;
        ServiceMetrics &metrics;
        std::shared_ptr<const Clock> clock;
    };

    explicit PushHub(Ports ports, QObject *parent = nullptr);

    /// A socket is open; what it says waits until admit(). `takesPresenceChanges`: see presenceChangesHeader.
    void open(const std::shared_ptr<EdgeSocket> &socket, bool takesPresenceChanges = false);
    void admit(quint64 socket, const Principal &who);
    void refuse(quint64 socket);
    void message(quint64 socket, const QByteArray &text);
    void closed(quint64 socket);
    /// The session is no longer good.
    void revoke(const QUuid &session);
    /// The service ends: everybody is told when to come back, each at another time.
    void sayGoodbye();

    /// Where the feed ends, as far as has been heard; 0: not known yet.
    [[nodiscard]] qint64 cursor() const { return m_head.cursor; }
    [[nodiscard]] qsizetype clients() const { return qsizetype(m_clients.size()); }
    /// Changes that wait to be told.
    [[nodiscard]] qsizetype pending() const { return m_pending.size(); }
    [[nodiscard]] qsizetype signs() const;

private:
    struct Client {
        std::shared_ptr<EdgeSocket> socket;
        QUuid id; ///< Presence::client
        Principal who;
        bool admitted = false;
        bool greeted = false;
        std::optional<SocketHello> hello; ///< not answered yet
        qint64 told = 0;                  ///< up to where its socket has told it of the feed
        Instant openedAt = 0;
        QVector<QByteArray> early; ///< messages from before admit()
        QVector<Presence> signs;
        int signsAsked = 0;      ///< rises with each SocketSigns
        size_t presenceTold = 0; ///< hash of what was told last
        bool takesPresenceChanges = false;
        QueueSightPtr presenceSight; ///< of what it was told last
        quint64 presenceRound = 0;   ///< in which it was told; 0: not yet
    };
    /// Where a ticket was when it was last heard of, and where it is; invalid: not known.
    struct QueueMove {
        QueueId before;
        QueueId now;
    };
    using QueueMoves = QHash<TicketId, QueueMove>;
    /// What those who see the same queues are told of who is where.
    struct PresenceNews {
        QueueSightPtr sight;
        QVector<Presence> visible;
        QByteArray changes; ///< since the round before; empty: there are none
        QByteArray all;     ///< empty: not encoded yet
    };
    using PresenceRound = QHash<const QueueSight *, PresenceNews>;
    using Clients = std::map<quint64, Client>;

    void readHead();
    void readCatalog();
    void take(const QVector<Change> &changes);
    void flush();
    void tellChanges(const QVector<Change> &changes, const QHash<TicketId, QueueId> &queues);
    [[nodiscard]] QByteArray shareOf(const QVector<Change> &changes, const Client &client, const QueueSight &sight,
                                     const QueueMoves &moves) const;
    static QByteArray changesMessage(const QVector<Change> &changes, const QByteArray &share, qint64 since);
    void greet(Client &client);
    void greetWaiting();
    void takeSigns(Client &client, const SocketSigns &said);
    void setSigns(Client &client, const QVector<PresenceSign> &signs);
    void tellPresenceSoon();
    void tellPresence();
    void tellPresenceOf(const QVector<Presence> &all);
    PresenceNews newsFor(const QueueSightPtr &sight, const QVector<Presence> &all) const;
    void tellPresenceTo(Client &client, PresenceNews &news);
    void tellAllPresenceTo(Client &client, PresenceNews &news);
    bool send(Client &client, const QByteArray &text);
    bool send(Client &client, const SocketDown &message);
    void dismiss(Client &client, SocketByeReason reason);
    void dropSilent();

    Ports m_ports;
    SyncHead m_head; ///< `cursor` goes on with what is heard
    bool m_headKnown = false;
    QueueSights m_sights;
    bool m_catalogKnown = false;
    TicketQueues m_queues;
    Clients m_clients;
    QSet<QUuid> m_revoked; ///< lately
    QVector<Change> m_pending;
    bool m_flushing = false;
    QTimer m_flushSoon;
    QVector<Presence> m_others;   ///< of other processes
    PresenceRound m_presenceTold; ///< the last round
    quint64 m_presenceRound = 0;
    QTimer m_presenceSoon;
    bool m_presenceUnderWay = false;
    bool m_presenceStale = false; ///< something of it has changed since it was collected
    QTimer m_sweep;
    quint32 m_spread = 0; ///< of the times to come back
};

} // namespace deskhand
