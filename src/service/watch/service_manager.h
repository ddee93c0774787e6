// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace deskhand {

/// Tells the one who has started this program how it stands, by the datagram of sd_notify(3): "READY=1", "STOPPING=1",
/// "RELOADING=1", "STATUS=…". Does nothing where nobody asked for it (NOTIFY_SOCKET). False: it could not be told.
bool tellServiceManager(const QByteArray &state);

} // namespace deskhand
