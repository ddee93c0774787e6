// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/remote_place.h"

#include <QByteArray>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <memory>

class QWebSocket;

namespace deskhand {

/// One WebSocket to a service, over the same proxy, with the same certificates and token as its questions. Pings, and
/// knows when nobody answers. After closed() it can be opened again. Lives in the network's thread.
class SocketLine final : public QObject
{
    Q_OBJECT

public:
    explicit SocketLine(const RemotePlace &place, QObject *parent = nullptr);
    ~SocketLine() override;

    void open(const QSslConfiguration &tls, const QByteArray &token);
    /// At once and without a word; closed() does not follow.
    void drop();
    void send(const QByteArray &message);
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    void opened();
    void received(const QByteArray &message);
    /// It was open and is not, or could not be opened. `closeCode`: of the protocol, 1012: the service restarts.
    void closed(int closeCode);

private:
    void end(int closeCode);
    void pingAgain();

    RemotePlace m_place;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_opening; ///< runs out: it takes too long
    QTimer m_ping;
    QTimer m_pong; ///< runs out: nobody answers
    bool m_open = false;
};

} // namespace deskhand
