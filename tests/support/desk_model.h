// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_recording.h"

namespace deskhand::test {

/// What a recording tells of a desk that loses, doubles or overwrites something, one line each; empty: all is well. The
/// first word of a line is its kind:
///
///   lost       an operation was answered "ok" and has left nothing
///   doubled    an operation has left something twice
///   stray      something that nobody asked for, or that was refused, is there
///   unseen     a reply was posted although somebody else's word before it had not been seen
///   held       a reply was held without a reason
///   order      the articles of one client are not in its order, or places in a thread are not 1, 2, 3 …
///   chain      the old value of a change is not the new value of the one before, or the last is not what is stored
///   overwrote  a change was made on a version that did not have the value which it replaced
///   refused    a conflict was reported where there was none
///   version    a version was made twice, or never
///   tags       a set of tags is not what the changes make of it
///   count      a counter does not say what the rows say
///   mark       a read mark is behind what was acknowledged
///   feed       the feed has a gap, or does not say what was done
///   heard      a client has not heard the feed as it is, each change once and in order
[[nodiscard]] QStringList anomaliesOf(const Recording &recording);

} // namespace deskhand::test
