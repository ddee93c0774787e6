// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_cursor.h"

namespace deskhand {

class ChartView;

/// Makes every point of a chart known to screen readers: the chart is a table to them, a row for each point of the
/// axis, a column for each series; a cell's name says series, place and value, its value is the value in words, and it
/// can be pressed. Called by the view; more than once does nothing.
void installChartAccessible();

/// Says that the focus went to a point of the chart.
void tellChartFocus(ChartView *view, ChartSpot spot);

} // namespace deskhand
