// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/account_access.h"

#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "base/text_folding.h"
#include "service/accounts/access_token.h"
#include "store/sql_account_store.h"

namespace deskhand::ctl {

std::unique_ptr<AccountAccessHere> AccountAccessHere::open(const Arguments &arguments)
{
    const QString place = arguments.words().first();
    auto access = std::make_unique<AccountAccessHere>();
    access->m_session = DeskSession::open(place, arguments.value(QStringLiteral("as")));
    if (!access->m_session)
        return nullptr;
    Result<std::unique_ptr<AccountStore>> store = openAccountStoreAt(place);
    if (!store) {
        printError(store.error());
        return nullptr;
    }
    access->m_store = *std::move(store);
    return access;
}

std::optional<PersonId> AccountAccessHere::agent(const QString &typed)
{
    const Result<PersonId> person = m_store->agentNamed(foldText(typed.trimmed()));
    if (person && person->isValid())
        return *person;
    printError(person ? QStringLiteral("there is no active agent “%1”, or more than one").arg(typed)
                      : errorWords(person.error()));
    return {};
}

std::optional<Account> AccountAccessHere::account(const QString &typed, bool make)
{
    const std::optional<PersonId> person = agent(typed);
    if (!person)
        return {};
    Result<Account> found = m_store->account(*person);
    if (!found && found.error().code == ErrorCode::NotFound && make) {
        const Result<void> made = m_store->createAccount(*person, change());
        found = made ? m_store->account(*person) : Result<Account>(made.error());
    }
    if (found)
        return *found;
    printError(found.error().code == ErrorCode::NotFound
                   ? QStringLiteral("“%1” has no account; see deskhandctl user add").arg(typed)
                   : errorWords(found.error()));
    return {};
}

int tellNewLink(AccountAccessHere &access, const Account &account, AccountLinkKind kind, qint64 hours, bool json)
{
    constexpr qint64 anHour = 60 * 60 * 1000;
    const FreshToken token = makeToken(TokenKind::Link);
    const Instant expiresAt = access.session().now() + hours * anHour;
    const Result<AccountLink> link =
        access.store().addLink(kind, account.person, token.sha256, expiresAt, access.change());
    if (!link) {
        printError(link.error().code == ErrorCode::NotFound ? QStringLiteral("the account is disabled")
                                                            : errorWords(link.error()));
        return Failure;
    }
    if (json)
        printJson({{QStringLiteral("person"), account.person.value},
                   {QStringLiteral("kind"),
                    kind == AccountLinkKind::Reset ? QStringLiteral("reset") : QStringLiteral("invitation")},
                   {QStringLiteral("token"), QString::fromLatin1(token.text)},
                   {QStringLiteral("expires_at"), instantText(expiresAt)}});
    else
        printLine(QString::fromLatin1(token.text));
    return Success;
}

int exitCodeOfChange(const Result<void> &done)
{
    if (!done)
        printError(done.error());
    return done ? Success : Failure;
}

int withAccount(const Arguments &arguments, bool make,
                const std::function<int(AccountAccessHere &access, const Account &account)> &work)
{
    const auto access = AccountAccessHere::open(arguments);
    const std::optional<Account> account = access ? access->account(arguments.words()[1], make) : std::nullopt;
    return account ? work(*access, *account) : int(Failure);
}

} // namespace deskhand::ctl
