// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/business_calendar.h"

#include <optional>

namespace deskhand::ctl {

/// A file of any kind; prints what is wrong.
[[nodiscard]] std::optional<QByteArray> readFile(const QString &name);

/// A calendar in the form of configuration files (domain/calendar_json.h); prints what is wrong, with its place.
[[nodiscard]] std::optional<BusinessCalendar> readCalendarFile(const QString &name);

} // namespace deskhand::ctl
