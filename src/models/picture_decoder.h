// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>

namespace deskhand {

/// Decodes a picture from outside: PNG, JPEG, GIF (first frame), BMP, WebP and TIFF by content, never by name; nothing
/// that can itself name files (SVG). Pictures over 40 megapixels are refused before they are decoded, and large ones
/// are scaled down to `longestSide` pixels. Slow: call it outside the GUI thread. Thread-safe. Errors: Invalid.
[[nodiscard]] Result<QImage> decodePicture(const QByteArray &bytes, int longestSide);

inline constexpr qint64 pictureMegapixelLimit = 40;

} // namespace deskhand
