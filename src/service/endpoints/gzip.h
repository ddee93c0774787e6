// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace deskhand {

/// As a file of gzip (RFC 1952); empty when it cannot be made. Thread-safe.
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);

/// Whether an Accept-Encoding (RFC 9110 12.5.3) takes gzip.
[[nodiscard]] bool acceptsGzip(const QByteArray &acceptEncoding);

} // namespace deskhand
