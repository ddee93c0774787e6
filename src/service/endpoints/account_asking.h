// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/accounts/accounts.h"
#include "service/endpoints/exchange.h"
#include "wire/account_calls.h"

namespace deskhand {

/// Gives a call to the accounts; its answer is written in a thread of theirs.
void askAccounts(Accounts &accounts, const AccountCall &call, const ExchangePtr &exchange);

} // namespace deskhand
