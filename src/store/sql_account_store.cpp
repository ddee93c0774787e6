// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_account_store.h"

#include "store/account_rows.h"
#include "store/connection.h"

#include <algorithm>

namespace deskhand {
namespace {

Account readAccount(ColumnReader row)
{
    Account account;
    account.person = row.id<PersonId>();
    account.name = row.text();
    account.address = row.text();
    account.admin = row.flag();
    account.active = row.flag();
    account.disabled = row.flag();
    account.hasPassword = row.flag();
    account.mustChange = row.flag();
    account.hasSecondFactor = row.flag();
    account.recoveryCodes = int(row.integer());
    account.sessions = int(row.integer());
    account.apiTokens = int(row.integer());
    account.createdAt = row.integer();
    account.passwordAt = row.integer();
    account.signedInAt = row.integer();
    return account;
}

Result<void> readLink(Connection &connection, const QByteArray &tokenSha256, Instant now, AccountLink *link)
{
    Statement statement = connection.sql("account.link");
    statement.bind(":token", tokenSha256).bind(":now", now);
    if (!statement.next()) {
        const Result<void> status = statement.status();
        return status ? Result<void>(noSuchAccount()) : status;
    }
    *link = AccountLink{static_cast<AccountLinkKind>(statement.integer(0)), statement.id<PersonId>(1),
                        statement.text(2), statement.text(3), statement.integer(4)};
    return {};
}

/// The password and what follows from a new one; history is written by who calls.
Result<void> storePassword(Connection &connection, PersonId person, const QByteArray &hash, bool mustChange, Instant at)
{
    Statement set = connection.sql("account.setPassword");
    set.bind(":person", person).bind(":password", QString::fromLatin1(hash)).bind(":mustChange", mustChange);
    set.bind(":at", hash.isEmpty() ? Instant(0) : at);
    Result<void> done = changeAccount(std::move(set));
    if (done)
        done = connection.sql("account.forgetLinks").bind(":person", person).run();
    if (done)
        done = connection.sql("account.forgetPlaces").bind(":person", person).run();
    return done ? revokeEverything(connection, person) : done;
}

Result<void> storeRecoveryCodes(Connection &connection, PersonId person, const QVector<QByteArray> &codes)
{
    if (Result<void> done = connection.sql("account.forgetRecoveryCodes").bind(":person", person).run(); !done)
        return done;
    Statement insert = connection.sql("account.insertRecoveryCode");
    for (const QByteArray &code : codes) {
        if (Result<void> done = insert.bind(":person", person).bind(":code", code).run(); !done)
            return done;
    }
    return {};
}

} // namespace

SqlAccountStore::SqlAccountStore(SqlJobConnection::Opener opener)
    : m_job(std::move(opener))
{
}

Result<QVector<Account>> SqlAccountStore::accounts()
{
    return look<QVector<Account>>([](Connection &connection, QVector<Account> *accounts) {
        Statement list = connection.sql("account.list");
        while (list.next())
            accounts->append(readAccount(ColumnReader(list)));
        return list.status();
    });
}

Result<Account> SqlAccountStore::account(PersonId person)
{
    const Result<QVector<Account>> all = accounts();
    if (!all)
        return all.error();
    const auto found =
        std::find_if(all->cbegin(), all->cend(), [person](const Account &account) { return account.person == person; });
    return found == all->cend() ? Result<Account>(noSuchAccount()) : Result<Account>(*found);
}

Result<PersonId> SqlAccountStore::agentNamed(const QString &login)
{
    return look<PersonId>([&login](Connection &connection, PersonId *person) -> Result<void> {
        const Result<PersonId> found = readAgentNamed(connection, login);
        if (!found)
            return found.error();
        *person = *found;
        return {};
    });
}

Result<void> SqlAccountStore::createAccount(PersonId person, const AccountChange &change)
{
    return m_job.change([&](Connection &connection) -> Result<void> {
        const Result<qint64> agents = connection.sql("account.isAgent").bind(":person", person).runForNumber();
        if (!agents)
            return agents.error();
        if (*agents == 0)
            return Error{ErrorCode::NotFound, QStringLiteral("store.account"), QStringLiteral("no such agent"), {}};
        Statement insert = connection.sql("account.insert");
        if (Result<void> done = insert.bind(":person", person).bind(":at", change.at).run(); !done)
            return done;
        if (insert.changedRows() == 0)
            return Error{
                ErrorCode::Conflict, QStringLiteral("store.account"), QStringLiteral("has an account already"), {}};
        return recordAccount(connection, person, change, QStringLiteral("created"));
    });
}

Result<void> SqlAccountStore::setPassword(PersonId person, const QByteArray &hash, bool mustChange,
                                          const AccountChange &change)
{
    return m_job.change([&](Connection &connection) {
        const Result<void> done = storePassword(connection, person, hash, mustChange, change.at);
        return done ? recordAccount(connection, person, change, QStringLiteral("password")) : done;
    });
}

Result<void> SqlAccountStore::setDisabled(PersonId person, bool disabled, const AccountChange &change)
{
    return m_job.change([&](Connection &connection) {
        Statement set = connection.sql("account.setDisabled");
        set.bind(":person", person).bind(":disabled", disabled);
        Result<void> done = changeAccount(std::move(set));
        if (done && disabled)
            done = connection.sql("account.forgetLinks").bind(":person", person).run();
        if (done && disabled)
            done = revokeEverything(connection, person);
        const QString what = disabled ? QStringLiteral("disabled") : QStringLiteral("enabled");
        return done ? recordAccount(connection, person, change, what) : done;
    });
}

Result<AccountSecrets> SqlAccountStore::secrets(PersonId person)
{
    return look<AccountSecrets>([person](Connection &connection, AccountSecrets *secrets) -> Result<void> {
        Result<AccountSecrets> read = readAccountSecrets(connection, person);
        if (!read)
            return read.error();
        *secrets = *std::move(read);
        return {};
    });
}

Result<void> SqlAccountStore::offerSecondFactor(PersonId person, const QByteArray &sealed)
{
    return m_job.change([&](Connection &connection) {
        Statement offer = connection.sql("account.offerSecondFactor");
        offer.bind(":person", person).bind(":sealed", sealed);
        return changeAccount(std::move(offer));
    });
}

Result<QByteArray> SqlAccountStore::offeredSecondFactor(PersonId person)
{
    return look<QByteArray>([person](Connection &connection, QByteArray *sealed) {
        Statement offered = connection.sql("account.offeredSecondFactor");
        offered.bind(":person", person);
        if (offered.next())
            *sealed = offered.bytes(0);
        return offered.status();
    });
}

Result<void> SqlAccountStore::confirmSecondFactor(PersonId person, const QByteArray &sealed, qint64 codeStep,
                                                  const QVector<QByteArray> &recoverySha256,
                                                  const AccountChange &change)
{
    return m_job.change([&](Connection &connection) -> Result<void> {
        Statement confirm = connection.sql("account.confirmSecondFactor");
        confirm.bind(":person", person).bind(":sealed", sealed).bind(":step", codeStep).bind(":none", QByteArray());
        Result<void> done = confirm.run();
        if (done && confirm.changedRows() == 0)
            return Error{ErrorCode::Conflict,
                         QStringLiteral("store.account"),
                         QStringLiteral("another second factor was offered meanwhile"),
                         {}};
        if (done)
            done = storeRecoveryCodes(connection, person, recoverySha256);
        return done ? recordAccount(connection, person, change, QStringLiteral("second-factor-on")) : done;
    });
}

Result<void> SqlAccountStore::dropSecondFactor(PersonId person, const AccountChange &change)
{
    return m_job.change([&](Connection &connection) {
        Statement drop = connection.sql("account.dropSecondFactor");
        drop.bind(":person", person).bind(":none", QByteArray());
        Result<void> done = changeAccount(std::move(drop));
        if (done)
            done = storeRecoveryCodes(connection, person, {});
        return done ? recordAccount(connection, person, change, QStringLiteral("second-factor-off")) : done;
    });
}

Result<AccountLink> SqlAccountStore::addLink(AccountLinkKind kind, PersonId person, const QByteArray &tokenSha256,
                                             Instant expiresAt, const AccountChange &change)
{
    AccountLink link;
    const Result<void> added = m_job.change([&](Connection &connection) {
        Statement replace = connection.sql("account.replaceLink");
        replace.bind(":token", tokenSha256).bind(":person", person).bind(":kind", int(kind));
        Result<void> done = replace.bind(":at", change.at).bind(":expiresAt", expiresAt).run();
        if (done)
            done = readLink(connection, tokenSha256, change.at, &link);
        const QString what = kind == AccountLinkKind::Reset ? QStringLiteral("reset") : QStringLiteral("invited");
        return done ? recordAccount(connection, person, change, what) : done;
    });
    return added ? Result<AccountLink>(link) : Result<AccountLink>(added.error());
}

Result<AccountLink> SqlAccountStore::link(const QByteArray &tokenSha256, Instant now)
{
    return look<AccountLink>(
        [&](Connection &connection, AccountLink *link) { return readLink(connection, tokenSha256, now, link); });
}

Result<void> SqlAccountStore::redeemLink(const QByteArray &tokenSha256, const QByteArray &hash, Instant now)
{
    return m_job.change([&](Connection &connection) -> Result<void> {
        AccountLink link;
        if (Result<void> found = readLink(connection, tokenSha256, now, &link); !found)
            return found;
        // Two at once: one of them takes nothing.
        Statement take = connection.sql("account.takeLink");
        take.bind(":token", tokenSha256);
        if (Result<void> taken = changeAccount(std::move(take)); !taken)
            return taken;
        const Result<void> stored = storePassword(connection, link.person, hash, false, now);
        const QString what =
            link.kind == AccountLinkKind::Reset ? QStringLiteral("reset-used") : QStringLiteral("invitation-used");
        return stored ? recordAccount(connection, link.person, {link.person, now}, what) : stored;
    });
}

Result<std::unique_ptr<AccountStore>> openAccountStore(const QString &path)
{
    Result<SqlJobConnection::Opener> opener = SqlJobConnection::ofFile(path);
    return opener ? Result<std::unique_ptr<AccountStore>>(std::make_unique<SqlAccountStore>(*std::move(opener)))
                  : Result<std::unique_ptr<AccountStore>>(opener.error());
}

Result<std::unique_ptr<AccountStore>> openServerAccountStore(const PostgresAddress &address)
{
    Result<SqlJobConnection::Opener> opener = SqlJobConnection::ofServer(address);
    return opener ? Result<std::unique_ptr<AccountStore>>(std::make_unique<SqlAccountStore>(*std::move(opener)))
                  : Result<std::unique_ptr<AccountStore>>(opener.error());
}

Result<std::unique_ptr<AccountStore>> openAccountStoreAt(const QString &place)
{
    if (!isPostgresUrl(place))
        return openAccountStore(place);
    const Result<PostgresAddress> address = postgresAddressFromUrl(place);
    return address ? openServerAccountStore(*address) : Result<std::unique_ptr<AccountStore>>(address.error());
}

} // namespace deskhand
