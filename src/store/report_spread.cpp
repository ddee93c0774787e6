// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_spread.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int spreadClasses = 60;

qint64 niceStep(qint64 wanted)
{
    constexpr qint64 minute = 60'000;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    for (const qint64 step : {minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour,
                              4 * hour, 8 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 30 * day, 91 * day}) {
        if (step >= wanted)
            return step;
    }
    return 365 * day;
}

QVector<qint64> ticketsOfClasses(const ReportGather &total, const SpreadClasses &classes)
{
    QVector<std::pair<int, qint64>> pairs;
    pairs.reserve(total.owners.size());
    for (qsizetype i = 0; i < total.owners.size(); ++i)
        pairs.append({classes.classOf(total.values[i]), total.owners[i]});
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    QVector<qint64> tickets(classes.count, 0);
    for (const auto &[place, ticket] : std::as_const(pairs))
        ++tickets[place];
    return tickets;
}

} // namespace

qint64 medianOfSorted(const QVector<qint64> &sorted)
{
    const qsizetype n = sorted.size();
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

qint64 percentileOfSorted(const QVector<qint64> &sorted, int percent)
{
    const qsizetype n = sorted.size();
    return n == 0 ? 0 : sorted[(n * percent + 99) / 100 - 1];
}

int SpreadClasses::classOf(qint64 value) const
{
    return int(std::min<qint64>(std::max<qint64>(0, value) / step, spreadClasses - 1));
}

SpreadClasses SpreadClasses::of(qint64 usual, qint64 longest)
{
    SpreadClasses classes;
    classes.step = niceStep(usual / (spreadClasses - 1) + 1);
    classes.count = classes.classOf(longest) + 1;
    return classes;
}

void fillSpread(const ReportGather &total, ReportAnswer *answer)
{
    if (total.values.isEmpty())
        return;
    QVector<qint64> values = total.values;
    std::sort(values.begin(), values.end());
    answer->median = medianOfSorted(values);
    answer->percentile90 = percentileOfSorted(values, 90);
    answer->percentile95 = percentileOfSorted(values, 95);
    const SpreadClasses classes =
        SpreadClasses::of(percentileOfSorted(values, SpreadClasses::usualPercent), values.last());
    answer->spreadStep = classes.step;
    answer->spread.fill(0, classes.count);
    for (const qint64 value : std::as_const(values))
        ++answer->spread[classes.classOf(value)];
    answer->spreadTickets = total.owners.isEmpty() ? answer->spread : ticketsOfClasses(total, classes);
}

} // namespace deskhand
