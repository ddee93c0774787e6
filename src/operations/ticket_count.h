// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace deskhand {

// Numbers of Desk::counts(). A door that keeps a part of the desk, and cannot reach the rest, has counted only that
// part: such a number says that there are at least so many.

inline constexpr qint64 uncounted = -1; ///< it needs the search index, or nobody has counted yet

[[nodiscard]] constexpr qint64 atLeast(qint64 tickets) noexcept
{
    return -2 - tickets;
}
[[nodiscard]] constexpr bool isAtLeast(qint64 count) noexcept
{
    return count < uncounted;
}
/// How many, of either kind; uncounted stays that.
[[nodiscard]] constexpr qint64 ticketsCounted(qint64 count) noexcept
{
    return isAtLeast(count) ? -2 - count : count;
}

} // namespace deskhand
