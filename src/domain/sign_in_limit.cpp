// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sign_in_limit.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 longestBlock = 24 * 60 * 60 * 1000; // ms; so long a block is remembered, too

qint64 blockOf(const AttemptLimit &limit, int blocks)
{
    qint64 block = limit.window;
    for (int i = 1; i < blocks && block < longestBlock; ++i)
        block *= 2;
    return std::min(block, std::max(longestBlock, limit.window));
}

} // namespace

qint64 countAttempt(AttemptCount *count, const AttemptLimit &limit, Instant now)
{
    if (now < count->blockedUntil) {
        // Set by a clock that was far ahead: no block is that long.
        const qint64 left = count->blockedUntil - now;
        const qint64 longest = blockOf(limit, count->blocks);
        if (left <= longest)
            return left;
        count->blockedUntil = now + longest;
        return longest;
    }
    if (count->blocks > 0 && now - count->blockedUntil >= longestBlock)
        count->blocks = 0;
    if (now - count->since >= limit.window || now < count->since) {
        count->count = 0;
        count->since = now;
    }
    if (count->count < limit.attempts) {
        ++count->count;
        return 0;
    }
    count->blocks = std::min(count->blocks + 1, 30);
    const qint64 block = blockOf(limit, count->blocks);
    count->blockedUntil = now + block;
    count->count = 0;
    count->since = count->blockedUntil;
    return block;
}

bool isForgotten(const AttemptCount &count, const AttemptLimit &limit, Instant now)
{
    return now - count.since >= limit.window && now - count.blockedUntil >= longestBlock;
}

void giveBackAttempt(AttemptCount *count)
{
    count->count = std::max(0, count->count - 1);
}

} // namespace deskhand
