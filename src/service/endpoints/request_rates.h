// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QUuid>

#include <chrono>
#include <mutex>

namespace deskhand {

/// How often each session may ask: so many in a second, and for a moment a multiple of it. Thread-safe.
class RequestRates
{
public:
    struct Rate {
        int perSecond = 100;
        int atOnce = 2000;
    };
    using Clock = std::chrono::steady_clock;

    /// 0: it may; else seconds after which it may again.
    [[nodiscard]] int take(const QUuid &session, const Rate &rate, Clock::time_point now = Clock::now());

private:
    struct Bucket {
        double left = 0;
        Clock::time_point at;
    };
    std::mutex m_mutex;
    QHash<QUuid, Bucket> m_buckets;
};

} // namespace deskhand
