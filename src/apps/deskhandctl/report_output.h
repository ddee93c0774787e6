// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/report_answer.h"

#include <QJsonObject>

namespace deskhand::ctl {

/// What a report says, with keys and names; shares in thousandths of a percent, durations in ms.
[[nodiscard]] QJsonObject reportAnswerToJson(const QString &name, const Report &report, const ReportAnswer &answer);
/// One line a cell, the total last; a field that a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] QString reportAnswerToCsv(const QString &name, const Report &report, const ReportAnswer &answer);

} // namespace deskhand::ctl
