// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

namespace deskhand {

class Settings;
class Theme;

namespace appearance {
// Keys of the settings, and their values.
inline constexpr char themeKey[] = "appearance/theme";         ///< "system", "light", "dark", "high-contrast"
inline constexpr char densityKey[] = "appearance/density";     ///< "comfortable", "compact"
inline constexpr char fontScaleKey[] = "appearance/fontScale"; ///< percent, 80–200
} // namespace appearance

/// Makes the theme what the settings say, now and whenever they change. Both outlive `context`.
void followAppearance(Settings &settings, Theme &theme, QObject *context);

} // namespace deskhand
