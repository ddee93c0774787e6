// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// The stored form of a tag: folded, blanks and commas inside become "-", at most 64 characters. Empty: no tag at all.
/// Idempotent.
[[nodiscard]] QString normalizedTag(QStringView tag);

} // namespace deskhand
