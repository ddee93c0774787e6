// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/attempt_counter.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype mostCounts = 50'000; // the database knows the others

} // namespace

qint64 AttemptCounter::count(const QVector<Place> &places, Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (m_counts.size() > mostCounts)
        forgetOld(now);
    qint64 wait = 0;
    QVector<Place> counted;
    for (const Place &place : places) {
        Counted &entry = m_counts[place.what];
        entry.limit = place.limit;
        const qint64 after = countAttempt(&entry.count, place.limit, now);
        wait = std::max(wait, after);
        if (after == 0)
            counted.append(place);
    }
    // What is refused is counted nowhere: neighbours of somebody who is shut out are not.
    if (wait > 0)
        giveBackLocked(counted);
    return wait;
}

void AttemptCounter::giveBack(const QVector<Place> &places)
{
    const std::lock_guard lock(m_mutex);
    giveBackLocked(places);
}

void AttemptCounter::giveBackLocked(const QVector<Place> &places)
{
    for (const Place &place : places) {
        if (const auto counted = m_counts.find(place.what); counted != m_counts.end())
            giveBackAttempt(&counted->count);
    }
}

void AttemptCounter::forgetOld(Instant now)
{
    using Entry = QHash<QString, Counted>::iterator;
    m_counts.removeIf([now](Entry entry) { return isForgotten(entry->count, entry->limit, now); });
    if (m_counts.size() > mostCounts / 2)
        m_counts.removeIf([](Entry entry) { return entry->count.blockedUntil == 0; });
    if (m_counts.size() > mostCounts / 2)
        m_counts.clear();
}

} // namespace deskhand
