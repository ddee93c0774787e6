// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/working_time.h"
#include "domain/working_year.h"

#include <array>
#include <atomic>

namespace deskhand {

/// The years of a calendar, each made when it is first asked for. Threads may make the same year at the same time; one
/// of them is kept.
class WorkingYears
{
public:
    explicit WorkingYears(const BusinessCalendar &calendar);
    ~WorkingYears();
    WorkingYears(const WorkingYears &) = delete;
    WorkingYears &operator=(const WorkingYears &) = delete;

    [[nodiscard]] const BusinessCalendar &calendar() const { return m_calendar; }
    [[nodiscard]] const ZoneRules &zone() const { return *m_zone; }

    /// Into the time for which there are years.
    [[nodiscard]] static Instant bounded(Instant at);
    /// Of a bounded instant.
    [[nodiscard]] static int yearAt(Instant at);
    [[nodiscard]] std::shared_ptr<const WorkingYear> year(int year) const;

    [[nodiscard]] qint64 elapsed(Instant from, Instant to) const;
    [[nodiscard]] std::optional<Instant> due(Instant from, qint64 amount, Instant limit) const;
    /// Where the last frame of the n-th working day after the one at `from` ends.
    [[nodiscard]] std::optional<Instant> endOfDay(Instant from, int n, Instant limit) const;

private:
    /// Years that are kept. Others are rare, mistaken input mostly, and are made each time.
    static constexpr int firstKept = 1970;
    static constexpr int lastKept = 2169;

    BusinessCalendar m_calendar;
    std::shared_ptr<const ZoneRules> m_zone;
    mutable std::array<std::atomic<const WorkingYear *>, lastKept - firstKept + 1> m_kept{};
};

} // namespace deskhand
