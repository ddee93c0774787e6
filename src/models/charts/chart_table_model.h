// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_data.h"
#include "models/charts/chart_words.h"

#include <QAbstractTableModel>

namespace deskhand {

/// The table behind a chart: a row for each point of the axis, its position in the first column, then one column for
/// each series. GUI thread.
class ChartTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setChart(const ChartData &data, const ChartWords &words);

    /// The series of a column; -1 for that of the positions.
    [[nodiscard]] static int seriesOf(int column) { return column - 1; }
    [[nodiscard]] static int columnOf(int series) { return series + 1; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartData m_data;
    ChartWords m_words;
};

} // namespace deskhand
