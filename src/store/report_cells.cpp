// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_cells.h"

#include "store/report_spread.h"

#include <algorithm>
#include <cmath>

namespace deskhand {
namespace {

double sumOf(const QVector<qint64> &values)
{
    double sum = 0;
    for (const qint64 value : values)
        sum += double(value);
    return sum;
}

} // namespace

ReportAxisOrder orderOfKeys(const ReportTable &table, int axis, int limit)
{
    QHash<qint64, qint64> sizes;
    for (auto cell = table.cells.cbegin(); cell != table.cells.cend(); ++cell) {
        qint64 &size = sizes[axis == 0 ? cell.key().first : cell.key().second];
        size += cell->n;
    }
    ReportAxisOrder order;
    order.keys = QVector<qint64>(sizes.keyBegin(), sizes.keyEnd());
    std::sort(order.keys.begin(), order.keys.end(), [&sizes](qint64 a, qint64 b) {
        const qint64 left = sizes.value(a);
        const qint64 right = sizes.value(b);
        return left != right ? left > right : a < b;
    });
    if (limit > 0 && order.keys.size() > limit) {
        order.keys.resize(limit);
        order.keys.append(reportOthersKey);
        order.others = true;
    }
    for (qsizetype i = 0; i < order.keys.size() - (order.others ? 1 : 0); ++i)
        order.places.insert(order.keys[i], i);
    return order;
}

ReportAxisOrder orderOfTime(ReportDimension dimension, qsizetype spans)
{
    ReportAxisOrder order;
    if (dimension == ReportDimension::Weekday) {
        for (qint64 day = 1; day <= 7; ++day)
            order.keys.append(day);
    } else if (dimension == ReportDimension::Hour) {
        for (qint64 hour = 0; hour < 24; ++hour)
            order.keys.append(hour);
    } else {
        for (qint64 place = 0; place < spans; ++place)
            order.keys.append(place);
    }
    for (qsizetype i = 0; i < order.keys.size(); ++i)
        order.places.insert(order.keys[i], i);
    return order;
}

std::optional<qint64> ReportCellMaker::durationOf(QVector<qint64> *values) const
{
    if (values->isEmpty())
        return std::nullopt;
    switch (m_report.statistic) {
    case ReportStatistic::Sum: return qRound64(sumOf(*values));
    case ReportStatistic::Mean: return qRound64(sumOf(*values) / double(values->size()));
    case ReportStatistic::Max: return *std::max_element(values->cbegin(), values->cend());
    default: break;
    }
    std::sort(values->begin(), values->end());
    if (m_report.statistic == ReportStatistic::Percentile90)
        return percentileOfSorted(*values, 90);
    if (m_report.statistic == ReportStatistic::Percentile95)
        return percentileOfSorted(*values, 95);
    return medianOfSorted(*values);
}

void ReportCellMaker::share(const ReportGather &gather, ReportCell *cell) const
{
    const bool parts =
        m_report.by.contains(ReportDimension::Verdict) || m_report.by.contains(ReportDimension::BreachReason);
    qint64 part = gather.n;
    cell->of = m_table.total.n;
    if (m_report.measure == ReportMeasure::SlaCompliance && !parts) {
        part = gather.hits;
        cell->of = gather.n;
    } else if (m_report.measure == ReportMeasure::FirstContact) {
        part = gather.tickets - gather.hits;
        cell->of = gather.tickets;
    } else if (m_report.measure == ReportMeasure::ReopenRate) {
        part = gather.hits;
        cell->of = gather.tickets;
    } else if (m_report.measure == ReportMeasure::TicketsSolved || m_report.measure == ReportMeasure::TicketsReopened) {
        part = gather.tickets;
        cell->of = m_table.total.tickets;
    }
    if (cell->of > 0)
        cell->value = qRound64(100'000.0 * double(part) / double(cell->of));
}

ReportCell ReportCellMaker::cellOf(ReportGather gather) const
{
    ReportCell cell;
    cell.tickets = gather.tickets;
    cell.open = gather.open;
    if (m_report.statistic == ReportStatistic::Share) {
        share(gather, &cell);
        return cell;
    }
    if (m_report.statistic == ReportStatistic::Max && !isDuration(m_report.measure)) {
        cell.of = gather.n;
        if (gather.n > 0)
            cell.value = gather.most;
        return cell;
    }
    if (m_report.statistic == ReportStatistic::Mean && m_report.measure == ReportMeasure::WorkTime) {
        cell.of = gather.tickets;
        if (gather.tickets > 0)
            cell.value = qRound64(sumOf(gather.values) / double(gather.tickets));
        return cell;
    }
    if (m_report.statistic != ReportStatistic::Count) {
        cell.of = gather.values.size();
        cell.value = durationOf(&gather.values);
        return cell;
    }
    switch (m_report.measure) {
    case ReportMeasure::TicketsSolved:
    case ReportMeasure::TicketsReopened: cell.value = gather.tickets; break;
    case ReportMeasure::FirstContact: cell.value = gather.tickets - gather.hits; break;
    case ReportMeasure::ReopenRate: cell.value = gather.hits; break;
    default: cell.value = gather.n; break;
    }
    return cell;
}

QVector<ReportCell> ReportCellMaker::cells(const QVector<ReportAxisOrder> &orders) const
{
    if (orders.isEmpty())
        return {};
    const qsizetype width = orders.size() > 1 ? orders[1].keys.size() : 1;
    QVector<ReportGather> gathers(orders[0].keys.size() * width);
    for (auto cell = m_table.cells.cbegin(); cell != m_table.cells.cend(); ++cell) {
        const qsizetype row = orders[0].placeOf(cell.key().first);
        const qsizetype column = orders.size() > 1 ? orders[1].placeOf(cell.key().second) : 0;
        if (row < 0 || column < 0)
            continue;
        gathers[row * width + column].add(*cell);
    }
    QVector<ReportCell> cells;
    cells.reserve(gathers.size());
    for (qsizetype i = 0; i < gathers.size(); ++i) {
        // Tickets that were told apart in the parts are told apart in what was joined of them.
        if (!gathers[i].ids.isEmpty())
            gathers[i].settle(m_report);
        cells.append(cellOf(std::move(gathers[i])));
    }
    return cells;
}

} // namespace deskhand
