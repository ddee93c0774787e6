// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

// What people type where an address of some kind is wanted. Pure.

/// Of a mail address, in characters (RFC 3696 erratum 1690: 64 + 1 + 255).
constexpr int longestMailAddress = 320;

/// Something@something without blanks: enough to find typing errors, and what mail servers accept is their business.
[[nodiscard]] bool looksLikeAddress(const QString &address);

/// Whether a host is this computer itself, so that nothing goes over a wire: "localhost", or an address of loopback in
/// full. A name that only begins like one ("127.example.com") is somebody else's.
[[nodiscard]] bool isThisComputer(const QString &host);

/// A whole URL of https.
[[nodiscard]] bool isHttpsUrl(const QString &url);

} // namespace deskhand
