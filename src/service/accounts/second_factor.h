// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sealed_secret.h"
#include "service/accounts/accounts.h"

namespace deskhand {

// The steps of getting a second factor, for Accounts and for whoever administrates the desk.

/// A secret sealed for the desk, beside the one that counts. Errors: NotFound (no account), Denied (not a key), those
/// of the store.
[[nodiscard]] Result<SecondFactorOffer> offerSecondFactor(AccountStore &store, const QByteArray &publicKey,
                                                          PersonId person, const QString &issuer);
/// What was offered counts, when that is a code of it; gives the recovery codes. Errors: Unauthenticated ("code"),
/// NotFound (nothing was offered), Denied (another key), Conflict (something else was offered meanwhile).
[[nodiscard]] Result<QStringList> confirmSecondFactor(AccountStore &store, const SealKeys &keys, PersonId person,
                                                      const QString &code, const AccountChange &change);

} // namespace deskhand
