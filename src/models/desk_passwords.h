// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/password_store.h"
#include "operations/server_place.h"

#include <QHash>
#include <QObject>

namespace deskhand {

/// The passwords of this session's desks: in memory, and in the keychain of those who want that. Nothing else of the
/// program keeps a password. GUI thread.
class DeskPasswords final : public QObject
{
    Q_OBJECT

public:
    /// `store` outlives it.
    explicit DeskPasswords(PasswordStore &store, QObject *parent = nullptr);
    ~DeskPasswords() override;

    /// Of this session, or else of the keychain. Errors: those of PasswordStore::read().
    [[nodiscard]] QFuture<Result<QString>> find(const ServerPlace &place);
    /// For this session only.
    void use(const ServerPlace &place, const QString &password);
    /// For this session and in the keychain. Errors: those of PasswordStore::write(); it is kept for the session
    /// anyway.
    QFuture<Result<void>> keep(const ServerPlace &place, const QString &password);
    /// No longer in this session nor in the keychain.
    QFuture<Result<void>> forget(const ServerPlace &place);

    // The same of a sign-in at a service, whose secret is a token.
    [[nodiscard]] static QString accountOfService(const QString &address)
    {
        return QStringLiteral("service ") + address;
    }
    [[nodiscard]] QFuture<Result<QString>> find(const QString &account);
    void use(const QString &account, const QString &secret);
    QFuture<Result<void>> keep(const QString &account, const QString &secret);
    QFuture<Result<void>> forget(const QString &account);

private:
    PasswordStore &m_store;
    QHash<QString, QString> m_session;
};

} // namespace deskhand
