// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_data.h"
#include "models/charts/chart_words.h"
#include "sheets/sheet.h"

namespace deskhand {

/// The table behind a chart, as a file has it: a row for each point, a column for each series; instants and numbers are
/// what they are. Marks and the subtitle are its notes.
[[nodiscard]] Sheet chartSheet(const ChartData &data, const ChartWords &words);

} // namespace deskhand
