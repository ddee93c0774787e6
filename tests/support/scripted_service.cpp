// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_service.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <optional>

namespace deskhand::test {
namespace {

QByteArray bytesOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<QTcpServer> serverWith(const ServerTls &tls)
{
    if (tls.certificate.isEmpty())
        return std::make_unique<QTcpServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(bytesOfFile(tls.certificate)));
    configuration.setPrivateKey(QSslKey(bytesOfFile(tls.key), QSsl::Rsa));
    if (configuration.privateKey().isNull())
        configuration.setPrivateKey(QSslKey(bytesOfFile(tls.key), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

/// Nothing: it has not come as a whole.
std::optional<ScriptedService::Request> parseRequest(const QByteArray &bytes, qsizetype *size)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    ScriptedService::Request request;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.path = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return {};
    request.body = bytes.mid(end + 4, length);
    *size = end + 4 + length;
    return request;
}

} // namespace

ScriptedService::ScriptedService(const ServerTls &tls)
    : m_server(serverWith(tls))
    , m_socketServer(std::make_unique<QWebSocketServer>(QString(), QWebSocketServer::NonSecureMode))
{
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no free port");
    m_port = m_server->serverPort();
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedService::accept);
    connect(m_socketServer.get(), &QWebSocketServer::newConnection, this, &ScriptedService::takeSocket);
}

ScriptedService::~ScriptedService()
{
    for (QWebSocket *socket : std::as_const(m_sockets))
        socket->disconnect(this);
    resetAll();
}

int ScriptedService::port() const
{
    return m_port;
}

void ScriptedService::setListening(bool listening)
{
    if (listening && !m_server->listen(QHostAddress::LocalHost, m_port))
        qFatal("the port was taken");
    if (!listening) {
        m_server->close();
        resetAll();
    }
}

void ScriptedService::failNext(const QByteArray &path, const Reply &reply, int times)
{
    m_failures[path] += QVector<Reply>(times, reply);
}

int ScriptedService::asked(const QByteArray &path) const
{
    return int(std::count_if(m_requests.cbegin(), m_requests.cend(),
                             [&path](const Request &request) { return request.path == path; }));
}

void ScriptedService::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_connections.append(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(socket);
    }
}

void ScriptedService::read(QTcpSocket *socket)
{
    while (true) {
        qsizetype size = 0;
        const auto request = parseRequest(socket->peek(socket->bytesAvailable()), &size);
        if (!request)
            return;
        m_requests.append(*request);
        if (request->headers.value("upgrade").toLower() == "websocket" && m_socketsAllowed) {
            socket->disconnect(this);
            m_socketServer->handleConnection(socket);
            Q_EMIT socket->readyRead(); // what is there was announced before
            return;
        }
        socket->read(size);
        QVector<Reply> &failures = m_failures[request->path];
        if (!failures.isEmpty()) {
            write(socket, failures.takeFirst());
        } else {
            const Handler handler = m_handlers.value(request->path, m_anything);
            write(socket, handler ? handler(*request) : Reply{404, "nothing here", "text/plain"});
        }
        if (socket->state() != QAbstractSocket::ConnectedState)
            return;
    }
}

void ScriptedService::write(QTcpSocket *socket, const Reply &reply)
{
    if (reply.fault == Fault::Silence)
        return;
    if (reply.fault == Fault::Reset) {
        socket->abort();
        return;
    }
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\nContent-Type: " + reply.type
                       + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    for (const auto &[name, value] : reply.headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "\r\n";
    if (reply.fault == Fault::Half) {
        socket->write(bytes + reply.body.left(reply.body.size() / 2));
        socket->disconnectFromHost();
    } else {
        socket->write(bytes + reply.body);
    }
}

void ScriptedService::takeSocket()
{
    while (QWebSocket *socket = m_socketServer->nextPendingConnection()) {
        m_sockets.append(socket);
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this](const QString &message) { m_heard.append(message.toUtf8()); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            m_sockets.removeOne(socket);
            socket->deleteLater();
        });
        Q_EMIT socketOpened();
    }
}

void ScriptedService::say(const QByteArray &message)
{
    for (QWebSocket *socket : std::as_const(m_sockets))
        socket->sendTextMessage(QString::fromUtf8(message));
}

void ScriptedService::closeSockets(int code)
{
    for (QWebSocket *socket : QVector<QWebSocket *>(m_sockets))
        socket->close(QWebSocketProtocol::CloseCode(code));
}

void ScriptedService::resetAll()
{
    for (const QPointer<QTcpSocket> &socket : std::exchange(m_connections, {})) {
        if (socket)
            socket->abort();
    }
}

} // namespace deskhand::test
