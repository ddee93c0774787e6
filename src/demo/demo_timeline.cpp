// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_timeline.h"

#include "demo/demo_calendar.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr int timelineDays = 365;
constexpr int timelineBursts = 6;
constexpr Instant timelineBurstLength = 3 * demoHour;

// How much is written in each hour of a working day, and how busy each weekday is in percent.
constexpr std::array<int, 24> hourWeights{1,  1,  1,  1,  1,  2,  8,  34, 92, 120, 110, 95,
                                          60, 80, 95, 86, 64, 34, 16, 9,  6,  5,   3,   2};
constexpr std::array<int, 7> weekdayPercent{124, 108, 102, 98, 80, 7, 6};

qint64 weightOfHour(Instant hour, Instant begin, int noisePercent)
{
    const DemoLocal local = demoLocal(hour);
    qint64 percent = weekdayPercent[size_t(local.weekday)];
    if (isDemoHoliday(local.day))
        percent = qMin<qint64>(percent, 9);
    if (demoDate(local.day).month == 8)
        percent = percent * 78 / 100;
    const qint64 growth = 100 + 15 * (hour - begin) / (timelineDays * demoWholeDay);
    return qMax<qint64>(1, hourWeights[size_t(local.minute / 60)] * percent * growth * noisePercent / 100'000);
}

} // namespace

DemoTimeline::DemoTimeline(quint64 seed, Instant end)
    : m_begin(end - timelineDays * demoWholeDay)
    , m_end(end)
{
    DemoRandom random(seed, 0x71e11e);
    for (int i = 0; i < timelineBursts; ++i) {
        const qint64 spread = (timelineDays - 30) / timelineBursts;
        const qint64 day = demoLocal(m_begin).day + 14 + i * spread + random.below(quint32(spread));
        m_bursts.append(demoInstant(demoWorkdayAfter(day), int(random.between(8 * 60 + 20, 13 * 60))));
    }
    qint64 sum = 0;
    int noise = 100;
    for (Instant hour = m_begin; hour < m_end; hour += demoHour) {
        if ((hour - m_begin) % demoWholeDay == 0)
            noise = int(random.between(86, 116));
        const bool inBurst = burstAt(hour) >= 0;
        sum += weightOfHour(hour, m_begin, noise) * (inBurst ? 2 : 1);
        m_upTo.append(sum);
    }
}

Instant DemoTimeline::at(qint64 index, qint64 count, quint32 fraction) const
{
    // Whole numbers only: the same on every machine. 2^37 · 2^22 fits.
    const qint64 scaled = ((index << 16) + fraction) * m_upTo.last() / count;
    const qint64 point = scaled >> 16;
    const auto hour = std::upper_bound(m_upTo.begin(), m_upTo.end(), point) - m_upTo.begin();
    const qint64 before = hour > 0 ? m_upTo[hour - 1] : 0;
    const qint64 weight = m_upTo[hour] - before;
    const qint64 inside = (scaled - (before << 16)) / weight; // 0 … 65535
    return m_begin + hour * demoHour + ((inside * demoHour) >> 16);
}

int DemoTimeline::burstAt(Instant instant) const
{
    for (int i = 0; i < m_bursts.size(); ++i) {
        if (instant >= m_bursts[i] && instant < m_bursts[i] + timelineBurstLength)
            return i;
    }
    return -1;
}

} // namespace deskhand
