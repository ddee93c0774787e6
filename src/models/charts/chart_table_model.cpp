// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chart_table_model.h"

namespace deskhand {

void ChartTableModel::setChart(const ChartData &data, const ChartWords &words)
{
    beginResetModel();
    m_data = data;
    m_words = words;
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_data.pointCount();
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnOf(int(m_data.series.size()));
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int series = seriesOf(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return series < 0 ? m_words.shortPosition(m_data, index.row())
                          : m_words.value(m_data.format, m_data.value(series, index.row()));
    case Qt::AccessibleTextRole:
        return series < 0 ? m_words.position(m_data, index.row())
                          : m_words.position(m_data, index.row()) + QStringLiteral(", ")
                                + m_words.valueLine(m_data, series, index.row());
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (series < 0 ? Qt::AlignLeading : Qt::AlignTrailing));
    case Qt::EditRole: {
        const std::optional<double> value = m_data.value(series, index.row());
        return value ? QVariant(*value) : QVariant();
    }
    default: return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const int series = seriesOf(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (series < 0 ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role != Qt::DisplayRole)
        return {};
    if (series < 0)
        return ChartWords::positionHead(m_data);
    const QString name = m_data.series[series].name;
    return name.isEmpty() ? (m_data.valueName.isEmpty() ? m_data.title : m_data.valueName) : name;
}

} // namespace deskhand
