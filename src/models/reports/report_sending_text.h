// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "models/time_text.h"
#include "operations/report_answer.h"

#include <QStringList>

namespace deskhand {

/// Why somebody did not get a report; empty: they did, or will.
[[nodiscard]] QString reportSendingProblem(const ReportSending &sending);

/// What became of the last times of a schedule, the newest first, a line for each: "today 07:00: sent to 3 people; not
/// to Kim Berg: there is no address". `sendings`: of all schedules, the newest first.
[[nodiscard]] QStringList reportSendingLines(const QVector<ReportSending> &sendings, ReportItemId schedule,
                                             const Catalog &catalog, const TimeWords &times, Instant now, int most);

} // namespace deskhand
