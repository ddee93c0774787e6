// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"

namespace deskhand {

/// Whether every ticket that `query` is about is one that `scope` is about, for `me` at `now`; false when that is not
/// seen. What asks for full text is inside when its other parts are.
[[nodiscard]] bool liesInside(const Condition &query, const Condition &scope, const Catalog &catalog, PersonId me,
                              Instant now);

} // namespace deskhand
