// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/report_answer.h"
#include "store/report_gathering.h"

namespace deskhand {

/// The biggest first; behind a limit they are together.
struct ReportAxisOrder {
    QVector<qint64> keys;
    QHash<qint64, qsizetype> places;
    bool others = false;

    [[nodiscard]] qsizetype placeOf(qint64 key) const
    {
        const auto found = places.constFind(key);
        if (found != places.cend())
            return *found;
        return others ? keys.size() - 1 : -1;
    }
};

[[nodiscard]] ReportAxisOrder orderOfKeys(const ReportTable &table, int axis, int limit);
/// `spans`: how many there are, of a dimension that is one.
[[nodiscard]] ReportAxisOrder orderOfTime(ReportDimension dimension, qsizetype spans);

/// The answer of one run to its cells.
class ReportCellMaker
{
public:
    ReportCellMaker(const Report &report, const ReportTable &table)
        : m_report(report)
        , m_table(table)
    {
    }

    [[nodiscard]] ReportCell cellOf(ReportGather gather) const;
    /// `orders`: of the axes.
    [[nodiscard]] QVector<ReportCell> cells(const QVector<ReportAxisOrder> &orders) const;

private:
    [[nodiscard]] std::optional<qint64> durationOf(QVector<qint64> *values) const;
    void share(const ReportGather &gather, ReportCell *cell) const;

    const Report &m_report;
    const ReportTable &m_table;
};

} // namespace deskhand
