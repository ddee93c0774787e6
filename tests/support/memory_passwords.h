// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deliver.h"
#include "operations/password_store.h"

#include <QHash>

#include <memory>

namespace deskhand::test {

/// A keychain in memory that a test can look into, or that is not there.
class MemoryPasswords final : public PasswordStore
{
public:
    struct State {
        QHash<QString, QString> passwords;
        bool isThere = true;
    };

    explicit MemoryPasswords(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }

    QFuture<Result<QString>> read(const QString &account) override
    {
        if (!m_state->isThere)
            return readyFuture(Result<QString>(Error{ErrorCode::Offline, {}, {}, {}}));
        const auto found = m_state->passwords.constFind(account);
        return readyFuture(found == m_state->passwords.cend() ? Result<QString>(Error{ErrorCode::NotFound, {}, {}, {}})
                                                              : Result<QString>(*found));
    }
    QFuture<Result<void>> write(const QString &account, const QString &password) override
    {
        if (!m_state->isThere)
            return readyFuture(Result<void>(Error{ErrorCode::Offline, {}, {}, {}}));
        m_state->passwords.insert(account, password);
        return readyFuture(Result<void>());
    }
    QFuture<Result<void>> remove(const QString &account) override
    {
        m_state->passwords.remove(account);
        return readyFuture(Result<void>());
    }

private:
    std::shared_ptr<State> m_state;
};

} // namespace deskhand::test
