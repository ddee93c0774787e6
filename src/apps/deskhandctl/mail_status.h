// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include "operations/mail_report.h"

namespace deskhand::ctl {

/// How mail is doing, for `status`.
[[nodiscard]] QJsonObject mailReportToJson(const MailReport &report);
void printMailReport(const MailReport &report);
/// Who does the jobs of the desk, how much waits for them, and what went wrong last. `now`: which leases hold.
[[nodiscard]] QJsonArray jobsToJson(const QVector<JobReport> &reports, Instant now);
void printJobs(const QVector<JobReport> &reports, Instant now);
/// Whether what became of a mailbox's mails adds up to the mails that came.
[[nodiscard]] bool addsUp(const MailboxReport &report);

} // namespace deskhand::ctl
