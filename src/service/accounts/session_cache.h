// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/account.h"

#include <QHash>

#include <chrono>
#include <mutex>
#include <optional>

namespace deskhand {

/// Sessions and API tokens that this process has seen as good, by the SHA-256 of their tokens. What is answered from
/// here is at most a second old: when the desk cannot be looked at, nothing is. Thread-safe.
class SessionCache
{
public:
    using Monotonic = std::chrono::steady_clock;

    /// As it was read a moment ago.
    void insert(const QByteArray &tokenSha256, const AccountAccess &access, Instant now);
    /// Uses it. Nothing: not known, run out, or not looked at for a second.
    [[nodiscard]] std::optional<AccountAccess> use(const QByteArray &tokenSha256, Instant now);

    /// The desk was looked at, beginning at `at`.
    void lookedAt(Monotonic::time_point at);
    /// What has to be written: used since, and not written for a while. They count as written.
    [[nodiscard]] QVector<AccountAccess> takeUsed(bool all);
    /// Something has run out as far as is known here; another process may have used it.
    [[nodiscard]] bool hasExpired(Instant now) const;
    /// Forgets what is not among the good ones, which were last used then; gives their ids.
    [[nodiscard]] QVector<QUuid> keepOnly(const QHash<QUuid, Instant> &good);
    [[nodiscard]] int size() const;

private:
    struct Entry {
        AccountAccess access; ///< usedAt: as it was used here last
        Instant written = 0;
    };

    mutable std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries;
    Monotonic::time_point m_lookedAt{};
};

/// Whether its time has not run out.
[[nodiscard]] bool isAlive(const AccountAccess &access, Instant now);

} // namespace deskhand
