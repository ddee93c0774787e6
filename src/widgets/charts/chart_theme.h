// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_scene.h"

namespace deskhand {

class Theme;

/// Colours and fonts of a chart on a surface of the theme.
[[nodiscard]] ChartStyle chartStyleOf(const Theme &theme);

} // namespace deskhand
