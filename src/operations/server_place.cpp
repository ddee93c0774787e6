// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/server_place.h"

#include <QUrl>
#include <QUrlQuery>

namespace deskhand {

QString serverUrl(const ServerPlace &place)
{
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(place.user, QUrl::DecodedMode);
    url.setHost(place.host, QUrl::DecodedMode);
    if (place.port != ServerPlace().port)
        url.setPort(place.port);
    url.setPath(u'/' + place.database, QUrl::DecodedMode);
    QUrlQuery query;
    if (!place.verifiesTls)
        query.addQueryItem(QStringLiteral("sslmode"), QStringLiteral("disable"));
    else if (!place.caFile.isEmpty())
        query.addQueryItem(QStringLiteral("sslrootcert"), QString::fromLatin1(QUrl::toPercentEncoding(place.caFile)));
    if (!query.isEmpty())
        url.setQuery(query);
    return QString::fromLatin1(url.toEncoded());
}

QString serverIdentity(const ServerPlace &place)
{
    return QStringLiteral("%1@%2:%3/%4").arg(place.user, place.host.toLower()).arg(place.port).arg(place.database);
}

} // namespace deskhand
