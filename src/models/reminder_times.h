// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>
#include <QTimeZone>
#include <QVector>

namespace deskhand {

/// A moment that is offered for coming back to something.
struct ReminderTime {
    QString text;
    Instant at = 0; ///< 0: without a reminder
};

/// "In 3 hours", "Tomorrow morning" (9:00), … in the zone; ends with "Without a reminder".
[[nodiscard]] QVector<ReminderTime> reminderTimes(Instant now, const QTimeZone &zone = QTimeZone::systemTimeZone());
/// "In 1 hour", "This evening", "Tomorrow 08:00", "Monday 08:00" for mail that is sent later.
[[nodiscard]] QVector<ReminderTime> sendLaterTimes(Instant now, const QTimeZone &zone = QTimeZone::systemTimeZone());
/// "Today 17:00", "Tomorrow 17:00", "Friday", "In a week", … for due dates; ends with "No due date".
[[nodiscard]] QVector<ReminderTime> dueTimes(Instant now, const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace deskhand
