// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QVector>

namespace deskhand {

/// Half-open [from, to) in UTC.
struct TimeSpan {
    Instant from = 0;
    Instant to = 0;
    bool operator==(const TimeSpan &) const = default;
};

/// The union: in order, without overlap, neighbours that touch joined, empty and inverted ones left out.
[[nodiscard]] QVector<TimeSpan> unionOf(QVector<TimeSpan> spans);
/// What of `spans` lies in none of `taken`. Both must be unions.
[[nodiscard]] QVector<TimeSpan> without(const QVector<TimeSpan> &spans, const QVector<TimeSpan> &taken);
/// What of `spans`, a union, lies in `within`.
[[nodiscard]] QVector<TimeSpan> cutTo(const QVector<TimeSpan> &spans, TimeSpan within);

} // namespace deskhand
