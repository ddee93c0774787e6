// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/server_url.h"

#include <QHostAddress>

namespace deskhand {

namespace {

Error urlError(const QString &reason)
{
    return Error{ErrorCode::Invalid, QStringLiteral("remote.serverUrl"), {}, {{QStringLiteral("reason"), reason}}};
}

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

Result<QUrl> serverUrl(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return urlError(QStringLiteral("empty"));
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("https://"));
    QUrl url(text, QUrl::StrictMode);
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return urlError(QStringLiteral("scheme"));
    if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment())
        return urlError(QStringLiteral("host"));
    if (!url.userInfo().isEmpty())
        return urlError(QStringLiteral("credentials"));
    if (url.scheme() == QLatin1String("http") && !isThisComputer(url.host()))
        return urlError(QStringLiteral("plain"));
    if (!url.path().endsWith(QLatin1Char('/')))
        url.setPath(url.path() + QLatin1Char('/'));
    return url;
}

} // namespace deskhand
