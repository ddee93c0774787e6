// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog_ptr.h"
#include "domain/report.h"

#include <QJsonObject>

namespace deskhand {

/// The stored form: ids, conditions as domain/condition_json.h has them, instants in ms, names of enumerations. What is
/// as in Report{} may be missing. Errors: Invalid, `where` names the place.
[[nodiscard]] QJsonObject reportToJson(const Report &report);
[[nodiscard]] Result<Report> reportFromJson(const QJsonObject &json);

/// {"report":…}, {"dashboard":{"cards":[…]}} or {"schedule":…}.
[[nodiscard]] QJsonObject reportContentToJson(const std::variant<Report, Dashboard, ReportSchedule> &content);
[[nodiscard]] Result<std::variant<Report, Dashboard, ReportSchedule>> reportContentFromJson(const QJsonObject &json);

/// For files that people write: as the stored form, but "tickets" and "otherTickets" are texts of conditions, "from"
/// and "to" of the period dates ("2016-03-01", local; "to" is the last day), and the calendar a name.
[[nodiscard]] Result<Report> reportFromConfig(const QJsonObject &json, const CatalogPtr &catalog);

} // namespace deskhand
