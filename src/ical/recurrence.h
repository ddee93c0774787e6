// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ical/recurrence_rule.h"

#include <vector>

namespace deskhand {

/// The times that a rule gives, in order, from its start to a horizon. libical 3 is known to be wrong for some rules
/// (weeks of the year, BYSETPOS, BY parts that limit); this follows RFC 5545's table of what each part does: all times
/// of a period (year, month, …) that pass each part, then the positions among them.
class Recurrence
{
public:
    /// `start`: local; a date is its midnight. Rules about hours and less give nothing more than the start for a date.
    Recurrence(const RecurrenceRule &rule, LocalSecond start, bool startIsDate, LocalSecond horizon);

    /// Leaves out periods that end before `time`; does nothing when the rule counts.
    void skipTo(LocalSecond time);
    /// Nothing: that was all, or the rule is more work than any calendar is worth.
    [[nodiscard]] std::optional<LocalSecond> next();
    /// Days and times that were looked at so far.
    [[nodiscard]] qint64 work() const { return m_work; }

private:
    /// Days of a year, a month …, or the second at which an hour, a minute … begins.
    struct Period {
        qint64 firstDay = 0;
        qint64 endDay = 0;
        LocalSecond begin = 0;
    };

    void addDefaults();
    [[nodiscard]] int firstYear() const;
    [[nodiscard]] bool isSubDaily() const { return m_rule.frequency < RecurrenceRule::Frequency::Daily; }
    [[nodiscard]] qint64 secondsOfStep() const;
    [[nodiscard]] Period period(qint64 index) const;
    [[nodiscard]] qint64 weekOneOf(int weekYear) const;
    [[nodiscard]] int weekYearOf(qint64 day) const;
    [[nodiscard]] bool matchesWeek(qint64 day) const;
    [[nodiscard]] bool matchesWeekday(qint64 day) const;
    [[nodiscard]] bool matchesDay(qint64 day) const;
    [[nodiscard]] std::vector<int> timesOfDay() const;
    void fillDays(const Period &period);
    void fillTimes(const Period &period);
    [[nodiscard]] std::optional<LocalSecond> skippedTo(LocalSecond begin) const;
    void choosePositions();
    [[nodiscard]] bool fill();

    RecurrenceRule m_rule;
    LocalSecond m_start = 0;
    bool m_startIsDate = false;
    LocalSecond m_horizon = 0;
    int m_firstYear = 0;
    std::vector<int> m_times; ///< seconds of a day
    qint64 m_index = 0;       ///< of the next period
    int m_given = 0;
    qint64 m_work = 0;
    std::vector<LocalSecond> m_found;
    size_t m_next = 0;
};

} // namespace deskhand
