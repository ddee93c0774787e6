// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_policy.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QTableWidget>

namespace deskhand {

class PolicyPresenter;

/// What a policy promises: targets down, priorities across, times as they are typed. An empty cell promises nothing.
class TargetMatrix final : public QTableWidget
{
    Q_OBJECT

public:
    /// `presenter` outlives it.
    TargetMatrix(const SlaSetupContext &context, PolicyPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] SlaTargetKind currentTarget() const;
    /// What is wrong with the current cell; empty: nothing.
    [[nodiscard]] QString currentProblem() const;

Q_SIGNALS:
    void targetChosen(deskhand::SlaTargetKind kind);

private:
    void buildColumns();
    void load();
    void take(int row, int column);
    [[nodiscard]] PriorityId priorityOf(int column) const;

    SlaSetupContext m_context;
    PolicyPresenter &m_presenter;
    QVector<PriorityId> m_priorities; ///< by column; the last one invalid: the others
    bool m_loading = false;
};

} // namespace deskhand
