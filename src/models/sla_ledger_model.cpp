// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla_ledger_model.h"

#include "models/sla_words.h"

namespace deskhand {

SlaLedgerModel::SlaLedgerModel(const SlaPresenter &presenter, QObject *parent)
    : QAbstractTableModel(parent)
    , m_presenter(presenter)
{
    connect(&presenter, &SlaPresenter::changed, this, &SlaLedgerModel::refresh);
}

void SlaLedgerModel::show(SlaTargetKind target, int cycle)
{
    m_target = target;
    m_cycle = cycle;
    refresh();
}

void SlaLedgerModel::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    refresh();
}

void SlaLedgerModel::refresh()
{
    SlaLedger ledger = m_target == SlaTargetKind::None
                           ? SlaLedger()
                           : m_presenter.ledger(m_target, m_cycle, m_folded).value_or(SlaLedger());
    // As time passes only the newest lines read differently: what somebody looks at stays where it is.
    if (ledger.lines.size() == m_ledger.lines.size()) {
        const QVector<LedgerLine> before = std::exchange(m_ledger, std::move(ledger)).lines;
        for (int row = 0; row < before.size(); ++row) {
            if (before.at(row) != m_ledger.lines.at(row))
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    } else {
        beginResetModel();
        m_ledger = std::move(ledger);
        endResetModel();
    }
    Q_EMIT refreshed();
}

int SlaLedgerModel::rowOfNow() const
{
    int row = rowCount() - 1;
    while (row >= 0 && m_ledger.lines.at(row).ahead)
        --row;
    return row;
}

int SlaLedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ledger.lines.size());
}

int SlaLedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SlaLedgerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_ledger.lines.size())
        return {};
    const LedgerLine &line = m_ledger.lines.at(index.row());
    const QString counted = line.counts ? slaSpanText(line.counted) : QStringLiteral("–");
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case When: return line.when;
        case Why: return line.why;
        case Counted: return counted;
        case Sum: return slaSpanText(line.sum);
        default: return {};
        }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() >= Counted ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole: {
        const QString what = line.counts ? tr("%1, %2, counts %3, sum %4", "when, why, how much, sum")
                                               .arg(line.when, line.why, counted, slaSpanText(line.sum))
                                         : tr("%1, %2, does not count, sum %3", "when, why, sum")
                                               .arg(line.when, line.why, slaSpanText(line.sum));
        return line.ahead ? tr("still to come: %1").arg(what) : what;
    }
    case CountsRole: return line.counts;
    case AheadRole: return line.ahead;
    case FirstAheadRole: return line.ahead && index.row() == rowOfNow() + 1;
    default: return {};
    }
}

QVariant SlaLedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Counted ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Why: return tr("What it was");
    case Counted: return tr("Counted");
    case Sum: return tr("Sum");
    default: return {};
    }
}

} // namespace deskhand
