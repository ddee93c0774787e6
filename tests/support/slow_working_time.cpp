// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/slow_working_time.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace deskhand::test {
namespace {

constexpr qint64 slowMinute = 60'000;
constexpr qint64 slowDay = 1'440 * slowMinute;

qint64 offsetOf(const QTimeZone &zone, Instant at)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)) * qint64{1000};
}

/// The instants at which a clock shows a time; for a time that is skipped, the one at which it is skipped.
QVector<Instant> instantsOf(const QTimeZone &zone, qint64 local)
{
    QVector<qint64> offsets{offsetOf(zone, local - 26 * 60 * slowMinute), offsetOf(zone, local + 26 * 60 * slowMinute)};
    QVector<Instant> instants;
    for (const qint64 offset : offsets) {
        if (offsetOf(zone, local - offset) == offset && !instants.contains(local - offset))
            instants.append(local - offset);
    }
    if (!instants.isEmpty()) {
        std::sort(instants.begin(), instants.end());
        return instants;
    }
    std::sort(offsets.begin(), offsets.end());
    Instant before = local - offsets.last();
    Instant after = local - offsets.first();
    while (after - before > 1) {
        const Instant middle = before + (after - before) / 2;
        (middle + offsetOf(zone, middle) >= local ? after : before) = middle;
    }
    return {after};
}

/// Walks through the minutes that may be on a date.
QVector<TimeSpan> closedBy(const QTimeZone &zone, const Holiday &holiday)
{
    QVector<TimeSpan> spans;
    const qint64 midnight = QDateTime(holiday.from, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    for (Instant at = midnight - 27 * 60 * slowMinute; at < midnight + slowDay + 27 * 60 * slowMinute;
         at += slowMinute) {
        const qint64 local = at + offsetOf(zone, at);
        if (local < midnight + holiday.closedFrom * slowMinute || local >= midnight + holiday.closedTo * slowMinute)
            continue;
        if (!spans.isEmpty() && spans.last().to == at)
            spans.last().to += slowMinute;
        else
            spans.append({at, at + slowMinute});
    }
    return spans;
}

/// What is in one of `spans` and in none of `taken`, by looking at each piece between two edges.
QVector<TimeSpan> pieces(const QVector<TimeSpan> &spans, const QVector<TimeSpan> &taken)
{
    QVector<Instant> edges;
    for (const TimeSpan &span : spans + taken)
        edges << span.from << span.to;
    std::sort(edges.begin(), edges.end());
    const auto covered = [](const QVector<TimeSpan> &by, Instant from, Instant to) {
        return std::any_of(by.cbegin(), by.cend(),
                           [&](const TimeSpan &span) { return span.from <= from && span.to >= to; });
    };
    QVector<TimeSpan> result;
    for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
        const Instant from = edges[i];
        const Instant to = edges[i + 1];
        if (from == to || !covered(spans, from, to) || covered(taken, from, to))
            continue;
        if (!result.isEmpty() && result.last().to == from)
            result.last().to = to;
        else
            result.append({from, to});
    }
    return result;
}

QVector<TimeSpan> within(const QVector<TimeSpan> &spans, Instant from, Instant to)
{
    QVector<TimeSpan> result;
    for (const TimeSpan &span : spans) {
        if (std::max(span.from, from) < std::min(span.to, to))
            result.append({std::max(span.from, from), std::min(span.to, to)});
    }
    return result;
}

} // namespace

SlowWorkingTime::SlowWorkingTime(const BusinessCalendar &calendar, QDate from, int days)
    : m_calendar(calendar)
    , m_window{QDateTime(from, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(),
               QDateTime(from.addDays(days), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()}
{
    const QTimeZone zone(calendar.zone);
    QVector<TimeSpan> frames;
    for (QDate date = from.addDays(-4); date <= from.addDays(days + 3); date = date.addDays(1)) {
        const qint64 midnight = QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        for (const WorkingFrame &frame : calendar.week[size_t(date.dayOfWeek() - 1)]) {
            frames.append({instantsOf(zone, midnight + frame.start * slowMinute).first(),
                           instantsOf(zone, midnight + frame.end * slowMinute).last()});
        }
    }
    QVector<TimeSpan> closed;
    for (const Holiday &holiday : calendar.holidays)
        closed += closedBy(zone, holiday);
    m_spans = within(pieces(frames, closed), m_window.from, m_window.to);
}

bool SlowWorkingTime::works(Instant at) const
{
    return std::any_of(m_spans.cbegin(), m_spans.cend(),
                       [at](const TimeSpan &span) { return span.from <= at && at < span.to; });
}

QVector<TimeSpan> SlowWorkingTime::counted(Instant from, Instant to, const QVector<TimeSpan> &pauses) const
{
    return pieces(within(m_spans, from, to), within(pauses, from, to));
}

qint64 SlowWorkingTime::elapsed(Instant from, Instant to, const QVector<TimeSpan> &pauses) const
{
    qint64 sum = 0;
    for (const TimeSpan &span : counted(from, to, pauses))
        sum += span.to - span.from;
    return sum;
}

Instant SlowWorkingTime::due(Instant from, qint64 amount, const QVector<TimeSpan> &pauses) const
{
    for (const TimeSpan &span : counted(from, m_window.to, pauses)) {
        if (span.to - span.from >= amount)
            return span.from + amount;
        amount -= span.to - span.from;
    }
    return 0;
}

} // namespace deskhand::test
