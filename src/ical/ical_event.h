// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ical/recurrence_rule.h"

#include <QString>

namespace deskhand {

/// A time of an event as it is written.
struct EventTime {
    IcalTime time;
    QByteArray zone; ///< TZID; empty: none
};

/// What an event says about its days.
struct IcalEvent {
    QString uid;
    QString name;
    std::optional<EventTime> start;
    std::optional<EventTime> end;
    qint64 duration = 0;               ///< seconds, where there is no end
    std::optional<EventTime> replaces; ///< the time of the repetition that this event stands for
    QVector<RecurrenceRule> rules;
    QVector<EventTime> additions;
    QVector<EventTime> exceptions;
    bool cancelled = false;
};

/// All events of a calendar file. Errors: Invalid. Thread-safe.
[[nodiscard]] Result<QVector<IcalEvent>> readIcalEvents(const QByteArray &ics);

} // namespace deskhand
