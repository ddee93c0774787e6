// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/working_year.h"

#include <algorithm>

namespace deskhand {
namespace {

/// A frame begins up to a day after its date and lasts up to a day; a zone may have skipped a day besides.
constexpr LocalDay daysBefore = 4;
constexpr LocalDay daysAfter = 2;

QVector<TimeSpan> spansOf(const std::vector<WorkingYear::Closure> &closures)
{
    QVector<TimeSpan> spans;
    spans.reserve(qsizetype(closures.size()));
    for (const WorkingYear::Closure &closure : closures)
        spans.append(closure.span);
    return unionOf(spans);
}

/// Those of many that may touch the few.
QVector<TimeSpan> nearOf(const QVector<TimeSpan> &many, const QVector<TimeSpan> &few)
{
    const auto from = std::partition_point(many.cbegin(), many.cend(),
                                           [&](const TimeSpan &span) { return span.to <= few.first().from; });
    const auto to =
        std::partition_point(from, many.cend(), [&](const TimeSpan &span) { return span.from < few.last().to; });
    return many.mid(from - many.cbegin(), to - from);
}

QVector<TimeSpan> closedBy(const Holiday &holiday, const ZoneRules &zone, LocalDay from, LocalDay to)
{
    QVector<TimeSpan> spans;
    const int lastYear = std::min(yearOf(to - 1), lastWorkingYear);
    for (int year = std::max(yearOf(from), firstWorkingYear); year <= lastYear; ++year) {
        for (const QDate date : datesInYear(holiday, year)) {
            const LocalDay day = dayOf(date);
            if (day < from || day >= to)
                continue;
            const LocalTime midnight = day * millisecondsPerDay;
            zone.addSpans(midnight + holiday.closedFrom * millisecondsPerMinute,
                          midnight + holiday.closedTo * millisecondsPerMinute, &spans);
        }
    }
    return unionOf(spans);
}

} // namespace

QVector<TimeSpan> framesOfDay(const BusinessCalendar &calendar, const ZoneRules &zone, LocalDay day)
{
    QVector<TimeSpan> spans;
    // 1970-01-01 was a Thursday.
    const qint64 weekday = ((day + 3) % 7 + 7) % 7;
    const LocalTime midnight = day * millisecondsPerDay;
    for (const WorkingFrame &frame : calendar.week[size_t(weekday)]) {
        spans.append({zone.startOf(midnight + frame.start * millisecondsPerMinute),
                      zone.endOf(midnight + frame.end * millisecondsPerMinute)});
    }
    return unionOf(spans);
}

std::vector<WorkingYear::Closure> closuresBetween(const BusinessCalendar &calendar, const ZoneRules &zone,
                                                  LocalDay from, LocalDay to)
{
    std::vector<WorkingYear::Closure> closures;
    QVector<TimeSpan> taken;
    for (qsizetype i = 0; i < calendar.holidays.size(); ++i) {
        const Holiday &holiday = calendar.holidays[i];
        if (!holiday.confirmed)
            continue;
        const QVector<TimeSpan> spans = without(closedBy(holiday, zone, from, to), taken);
        if (spans.isEmpty())
            continue;
        for (const TimeSpan &span : spans)
            closures.push_back({span, i});
        taken = unionOf(taken + spans);
    }
    std::sort(closures.begin(), closures.end(),
              [](const auto &one, const auto &other) { return one.span.from < other.span.from; });
    return closures;
}

WorkingYear::WorkingYear(const BusinessCalendar &calendar, const ZoneRules &zone, int year)
{
    const LocalDay first = firstDayOf(year);
    const LocalDay next = dayOf(QDate(year, 1, 1).addYears(1));
    const std::vector<Closure> closures = closuresBetween(calendar, zone, first - daysBefore, next + daysAfter + 1);
    const QVector<TimeSpan> closed = spansOf(closures);

    QVector<TimeSpan> spans;
    spans.reserve(400);
    for (LocalDay day = first - daysBefore; day < next + daysAfter; ++day) {
        const QVector<TimeSpan> frames = framesOfDay(calendar, zone, day);
        if (frames.isEmpty())
            continue;
        const QVector<TimeSpan> working = without(frames, nearOf(closed, frames));
        if (working.isEmpty())
            continue;
        spans += working;
        if (day >= first && day < next)
            m_days.push_back({day, {working.first().from, working.last().to}});
    }

    const TimeSpan whole{first * millisecondsPerDay, next * millisecondsPerDay};
    qint64 sum = 0;
    for (const TimeSpan &span : cutTo(unionOf(spans), whole)) {
        sum += span.to - span.from;
        m_starts.push_back(span.from);
        m_ends.push_back(span.to);
        m_sums.push_back(sum);
    }
    for (const Closure &closure : closures) {
        const TimeSpan cut{std::max(closure.span.from, whole.from), std::min(closure.span.to, whole.to)};
        if (cut.from < cut.to)
            m_closures.push_back({cut, closure.holiday});
    }
}

qint64 WorkingYear::before(Instant at) const
{
    const auto next = std::upper_bound(m_starts.cbegin(), m_starts.cend(), at);
    if (next == m_starts.cbegin())
        return 0;
    const auto index = size_t(next - m_starts.cbegin()) - 1;
    return m_sums[index] - std::max<qint64>(m_ends[index] - at, 0);
}

Instant WorkingYear::after(qint64 amount) const
{
    const auto index = size_t(std::lower_bound(m_sums.cbegin(), m_sums.cend(), amount) - m_sums.cbegin());
    return m_ends[index] - (m_sums[index] - amount);
}

size_t WorkingYear::firstEndingAfter(Instant at) const
{
    return size_t(std::upper_bound(m_ends.cbegin(), m_ends.cend(), at) - m_ends.cbegin());
}

} // namespace deskhand
