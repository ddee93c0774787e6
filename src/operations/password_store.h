// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QString>

namespace deskhand {

/// Where passwords are kept beyond the session: the desktop's keychain, or nowhere. Never in clear. Answers come later,
/// to deliver(); call from one thread.
class PasswordStore
{
public:
    virtual ~PasswordStore() = default;
    /// `account`: serverIdentity(). Errors: NotFound (none is kept), Denied (the person did not unlock it), Timeout,
    /// Offline (there is no keychain).
    virtual QFuture<Result<QString>> read(const QString &account) = 0;
    /// Succeeds only when the password can be read again. Errors: as read(), but never NotFound.
    virtual QFuture<Result<void>> write(const QString &account, const QString &password) = 0;
    /// Also succeeds when there is none.
    virtual QFuture<Result<void>> remove(const QString &account) = 0;
};

} // namespace deskhand
