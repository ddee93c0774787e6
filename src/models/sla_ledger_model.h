// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla_presenter.h"

#include <QAbstractTableModel>

namespace deskhand {

/// The lines of one clock's ledger as a table: when, why, counted, sum. A row is read out whole. The presenter outlives
/// it; one thread.
class SlaLedgerModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Why, Counted, Sum, ColumnCount };
    enum Role {
        CountsRole = Qt::UserRole + 1, ///< bool
        AheadRole,                     ///< bool: has not happened yet
        FirstAheadRole,                ///< bool: a line belongs above it
    };

    explicit SlaLedgerModel(const SlaPresenter &presenter, QObject *parent = nullptr);

    /// Follows the presenter from now on; None: empty. Cycle 0: the newest.
    void show(SlaTargetKind target, int cycle = 0);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] const SlaLedger &ledger() const { return m_ledger; }
    [[nodiscard]] SlaTargetKind target() const { return m_target; }
    [[nodiscard]] int cycle() const { return m_cycle; }
    /// The last line of what has happened; -1: there is none.
    [[nodiscard]] int rowOfNow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// ledger() is another, or reads differently.
    void refreshed();

private:
    void refresh();

    const SlaPresenter &m_presenter;
    SlaTargetKind m_target = SlaTargetKind::None;
    int m_cycle = 0;
    bool m_folded = true;
    SlaLedger m_ledger;
};

} // namespace deskhand
