// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace deskhand::bench {
namespace {

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

} // namespace

void report(const Figure &figure)
{
    QJsonObject line{{QStringLiteral("bench"), figure.bench},
                     {QStringLiteral("metric"), figure.metric},
                     {QStringLiteral("value"), rounded(figure.value)},
                     {QStringLiteral("unit"), figure.unit}};
    if (figure.baseline) {
        line.insert(QStringLiteral("baseline"), rounded(*figure.baseline));
        if (*figure.baseline > 0)
            line.insert(QStringLiteral("ratio"), rounded(figure.value / *figure.baseline));
    }
    if (figure.limit) {
        // A rate must reach its limit, everything else must stay below it.
        const bool rate = figure.unit.endsWith(QStringLiteral("/s"));
        line.insert(QStringLiteral("limit"), rounded(*figure.limit));
        line.insert(QStringLiteral("ok"), rate ? figure.value >= *figure.limit : figure.value <= *figure.limit);
    }
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double percentile(QVector<double> samples, double share)
{
    if (samples.isEmpty())
        return 0;
    std::sort(samples.begin(), samples.end());
    const auto rank = qsizetype(std::ceil(share * double(samples.size()))) - 1;
    return samples[std::clamp<qsizetype>(rank, 0, samples.size() - 1)];
}

void giveUp(const QString &why)
{
    std::fprintf(stderr, "deskhand_bench: %s\n", qPrintable(why));
    std::exit(1);
}

} // namespace deskhand::bench
