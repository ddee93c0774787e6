// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/business_calendar.h"
#include "domain/zone_rules.h"

#include <vector>

namespace deskhand {

/// The years for which there are answers; instants outside are taken for their edges.
constexpr int firstWorkingYear = 1;
constexpr int lastWorkingYear = 9999;

/// What a calendar says about one year of UTC, made for being searched.
class WorkingYear
{
public:
    WorkingYear(const BusinessCalendar &calendar, const ZoneRules &zone, int year);

    [[nodiscard]] qint64 total() const { return m_sums.empty() ? 0 : m_sums.back(); }
    /// Working time of the year before an instant, which may lie anywhere.
    [[nodiscard]] qint64 before(Instant at) const;
    /// The first instant before which there is `amount` of working time; 0 < amount <= total().
    [[nodiscard]] Instant after(qint64 amount) const;
    /// The first working interval that ends after `at`; count() when there is none.
    [[nodiscard]] size_t firstEndingAfter(Instant at) const;
    [[nodiscard]] size_t count() const { return m_starts.size(); }
    [[nodiscard]] TimeSpan span(size_t index) const { return {m_starts[index], m_ends[index]}; }

    /// A local date of the year whose frames have working time, with its first and last instant.
    struct Day {
        LocalDay date = 0;
        TimeSpan hull;
    };
    [[nodiscard]] const std::vector<Day> &days() const { return m_days; }

    /// The local days and parts of days of a holiday, in order, without overlap: of several the first one counts.
    struct Closure {
        TimeSpan span;
        qsizetype holiday = 0; ///< index
    };
    [[nodiscard]] const std::vector<Closure> &closures() const { return m_closures; }

private:
    std::vector<Instant> m_starts;
    std::vector<Instant> m_ends;
    std::vector<qint64> m_sums; ///< working time up to the end of each interval
    std::vector<Day> m_days;
    std::vector<Closure> m_closures;
};

/// What the frames that start on a date give, before holidays.
[[nodiscard]] QVector<TimeSpan> framesOfDay(const BusinessCalendar &calendar, const ZoneRules &zone, LocalDay day);
/// What the holidays close between two local dates, the second one excluded; in order, without overlap.
[[nodiscard]] std::vector<WorkingYear::Closure> closuresBetween(const BusinessCalendar &calendar, const ZoneRules &zone,
                                                                LocalDay from, LocalDay to);

} // namespace deskhand
