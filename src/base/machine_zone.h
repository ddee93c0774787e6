// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace deskhand {

/// The IANA id of this computer's time zone, to offer it to people; "UTC" where it goes by none that has an id. Nothing
/// is calculated by it.
[[nodiscard]] QByteArray machineZone();

} // namespace deskhand
