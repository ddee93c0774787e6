// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace deskhand {

/// Whether it is the desk that fails, for a while: a full disk, a server that is away, a lock. What was asked of it may
/// be asked again, and nothing else would fare better meanwhile.
[[nodiscard]] bool isTroubleOfDesk(const Error &error);

} // namespace deskhand
