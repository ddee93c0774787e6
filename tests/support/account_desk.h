// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/accounts/accounts.h"
#include "store/sql_account_store.h"
#include "support/postgres_server.h"

#include <QTemporaryDir>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace deskhand::test {

/// A clock that threads may ask while it is set.
class SharedClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(qint64 milliseconds) { m_now += milliseconds; }

private:
    std::atomic<Instant> m_now = 1'790'000'000'000;
};

/// Desks with people who have accounts, in a file or on a server. Passwords cost next to nothing.
class AccountDesk
{
public:
    /// `server`: null for a file.
    explicit AccountDesk(PostgresServer *server);
    ~AccountDesk();

    [[nodiscard]] const QString &path() const { return m_place; } ///< of a file
    [[nodiscard]] std::unique_ptr<AccountStore> open() const;
    [[nodiscard]] AccountsOptions options() const;
    [[nodiscard]] SharedClock &clock() const { return *m_clock; }
    [[nodiscard]] const SealKeys &keys() const { return m_keys; }
    [[nodiscard]] static PasswordCost cheap() { return {1, 8192}; }

    /// The first agent of the desk, an admin.
    [[nodiscard]] PersonId ada() const { return PersonId{1}; }
    /// Another agent; without an account.
    PersonId addAgent(const QString &name, const QString &address);
    /// As an admin would.
    void changePerson(PersonId person, const std::function<void(Person &)> &change);
    PersonId addAgentWithPassword(const QString &name, const QString &address, const QByteArray &password);
    void givePassword(PersonId person, const QByteArray &password);
    /// Runs SQL past everybody, and gives the first column of the first row as a number.
    qint64 sql(const QByteArray &statement);
    /// All that is stored, as it lies on the disk; of a file only.
    [[nodiscard]] QByteArray fileBytes() const;

private:
    QTemporaryDir m_folder;
    QString m_place; ///< empty: on a server
    PostgresAddress m_address;
    bool m_isServer;
    SealKeys m_keys;
    std::shared_ptr<SharedClock> m_clock = std::make_shared<SharedClock>();
};

/// RFC 4648, as an app reads the secret of a second factor.
[[nodiscard]] QByteArray base32Bytes(const QString &text);

/// Waits for an answer that comes in another thread.
template <typename T>
class Answered
{
public:
    [[nodiscard]] Accounts::Done<T> done() const
    {
        return [state = m_state](Result<T> result) {
            state->count.fetch_add(1);
            const std::lock_guard lock(state->mutex);
            state->result = std::move(result);
            state->isThere.notify_all();
        };
    }
    [[nodiscard]] Result<T> wait() const
    {
        std::unique_lock lock(m_state->mutex);
        m_state->isThere.wait_for(lock, std::chrono::seconds(30), [this] { return m_state->result.has_value(); });
        return m_state->result ? *m_state->result : Result<T>(Error{});
    }
    [[nodiscard]] int times() const { return m_state->count; }

private:
    struct State {
        std::mutex mutex;
        std::condition_variable isThere;
        std::optional<Result<T>> result;
        std::atomic<int> count = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// Why somebody was not let in: payload "reason", "" for none.
template <typename T>
QString reasonOf(const Result<T> &result)
{
    return result ? QString() : result.error().payload.value(QStringLiteral("reason")).toString();
}

} // namespace deskhand::test
