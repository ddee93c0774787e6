// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace deskhand {

/// Base64 as mail has it: line ends and other foreign characters are skipped, a missing padding is forgiven, and
/// what follows the padding (a footer that a mailing list glued on) is left out unless it is base64 again.
[[nodiscard]] QByteArray decodeBase64(QByteArrayView text);

/// Quoted-printable; blanks between "=" and the line end are forgiven, a "=" that is no escape stays.
[[nodiscard]] QByteArray decodeQuotedPrintable(QByteArrayView text);

/// uuencode or x-uuencode as a transfer encoding: the first file in it.
[[nodiscard]] QByteArray decodeUuencode(QByteArrayView text);

} // namespace deskhand
