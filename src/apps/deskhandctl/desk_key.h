// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/desk_session.h"

#include <QByteArray>

#include <optional>

namespace deskhand::ctl {

/// Where this computer keeps the keys of its desks, as the window does; `given` (--key-file), a file or a folder,
/// instead.
[[nodiscard]] QString keyPlace(const QString &given);

/// The public half of the desk's key. A desk that has none gets one, whose secret half is then at `place`; prints what
/// is wrong.
[[nodiscard]] std::optional<QByteArray> publicKeyOfDesk(DeskSession &session, const QString &place);

} // namespace deskhand::ctl
