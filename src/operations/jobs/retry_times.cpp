// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/retry_times.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 retrySecond = 1000;
constexpr qint64 retryMinute = 60 * retrySecond;
constexpr int mostDoublings = 12;

qint64 doubled(qint64 first, int failures, qint64 most)
{
    return std::min(most, first << std::clamp(failures - 1, 0, mostDoublings));
}

} // namespace

qint64 mailboxRetryDelay(int failures, bool signIn)
{
    return signIn ? doubled(retryMinute, failures, 60 * retryMinute)
                  : doubled(5 * retrySecond, failures, 15 * retryMinute);
}

qint64 outletRetryDelay(int failures)
{
    return doubled(15 * retrySecond, failures, 15 * retryMinute);
}

qint64 applyRetryDelay(int failures)
{
    return doubled(2 * retrySecond, failures, 60 * retryMinute);
}

qint64 storeRetryDelay(int failures)
{
    return doubled(retrySecond / 4, failures, 10 * retrySecond);
}

} // namespace deskhand
