// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/sign_in_limit.h"
#include "operations/account.h"

#include <QHash>

#include <optional>

namespace deskhand {

/// Who changes an account, for history ("saved-account"): `by` invalid is the machine.
struct AccountChange {
    PersonId by;
    Instant at = 0;
};

/// Who wants to come in. An account is counted for by whichever of its names it is called; from a subnet that it has
/// come in from before, by itself, so that strangers elsewhere do not shut anybody out. Names are folded
/// (base/text_folding.h). `peer` and `subnet` are what they are counted for, and empty where nobody is.
struct SignInAttempt {
    QString login;
    PersonId person; ///< valid: who is signed in already and proves it again; then `login` is empty
    QString peer;
    QString subnet;
    SignInLimits limits;
    Instant at = 0;
};

/// The secrets of an account, for whoever checks them.
struct AccountSecrets {
    PersonId person;
    QByteArray password;     ///< Argon2id; empty: has none
    QByteArray secondFactor; ///< sealed for the desk's key; empty: none
    qint64 codeStep = 0;     ///< the last time step whose code was used
    bool mustChange = false;
};

/// How an attempt to sign in begins.
struct SignInStart {
    qint64 retryAfter = 0;                 ///< ms; not 0: tried too often, nothing more may be done
    QVector<QByteArray> counted;           ///< what it was counted for; to be given back by finishSignIn()
    std::optional<AccountSecrets> secrets; ///< nothing: nobody who may come in has that name
};

/// A session that begins; the store keeps the SHA-256 of its token.
struct NewSession {
    QUuid id;
    QByteArray tokenSha256;
    QString device;
    QString peer;
    QString subnet; ///< as in SignInAttempt; empty: not remembered
    Instant at = 0;
    qint64 idle = 0;
    Instant expiresAt = 0;
    bool remembered = false;
};

/// Everything was right.
struct SignInFinish {
    AccountSecrets proven;             ///< as they were when they were checked
    QByteArray newHash;                ///< the same password at the present cost; empty: stays
    qint64 codeStep = 0;               ///< of the code that was given; 0: none
    QByteArray recoverySha256;         ///< of the recovery code that was given; empty: none
    QVector<QByteArray> counted;       ///< SignInStart::counted
    std::optional<NewSession> session; ///< nothing: only asked (a step of changing the password, …)
    Instant at = 0;
};

/// By which one notices that something may be different.
struct AccountStamp {
    qint64 accounts = 0; ///< rises with everything that revokes
    qint64 catalog = 0;  ///< rises with people

    bool operator==(const AccountStamp &) const = default;
};

/// Accounts, sessions and API tokens in the desk's database. Tokens, recovery codes and links are known to it by their
/// SHA-256 only. A session or API token is good as long as it is there, its time has not run out, its person is an
/// active agent whose account is not disabled, and that person is what they were when it began (role, admin,
/// supervisor).
///
/// Each method is one durable transaction. Used by one thread, on a connection of its own. Errors: Busy, Offline,
/// Corrupt, Integrity, Internal and those said; after any of them the same call may be repeated.
class AccountStore
{
public:
    virtual ~AccountStore() = default;

    // Whose account it is.

    virtual Result<QVector<Account>> accounts() = 0;
    virtual Result<Account> account(PersonId person) = 0; ///< NotFound
    /// An active agent by folded address or, where only one has it, name; invalid: nobody.
    virtual Result<PersonId> agentNamed(const QString &login) = 0;
    /// Errors: NotFound (no agent), Conflict (has one).
    virtual Result<void> createAccount(PersonId person, const AccountChange &change) = 0;
    /// Revokes everything of the person, and withdraws links. An empty hash: the account has no password any more.
    /// Errors: NotFound.
    virtual Result<void> setPassword(PersonId person, const QByteArray &hash, bool mustChange,
                                     const AccountChange &change) = 0;
    /// Disabling revokes everything. Errors: NotFound.
    virtual Result<void> setDisabled(PersonId person, bool disabled, const AccountChange &change) = 0;
    virtual Result<AccountSecrets> secrets(PersonId person) = 0; ///< NotFound

    // Second factors.

    /// Kept beside the one that counts. Errors: NotFound.
    virtual Result<void> offerSecondFactor(PersonId person, const QByteArray &sealed) = 0;
    virtual Result<QByteArray> offeredSecondFactor(PersonId person) = 0; ///< sealed; empty: none
    /// What was offered counts from now on, and these are the recovery codes. Errors: NotFound, Conflict (it is not
    /// `sealed` that was offered last).
    virtual Result<void> confirmSecondFactor(PersonId person, const QByteArray &sealed, qint64 codeStep,
                                             const QVector<QByteArray> &recoverySha256,
                                             const AccountChange &change) = 0;
    virtual Result<void> dropSecondFactor(PersonId person, const AccountChange &change) = 0; ///< NotFound

    // Invitations and resets.

    /// Takes the place of an earlier one of the kind. Errors: NotFound.
    virtual Result<AccountLink> addLink(AccountLinkKind kind, PersonId person, const QByteArray &tokenSha256,
                                        Instant expiresAt, const AccountChange &change) = 0;
    virtual Result<AccountLink> link(const QByteArray &tokenSha256, Instant now) = 0; ///< NotFound
    /// As setPassword(), once. Errors: NotFound (used, expired, unknown, not for somebody who may come in).
    virtual Result<void> redeemLink(const QByteArray &tokenSha256, const QByteArray &hash, Instant now) = 0;

    // Signing in.

    /// Counts the attempt and gives what it has to be checked against.
    virtual Result<SignInStart> beginSignIn(const SignInAttempt &attempt) = 0;
    /// Takes back what was counted. Errors: Unauthenticated (the account is not what was proven any more, or the code
    /// was used meanwhile).
    virtual Result<void> finishSignIn(const SignInFinish &finish) = 0;
    /// Only takes back what was counted: nothing was wrong so far.
    virtual Result<void> giveBack(const QVector<QByteArray> &counted) = 0;
    /// Counts something else by a name of its own. 0: it may be done; else ms after which it may.
    virtual Result<qint64> count(const QString &what, const AttemptLimit &limit, Instant now) = 0;

    // What was begun.

    /// Errors: NotFound (not good).
    virtual Result<AccountAccess> sessionAccess(const QByteArray &tokenSha256, Instant now) = 0;
    virtual Result<AccountAccess> apiAccess(const QByteArray &tokenSha256, Instant now) = 0;
    virtual Result<void> noteUse(const QVector<AccountAccess> &used) = 0;               ///< writes usedAt
    virtual Result<QVector<AccountSession>> sessions(PersonId person, Instant now) = 0; ///< newest first
    virtual Result<void> revokeSession(PersonId person, const QUuid &session) = 0;      ///< NotFound
    /// All but `except`; how many.
    virtual Result<int> revokeSessions(PersonId person, const QUuid &except, const AccountChange &change) = 0;

    /// Errors: NotFound (no agent with an account).
    virtual Result<void> addApiToken(const ApiToken &token, const QByteArray &tokenSha256) = 0;
    virtual Result<QVector<ApiToken>> apiTokens(Instant now) = 0;
    virtual Result<void> revokeApiToken(const QUuid &token, const AccountChange &change) = 0; ///< NotFound

    // Noticing.

    virtual Result<AccountStamp> stamp() = 0;
    /// Forgets what is no longer good; gives the sessions and API tokens that are, and when they were used last.
    virtual Result<QHash<QUuid, Instant>> sweep(const SignInLimits &limits, Instant now) = 0;
};

} // namespace deskhand
