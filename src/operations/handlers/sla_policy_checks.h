// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/field_errors.h"

namespace deskhand {

/// Whether a policy can be saved: problemsOf(), and whether what it names is there. `existing`: the version before,
/// null for a new one; what was switched off may stay where it is.
void checkPolicy(const Catalog &catalog, const SlaPolicy &policy, const SlaPolicy *existing, FieldErrors *errors);

} // namespace deskhand
