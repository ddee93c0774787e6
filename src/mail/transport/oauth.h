// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/oauth_grant.h"
#include "operations/mail_transport.h"

#include <QHash>
#include <QMutex>

#include <memory>

namespace deskhand {

/// What a token endpoint gives (RFC 6749 5.1).
struct OAuthTokens {
    QByteArray accessToken;
    QByteArray refreshToken; ///< empty: it gave none, the former one goes on
    int seconds = 0;         ///< until the access token has expired
};

/// Asks token endpoints, over verified TLS only (a server of this computer may do without), and keeps access tokens
/// until shortly before they expire. Thread-safe; blocks its caller, for an account one at a time.
class OAuthClient
{
public:
    struct Options {
        int patienceMs = 30'000;
        QString caFile; ///< PEM; empty: the system's authorities
    };
    explicit OAuthClient(Options options);

    /// An access token for the account, from the cache unless it is `rejected`. `refreshed` hears of a new refresh
    /// token. Errors: Unauthenticated (the provider does not know the account any more: somebody has to sign in again;
    /// payload `reason` "refresh-token"), Offline, Timeout, Denied (certificate), Cancelled, Invalid.
    Result<QByteArray> accessToken(const MailOAuth &oauth, const MailSecrets &secrets, const KeepGoing &keepGoing,
                                   const MailTransport::Refreshed &refreshed,
                                   const QByteArray &rejected = QByteArray());
    /// The tokens for the code that a redirect brought.
    Result<OAuthTokens> exchange(const MailOAuth &oauth, const QByteArray &clientSecret, const OAuthGrant &grant,
                                 const QByteArray &code, const KeepGoing &keepGoing);

private:
    struct Kept {
        QByteArray accessToken;
        QByteArray refreshToken; ///< the newest, which whoever keeps it may not know yet
        qint64 until = 0;        ///< of the monotonic clock, milliseconds
    };
    /// From the cache, or asked for while `account` is locked.
    Result<QByteArray> lockedToken(const QByteArray &account, const MailOAuth &oauth, const MailSecrets &secrets,
                                   const KeepGoing &keepGoing, const MailTransport::Refreshed &refreshed,
                                   const QByteArray &rejected);
    Result<OAuthTokens> ask(const QString &tokenUrl, const QByteArray &form, const KeepGoing &keepGoing);

    Options m_options;
    QMutex m_mutex;
    QHash<QByteArray, Kept> m_kept; ///< by a hash of the account
    /// Who asks for which account: a provider that gives a new refresh token with each answer takes two questions with
    /// the same one for theft.
    QHash<QByteArray, std::shared_ptr<QMutex>> m_asking;
};

} // namespace deskhand
