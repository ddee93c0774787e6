// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scripted_server.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QVector>

#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

namespace deskhand::test {

/// A web server on loopback that answers as a test says, and does wrong when it is told to. In the test's thread, by
/// its event loop.
class ScriptedService : public QObject
{
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; ///< by name in lower case
        QByteArray body;
        QByteArray token() const { return headers.value("authorization").mid(7); }
    };
    enum class Fault {
        None,
        Reset,   ///< the connection breaks, and there is no answer
        Half,    ///< it breaks in the middle of the body
        Silence, ///< nothing comes
    };
    struct Reply {
        int status = 200;
        QByteArray body{};
        QByteArray type = QByteArrayLiteral("application/json");
        QVector<QPair<QByteArray, QByteArray>> headers{};
        Fault fault = Fault::None;
    };
    using Handler = std::function<Reply(const Request &request)>;

    /// With `tls` only over TLS.
    explicit ScriptedService(const ServerTls &tls = {});
    ~ScriptedService() override;

    [[nodiscard]] int port() const;
    /// Whoever asks for this path; what nobody answers is 404.
    void answer(const QByteArray &path, Handler handler) { m_handlers[path] = std::move(handler); }
    void answer(const QByteArray &path, const QByteArray &json)
    {
        answer(path, [json](const Request &) { return Reply{200, json}; });
    }
    /// Whoever asks for anything else.
    void answerAll(Handler handler) { m_anything = std::move(handler); }
    /// The next so many requests for it meet this.
    void failNext(const QByteArray &path, const Reply &reply, int times = 1);

    [[nodiscard]] const QVector<Request> &requests() const { return m_requests; }
    [[nodiscard]] int asked(const QByteArray &path) const;

    /// False: who wants a WebSocket is answered 404, as by some proxies.
    void setSockets(bool allowed) { m_socketsAllowed = allowed; }
    [[nodiscard]] int socketsOpen() const { return int(m_sockets.size()); }
    [[nodiscard]] const QVector<QByteArray> &heard() const { return m_heard; } ///< over WebSockets
    void say(const QByteArray &message);                                       ///< on all of them
    void closeSockets(int code);
    /// Connections that are there break.
    void resetAll();
    /// Nobody listens any more, or again, at the same port.
    void setListening(bool listening);

Q_SIGNALS:
    void socketOpened();

private:
    void accept();
    void read(QTcpSocket *socket);
    void write(QTcpSocket *socket, const Reply &reply);
    void takeSocket();

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QWebSocketServer> m_socketServer;
    quint16 m_port = 0;
    QHash<QByteArray, Handler> m_handlers;
    Handler m_anything;
    QHash<QByteArray, QVector<Reply>> m_failures;
    QVector<Request> m_requests;
    QVector<QByteArray> m_heard;
    QVector<QWebSocket *> m_sockets;
    QVector<QPointer<QTcpSocket>> m_connections;
    bool m_socketsAllowed = true;
};

} // namespace deskhand::test
