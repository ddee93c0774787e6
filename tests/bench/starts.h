// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

namespace deskhand::bench {

/// How the real program has started.
struct Starts {
    QVector<double> milliseconds; ///< from its start until its list was painted
    double memory = 0;            ///< resident, in MB, when all that follows the first picture was there
};

/// Starts the program with these arguments several times, and ends it each time.
[[nodiscard]] Starts measureStarts(const QStringList &arguments);

} // namespace deskhand::bench
