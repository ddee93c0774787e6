// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/service_door.h"

#include "remote/server_url.h"
#include "remote/sign_in.h"

#include <QFile>
#include <QNetworkProxyFactory>

namespace deskhand::ctl {

namespace {

Error noToken(const QString &why)
{
    return Error{ErrorCode::Unauthenticated, QStringLiteral("deskhandctl"), why, {}};
}

Result<QByteArray> tokenOfEnvironment()
{
    const QByteArray token = qgetenv("DESKHAND_TOKEN").trimmed();
    if (!token.isEmpty())
        return token;
    const QString name = qEnvironmentVariable("DESKHAND_TOKEN_FILE");
    if (name.isEmpty())
        return noToken(
            QStringLiteral("a service wants a token: DESKHAND_TOKEN, or a file named by DESKHAND_TOKEN_FILE"));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return noToken(QStringLiteral("the file of the token cannot be read"));
    const QByteArray line = file.readLine().trimmed();
    return line.isEmpty() ? Result<QByteArray>(noToken(QStringLiteral("there is no token in the file"))) : line;
}

Result<RemoteDeskOptions> optionsOfService(const QString &place)
{
    const Result<QUrl> url = serverUrl(place);
    if (!url)
        return url.error();
    const Result<QByteArray> token = tokenOfEnvironment();
    if (!token)
        return token.error();
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    RemoteDeskOptions options;
    options.place.service = *url;
    options.place.caFile = qEnvironmentVariable("DESKHAND_CA_FILE");
    options.token = *token;
    options.listens = false;
    return options;
}

} // namespace

bool isServiceUrl(const QString &place)
{
    return place.startsWith(QLatin1String("https://")) || place.startsWith(QLatin1String("http://"));
}

Result<std::unique_ptr<RemoteDesk>> openService(const QString &place)
{
    Result<RemoteDeskOptions> options = optionsOfService(place);
    if (!options)
        return options.error();
    return std::make_unique<RemoteDesk>(*std::move(options));
}

Result<ServiceStatus> askServiceStatus(const QString &place)
{
    const Result<RemoteDeskOptions> options = optionsOfService(place);
    if (!options)
        return options.error();
    ServiceDoor door(options->place);
    QFuture<Result<ServiceStatus>> status = door.status(options->token);
    status.waitForFinished();
    if (!status.isResultReadyAt(0))
        return Error{ErrorCode::Cancelled, QStringLiteral("deskhandctl"), QStringLiteral("no answer"), {}};
    return status.resultAt(0);
}

} // namespace deskhand::ctl
