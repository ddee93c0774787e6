// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QVector>

class QTcpSocket;

namespace deskhand::test {

/// A proxy as offices have them: carries what is asked for by CONNECT, and nothing else. It resolves no name, every
/// host is this computer, so that what reaches a host that does not exist has come through it. In the test's thread.
class ConnectProxy : public QObject
{
public:
    ConnectProxy();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Who may come in; empty: everybody.
    void setLogin(const QByteArray &user, const QByteArray &password);
    /// What everybody is told from now on instead of being connected; 0: nothing.
    void refuse(int status) { m_refusal = status; }

    /// "desk.test:4711", of each connection that was made.
    [[nodiscard]] const QVector<QByteArray> &connected() const { return m_connected; }
    [[nodiscard]] int turnedAway() const { return m_turnedAway; }

private:
    void greet(QTcpSocket *client);
    void read(QTcpSocket *client);
    void answer(QTcpSocket *client, const QByteArray &head);
    void carry(QTcpSocket *client, const QByteArray &target);

    QTcpServer m_server;
    QByteArray m_login;
    int m_refusal = 0;
    int m_turnedAway = 0;
    QVector<QByteArray> m_connected;
};

} // namespace deskhand::test
