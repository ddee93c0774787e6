// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUrl>

namespace deskhand {

/// The address of a service as somebody types it: "desk.example.org", "https://desk.example.org:8443/support". Without
/// a scheme it is https; http only for this computer. The path ends in '/'. Errors: Invalid with payload `reason`:
/// "empty", "scheme", "plain" (http to another computer), "credentials" (a name or password in it), "host".
[[nodiscard]] Result<QUrl> serverUrl(const QString &typed);

} // namespace deskhand
