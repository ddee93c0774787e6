// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QString>
#include <QStringView>
#include <QVector>

#include <optional>

namespace deskhand {

struct Person;

/// Time that somebody has spent on a ticket. It is never changed: what was wrong is removed and logged anew.
struct WorkEntry {
    WorkEntryId id;
    TicketId ticket;  ///< for which it was logged; merged tickets keep theirs and show them where they are shown
    PersonId person;  ///< who worked, and logged it
    Instant at = 0;   ///< when the work was done
    int minutes = 0;  ///< 1 to mostWorkMinutes
    QString activity; ///< what kind of work; empty: not said
    QString note;     ///< empty: none
    Instant loggedAt = 0;
    Instant removedAt = 0; ///< it does not count any more; 0: it does
    bool operator==(const WorkEntry &) const = default;
};

/// A week: what is longer was several.
inline constexpr int mostWorkMinutes = 7 * 24 * 60;
inline constexpr int longestActivity = 60;
inline constexpr int longestWorkNote = 1000;
/// How far ahead work may be dated: clocks differ, and so do zones.
inline constexpr qint64 workAheadMs = 24 * 3'600'000;

/// Its author, and whoever answers for what is reported: supervisors and admins.
[[nodiscard]] bool mayRemove(const Person &who, const WorkEntry &entry);
/// The minutes of all that was not removed.
[[nodiscard]] qint64 minutesOf(const QVector<WorkEntry> &entries);

/// "95 Analysis", as history keeps it.
[[nodiscard]] QString historyTextOf(const WorkEntry &entry);

/// What people write for a duration: "45" and "45m" (minutes), "1h", "1h 30", "1:30", "1.5h", "2d 4h", with the units
/// of any language of the program (m, min; h, hr, std; d, t) and decimal point or comma; a day is `hoursOfDay` hours.
/// Rounded to minutes. Nothing: it is no duration, or not 1 to mostWorkMinutes minutes.
[[nodiscard]] std::optional<int> workMinutesFromText(QStringView text, int hoursOfDay = 8);

} // namespace deskhand
