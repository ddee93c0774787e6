// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sealed_secret.h"
#include "domain/sign_in_limit.h"
#include "operations/account_store.h"
#include "operations/service_account.h"
#include "service/accounts/password_hash.h"
#include "service/principal.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace deskhand {

struct AccountsOptions {
    /// A connection to the accounts of the desk; called in a thread of Accounts.
    std::function<Result<std::unique_ptr<AccountStore>>()> openStore;
    std::shared_ptr<const Clock> clock; ///< thread-safe
    /// The desk's keys: second factors are sealed for them. Asked each time one is opened or made, in a thread of
    /// Accounts; not set, or failing: whoever has a second factor cannot come in.
    std::function<Result<SealKeys>()> keys;
    PasswordCost cost;
    int hashThreads = 0; ///< passwords worked on at once, 64 MiB each; 0: as many as there are cores
    int hashQueue = 32;  ///< more that wait are sent away
    SignInLimits limits;
    AttemptLimit resetsOfAccount{3, 60 * 60 * 1000};
    AttemptLimit resetsOfAddress{10, 60 * 60 * 1000};
    qint64 idle = 30 * 60 * 1000;                         ///< ms
    qint64 lasts = 12 * 60 * 60 * 1000;                   ///< ms, whatever happens
    qint64 remembered = qint64(30) * 24 * 60 * 60 * 1000; ///< ms, used or not: "remember this computer"
    qint64 resetLasts = 60 * 60 * 1000;                   ///< ms
    int watchEvery = 300;                                 ///< ms between two looks for what another process has revoked
    QString issuer = QStringLiteral("Deskhand");          ///< what the app with the codes shows beside the name
    /// A session or API token that was seen here is no longer good: signed out, revoked, expired, here or by another
    /// process. Within a second; once each; in a thread of Accounts. May not call back into Accounts and wait.
    std::function<void(const QUuid &session)> revoked;
    /// Somebody asked for a new password: hands the token of the link to the person's address. Not set: nobody gets
    /// one this way.
    std::function<void(const AccountLink &link, const QByteArray &token)> handOutReset;
};

struct SignInRequest {
    QString login; ///< mail address, or name of the person
    QByteArray password;
    QString code;   ///< of the second factor, or a recovery code; empty: none given
    QString device; ///< as the computer calls itself
    QString peer;   ///< address of the other side, without port
    bool remember = false;
};

/// The token is told this once and stored nowhere.
struct SignedIn {
    QByteArray token;
    Principal principal;
    AccountSession session;
    /// Nothing but changePassword() and signing out is allowed: `principal` has no scopes.
    bool mustChange = false;
};

/// For the figures of a service.
struct AccountsFigures {
    qint64 hashes = 0; ///< passwords worked on
    qint64 signedIn = 0;
    qint64 failed = 0; ///< wrong in any way
    qint64 refusedByLimit = 0;
    qint64 refusedByLoad = 0;
    int waiting = 0;  ///< for a password to be worked on
    int sessions = 0; ///< seen by this process and good
};

class AccountsCore;

/// Who may come into a desk by its service: signing in, sessions, second factors, invitations, API tokens.
///
/// Thread-safe; works in threads of its own. Every function returns at once; its answer is given to `done`, exactly
/// once, in a thread of Accounts (authenticate(): mostly in the caller's, before it returns), or as Cancelled by
/// stop(). `done` must be quick and may call any function here. Passwords, codes and tokens are in no error and no log.
///
/// What takes a Principal is a person's own: for API tokens it is Denied.
///
/// Errors of all: Unauthenticated with payload "reason":
///   "credentials"   name or password, whichever; also when the account is disabled, is none, or has no password
///   "second-factor" the password is right, and a code is needed (SignInRequest::code was empty)
///   "code"          the password is right, the code is not, or was used before
///   "token"         not good, or no longer
///   "link"          an invitation or a reset that is not good, or no longer
/// Busy with payload "retryAfter" (seconds, at least 1) and "reason": "limit" (tried too often), "load" (too many at
/// once); Busy, Offline, Corrupt, Internal of the store; Denied (no key for second factors); Invalid with payload
/// field → reason: "password": "too-short" (less than shortestPassword characters), "too-long", "too-easy" (name,
/// address, one repeated sign).
///
/// Tried attempts are counted in the store before a password is looked at, for account (or unknown name), address and
/// subnet (IPv4 /24, IPv6 /64), over all processes; whoever signs in gets theirs back. An unknown name costs the same
/// work as a known one and has the same answer.
class Accounts
{
public:
    template <typename T>
    using Done = std::function<void(Result<T>)>;

    explicit Accounts(AccountsOptions options);
    ~Accounts(); ///< stop()
    Accounts(const Accounts &) = delete;
    Accounts &operator=(const Accounts &) = delete;

    void start();
    /// Waits for what is under way; what waits is Cancelled.
    void stop();

    void signIn(const SignInRequest &request, const Done<SignedIn> &done);
    /// Whose token that is. Known ones are answered from memory, as long as the desk was looked at within a second;
    /// using a token keeps it alive.
    void authenticate(const QByteArray &token, const Done<Principal> &done);
    void signOut(const Principal &who, const Done<void> &done);

    /// The person's own, newest first.
    void sessions(const Principal &who, const Done<QVector<AccountSession>> &done);
    /// Of their own. NotFound: not theirs, or gone already.
    void revokeSession(const Principal &who, const QUuid &session, const Done<void> &done);
    /// But the one that asks.
    void revokeOtherSessions(const Principal &who, const Done<void> &done);

    /// The old one is asked for, and counted like an attempt to sign in. Everything of the person is revoked, this
    /// session, too: it goes on with the new token.
    void changePassword(const Principal &who, const QByteArray &oldPassword, const QByteArray &newPassword,
                        const QString &peer, const Done<SignedIn> &done);

    /// Makes a secret, which counts when confirmSecondFactor() has had a code of it. What was before goes on until
    /// then.
    void offerSecondFactor(const Principal &who, const QByteArray &password, const QString &peer,
                           const Done<SecondFactorOffer> &done);
    /// Gives ten recovery codes, each good once; they are told this once.
    void confirmSecondFactor(const Principal &who, const QString &code, const Done<QStringList> &done);
    void dropSecondFactor(const Principal &who, const QByteArray &password, const QString &peer,
                          const Done<void> &done);

    /// Of whom an invitation or reset is, before it is used.
    void link(const QByteArray &token, const Done<AccountLink> &done);
    /// Uses it up: the person has this password, and everything of theirs is revoked. They sign in with it afterwards.
    void acceptLink(const QByteArray &token, const QByteArray &password, const Done<void> &done);
    /// The answer is the same whoever it is, known or not.
    void requestReset(const QString &login, const QString &peer, const Done<void> &done);

    [[nodiscard]] AccountsFigures figures() const;

private:
    std::unique_ptr<AccountsCore> m_core;
};

} // namespace deskhand
