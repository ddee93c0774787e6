// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace deskhand {

/// How near a target is, from which follow its shape and its colour.
enum class TimeLeft { None, Plenty, Soon, Critical, Overdue, Paused, Met, Missed };

struct TimeLeftText {
    QString text; ///< "1 h 42 m", "3 d", "overdue 2 h", "paused: Waiting for customer", "met"; empty for None
    TimeLeft level = TimeLeft::None;
    QString brief = {}; ///< shorter, where there is little room: "paused"; empty: the text is short enough
    bool operator==(const TimeLeftText &) const = default;
};

/// What was promised for a ticket, as its head says: until the nearest target by the wall clock. Working time is not
/// known there; see SlaPresenter.
[[nodiscard]] TimeLeftText promisedTimeLeft(const TicketHead &head, const Catalog &catalog, Instant now);
/// What somebody set by hand. Resolved tickets have none; pending ones count down to their reminder.
[[nodiscard]] TimeLeftText dueTimeLeft(const TicketHead &head, const Catalog &catalog, Instant now);
/// The one of both that matters: what runs or is paused, else what was set by hand, else how the promises ended.
[[nodiscard]] TimeLeftText nearestTimeLeft(const TicketHead &head, const Catalog &catalog, Instant now);

/// "Resolution: due Tuesday 14:05, in 1 h 42 m", for a tooltip; empty: nothing is promised.
[[nodiscard]] QString promisedTimeTip(const TicketHead &head, const Catalog &catalog, Instant now,
                                      const QLocale &locale = QLocale(),
                                      const QTimeZone &zone = QTimeZone::systemTimeZone());

/// From "1 h 42 m" to "45 s": the last minute counts its seconds. Not negative.
[[nodiscard]] QString countdownText(qint64 milliseconds);
/// How near `left` of the wall clock is.
[[nodiscard]] TimeLeft nearness(qint64 left);

/// When promisedTimeLeft() reads differently at a time that is no full minute: 0: never.
[[nodiscard]] Instant nextCountdownStep(Instant dueAt, Instant now);
/// Whether the running target's time was up between the two instants.
[[nodiscard]] bool turnedOverdue(const TicketHead &head, Instant before, Instant now);

} // namespace deskhand
