// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remote_error.h"

#include "operations/connect_problem.h"
#include "wire/wire_error.h"

#include <QJsonDocument>

#include <algorithm>

namespace deskhand {
namespace {

const QString remoteWhere = QStringLiteral("remote.http");

Error wayError(ErrorCode code, ConnectProblem problem, const QString &detail)
{
    return connectError(code, problem, remoteWhere, detail);
}

ConnectProblem problemOfCertificate(const QList<QSslError> &errors)
{
    const auto has = [&errors](std::initializer_list<QSslError::SslError> kinds) {
        return std::any_of(errors.cbegin(), errors.cend(), [kinds](const QSslError &error) {
            return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
        });
    };
    // Who is not trusted may say any name and any date.
    if (has({QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
             QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToVerifyFirstCertificate,
             QSslError::CertificateUntrusted, QSslError::UnableToGetIssuerCertificate}))
        return ConnectProblem::Untrusted;
    if (has({QSslError::CertificateExpired, QSslError::CertificateNotYetValid}))
        return ConnectProblem::Expired;
    if (has({QSslError::HostNameMismatch}))
        return ConnectProblem::WrongHost;
    return ConnectProblem::Untrusted;
}

/// A service of ours gives its reasons as JSON. What refuses without is a network that wants something else first, and
/// its word must not count: a command would be refused by it, or a person signed out.
bool isOfSomebodyElse(int status, const QByteArray &contentType)
{
    switch (status) {
    case 401:
    case 402:
    case 403:
    case 409:
    case 422:
    case 451: return true;
    case 426:
    case 429: return false;
    default: return status < 500 && contentType.startsWith("text/html");
    }
}

} // namespace

Error certificateError(const QList<QSslError> &tlsErrors)
{
    QStringList names;
    for (const QSslError &error : tlsErrors)
        names.append(error.errorString());
    return wayError(ErrorCode::Offline, problemOfCertificate(tlsErrors), names.join(QStringLiteral("; ")));
}

Error networkError(QNetworkReply::NetworkError error, const QList<QSslError> &tlsErrors, const QString &detail)
{
    if (!tlsErrors.isEmpty())
        return certificateError(tlsErrors);
    const auto offline = [&detail](ConnectProblem problem) { return wayError(ErrorCode::Offline, problem, detail); };
    switch (error) {
    case QNetworkReply::HostNotFoundError: return offline(ConnectProblem::HostNotFound);
    case QNetworkReply::ConnectionRefusedError: return offline(ConnectProblem::Refused);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // of the transfer's time-out; what we cancel ourselves is not asked
                                                // here
        return wayError(ErrorCode::Timeout, ConnectProblem::TimedOut, detail);
    case QNetworkReply::SslHandshakeFailedError: return offline(ConnectProblem::TlsNotOffered);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError: return offline(ConnectProblem::ProxyUnreachable);
    case QNetworkReply::ProxyAuthenticationRequiredError: return offline(ConnectProblem::ProxyLogin);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError: return offline(ConnectProblem::NotDeskService);
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError: return offline(ConnectProblem::Unreachable);
    default: return Error{ErrorCode::Offline, remoteWhere, detail, {}};
    }
}

bool isDropped(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::RemoteHostClosedError || error == QNetworkReply::UnknownNetworkError;
}

int retryAfterSeconds(const QByteArray &header)
{
    bool isNumber = false;
    const int seconds = header.trimmed().toInt(&isNumber);
    return isNumber && seconds > 0 ? seconds : 0;
}

Error statusError(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &retryAfter)
{
    const QString detail = QStringLiteral("HTTP status %1").arg(status);
    if ((status >= 300 && status < 400) || status == 511)
        return wayError(ErrorCode::Offline, ConnectProblem::CaptivePortal, detail);
    if (status == 407)
        return wayError(ErrorCode::Offline, ConnectProblem::ProxyLogin, detail);
    Error error{errorCodeOfHttpStatus(status), remoteWhere, detail, {}};
    const QJsonObject json =
        contentType.startsWith("application/json") ? QJsonDocument::fromJson(body).object() : QJsonObject();
    if (json.contains(QLatin1String("code")))
        error = errorFromJson(json);
    else if (status == 404 || status == 405)
        error = wayError(ErrorCode::Offline, ConnectProblem::NotDeskService, detail);
    else if (isOfSomebodyElse(status, contentType))
        error = wayError(ErrorCode::Offline, ConnectProblem::CaptivePortal, detail);
    else if (status == 400) // in plain words: of what was cut on its way, not of what was in it
        error.code = ErrorCode::Offline;
    else if (error.code == ErrorCode::Internal) // of what stands before the service: what that has done it cannot know
        error.code = ErrorCode::Offline;
    if (status == 413 && error.payload.isEmpty()) // said before anybody has looked at what it is
        error.payload.insert(QStringLiteral("reason"), QStringLiteral("too-large"));
    if (status == 507 && error.payload.isEmpty())
        error.payload.insert(QStringLiteral("reason"), QStringLiteral("disk"));
    if (const int seconds = retryAfterSeconds(retryAfter);
        seconds > 0 && !error.payload.contains(QStringLiteral("retryAfter")))
        error.payload.insert(QStringLiteral("retryAfter"), seconds);
    return error;
}

Error strangeAnswer(int status, const QByteArray &contentType)
{
    return wayError(
        ErrorCode::Offline, ConnectProblem::CaptivePortal,
        QStringLiteral("HTTP status %1 with %2").arg(status).arg(QString::fromLatin1(contentType.left(60))));
}

} // namespace deskhand
