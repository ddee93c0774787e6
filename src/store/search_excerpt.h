// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/search_query.h"

namespace deskhand {

/// Where in `text` something that is asked for stands first; -1: nowhere. For a script without blanks the place is
/// that of the run of signs.
[[nodiscard]] qsizetype findSearchHit(QStringView text, const QVector<SearchPart> &parts);

/// About 160 characters of `text` around `position` in one line, with … where something was left out.
[[nodiscard]] QString excerptAround(QStringView text, qsizetype position);

} // namespace deskhand
