// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/business_calendar.h"

#include <QLocale>

#include <optional>

namespace deskhand {

using WorkingWeek = std::array<QVector<WorkingFrame>, 7>;

/// What an editor of a week does to it. `day`: 0 Monday … 6 Sunday; minutes after the day's midnight. Pure.

/// Whether the minute is inside of a frame, also of one of the day before that goes on over midnight.
[[nodiscard]] bool isWorking(const WorkingWeek &week, int day, int minute);
/// Makes [from, to) of a day working time or takes it away; 0 <= from < to <= 1440. Frames that touch become one.
void paintWeek(WorkingWeek *week, int day, int from, int to, bool working);

/// "09:00–12:00, 13:00–17:00"; an end on the next day as "22:00–06:00". Empty: no working time.
[[nodiscard]] QString framesText(const QVector<WorkingFrame> &frames);
/// Reads what framesText() writes, with hyphens, and hours without minutes ("9-17"), ordered by their beginning;
/// nothing when it is something else, or frames overlap. An end at or before its beginning is on the next day.
[[nodiscard]] std::optional<QVector<WorkingFrame>> framesFromText(const QString &text);
/// "HH:MM" of 0 to 1440, "24:00" being the end of the day.
[[nodiscard]] QString minuteText(int minute);

/// "Mon–Fri 09:00–17:00 · Sat 10:00–14:00"; of a week around the clock "around the clock"; of an empty one "never".
[[nodiscard]] QString weekText(const WorkingWeek &week, const QLocale &locale);
/// Sum of a week in minutes.
[[nodiscard]] int minutesOfWeek(const WorkingWeek &week);

} // namespace deskhand
