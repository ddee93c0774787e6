// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/http_line.h"

#include "operations/connect_problem.h"
#include "remote/http_exchange.h"
#include "wire/command_done.h"
#include "wire/wire_error.h"

#include <QAuthenticator>
#include <QFile>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>

namespace deskhand {

Result<QSslConfiguration> tlsOf(const RemotePlace &place)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (place.caFile.isEmpty())
        return tls;
    const QList<QSslCertificate> authorities = QSslCertificate::fromPath(place.caFile, QSsl::Pem);
    if (authorities.isEmpty())
        return connectError(ErrorCode::Invalid, ConnectProblem::NoAuthorities, QStringLiteral("remote.tls"),
                            QStringLiteral("no certificates in the file of authorities"));
    tls.setCaCertificates(authorities);
    return tls;
}

HttpLine::HttpLine(RemotePlace place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_manager(this)
{
    const Result<QSslConfiguration> tls = tlsOf(m_place);
    if (tls)
        m_tls = *tls;
    else
        m_status = tls.error();
    m_manager.setAutoDeleteReplies(true);
    connect(&m_manager, &QNetworkAccessManager::proxyAuthenticationRequired, this,
            [this](const QNetworkProxy &proxy, QAuthenticator *authenticator) {
                const auto login = m_place.proxyLogin ? m_place.proxyLogin(proxy.hostName(), proxy.port())
                                                      : std::optional<ProxyLogin>();
                // The same again would go on for ever.
                if (!login || (authenticator->user() == login->user && authenticator->password() == login->password))
                    return;
                authenticator->setUser(login->user);
                authenticator->setPassword(login->password);
            });
}

HttpLine::~HttpLine() = default;

void HttpLine::endConnections()
{
    Q_EMIT ended();
    forgetConnections();
}

HttpExchange *HttpLine::ask(const HttpQuestion &question, Done done)
{
    return new HttpExchange(*this, question, std::move(done));
}

QNetworkReply *HttpLine::send(const HttpQuestion &question)
{
    QUrl url = m_place.service;
    // The service's address ends in '/', a path begins with one.
    url.setPath(url.path() + question.path.mid(1));
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(question.timeOutMs > 0 ? question.timeOutMs : m_place.times.answer);
    // A list of ids is packed far better than what Qt takes for a bomb; HttpExchange counts what comes out.
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Deskhand/" DESKHAND_VERSION));
    request.setRawHeader("Accept", question.answerType);
    request.setRawHeader("Deskhand-Wire", QByteArray::number(wireVersion));
    if (question.tellChanges)
        request.setRawHeader(QByteArray(tellChangesHeader.data(), tellChangesHeader.size()), "1");
    const QByteArray &token = question.token.isEmpty() ? m_token : question.token;
    if (question.withToken && !token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (question.method == "GET")
        return m_manager.get(request);
    request.setHeader(QNetworkRequest::ContentTypeHeader, question.bodyType);
    return m_manager.sendCustomRequest(request, question.method, question.body);
}

} // namespace deskhand
