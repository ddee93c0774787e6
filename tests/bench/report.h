// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QString>
#include <QVector>

#include <functional>
#include <optional>

namespace deskhand::bench {

/// One measured figure.
struct Figure {
    QString bench;
    QString metric;
    double value = 0;
    QString unit;
    /// What the same work costs without our code in between, measured in the same process; or the limit to keep.
    std::optional<double> baseline;
    std::optional<double> limit; ///< what it must reach; printed with "ok"
};

/// Prints one JSON line: {"bench":…,"metric":…,"value":…,"unit":…,"baseline":…,"ratio":…,"limit":…,"ok":…}.
void report(const Figure &figure);

/// Milliseconds that `work` takes.
[[nodiscard]] double milliseconds(const std::function<void()> &work);

/// The value below which `share` (0…1) of the samples are; 0 without samples.
[[nodiscard]] double percentile(QVector<double> samples, double share);

/// The answer of a future. Blocks: no event loop of ours is part of the figure.
template <typename T>
Result<T> waitFor(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

/// Ends the program with a message: a bench without its desk measures nothing.
[[noreturn]] void giveUp(const QString &why);

} // namespace deskhand::bench
