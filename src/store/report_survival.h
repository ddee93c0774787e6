// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/report_answer.h"
#include "store/report_sql.h"

namespace deskhand {

/// What a survival curve is made of: something of a ticket that has begun in the period.
struct LastingThing {
    qint64 ticket = 0;
    qint64 lasted = 0;  ///< ms, by the report's clock
    bool ended = false; ///< else censored
};

/// Those of a report with asksSurvival(). All of `time`'s period, at most until now, that are `asked` for; its `known`
/// is filled in. Errors: of the store; Cancelled.
[[nodiscard]] Result<QVector<LastingThing>> readLasting(Connection &connection, const ReportContext &context,
                                                        const Report &report, const ReportTime &time,
                                                        ReportLasting asked = {});

/// Fills the survival curve of an answer; see ReportSurvivalPoint. `oncePerTicket`: no ticket has two of them.
void fillSurvival(QVector<LastingThing> things, bool oncePerTicket, ReportAnswer *answer);

} // namespace deskhand
