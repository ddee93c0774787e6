// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace deskhand {

class Theme;

/// Room around a raised plate for its shadow, in logical pixels.
inline constexpr int raisedPlateMargin = 6;

/// Paints the plane of something that floats over the window (popups, messages): shadow, border and one radius. Call
/// from the widget's paintEvent.
void paintRaisedPlate(QWidget *widget, const Theme &theme);

} // namespace deskhand
