// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/business_calendar.h"

#include <QJsonObject>

namespace deskhand {

/// The form of configuration files:
///
///     {"name":"Office","zone":"Europe/Berlin","week":{"mon":[["09:00","17:00"]],"sat":[["22:00","06:00"]],…},
///      "holidays":["2026-12-25",
///                  {"date":"2026-12-24","name":"Christmas Eve","closed":["12:00","24:00"]},
///                  {"yearly":"12-24"},
///                  {"yearly_from":"12-24","yearly_to":"01-02"},
///                  {"from":"2026-08-01","to":"2026-08-14"},
///                  {"weekday":"mon","nth":1,"month":9},          nth -1: the last one
///                  {"easter":-2}]}
///
/// Times are "HH:MM", "24:00" is the end of the day, an end at or before its start is on the next day. Every holiday
/// may have "name", "closed", "confirmed" and "feed_id". Errors: Invalid, `where` names the place ("week.mon[0]"), the
/// detail says what is wrong in English.
[[nodiscard]] Result<BusinessCalendar> calendarFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject calendarToJson(const BusinessCalendar &calendar);

} // namespace deskhand
