// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/working_years.h"

#include <algorithm>

namespace deskhand {

WorkingYears::WorkingYears(const BusinessCalendar &calendar)
    : m_calendar(calendar)
    , m_zone(ZoneRules::of(calendar.zone))
{
    // A calendar that was never checked may have anything; it then has no working time.
    if (!m_zone) {
        m_zone = ZoneRules::of(QByteArrayLiteral("UTC"));
        m_calendar.week = {};
    }
    for (QVector<WorkingFrame> &frames : m_calendar.week) {
        frames.removeIf([](const WorkingFrame &frame) {
            return frame.start < 0 || frame.start >= 1440 || frame.end <= frame.start || frame.end > frame.start + 1440;
        });
    }
}

WorkingYears::~WorkingYears()
{
    for (const std::atomic<const WorkingYear *> &kept : m_kept)
        delete kept.load();
}

Instant WorkingYears::bounded(Instant at)
{
    static const Instant first = firstDayOf(firstWorkingYear) * millisecondsPerDay;
    static const Instant last = (dayOf(QDate(lastWorkingYear, 12, 31)) + 1) * millisecondsPerDay;
    return std::clamp(at, first, last);
}

int WorkingYears::yearAt(Instant at)
{
    return std::min(yearOf(dayOf(at)), lastWorkingYear);
}

std::shared_ptr<const WorkingYear> WorkingYears::year(int year) const
{
    if (year < firstKept || year > lastKept)
        return std::make_shared<const WorkingYear>(m_calendar, *m_zone, year);
    std::atomic<const WorkingYear *> &kept = m_kept[size_t(year - firstKept)];
    const WorkingYear *made = kept.load(std::memory_order_acquire);
    if (!made) {
        auto fresh = std::make_unique<const WorkingYear>(m_calendar, *m_zone, year);
        if (kept.compare_exchange_strong(made, fresh.get(), std::memory_order_acq_rel))
            made = fresh.release();
    }
    // Kept years live as long as this; nothing is to be counted.
    return {std::shared_ptr<const WorkingYear>(), made};
}

qint64 WorkingYears::elapsed(Instant from, Instant to) const
{
    from = bounded(from);
    to = bounded(to);
    if (to <= from)
        return 0;
    const int first = yearAt(from);
    const int last = yearAt(to);
    const auto firstYear = year(first);
    if (first == last)
        return firstYear->before(to) - firstYear->before(from);
    qint64 sum = firstYear->total() - firstYear->before(from);
    for (int between = first + 1; between < last; ++between)
        sum += year(between)->total();
    return sum + year(last)->before(to);
}

std::optional<Instant> WorkingYears::due(Instant from, qint64 amount, Instant limit) const
{
    from = bounded(from);
    const int last = yearAt(bounded(limit));
    for (int of = yearAt(from); of <= last; ++of) {
        const auto here = year(of);
        const qint64 done = here->before(from);
        if (amount <= here->total() - done) {
            const Instant at = here->after(done + amount);
            return at <= limit ? std::optional(at) : std::nullopt;
        }
        amount -= here->total() - done;
    }
    return std::nullopt;
}

std::optional<Instant> WorkingYears::endOfDay(Instant from, int n, Instant limit) const
{
    from = bounded(from);
    // A night shift of the old year may go on in the new one.
    const int first = std::max(yearAt(from) - 1, firstWorkingYear);
    const int last = std::min(yearAt(bounded(limit)) + 1, lastWorkingYear);
    bool started = false;
    size_t left = size_t(n);
    for (int of = first; of <= last; ++of) {
        const auto here = year(of);
        const std::vector<WorkingYear::Day> &days = here->days();
        size_t index = 0;
        if (!started) {
            while (index < days.size() && days[index].hull.to <= from)
                ++index;
            started = index < days.size();
        }
        if (left < days.size() - index) {
            const Instant at = days[index + left].hull.to;
            return at <= limit ? std::optional(at) : std::nullopt;
        }
        left -= days.size() - index;
    }
    return std::nullopt;
}

} // namespace deskhand
