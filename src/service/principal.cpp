// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/principal.h"

namespace deskhand {

const QVector<AccessScope> &allAccessScopes()
{
    static const QVector<AccessScope> scopes{AccessScope::Read, AccessScope::Write, AccessScope::Admin,
                                             AccessScope::Socket};
    return scopes;
}

QString accessScopeName(AccessScope scope)
{
    switch (scope) {
    case AccessScope::Read: return QStringLiteral("read");
    case AccessScope::Write: return QStringLiteral("write");
    case AccessScope::Admin: return QStringLiteral("admin");
    case AccessScope::Socket: return QStringLiteral("socket");
    }
    return {};
}

std::optional<AccessScope> accessScopeNamed(const QString &name)
{
    for (const AccessScope scope : allAccessScopes()) {
        if (accessScopeName(scope) == name)
            return scope;
    }
    return std::nullopt;
}

} // namespace deskhand
