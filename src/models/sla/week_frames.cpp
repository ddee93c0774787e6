// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/week_frames.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int dayMinutes = 1440;

struct WeekTexts {
    Q_DECLARE_TR_FUNCTIONS(deskhand::WeekFrames)
};

void joinFrames(QVector<WorkingFrame> *frames)
{
    std::sort(frames->begin(), frames->end(),
              [](const WorkingFrame &a, const WorkingFrame &b) { return a.start < b.start; });
    QVector<WorkingFrame> joined;
    for (const WorkingFrame &frame : std::as_const(*frames)) {
        if (!joined.isEmpty() && frame.start <= joined.last().end)
            joined.last().end = qMax(joined.last().end, frame.end);
        else
            joined.append(frame);
    }
    for (WorkingFrame &frame : joined)
        frame.end = qMin(frame.end, frame.start + dayMinutes);
    *frames = joined;
}

void cutFrames(QVector<WorkingFrame> *frames, int from, int to)
{
    QVector<WorkingFrame> left;
    for (const WorkingFrame &frame : std::as_const(*frames)) {
        if (frame.start < from && frame.end > frame.start)
            left.append({frame.start, qMin(frame.end, from)});
        if (frame.end > to && qMax(frame.start, to) < dayMinutes)
            left.append({qMax(frame.start, to), frame.end});
    }
    left.removeIf([](const WorkingFrame &frame) { return frame.end <= frame.start; });
    *frames = left;
}

/// A part of a frame that begins after midnight belongs to the next day.
void cutSpill(WorkingWeek *week, int day, int from, int to)
{
    QVector<WorkingFrame> &before = (*week)[std::size_t((day + 6) % 7)];
    QVector<WorkingFrame> kept;
    for (WorkingFrame frame : std::as_const(before)) {
        const int begin = from + dayMinutes;
        const int end = to + dayMinutes;
        if (frame.end <= begin) {
            kept.append(frame);
            continue;
        }
        if (frame.end > end)
            (*week)[std::size_t(day)].append({to, frame.end - dayMinutes});
        frame.end = begin;
        kept.append(frame);
    }
    before = kept;
}

int spillOf(const WorkingWeek &week, int day)
{
    int spill = 0;
    for (const WorkingFrame &frame : week[std::size_t((day + 6) % 7)])
        spill = qMax(spill, frame.end - dayMinutes);
    return spill;
}

std::optional<int> minuteFromText(const QString &text)
{
    static const QRegularExpression time(QStringLiteral("^(\\d{1,2})(?:[:.](\\d{2}))?$"));
    const auto match = time.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const int minute = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    if (match.captured(2).toInt() > 59 || minute > dayMinutes)
        return {};
    return minute;
}

} // namespace

bool isWorking(const WorkingWeek &week, int day, int minute)
{
    const QVector<WorkingFrame> &frames = week[std::size_t(day)];
    const bool own = std::any_of(frames.cbegin(), frames.cend(), [minute](const WorkingFrame &frame) {
        return frame.start <= minute && minute < frame.end;
    });
    return own || minute < spillOf(week, day);
}

void paintWeek(WorkingWeek *week, int day, int from, int to, bool working)
{
    QVector<WorkingFrame> &frames = (*week)[std::size_t(day)];
    if (working) {
        const int start = qMax(from, spillOf(*week, day));
        if (start < to)
            frames.append({start, to});
    } else {
        cutSpill(week, day, from, to);
        cutFrames(&frames, from, to);
    }
    joinFrames(&frames);
}

QString minuteText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString framesText(const QVector<WorkingFrame> &frames)
{
    QStringList parts;
    for (const WorkingFrame &frame : frames) {
        const int end = frame.end > dayMinutes ? frame.end - dayMinutes : frame.end;
        parts.append(minuteText(frame.start) + u'–' + minuteText(end));
    }
    return parts.join(QStringLiteral(", "));
}

std::optional<QVector<WorkingFrame>> framesFromText(const QString &text)
{
    static const QRegularExpression comma(QStringLiteral("[,;]"));
    static const QRegularExpression dash(QStringLiteral("[-–—]"));
    QVector<WorkingFrame> frames;
    const QStringList parts = text.split(comma, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty())
            continue;
        const QStringList ends = part.split(dash);
        if (ends.size() != 2)
            return {};
        const auto start = minuteFromText(ends.first());
        const auto end = minuteFromText(ends.last());
        if (!start || !end || *start >= dayMinutes)
            return {};
        frames.append({*start, *end > *start ? *end : *end + dayMinutes});
    }
    std::sort(frames.begin(), frames.end(),
              [](const WorkingFrame &a, const WorkingFrame &b) { return a.start < b.start; });
    for (qsizetype i = 1; i < frames.size(); ++i) {
        if (frames.at(i).start < frames.at(i - 1).end)
            return {};
    }
    return frames;
}

QString weekText(const WorkingWeek &week, const QLocale &locale)
{
    const int sum = minutesOfWeek(week);
    if (sum == 0)
        return WeekTexts::tr("never");
    if (sum >= 7 * dayMinutes)
        return WeekTexts::tr("around the clock");
    QStringList parts;
    for (int day = 0; day < 7; ++day) {
        if (week[std::size_t(day)].isEmpty())
            continue;
        int last = day;
        while (last < 6 && week[std::size_t(last + 1)] == week[std::size_t(day)])
            ++last;
        QString name = locale.dayName(day + 1, QLocale::ShortFormat);
        if (last > day)
            name += u'–' + locale.dayName(last + 1, QLocale::ShortFormat);
        parts.append(name + u' ' + framesText(week[std::size_t(day)]));
        day = last;
    }
    return parts.join(QStringLiteral(" · "));
}

int minutesOfWeek(const WorkingWeek &week)
{
    int sum = 0;
    for (const QVector<WorkingFrame> &frames : week) {
        for (const WorkingFrame &frame : frames)
            sum += frame.end - frame.start;
    }
    return sum;
}

} // namespace deskhand
