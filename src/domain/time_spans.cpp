// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time_spans.h"

#include <algorithm>

namespace deskhand {

QVector<TimeSpan> unionOf(QVector<TimeSpan> spans)
{
    spans.removeIf([](const TimeSpan &span) { return span.from >= span.to; });
    const auto byStart = [](const TimeSpan &one, const TimeSpan &other) { return one.from < other.from; };
    if (!std::is_sorted(spans.cbegin(), spans.cend(), byStart))
        std::sort(spans.begin(), spans.end(), byStart);
    QVector<TimeSpan> result;
    result.reserve(spans.size());
    for (const TimeSpan &span : std::as_const(spans)) {
        if (!result.isEmpty() && span.from <= result.constLast().to)
            result.last().to = std::max(result.constLast().to, span.to);
        else
            result.append(span);
    }
    return result;
}

QVector<TimeSpan> without(const QVector<TimeSpan> &spans, const QVector<TimeSpan> &taken)
{
    QVector<TimeSpan> result;
    result.reserve(spans.size());
    auto next = taken.cbegin();
    for (const TimeSpan &span : spans) {
        Instant from = span.from;
        while (next != taken.cend() && next->to <= from)
            ++next;
        for (auto cut = next; cut != taken.cend() && cut->from < span.to; ++cut) {
            if (from < cut->from)
                result.append({from, cut->from});
            from = std::max(from, cut->to);
        }
        if (from < span.to)
            result.append({from, span.to});
    }
    return result;
}

QVector<TimeSpan> cutTo(const QVector<TimeSpan> &spans, TimeSpan within)
{
    QVector<TimeSpan> result;
    for (const TimeSpan &span : spans) {
        const TimeSpan cut{std::max(span.from, within.from), std::min(span.to, within.to)};
        if (cut.from < cut.to)
            result.append(cut);
    }
    return result;
}

} // namespace deskhand
