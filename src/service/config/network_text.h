// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// "192.0.2.1", "2001:db8::1".
[[nodiscard]] bool isNetworkAddress(const QString &text);
/// An address, or a network: "10.0.0.0/8", "2001:db8::/32".
[[nodiscard]] bool isNetworkOrAddress(const QString &text);
/// An address that only this machine can come from or to: 127.0.0.0/8, ::1, and the former written in IPv6.
[[nodiscard]] bool isLoopbackAddress(const QString &text);

} // namespace deskhand
