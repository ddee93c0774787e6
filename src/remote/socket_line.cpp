// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/socket_line.h"

#include "wire/wire_error.h"
#include "wire/wire_socket.h"

#include <QAuthenticator>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QWebSocket>

namespace deskhand {
namespace {

const QLatin1String socketPath("api/v1/socket");
constexpr quint64 largestSocketDown = 16ULL * 1024 * 1024;

} // namespace

SocketLine::SocketLine(const RemotePlace &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{
    m_opening.setSingleShot(true);
    m_pong.setSingleShot(true);
    const auto giveUp = [this] { end(QWebSocketProtocol::CloseCodeAbnormalDisconnection); };
    connect(&m_opening, &QTimer::timeout, this, giveUp);
    connect(&m_pong, &QTimer::timeout, this, giveUp);
    connect(&m_ping, &QTimer::timeout, this, &SocketLine::pingAgain);
}

SocketLine::~SocketLine()
{
    drop();
}

void SocketLine::open(const QSslConfiguration &tls, const QByteArray &token)
{
    drop();
    m_socket = std::make_unique<QWebSocket>();
    QWebSocket *socket = m_socket.get();
    socket->setSslConfiguration(tls);
    socket->setMaxAllowedIncomingMessageSize(largestSocketDown);
    socket->setMaxAllowedIncomingFrameSize(largestSocketDown);
    // What the certificate's fault is, questions tell; ignoring it is not offered to anybody.
    connect(socket, &QWebSocket::connected, this, [this] {
        m_open = true;
        m_opening.stop();
        m_ping.start(m_place.times.ping);
        Q_EMIT opened();
    });
    connect(socket, &QWebSocket::textMessageReceived, this, [this](const QString &message) {
        m_pong.stop();
        Q_EMIT received(message.toUtf8());
    });
    connect(socket, &QWebSocket::pong, this, [this] { m_pong.stop(); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] { end(socket->closeCode()); });
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this, socket] {
        if (!m_open)
            end(socket->closeCode());
    });
    connect(socket, &QWebSocket::proxyAuthenticationRequired, this,
            [this](const QNetworkProxy &proxy, QAuthenticator *authenticator) {
                const auto login = m_place.proxyLogin ? m_place.proxyLogin(proxy.hostName(), proxy.port())
                                                      : std::optional<ProxyLogin>();
                if (!login || authenticator->user() == login->user)
                    return;
                authenticator->setUser(login->user);
                authenticator->setPassword(login->password);
            });

    QUrl url = m_place.service;
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(url.path() + socketPath);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("User-Agent", "Deskhand/" DESKHAND_VERSION);
    request.setRawHeader(presenceChangesHeader.data(), "changes");
    request.setRawHeader("Deskhand-Wire", QByteArray::number(wireVersion));
    m_opening.start(m_place.times.socketOpening);
    socket->open(request);
}

void SocketLine::drop()
{
    m_open = false;
    m_opening.stop();
    m_ping.stop();
    m_pong.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    // It may be one of its own signals that has led here.
    m_socket.release()->deleteLater();
}

void SocketLine::end(int closeCode)
{
    drop();
    Q_EMIT closed(closeCode);
}

void SocketLine::pingAgain()
{
    m_socket->ping();
    if (!m_pong.isActive())
        m_pong.start(m_place.times.ping / 2);
}

void SocketLine::send(const QByteArray &message)
{
    if (m_open)
        m_socket->sendTextMessage(QString::fromUtf8(message));
}

} // namespace deskhand
