// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_time.h"

#include "store/connection.h"

#include <algorithm>
#include <functional>

namespace deskhand {
namespace {

constexpr qint64 hourMs = 3'600'000;

LocalDay nextBegin(ReportDimension dimension, LocalDay begin)
{
    const QDate date = dateOf(begin);
    switch (dimension) {
    case ReportDimension::Week: return begin + 7;
    case ReportDimension::Month: return dayOf(date.addMonths(1));
    case ReportDimension::Quarter: return dayOf(date.addMonths(3));
    case ReportDimension::Year: return dayOf(date.addYears(1));
    default: return begin + 1;
    }
}

/// Number of the last one of `limits` that is not above `column`, counted from 1; 0: all are. A tree of questions, so
/// that a year of days costs nine.
QByteArray treeSql(const QByteArray &branch, const QByteArray &column, const QVector<Instant> &limits,
                   const std::function<QByteArray(qsizetype)> &leaf)
{
    const std::function<QByteArray(qsizetype, qsizetype)> build = [&](qsizetype low, qsizetype high) {
        if (low == high)
            return leaf(low);
        const qsizetype middle = (low + high + 1) / 2;
        QByteArray sql = branch;
        sql.replace("{at}", column).replace("{limit}", QByteArray::number(limits[middle - 1]));
        sql.replace("{before}", build(low, middle - 1));
        return sql.replace("{behind}", build(middle, high));
    };
    return build(0, limits.size());
}

} // namespace

LocalDay beginOfSpan(ReportDimension dimension, LocalDay day)
{
    const QDate date = dateOf(day);
    switch (dimension) {
    case ReportDimension::Week: return day - (date.dayOfWeek() - 1);
    case ReportDimension::Month: return dayOf(QDate(date.year(), date.month(), 1));
    case ReportDimension::Quarter: return dayOf(QDate(date.year(), (date.month() - 1) / 3 * 3 + 1, 1));
    case ReportDimension::Year: return dayOf(QDate(date.year(), 1, 1));
    default: return day;
    }
}

ReportTime::ReportTime(const ReportInterval &interval, std::shared_ptr<const ZoneRules> zone, Instant now)
    : m_interval(interval)
    , m_now(now)
    , m_zone(std::move(zone))
{
    const auto ahead = [this](Instant at) { return m_zone->localTime(at) - at; };
    m_offsets.append({m_interval.from, ahead(m_interval.from)});
    for (Instant at = m_interval.from; at < m_interval.to;) {
        const Instant next = std::min(at + millisecondsPerDay, m_interval.to);
        if (ahead(next) != m_offsets.last().ahead) {
            Instant low = at;
            Instant high = next; // the change is in (low, high]
            while (high - low > 1) {
                const Instant middle = low + (high - low) / 2;
                (ahead(middle) == m_offsets.last().ahead ? low : high) = middle;
            }
            m_offsets.append({high, ahead(high)});
        }
        at = next;
    }
}

QVector<ReportSpanPart> ReportTime::spans(ReportDimension dimension) const
{
    QVector<ReportSpanPart> spans;
    if (m_interval.to <= m_interval.from)
        return spans;
    LocalDay begin = beginOfSpan(dimension, dayAt(m_interval.from));
    for (;;) {
        const LocalDay next = nextBegin(dimension, begin);
        const Instant from = std::max(m_interval.from, m_zone->startOf(begin * millisecondsPerDay));
        const Instant to = std::min(m_interval.to, m_zone->startOf(next * millisecondsPerDay));
        if (from >= m_interval.to)
            break;
        if (from < to)
            spans.append({begin, from, to});
        begin = next;
    }
    return spans;
}

qint64 ReportTime::keyOf(ReportDimension dimension, Instant at) const
{
    const LocalTime local = m_zone->localTime(at);
    if (dimension == ReportDimension::Hour)
        return (local - dayOf(local) * millisecondsPerDay) / hourMs;
    if (dimension == ReportDimension::Weekday)
        return dateOf(dayOf(local)).dayOfWeek();
    return beginOfSpan(dimension, dayOf(local));
}

qint64 ReportTime::exposure(int weekday, int hour) const
{
    const Instant end = std::min(m_interval.to, std::max(m_now, m_interval.from));
    qint64 sum = 0;
    for (qsizetype i = 0; i < m_offsets.size(); ++i) {
        // Inside of one offset local time runs evenly.
        const Instant to = std::min(end, i + 1 < m_offsets.size() ? m_offsets[i + 1].from : end);
        const LocalTime first = m_offsets[i].from + m_offsets[i].ahead;
        const LocalTime last = to + m_offsets[i].ahead;
        if (last <= first)
            continue;
        for (LocalDay day = dayOf(first); day * millisecondsPerDay < last; ++day) {
            if (weekday != 0 && dateOf(day).dayOfWeek() != weekday)
                continue;
            const LocalTime from = day * millisecondsPerDay + std::max(0, hour) * hourMs;
            const LocalTime until = hour < 0 ? from + millisecondsPerDay : from + hourMs;
            sum += std::max<qint64>(0, std::min(until, last) - std::max(from, first));
        }
    }
    return sum;
}

QVector<ReportInterval> ReportTime::parts(int weekday, int hour) const
{
    QVector<ReportInterval> parts;
    for (qsizetype i = 0; i < m_offsets.size(); ++i) {
        const Instant to = i + 1 < m_offsets.size() ? m_offsets[i + 1].from : m_interval.to;
        const qint64 ahead = m_offsets[i].ahead;
        const LocalTime first = m_offsets[i].from + ahead;
        const LocalTime last = to + ahead;
        for (LocalDay day = dayOf(first); day * millisecondsPerDay < last; ++day) {
            if (weekday != 0 && dateOf(day).dayOfWeek() != weekday)
                continue;
            const LocalTime from = std::max(first, day * millisecondsPerDay + std::max(0, hour) * hourMs);
            const LocalTime until =
                std::min(last, hour < 0 ? (day + 1) * millisecondsPerDay
                                        : day * millisecondsPerDay + (std::max(0, hour) + 1) * hourMs);
            if (from < until)
                parts.append({from - ahead, until - ahead});
        }
    }
    return parts;
}

bool ReportTime::isMidnight(Instant at) const
{
    return m_zone->startOf(dayAt(at) * millisecondsPerDay) == at;
}

Instant ReportTime::beginOfDay(LocalDay day) const
{
    return m_zone->startOf(day * millisecondsPerDay);
}

LocalDay ReportTime::dayIn(const ZoneRules &zone, Instant at)
{
    const LocalDay shown = dayOf(zone.localTime(at));
    return zone.startOf((shown + 1) * millisecondsPerDay) <= at ? shown + 1 : shown;
}

QByteArray ReportTime::spanSql(const Connection &connection, const QVector<ReportSpanPart> &spans,
                               const QByteArray &column)
{
    QVector<Instant> begins;
    for (qsizetype i = 1; i < spans.size(); ++i)
        begins.append(spans[i].from);
    return treeSql(connection.fragment("report.branch"), column, begins,
                   [](qsizetype place) { return QByteArray::number(place); });
}

QByteArray ReportTime::partSql(const Connection &connection, ReportDimension dimension, const QByteArray &column) const
{
    QVector<Instant> changes;
    for (qsizetype i = 1; i < m_offsets.size(); ++i)
        changes.append(m_offsets[i].from);
    const QByteArray local =
        '(' + column + " + "
        + treeSql(connection.fragment("report.branch"), column, changes,
                  [this](qsizetype place) { return '(' + QByteArray::number(m_offsets[place].ahead) + ')'; })
        + ')';
    if (dimension == ReportDimension::Hour)
        return '(' + local + " / " + QByteArray::number(hourMs) + " % 24)";
    // 1970-01-01 was a Thursday.
    return "((" + local + " / " + QByteArray::number(millisecondsPerDay) + " + 3) % 7 + 1)";
}

} // namespace deskhand
