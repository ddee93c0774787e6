// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/report_paper/paper_order.h"

#include <functional>

namespace deskhand {

/// The painter that belongs to this program: beside it; empty: it is not installed.
[[nodiscard]] QString painterProgram();

/// Has the painter do it in a process of its own, and waits: some hundred milliseconds, `limit` at most. What goes
/// wrong there (no fonts, no memory, a crash) is an error here. Not in a thread that has a window; `goesOn` is asked
/// some times a second, false ends it. Errors: NotFound (there is no painter), Invalid (more than it takes), Timeout,
/// Cancelled, Internal.
[[nodiscard]] Result<ReportMail> paintInProcess(const PaperOrder &order, const std::function<bool()> &goesOn = {},
                                                const QString &program = painterProgram(), int limit = 60'000);

} // namespace deskhand
