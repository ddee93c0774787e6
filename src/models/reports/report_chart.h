// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_data.h"
#include "models/reports/report_words.h"

namespace deskhand {

/// The picture of an answer. A point's key says which cell it is, for countedTicketsAt(). `title`: the chart's; empty:
/// the report's own. `now`: the last bucket is not over yet.
[[nodiscard]] ChartData chartOfReport(const Report &report, const ReportAnswer &answer, const ReportWords &words,
                                      const QString &title, Instant now);

/// All of the report.
inline constexpr ChartKey wholeReportKey{-1, 0};
inline constexpr ChartKey wholeComparisonKey{-1, 1};
/// What stands in the number above the picture: all of the report; of a survival curve all that it is made of, also
/// what has not ended.
[[nodiscard]] ChartKey numberKeyOf(const Report &report, const ReportAnswer &answer);

/// What to ask the desk for so that its list is the tickets which a point has counted: of a class of a histogram those
/// with a duration in it, of a point of a survival curve those that are known to have lasted so long. Nothing: there is
/// no such point.
[[nodiscard]] std::optional<CountedTickets> countedTicketsAt(const Report &report, const ReportAnswer &answer,
                                                             ChartKey key);
/// The name of that list: "SLA compliance · Network · missed · 3 Mar 2026".
[[nodiscard]] QString countedTicketsTitle(const Report &report, const ReportAnswer &answer, ChartKey key,
                                          const ReportWords &words, const QString &title);

} // namespace deskhand
