// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// Whom attempts from an address are counted for.
struct PeerPlace {
    QString address; ///< in one spelling; IPv4 also when it came as "::ffff:…". "?": it was no address
    QString subnet;  ///< IPv4: /24, IPv6: /64. For IPv6 the address is counted as its subnet: whoever has one has all
};
[[nodiscard]] PeerPlace peerPlace(const QString &address);

} // namespace deskhand
