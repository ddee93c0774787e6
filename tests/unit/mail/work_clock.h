// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace deskhand::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DESKHAND_TEST_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define DESKHAND_TEST_SANITIZED
#endif
#endif

/// What one mail may cost: a second. Without the optimiser code is several times slower, and under sanitizers many
/// times; there the limit still tells what is worse than linear.
#ifdef DESKHAND_TEST_SANITIZED
inline constexpr bool isSanitized = true;
inline constexpr qint64 mostMilliseconds = 40'000;
#elif defined(__OPTIMIZE__)
inline constexpr bool isSanitized = false;
inline constexpr qint64 mostMilliseconds = 1000;
#else
inline constexpr bool isSanitized = false;
inline constexpr qint64 mostMilliseconds = 4000;
#endif

/// Milliseconds that this process has worked since: a limit on them holds on a busy machine too.
class WorkClock
{
public:
    [[nodiscard]] qint64 elapsed() const { return qint64(std::clock() - m_start) * 1000 / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

} // namespace deskhand::test
