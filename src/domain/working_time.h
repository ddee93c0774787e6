// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/business_calendar.h"
#include "domain/time_spans.h"

#include <QString>
#include <QVector>

#include <memory>
#include <optional>

namespace deskhand {

class WorkingYears;

/// A promise about time. `amount`: milliseconds; for WorkingDays the number of working days after the day on which the
/// time starts to count (0: the same business day), due at the end of that day's last frame.
enum class TimeBasis { Business = 1, Calendar = 2, WorkingDays = 3 };
struct TimeAmount {
    TimeBasis basis = TimeBasis::Business;
    qint64 amount = 0;
    bool operator==(const TimeAmount &) const = default;
};

/// Why an interval counts or not. The numbers are stored in no place; names for JSON: ledgerReasonName().
enum class LedgerReason {
    Working, ///< inside of a frame: counts
    Always,  ///< calendar time: counts
    Closed,  ///< outside of all frames, on no holiday
    Holiday, ///< the local days, or parts of days, of a holiday; `name`
    Paused,  ///< `name` or `stateId` of the cause; only where time would have counted
    Solved,  ///< between a solution and a reopening; likewise
};

struct LedgerEntry {
    Instant from = 0;
    Instant to = 0;
    bool counted = false;
    LedgerReason reason = LedgerReason::Working;
    QString name;       ///< of the holiday, or of what paused it; empty: none
    qint64 stateId = 0; ///< of the state that paused it; 0: none

    bool operator==(const LedgerEntry &) const = default;
};
/// "working", "calendar", "closed", "holiday", "paused", "solved".
[[nodiscard]] QString ledgerReasonName(LedgerReason reason);
[[nodiscard]] qint64 countedTime(const QVector<LedgerEntry> &ledger); ///< ms

/// An interval that does not count, with its cause.
struct Pause {
    TimeSpan span;
    LedgerReason reason = LedgerReason::Paused;
    QString name;
    qint64 stateId = 0;
    bool operator==(const Pause &) const = default;
};

/// A calendar made ready for calculating: the working intervals of each year in UTC with their running sums, made when
/// a year is first asked for. Immutable as seen from outside and thread-safe; share it.
///
/// Working time is the union of all frames, each from the first instant that its start has in the zone to the last
/// that its end has (a time that a zone skips moves to the first instant after the gap; of a repeated one a start takes
/// the first, an end the second), without the holidays' days or parts of days. An instant counts when it lies in that
/// union and in no pause. Never asks for the present time or for the machine's zone.
class WorkingTime
{
public:
    explicit WorkingTime(const BusinessCalendar &calendar);
    ~WorkingTime();
    WorkingTime(const WorkingTime &) = delete;
    WorkingTime &operator=(const WorkingTime &) = delete;

    [[nodiscard]] const BusinessCalendar &calendar() const;

    /// Counted ms in [from, to), 0 when to <= from. `pauses`: in any order, may overlap.
    [[nodiscard]] qint64 elapsed(Instant from, Instant to, const QVector<TimeSpan> &pauses = {}) const;

    /// The smallest instant t with elapsed(from, t) = amount; nothing when there is none within fifty years. `pauses`
    /// may reach as far as they like. An amount of 0 or less is due at `from`.
    [[nodiscard]] std::optional<Instant> due(Instant from, qint64 amount, const QVector<TimeSpan> &pauses = {}) const;

    /// The end of the last frame of the `days`-th working day after the first day on which time counts at or after
    /// `from`, pauses left aside; moved on by the working time that pauses before it take away. A working day has the
    /// frames that start on it. Nothing for a negative number.
    [[nodiscard]] std::optional<Instant> dueInDays(Instant from, int days, const QVector<TimeSpan> &pauses = {}) const;

    /// [from, to) cut into what counts and what does not, without gaps, each with its reason; neighbours that are alike
    /// are one. Sum of the counted ones = elapsed(from, to, pauses).
    [[nodiscard]] QVector<LedgerEntry> ledger(Instant from, Instant to, const QVector<Pause> &pauses = {}) const;

    /// The first instant at or after `at` that counts; nothing within fifty years.
    [[nodiscard]] std::optional<Instant> nextWorking(Instant at) const;

    /// The working intervals in [from, to), cut to it.
    [[nodiscard]] QVector<TimeSpan> workingSpans(Instant from, Instant to) const;

    /// What the calendar looks like on a local date, for previews.
    struct Day {
        QDate date{};
        QVector<TimeSpan> working;
        QString holiday;        ///< name of the holiday on it; empty: none, or one without a name
        bool isHoliday = false; ///< a holiday takes something of it, or would if it were a working day
    };
    [[nodiscard]] QVector<Day> days(QDate from, int count) const;

private:
    std::unique_ptr<WorkingYears> m_years;
};
using WorkingTimePtr = std::shared_ptr<const WorkingTime>;

} // namespace deskhand
