// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/person.h"

#include <QString>
#include <QStringList>
#include <QUuid>
#include <QVector>

#include <optional>

namespace deskhand {

/// What a token may be used for. Sessions of people have all of them; a token of an API has those it was made with.
/// What its person may not do no scope allows.
enum class AccessScope : int {
    Read = 1,   ///< every question
    Write = 2,  ///< commands about tickets
    Admin = 4,  ///< commands that set the desk up
    Socket = 8, ///< to be told of changes, presence
};
[[nodiscard]] QString accessScopeName(AccessScope scope); ///< "read", "write", "admin", "socket"
[[nodiscard]] std::optional<AccessScope> accessScopeNamed(const QString &name);
[[nodiscard]] const QVector<AccessScope> &allAccessScopes();

/// Who asks, as their token has proven.
struct Principal {
    PersonId person;
    PersonRole role = PersonRole::Requester;
    int scopes = 0;     ///< AccessScope, or-ed
    QUuid session;      ///< of the session or API token: what is revoked
    bool isApi = false; ///< an API token: no session of a person
    [[nodiscard]] bool may(AccessScope scope) const { return (scopes & int(scope)) != 0; }
};

} // namespace deskhand
