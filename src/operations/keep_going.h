// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace deskhand {

/// Asks whether to go on; false ends what is under way with Cancelled, within a second.
using KeepGoing = std::function<bool()>;

} // namespace deskhand
