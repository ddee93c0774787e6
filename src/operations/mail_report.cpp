// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/mail_report.h"

namespace deskhand {

QString holdReasonName(HoldReason reason)
{
    switch (reason) {
    case HoldReason::Stranger: return QStringLiteral("stranger");
    case HoldReason::TooMany: return QStringLiteral("too-many");
    case HoldReason::Loop: return QStringLiteral("loop");
    case HoldReason::OwnAddress: return QStringLiteral("own-address");
    }
    return {};
}

} // namespace deskhand
