// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

#include <array>

namespace deskhand {

/// Seven rows of five dots, the left one in bit 4; all zero when there is no such letter.
[[nodiscard]] std::array<unsigned char, 7> pixelGlyph(QChar letter);

} // namespace deskhand
