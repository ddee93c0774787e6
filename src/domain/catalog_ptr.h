// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace deskhand {

class Catalog;
/// A snapshot of a desk's reference data, see domain/catalog.h.
using CatalogPtr = std::shared_ptr<const Catalog>;

} // namespace deskhand
