// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// "mon" … "sun" for 1 … 7: in configuration files and in the names of fields with a problem.
[[nodiscard]] QString weekdayName(int weekday);
/// 1 … 7; 0: no such day.
[[nodiscard]] int weekdayFromName(const QString &name);

} // namespace deskhand
