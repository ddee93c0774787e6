// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_address.h"

#include <QUrl>
#include <QUrlQuery>

namespace deskhand {
namespace {

Error badAddress(const QString &detail)
{
    return Error{ErrorCode::Invalid, QStringLiteral("store.postgresAddress"), detail, {}};
}

} // namespace

bool isPostgresUrl(const QString &text)
{
    return text.startsWith(QLatin1String("postgresql://"));
}

Result<PostgresAddress> postgresAddressFromUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!isPostgresUrl(text) || !url.isValid())
        return badAddress(QStringLiteral("not of the form postgresql://USER@HOST/DATABASE"));
    PostgresAddress address;
    address.host = url.host(QUrl::FullyDecoded);
    address.port = url.port(address.port);
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    if (address.host.isEmpty() || address.database.isEmpty() || address.user.isEmpty())
        return badAddress(QStringLiteral("host, database and user are needed"));
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (key == QLatin1String("sslrootcert"))
            address.caFile = value;
        else if (key == QLatin1String("sslmode") && value == QLatin1String("disable"))
            address.tls = PostgresTls::Off;
        else if (key != QLatin1String("sslmode") || value != QLatin1String("verify-full"))
            return badAddress(QStringLiteral("%1=%2 is not possible").arg(key, value));
    }
    return address;
}

} // namespace deskhand
