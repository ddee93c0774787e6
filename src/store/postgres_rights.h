// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "store/postgres_address.h"

#include <QString>
#include <QVector>

namespace deskhand {

// Who may come into a desk on PostgreSQL, and as whom. Each person has a login role of the server; what it may do
// follows from the role's group (<database>_agent, _supervisor, _admin, _service), from what the person is in the desk,
// and from the policies and triggers of migration 4. All functions connect as the owner of the desk, who must be
// allowed to make roles, and wait for the server. Errors beside those said: Denied (not the owner, or no CREATEROLE),
// Corrupt (no desk), those of PostgresConnection::open().

/// A role that may come in.
struct PostgresLogin {
    QString role;
    PersonId person; ///< invalid: a service
    QString personName;
    bool service = false;
    bool active = true;     ///< the person is
    bool roleExists = true; ///< false: somebody dropped the role on the server
};

/// Makes the group roles, takes away everything from everybody and grants what each role needs; then makes members as
/// the people are. Repeating it repairs. Errors: Invalid (the database's name is too long for its roles).
[[nodiscard]] Result<void> setUpRights(const PostgresAddress &owner);

/// Makes groups' members follow what the people are now: for somebody who became a supervisor or an admin. What
/// somebody loses in the desk is lost at once, without this.
[[nodiscard]] Result<void> followPeople(const PostgresAddress &owner);

/// A login role for a person of the desk, or with an invalid id for a service. The password never leaves this computer:
/// the server gets its SCRAM verifier. Errors: Invalid (name, empty password), Conflict (there is such a role, or the
/// person has one), NotFound (no agent with that id).
[[nodiscard]] Result<void> addLogin(const PostgresAddress &owner, const QString &role, PersonId person,
                                    const QString &password);

/// Ends the role's sessions and drops it. Errors: NotFound.
[[nodiscard]] Result<void> removeLogin(const PostgresAddress &owner, const QString &role);

/// Errors: NotFound (not a login of this desk), Invalid (empty).
[[nodiscard]] Result<void> setLoginPassword(const PostgresAddress &owner, const QString &role, const QString &password);

[[nodiscard]] Result<QVector<PostgresLogin>> readLogins(const PostgresAddress &owner);

/// Lower-case letters, digits, "_", "." and "-", beginning with a letter, at most 50, not "pg_…".
[[nodiscard]] bool isLoginName(const QString &name);

/// 26 characters of the system's randomness (130 bits).
[[nodiscard]] QString randomPassword();

} // namespace deskhand
