// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/password_store.h"

namespace deskhand {

/// The desktop's keychain (Secret Service or KWallet) through QtKeychain; never its unencrypted fallback. It may ask
/// the person to unlock it; one that has not answered after `patienceMs` is given up. Needs an event loop in the
/// calling thread.
class KeychainPasswords final : public PasswordStore
{
public:
    /// `service`: the program's name in the keychain.
    explicit KeychainPasswords(QString service = QStringLiteral("Deskhand"), int patienceMs = 60'000);

    QFuture<Result<QString>> read(const QString &account) override;
    QFuture<Result<void>> write(const QString &account, const QString &password) override;
    QFuture<Result<void>> remove(const QString &account) override;

private:
    QString m_service;
    int m_patienceMs;
};

} // namespace deskhand
