// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_policy.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace deskhand {

class ActionRows;
class ConditionEdit;
class PlainLabel;
class PolicyPresenter;
class SettingsForm;

/// The warnings and escalations of a policy: a list, and beside it when the chosen one is reached and what it does.
class LevelsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `presenter` outlives it.
    LevelsPanel(const SlaSetupContext &context, PolicyPresenter &presenter, QWidget *parent = nullptr);

    void choose(int levelId);

private:
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildForm();
    void buildTargets();
    void load();
    void loadLevel();
    void take();
    void takeAmount();
    [[nodiscard]] int row() const;
    [[nodiscard]] QString lineOf(const SlaLevel &level) const;

    SlaSetupContext m_context;
    PolicyPresenter &m_presenter;
    bool m_loading = false;
    int m_shownLevel = 0; ///< id of the level in the fields
    QListWidget *m_list;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    SettingsForm *m_form;
    QLineEdit *m_name;
    QWidget *m_targetPlace;
    QVector<QCheckBox *> m_targets; ///< in the order of allSlaTargetKinds
    QComboBox *m_when;
    QLineEdit *m_amount;
    PlainLabel *m_amountProblem;
    QCheckBox *m_inWorkingTime;
    QCheckBox *m_wait;
    ConditionEdit *m_condition;
    PlainLabel *m_conditionProblem;
    ActionRows *m_actions;
};

} // namespace deskhand
