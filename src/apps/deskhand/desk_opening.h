// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

namespace deskhand {

/// Who somebody without a choice on this computer is in a desk: the first active administrator, else the first
/// active agent; invalid: the desk has none.
[[nodiscard]] PersonId likelyMe(const Catalog &catalog);

} // namespace deskhand
