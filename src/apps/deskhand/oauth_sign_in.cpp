// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/oauth_sign_in.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QUrl>

#include <array>

namespace deskhand {
namespace {

constexpr qint64 longestRequest = 16 * 1024;

QByteArray unguessable()
{
    std::array<quint32, 16> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), qsizetype(numbers.size()));
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), qsizetype(sizeof numbers));
}

Error signInError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("deskhand.signIn"), detail, {}};
}

} // namespace

OAuthSignIn::OAuthSignIn(const MailOAuth &oauth, const QString &account, QObject *parent, Ended ended)
    : QObject(parent)
    , m_oauth(oauth)
    , m_account(account)
    , m_ended(std::move(ended))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { end(signInError(ErrorCode::Timeout, QStringLiteral("nobody signed in"))); });
    connect(&m_server, &QTcpServer::newConnection, this, &OAuthSignIn::welcome);
}

QUrl OAuthSignIn::begin()
{
    if (!m_server.listen(QHostAddress::LocalHost, 0)) {
        end(signInError(ErrorCode::Denied, QStringLiteral("no port: ") + m_server.errorString()));
        return {};
    }
    m_grant = makeOAuthGrant(unguessable(), QStringLiteral("http://127.0.0.1:%1/").arg(m_server.serverPort()));
    const QUrl page(oauthAuthorizeUrl(m_oauth, m_grant, m_account), QUrl::StrictMode);
    if (page.isEmpty())
        end(signInError(ErrorCode::Invalid, QStringLiteral("the sign-in page is no https address")));
    else
        m_patience.start();
    return page;
}

void OAuthSignIn::cancel()
{
    end(signInError(ErrorCode::Cancelled, {}));
}

void OAuthSignIn::welcome()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

/// One request a connection; browsers also ask for an icon, and anybody on this computer may knock.
void OAuthSignIn::read(QTcpSocket *socket)
{
    const QByteArray request = socket->peek(longestRequest);
    if (!request.contains("\r\n\r\n")) {
        if (request.size() >= longestRequest)
            socket->abort();
        return;
    }
    socket->readAll();
    const QList<QByteArray> line = request.left(request.indexOf("\r\n")).split(' ');
    if (line.size() != 3 || line.at(0) != "GET" || !line.at(1).startsWith("/?")) {
        answer(socket, "404 Not Found", tr("There is nothing here."));
        return;
    }
    const Result<QByteArray> code = oauthCode(m_grant, line.at(1));
    if (!code && code.error().code != ErrorCode::Denied) { // not what was asked for: go on waiting
        answer(socket, "400 Bad Request", tr("This is not the answer that Deskhand waits for."));
        return;
    }
    answer(socket, "200 OK",
           code ? tr("Deskhand may use the mailbox now. You can close this page.")
                : tr("Deskhand was not allowed to use the mailbox. You can close this page."));
    if (code)
        end(Answer{m_grant, *code});
    else
        end(code.error());
}

void OAuthSignIn::answer(QTcpSocket *socket, const QByteArray &status, const QString &words)
{
    const QByteArray body = QStringLiteral("<!doctype html><meta charset=\"utf-8\"><title>Deskhand</title>"
                                           "<p style=\"font-family: sans-serif; margin: 3em\">%1</p>")
                                .arg(words.toHtmlEscaped())
                                .toUtf8();
    socket->write("HTTP/1.1 " + status
                  + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: "
                    "no-referrer\r\nConnection: close\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->setParent(nullptr); // the browser reads it to its end, whatever becomes of this
    socket->disconnectFromHost();
}

void OAuthSignIn::end(const Result<Answer> &answer)
{
    if (!m_ended)
        return;
    m_server.close();
    m_patience.stop();
    const Ended ended = std::exchange(m_ended, {});
    deleteLater();
    ended(answer);
}

} // namespace deskhand
