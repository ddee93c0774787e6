// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

namespace deskhand::test {

/// A small desk's reference data with everything that is awkward: trees three deep, names with blanks and accents,
/// the same name twice in a tree, a name that is a reserved word, inactive entries.
CatalogPtr sampleCatalog();

} // namespace deskhand::test
