// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/working_time.h"

#include "domain/working_years.h"

#include <algorithm>
#include <limits>

namespace deskhand {
namespace {

/// How far is searched: fifty years.
constexpr qint64 farthestDue = 50 * 366 * millisecondsPerDay;

Instant dueLimit(Instant from)
{
    return from > std::numeric_limits<qint64>::max() - farthestDue ? std::numeric_limits<qint64>::max()
                                                                   : from + farthestDue;
}

} // namespace

WorkingTime::WorkingTime(const BusinessCalendar &calendar)
    : m_years(std::make_unique<WorkingYears>(calendar))
{
}

WorkingTime::~WorkingTime() = default;

const BusinessCalendar &WorkingTime::calendar() const
{
    return m_years->calendar();
}

qint64 WorkingTime::elapsed(Instant from, Instant to, const QVector<TimeSpan> &pauses) const
{
    qint64 sum = m_years->elapsed(from, to);
    if (pauses.isEmpty() || sum == 0)
        return sum;
    for (const TimeSpan &pause : unionOf(pauses))
        sum -= m_years->elapsed(std::max(pause.from, from), std::min(pause.to, to));
    return sum;
}

std::optional<Instant> WorkingTime::due(Instant from, qint64 amount, const QVector<TimeSpan> &pauses) const
{
    if (amount <= 0)
        return from;
    const Instant limit = dueLimit(from);
    if (pauses.isEmpty())
        return m_years->due(from, amount, limit);
    for (const TimeSpan &pause : unionOf(pauses)) {
        if (pause.to <= from)
            continue;
        if (pause.from >= limit)
            break;
        const qint64 until = m_years->elapsed(from, pause.from);
        if (until >= amount)
            break;
        amount -= until;
        from = pause.to;
        if (from >= limit)
            return std::nullopt;
    }
    return m_years->due(from, amount, limit);
}

std::optional<Instant> WorkingTime::dueInDays(Instant from, int days, const QVector<TimeSpan> &pauses) const
{
    if (days < 0)
        return std::nullopt;
    const std::optional<Instant> end = m_years->endOfDay(from, days, dueLimit(from));
    if (!end || pauses.isEmpty())
        return end;
    return due(from, m_years->elapsed(from, *end), pauses);
}

std::optional<Instant> WorkingTime::nextWorking(Instant at) const
{
    const Instant limit = dueLimit(at);
    const Instant from = WorkingYears::bounded(at);
    const int last = WorkingYears::yearAt(WorkingYears::bounded(limit));
    for (int year = WorkingYears::yearAt(from); year <= last; ++year) {
        const auto here = m_years->year(year);
        const size_t index = here->firstEndingAfter(at);
        if (index < here->count()) {
            const Instant next = std::max(at, here->span(index).from);
            return next <= limit ? std::optional(next) : std::nullopt;
        }
    }
    return std::nullopt;
}

QVector<TimeSpan> WorkingTime::workingSpans(Instant from, Instant to) const
{
    QVector<TimeSpan> spans;
    if (to <= from)
        return spans;
    const Instant first = WorkingYears::bounded(from);
    const Instant last = WorkingYears::bounded(to);
    for (int year = WorkingYears::yearAt(first); year <= WorkingYears::yearAt(last); ++year) {
        const auto here = m_years->year(year);
        for (size_t i = here->firstEndingAfter(first); i < here->count() && here->span(i).from < last; ++i) {
            const TimeSpan span{std::max(here->span(i).from, from), std::min(here->span(i).to, to)};
            if (!spans.isEmpty() && spans.constLast().to == span.from)
                spans.last().to = span.to; // over New Year
            else
                spans.append(span);
        }
    }
    return spans;
}

QVector<WorkingTime::Day> WorkingTime::days(QDate from, int count) const
{
    QVector<Day> days;
    const LocalDay first = dayOf(from);
    for (LocalDay date = first; date < first + count && yearOf(date) <= lastWorkingYear; ++date) {
        Day day;
        day.date = dateOf(date);
        for (const Holiday &holiday : calendar().holidays) {
            if (!holiday.confirmed || !datesInYear(holiday, day.date.year()).contains(day.date))
                continue;
            day.isHoliday = true;
            if (day.holiday.isEmpty())
                day.holiday = holiday.name;
        }
        QVector<TimeSpan> closed;
        for (const WorkingYear::Closure &closure : closuresBetween(calendar(), m_years->zone(), date, date + 4))
            closed.append(closure.span);
        day.working = without(framesOfDay(calendar(), m_years->zone(), date), unionOf(closed));
        days.append(day);
    }
    return days;
}

} // namespace deskhand
