// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>
#include <QWebSocket>

namespace deskhand::test {

struct ServiceAnswer {
    int status = 0; ///< 0: none came
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// Speaks to a service as any program could: plain HTTP and JSON, a WebSocket. Waits for answers while events are
/// delivered.
class ServiceClient
{
public:
    explicit ServiceClient(const QUrl &service, const QByteArray &bearerToken = {});

    QByteArray token;
    [[nodiscard]] QNetworkRequest request(const QString &path) const;
    ServiceAnswer get(const QString &path);
    ServiceAnswer post(const QString &path, const QByteArray &body);
    ServiceAnswer put(const QString &path, const QByteArray &body);
    /// A question or an account's call: below /api/v1/.
    ServiceAnswer call(const QString &name, const QJsonObject &parameters = {});
    ServiceAnswer command(const QString &kind, const QJsonObject &body, const QString &id = {});
    bool signIn(const QString &login, const QString &password);

private:
    ServiceAnswer wait(QNetworkReply *reply);

    QUrl m_service;
    QNetworkAccessManager m_network;
};

/// A WebSocket and everything that was said on it.
class ServiceSocket
{
public:
    ServiceSocket(const QUrl &service, const QByteArray &token, const QByteArray &origin = {});

    void say(const QJsonObject &message);
    void hello(qint64 cursor = 0)
    {
        say({{QStringLiteral("type"), QStringLiteral("hello")},
             {QStringLiteral("version"), 1},
             {QStringLiteral("cursor"), cursor}});
    }
    [[nodiscard]] const QVector<QJsonObject> &heard() const { return m_heard; }
    [[nodiscard]] QVector<QJsonObject> heard(const QString &type) const;
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] int closeCode() const { return m_socket.closeCode(); }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }

private:
    QWebSocket m_socket;
    QVector<QJsonObject> m_heard;
    bool m_closed = false;
};

} // namespace deskhand::test
