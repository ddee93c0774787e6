// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/service_client.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QNetworkReply>
#include <QUuid>

namespace deskhand::test {

QByteArray ServiceAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ServiceClient::ServiceClient(const QUrl &service, const QByteArray &bearerToken)
    : token(bearerToken)
    , m_service(service)
{
}

QNetworkRequest ServiceClient::request(const QString &path) const
{
    QUrl url = m_service;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    return request;
}

ServiceAnswer ServiceClient::wait(QNetworkReply *reply)
{
    constexpr int patienceMs = 60'000;
    const QDeadlineTimer deadline(patienceMs);
    while (!reply->isFinished() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    ServiceAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.headers = reply->rawHeaderPairs();
    reply->deleteLater();
    return answer;
}

ServiceAnswer ServiceClient::get(const QString &path)
{
    return wait(m_network.get(request(path)));
}

ServiceAnswer ServiceClient::post(const QString &path, const QByteArray &body)
{
    return wait(m_network.post(request(path), body));
}

ServiceAnswer ServiceClient::put(const QString &path, const QByteArray &body)
{
    QNetworkRequest put = request(path);
    put.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    return wait(m_network.put(put, body));
}

ServiceAnswer ServiceClient::call(const QString &name, const QJsonObject &parameters)
{
    return post(QStringLiteral("/api/v1/") + name, QJsonDocument(parameters).toJson(QJsonDocument::Compact));
}

ServiceAnswer ServiceClient::command(const QString &kind, const QJsonObject &body, const QString &id)
{
    return call(QStringLiteral("commands"),
                {{QStringLiteral("id"), id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : id},
                 {QStringLiteral("kind"), kind},
                 {QStringLiteral("body"), body}});
}

bool ServiceClient::signIn(const QString &login, const QString &password)
{
    const ServiceAnswer answer = call(QStringLiteral("sign-in"), {{QStringLiteral("login"), login},
                                                                  {QStringLiteral("password"), password},
                                                                  {QStringLiteral("device"), QStringLiteral("test")}});
    token = answer.json()[QStringLiteral("token")].toString().toLatin1();
    return answer.status == 200 && !token.isEmpty();
}

ServiceSocket::ServiceSocket(const QUrl &service, const QByteArray &token, const QByteArray &origin)
    : m_socket(QString::fromLatin1(origin))
{
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                     [this](const QString &text) { m_heard.append(QJsonDocument::fromJson(text.toUtf8()).object()); });
    QObject::connect(&m_socket, &QWebSocket::disconnected, &m_socket, [this] { m_closed = true; });
    QUrl url = service;
    url.setScheme(service.scheme() == u"https" ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(QStringLiteral("/api/v1/socket"));
    QNetworkRequest request(url);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    m_socket.open(request);
}

void ServiceSocket::say(const QJsonObject &message)
{
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

QVector<QJsonObject> ServiceSocket::heard(const QString &type) const
{
    QVector<QJsonObject> some;
    for (const QJsonObject &message : m_heard) {
        if (message[QStringLiteral("type")].toString() == type)
            some.append(message);
    }
    return some;
}

} // namespace deskhand::test
