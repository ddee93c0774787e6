// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/desk_session.h"

namespace deskhand::ctl {

struct SlaVerification {
    qint64 tickets = 0;
    qint64 clocks = 0;
    QStringList problems; ///< one line each
};

/// Replays the events of every ticket and compares the clocks, what the ticket's head says of them, and the order in
/// which the watch would look at them. What changes while it is compared is looked at again.
[[nodiscard]] Result<SlaVerification> verifySla(DeskSession &session, const QString &place);

} // namespace deskhand::ctl
