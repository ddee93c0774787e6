// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/desk_session.h"
#include "operations/account_store.h"

#include <functional>

namespace deskhand::ctl {

constexpr qint64 hoursOfInvitation = 7 * 24;

/// A desk and its accounts for the time of one subcommand.
class AccountAccessHere
{
public:
    /// As DeskSession::open(); as an agent with a login of a server one does not come to the accounts. Prints what is
    /// wrong.
    static std::unique_ptr<AccountAccessHere> open(const Arguments &arguments);

    [[nodiscard]] DeskSession &session() { return *m_session; }
    [[nodiscard]] AccountStore &store() { return *m_store; }
    [[nodiscard]] AccountChange change() const { return {m_session->me(), m_session->now()}; }
    /// An active agent by name or address; prints when there is none.
    [[nodiscard]] std::optional<PersonId> agent(const QString &typed);
    /// Its account, made when it is not there and `make`; prints what is wrong.
    [[nodiscard]] std::optional<Account> account(const QString &typed, bool make);

private:
    std::unique_ptr<DeskSession> m_session;
    std::unique_ptr<AccountStore> m_store;
};

/// Makes an invitation or a reset and prints its token, this once. Prints what is wrong.
[[nodiscard]] int tellNewLink(AccountAccessHere &access, const Account &account, AccountLinkKind kind, qint64 hours,
                              bool json);

/// Prints the error of what failed.
[[nodiscard]] int exitCodeOfChange(const Result<void> &done);

/// For subcommands that begin with the desk and a person: opens both and calls `work`.
[[nodiscard]] int withAccount(const Arguments &arguments, bool make,
                              const std::function<int(AccountAccessHere &access, const Account &account)> &work);

} // namespace deskhand::ctl
