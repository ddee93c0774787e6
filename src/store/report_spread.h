// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/report_answer.h"
#include "store/report_gathering.h"

namespace deskhand {

/// The middle one; of an even number the middle of the two in the middle. 0 without any.
[[nodiscard]] qint64 medianOfSorted(const QVector<qint64> &sorted);
/// The smallest that so many percent are not above. 0 without any.
[[nodiscard]] qint64 percentileOfSorted(const QVector<qint64> &sorted, int percent);

/// Classes of a histogram: from 0 on, equally wide, the last one open.
struct SpreadClasses {
    static constexpr int usualPercent = 97; ///< what is longer may share the last one

    qint64 step = 1; ///< ms
    int count = 0;

    [[nodiscard]] int classOf(qint64 value) const;
    /// Fitting for values of which usualPercent are not above `usual`.
    [[nodiscard]] static SpreadClasses of(qint64 usual, qint64 longest);
};

/// Fills spread and percentiles of an answer. `total.owners`: empty where each ticket has one value.
void fillSpread(const ReportGather &total, ReportAnswer *answer);

} // namespace deskhand
