// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/account_store.h"
#include "store/sql_job_connection.h"

namespace deskhand {

/// AccountStore over a connection of its own.
class SqlAccountStore final : public AccountStore
{
public:
    explicit SqlAccountStore(SqlJobConnection::Opener opener);

    Result<QVector<Account>> accounts() override;
    Result<Account> account(PersonId person) override;
    Result<PersonId> agentNamed(const QString &login) override;
    Result<void> createAccount(PersonId person, const AccountChange &change) override;
    Result<void> setPassword(PersonId person, const QByteArray &hash, bool mustChange,
                             const AccountChange &change) override;
    Result<void> setDisabled(PersonId person, bool disabled, const AccountChange &change) override;
    Result<AccountSecrets> secrets(PersonId person) override;

    Result<void> offerSecondFactor(PersonId person, const QByteArray &sealed) override;
    Result<QByteArray> offeredSecondFactor(PersonId person) override;
    Result<void> confirmSecondFactor(PersonId person, const QByteArray &sealed, qint64 codeStep,
                                     const QVector<QByteArray> &recoverySha256, const AccountChange &change) override;
    Result<void> dropSecondFactor(PersonId person, const AccountChange &change) override;

    Result<AccountLink> addLink(AccountLinkKind kind, PersonId person, const QByteArray &tokenSha256, Instant expiresAt,
                                const AccountChange &change) override;
    Result<AccountLink> link(const QByteArray &tokenSha256, Instant now) override;
    Result<void> redeemLink(const QByteArray &tokenSha256, const QByteArray &hash, Instant now) override;

    Result<SignInStart> beginSignIn(const SignInAttempt &attempt) override;
    Result<void> finishSignIn(const SignInFinish &finish) override;
    Result<void> giveBack(const QVector<QByteArray> &counted) override;
    Result<qint64> count(const QString &what, const AttemptLimit &limit, Instant now) override;

    Result<AccountAccess> sessionAccess(const QByteArray &tokenSha256, Instant now) override;
    Result<AccountAccess> apiAccess(const QByteArray &tokenSha256, Instant now) override;
    Result<void> noteUse(const QVector<AccountAccess> &used) override;
    Result<QVector<AccountSession>> sessions(PersonId person, Instant now) override;
    Result<void> revokeSession(PersonId person, const QUuid &session) override;
    Result<int> revokeSessions(PersonId person, const QUuid &except, const AccountChange &change) override;

    Result<void> addApiToken(const ApiToken &token, const QByteArray &tokenSha256) override;
    Result<QVector<ApiToken>> apiTokens(Instant now) override;
    Result<void> revokeApiToken(const QUuid &token, const AccountChange &change) override;

    Result<AccountStamp> stamp() override;
    Result<QHash<QUuid, Instant>> sweep(const SignInLimits &limits, Instant now) override;

private:
    template <typename T, typename Fn>
    Result<T> look(Fn work)
    {
        T value{};
        const Result<void> looked = m_job.look([&](Connection &connection) { return work(connection, &value); });
        return looked ? Result<T>(std::move(value)) : Result<T>(looked.error());
    }

    SqlJobConnection m_job;
};

/// For a desk's file, and for one on a server as its owner or a service. Errors as of SqlJobConnection's openers.
[[nodiscard]] Result<std::unique_ptr<AccountStore>> openAccountStore(const QString &path);
[[nodiscard]] Result<std::unique_ptr<AccountStore>> openServerAccountStore(const PostgresAddress &address);
/// A path, or a "postgresql://" address.
[[nodiscard]] Result<std::unique_ptr<AccountStore>> openAccountStoreAt(const QString &place);

} // namespace deskhand
