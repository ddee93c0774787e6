// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/oauth_grant.h"

#include <QCryptographicHash>
#include <QUrl>
#include <QUrlQuery>

namespace deskhand {
namespace {

QByteArray urlSafe(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString encoded(const QByteArray &text)
{
    return QString::fromLatin1(text.toPercentEncoding());
}

} // namespace

OAuthGrant makeOAuthGrant(const QByteArray &random, const QString &redirectUri)
{
    return {urlSafe(random.left(48)), urlSafe(random.mid(48, 16)), redirectUri};
}

QString oauthAuthorizeUrl(const MailOAuth &oauth, const OAuthGrant &grant, const QString &account)
{
    QUrl url(oauth.authorizeUrl, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != QLatin1String("https") && url.host() != QLatin1String("127.0.0.1")))
        return {};
    const QByteArray challenge = urlSafe(QCryptographicHash::hash(grant.verifier, QCryptographicHash::Sha256));
    QUrlQuery query(url);
    const auto add = [&query](const char *name, const QByteArray &value) {
        query.addQueryItem(QLatin1String(name), encoded(value));
    };
    add("response_type", "code");
    add("client_id", oauth.clientId.toUtf8());
    add("redirect_uri", grant.redirectUri.toUtf8());
    add("scope", oauth.scope.toUtf8());
    add("state", grant.state);
    add("code_challenge", challenge);
    add("code_challenge_method", "S256");
    add("login_hint", account.toUtf8());
    if (oauth.provider == QLatin1String("google")) { // it gives a refresh token only when it is asked like this
        add("access_type", "offline");
        add("prompt", "consent");
    }
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

Result<QByteArray> oauthCode(const OAuthGrant &grant, const QByteArray &target)
{
    const QString where = QStringLiteral("oauth.redirect");
    QByteArray readable = target;
    readable.replace('+', "%20"); // as forms write a blank
    const QUrlQuery query(QUrl::fromEncoded(readable, QUrl::StrictMode));
    const auto value = [&query](const char *name) {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toUtf8();
    };
    if (grant.state.isEmpty() || value("state") != grant.state)
        return Error{ErrorCode::Invalid, where, QStringLiteral("this answer belongs to no question"), {}};
    const QByteArray refused = value("error");
    if (!refused.isEmpty())
        return Error{ErrorCode::Denied, where, QString::fromUtf8(refused.left(100)), {}};
    const QByteArray code = value("code");
    if (code.isEmpty())
        return Error{ErrorCode::Invalid, where, QStringLiteral("there is no code"), {}};
    return code;
}

} // namespace deskhand
