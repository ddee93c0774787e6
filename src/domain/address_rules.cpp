// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/address_rules.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace deskhand {

bool looksLikeAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return at > 0 && at < address.size() - 1 && address.size() <= longestMailAddress
           && std::none_of(address.cbegin(), address.cend(),
                           [](QChar c) { return c.isSpace() || c == u',' || c == u';'; });
}

bool isThisComputer(const QString &host)
{
    static const QRegularExpression loopback(QStringLiteral("\\A127(?:\\.[0-9]{1,3}){3}\\z"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || host == u"::1" || host == u"[::1]"
           || loopback.match(host).hasMatch();
}

bool isHttpsUrl(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    return parsed.isValid() && !parsed.host().isEmpty() && parsed.scheme() == u"https";
}

} // namespace deskhand
