// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "operations/sync_source.h"
#include "remote/feed_order.h"
#include "remote/remote_link.h"
#include "remote/socket_line.h"
#include "wire/wire_socket.h"

#include <QObject>
#include <QTimer>
#include <QUuid>

#include <deque>
#include <functional>
#include <optional>

namespace deskhand {

/// What others do at a desk behind a service. Each time the way is made it asks how far the feed is and reads what was
/// missed, and only then says Online. Over the WebSocket it is told that there is more; where that cannot be opened
/// (some proxies do not let it through) or is broken it looks every two seconds, and tries it again now and then. Now
/// and then it looks although nobody has said anything: a session lives by its questions, not by its socket, and
/// whoever has the program open is to stay signed in. Lives in the network's thread.
class RemoteFeed final : public QObject
{
    Q_OBJECT

public:
    /// `link` outlives it. `listens`: false: nobody wants to hear of anything, neither feed nor socket is needed.
    RemoteFeed(RemoteLink &link, bool listens, QObject *parent = nullptr);

    [[nodiscard]] bool listens() const { return m_listens; }

    /// Before a command is sent, and after its answer has come or never will: `changes` are those it has made, as far
    /// as the answer says; nothing: not known. `deliver` is called when they have been announced.
    void sent(const CommandId &command);
    void answered(const CommandId &command, const std::optional<QVector<Change>> &changes,
                  std::function<void()> deliver);

    void showSigns(const QVector<PresenceSign> &signs);

Q_SIGNALS:
    void changed(const QVector<deskhand::Change> &changes);
    void catalogChanged();
    void presenceChanged(const QVector<deskhand::Presence> &others);
    /// Everything that was missed has been announced.
    void online();

private:
    struct Delivery {
        qint64 seq = 0; ///< when this has been announced
        std::function<void()> deliver;
    };

    void begin();
    void takeHead(const Result<QByteArray> &answer);
    void beginAnew(const SyncHead &head);
    void readOn();
    void takePage(const Result<QByteArray> &answer, qint64 since);
    void gapIsRead(bool completely);
    void announce();
    void deliverAll(bool evenUnannounced);

    void openSocket();
    void takeMessage(const QByteArray &message);
    void take(const SocketWelcome &welcome);
    void take(const SocketLook &look);
    void take(const SocketChanges &changes);
    void take(const SocketPresence &presence);
    void take(const SocketPresenceChanges &changes);
    void take(const SocketCatalogChanged &);
    void take(const SocketBye &bye);
    void socketClosed(int closeCode);
    void setOthers(const QVector<Presence> &others);

    RemoteLink &m_link;
    SocketLine m_socket;
    bool m_listens;
    bool m_isOnline = false;
    bool m_socketLives = false; ///< it has been welcomed
    bool m_reading = false;
    bool m_readAgain = false;
    int m_way = 0; ///< counted, so that an answer of a lost one is known
    FeedOrder m_order;
    QUuid m_epoch;
    std::deque<Delivery> m_deliveries;                 ///< by seq
    std::deque<std::function<void()>> m_afterNextRead; ///< of commands that did not say what they have changed
    QVector<PresenceSign> m_signs;
    QVector<Presence> m_others;
    QUuid m_client; ///< what others see of this one as Presence::client
    QTimer m_poll;
    QTimer m_look;
    QTimer m_ownChanges; ///< runs out: the feed waits for no answer any longer
    QTimer m_reopen;
    int m_pause = 0; ///< before the socket is opened again
    std::optional<SocketBye> m_bye;
};

} // namespace deskhand
