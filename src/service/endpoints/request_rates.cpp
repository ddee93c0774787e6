// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/request_rates.h"

#include <algorithm>
#include <cmath>

namespace deskhand {
namespace {

/// Whoever has been silent for so long has everything again.
constexpr std::chrono::minutes forgetAfter{5};
constexpr int mostBuckets = 50'000;

} // namespace

int RequestRates::take(const QUuid &session, const Rate &rate, Clock::time_point now)
{
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= mostBuckets)
        m_buckets.removeIf([now](const auto &one) { return now - one.value().at > forgetAfter; });
    const bool isNew = !m_buckets.contains(session);
    Bucket &bucket = m_buckets[session];
    const double waited = std::chrono::duration<double>(now - bucket.at).count();
    bucket.left = isNew ? rate.atOnce : std::min<double>(rate.atOnce, bucket.left + waited * rate.perSecond);
    bucket.at = now;
    if (bucket.left >= 1) {
        bucket.left -= 1;
        return 0;
    }
    return std::max(1, int(std::ceil((1 - bucket.left) / rate.perSecond)));
}

} // namespace deskhand
