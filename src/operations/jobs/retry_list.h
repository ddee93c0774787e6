// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/jobs/retry_times.h"

#include <QHash>
#include <QVector>

namespace deskhand {

/// Things that failed and are tried again later, while the others go on. A clock that was set back makes nothing wait
/// longer than it would have. Used by one thread.
template <typename Key>
class RetryList
{
public:
    void putOff(Key key, Instant now)
    {
        Entry &entry = m_entries[key];
        ++entry.failures;
        entry.since = now;
        entry.until = now + applyRetryDelay(entry.failures);
    }
    void remove(Key key) { m_entries.remove(key); }
    /// Forgets what is no longer there to be done.
    void keepOnly(const QVector<Key> &keys)
    {
        if (!m_entries.isEmpty())
            m_entries.removeIf([&keys](const auto &entry) { return !keys.contains(entry.key()); });
    }
    [[nodiscard]] bool waits(Key key, Instant now) const
    {
        const auto entry = m_entries.constFind(key);
        return entry != m_entries.cend() && entry->since <= now && now < entry->until;
    }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] int size() const { return int(m_entries.size()); }

private:
    struct Entry {
        int failures = 0;
        Instant since = 0;
        Instant until = 0;
    };
    QHash<Key, Entry> m_entries;
};

} // namespace deskhand
