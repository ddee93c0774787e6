// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QMap>

#include "operations/mail_report.h"

namespace deskhand::ctl {

/// How mail is doing, for `status`. `now`: which leases hold.
[[nodiscard]] QJsonObject mailReportToJson(const MailReport &report, Instant now);
void printMailReport(const MailReport &report, Instant now);
/// Whether what became of a mailbox's mails adds up to the mails that came.
[[nodiscard]] bool addsUp(const MailboxReport &report);

} // namespace deskhand::ctl
