// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// The sender's file name as a name that is safe to show and to offer for saving: last path segment, no control,
/// direction or zero-width characters, no characters that a file system forbids, no reserved device name, no
/// trailing dots or blanks, at most 200 characters with the extension kept. Empty stays empty.
[[nodiscard]] QString receivedFileName(const QString &name);

/// A name for an attachment that came without one: "image-2.png" for the second of type image/png.
[[nodiscard]] QString madeUpFileName(const QString &type, int number);

} // namespace deskhand
