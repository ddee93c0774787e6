// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/mailbox.h"

#include <QByteArray>
#include <QString>

namespace deskhand {

/// One request for access to somebody's account: the authorization code flow (RFC 6749 4.1) with PKCE (RFC 7636) and a
/// redirect to this computer (RFC 8252 7.3). Lives until the code has been exchanged.
struct OAuthGrant {
    QByteArray verifier; ///< secret until the exchange
    QByteArray state;    ///< what the redirect must bring back
    QString redirectUri; ///< "http://127.0.0.1:PORT/"
};

/// `random`: 64 bytes that nobody can guess.
[[nodiscard]] OAuthGrant makeOAuthGrant(const QByteArray &random, const QString &redirectUri);
/// What the person opens in a browser; `account` is filled in there. Empty: the authorize URL is none.
[[nodiscard]] QString oauthAuthorizeUrl(const MailOAuth &oauth, const OAuthGrant &grant, const QString &account);
/// The code from the path and query that the browser asks for at the redirect ("/?code=…&state=…").
/// Errors: Denied (the person or the provider said no; detail is the provider's code), Invalid (it is another answer).
[[nodiscard]] Result<QByteArray> oauthCode(const OAuthGrant &grant, const QByteArray &target);

} // namespace deskhand
