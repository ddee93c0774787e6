// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_policy.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListWidget;
class QTableWidget;

namespace deskhand {

class PlainLabel;
class PolicyPresenter;

/// How one target of a policy is timed: what starts, fulfils and resets it, where it stands still, and what happens
/// when the ticket is reopened.
class TargetDetails final : public QWidget
{
    Q_OBJECT

public:
    /// `presenter` outlives it.
    TargetDetails(const SlaSetupContext &context, PolicyPresenter &presenter, QWidget *parent = nullptr);

    void setTarget(SlaTargetKind kind);

private:
    void build();
    void load();
    void loadPauses(const SlaTarget &target);
    void take();
    void takeAtLeast();

    SlaSetupContext m_context;
    PolicyPresenter &m_presenter;
    SlaTargetKind m_kind = SlaTargetKind::FirstResponse;
    bool m_loading = false;
    PlainLabel *m_title;
    PlainLabel *m_hint;
    QTableWidget *m_triggers;
    QListWidget *m_pauses;
    QComboBox *m_reopen;
    QLineEdit *m_atLeast;
    PlainLabel *m_atLeastProblem;
    QWidget *m_atLeastRow;
};

} // namespace deskhand
