// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/session_cache.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr std::chrono::milliseconds oldestLook{1000};
constexpr qint64 writeUseEvery = 60'000; // ms

/// Where a session ends soon when it is not used, others have to know earlier that it is.
qint64 writeAfter(const AccountAccess &access)
{
    return access.idle > 0 ? std::min(writeUseEvery, access.idle / 4) : writeUseEvery;
}

} // namespace

bool isAlive(const AccountAccess &access, Instant now)
{
    return (access.expiresAt == 0 || now < access.expiresAt) && (access.idle == 0 || now < access.usedAt + access.idle);
}

void SessionCache::insert(const QByteArray &tokenSha256, const AccountAccess &access, Instant now)
{
    const std::lock_guard lock(m_mutex);
    Entry entry{access, access.usedAt};
    if (const auto known = m_entries.constFind(tokenSha256); known != m_entries.cend())
        entry.access.usedAt = std::max(entry.access.usedAt, known->access.usedAt);
    entry.access.usedAt = std::max(entry.access.usedAt, now);
    m_entries.insert(tokenSha256, entry);
}

std::optional<AccountAccess> SessionCache::use(const QByteArray &tokenSha256, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(tokenSha256);
    if (found == m_entries.end() || !isAlive(found->access, now) || Monotonic::now() - m_lookedAt > oldestLook)
        return {};
    found->access.usedAt = std::max(found->access.usedAt, now);
    return found->access;
}

void SessionCache::lookedAt(Monotonic::time_point at)
{
    const std::lock_guard lock(m_mutex);
    m_lookedAt = at;
}

QVector<AccountAccess> SessionCache::takeUsed(bool all)
{
    const std::lock_guard lock(m_mutex);
    QVector<AccountAccess> used;
    for (Entry &entry : m_entries) {
        if (entry.access.usedAt <= entry.written
            || (!all && entry.access.usedAt - entry.written < writeAfter(entry.access)))
            continue;
        entry.written = entry.access.usedAt;
        used.append(entry.access);
    }
    return used;
}

bool SessionCache::hasExpired(Instant now) const
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [now](const Entry &entry) { return !isAlive(entry.access, now); });
}

QVector<QUuid> SessionCache::keepOnly(const QHash<QUuid, Instant> &good)
{
    const std::lock_guard lock(m_mutex);
    QVector<QUuid> gone;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const auto known = good.constFind(entry->access.id);
        if (known == good.cend()) {
            gone.append(entry->access.id);
            entry = m_entries.erase(entry);
            continue;
        }
        entry->written = std::max(entry->written, *known);
        entry->access.usedAt = std::max(entry->access.usedAt, *known);
        ++entry;
    }
    return gone;
}

int SessionCache::size() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_entries.size());
}

} // namespace deskhand
