// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/account_store.h"
#include "store/statement.h"

namespace deskhand {

class Connection;

// What the methods of SqlAccountStore share, each in the transaction of the connection.

[[nodiscard]] Error noSuchAccount();
/// For updates of one row by its person. Errors: NotFound when there is none.
[[nodiscard]] Result<void> changeAccount(Statement statement);
/// History says "saved-account": whose (newValue, newText) and what was done with it (why), and nothing else.
[[nodiscard]] Result<void> recordAccount(Connection &connection, PersonId person, const AccountChange &change,
                                         const QString &what);
/// Whoever has seen a session or API token as good looks again.
[[nodiscard]] Result<void> raiseAccountStamp(Connection &connection);
/// All sessions and API tokens.
[[nodiscard]] Result<void> revokeEverything(Connection &connection, PersonId person);
/// What a person is, for a session or API token to end when they are something else. Errors: NotFound (may not come
/// in).
[[nodiscard]] Result<qint64> accountStanding(Connection &connection, PersonId person);
/// Errors: NotFound (has no account, or may not come in).
[[nodiscard]] Result<AccountSecrets> readAccountSecrets(Connection &connection, PersonId person);
[[nodiscard]] Result<PersonId> readAgentNamed(Connection &connection, const QString &login);

/// The row that something is counted in.
[[nodiscard]] Result<QByteArray> attemptRow(Connection &connection, const QString &kind, const QString &what);
/// Counts an attempt in that row, which is held until the transaction ends. As countAttempt().
[[nodiscard]] Result<qint64> countInRow(Connection &connection, const QByteArray &row, const AttemptLimit &limit,
                                        Instant now);
[[nodiscard]] Result<void> giveBackInRows(Connection &connection, const QVector<QByteArray> &rows);

} // namespace deskhand
