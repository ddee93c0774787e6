// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace deskhand {

/// `bytes` as a zlib stream (RFC 1950, 1951; fixed Huffman codes), looking for repetitions only 1 and `stride` bytes
/// back: enough for drawn pictures, and the same bytes on every machine and with every version of zlib.
[[nodiscard]] QByteArray plainDeflate(const QByteArray &bytes, int stride);

/// CRC-32 as PNG wants it (RFC 2083, section 15).
[[nodiscard]] quint32 plainCrc32(const QByteArray &bytes);

} // namespace deskhand
