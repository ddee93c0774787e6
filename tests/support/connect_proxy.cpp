// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connect_proxy.h"

#include <QTcpSocket>

namespace deskhand::test {

ConnectProxy::ConnectProxy()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            greet(client);
    });
}

void ConnectProxy::setLogin(const QByteArray &user, const QByteArray &password)
{
    m_login = user.isEmpty() ? QByteArray() : "Basic " + (user + ':' + password).toBase64();
}

void ConnectProxy::greet(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
    read(client);
}

void ConnectProxy::read(QTcpSocket *client)
{
    const QByteArray seen = client->peek(client->bytesAvailable());
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    client->skip(end + 4);
    const QList<QByteArray> lines = seen.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    QByteArray login;
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("proxy-authorization:"))
            login = line.mid(line.indexOf(':') + 1).trimmed();
    }
    if (first.value(0) != "CONNECT") {
        answer(client, "405 Only CONNECT");
    } else if (m_refusal != 0) {
        answer(client, QByteArray::number(m_refusal) + " No");
    } else if (!m_login.isEmpty() && login != m_login) {
        ++m_turnedAway;
        answer(client, "407 Who are you\r\nProxy-Authenticate: Basic realm=\"way out\"");
    } else {
        carry(client, first.value(1));
    }
}

void ConnectProxy::answer(QTcpSocket *client, const QByteArray &head)
{
    client->write("HTTP/1.1 " + head + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    client->disconnectFromHost();
}

void ConnectProxy::carry(QTcpSocket *client, const QByteArray &target)
{
    client->disconnect(this);
    m_connected.append(target);
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [client, server] {
        client->write("HTTP/1.1 200 Connected\r\n\r\n");
        server->write(client->readAll());
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] {
        if (server->state() == QAbstractSocket::ConnectedState)
            server->write(client->readAll());
    });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
    server->connectToHost(QHostAddress::LocalHost, quint16(target.mid(target.lastIndexOf(':') + 1).toInt()));
}

} // namespace deskhand::test
