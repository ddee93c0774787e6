// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/policy_presenter.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace deskhand {

class ConditionEdit;
class ErrorBanner;
class LevelsPanel;
class PlainLabel;
class TargetDetails;
class TargetMatrix;
class TryItPanel;

/// A policy is edited: for which tickets, what is promised, who is warned; and tried. Deletes itself when it is closed.
class PolicyDialog final : public QDialog
{
    Q_OBJECT

public:
    PolicyDialog(const SlaSetupContext &context, QWidget *parent);
    ~PolicyDialog() override;

    void showNew();
    void showEdit(const SlaPolicy &policy);
    void showCopy(const SlaPolicy &policy);
    void showLevel(int levelId);
    /// Replays the last months against what is edited.
    void showWhatIf();

    [[nodiscard]] PolicyPresenter &presenter() { return m_presenter; }

    /// Asks first where something would be lost.
    void reject() override;

private:
    void build();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildTargets();
    [[nodiscard]] QWidget *buildButtons();
    void connectControls();
    void load();
    void showPolicy();
    void count();
    void save();
    void askScope(SlaScope scope);
    [[nodiscard]] SlaPolicy trimmed() const;
    [[nodiscard]] SlaImpactQuery query() const;

    SlaSetupContext m_context;
    PolicyPresenter m_presenter;
    bool m_saving = false;
    bool m_loading = false;
    QTimer m_countPause;
    QFuture<Result<QVector<qint64>>> m_counting;
    Condition m_counted;
    quint64 m_countNumber = 0;
    ErrorBanner *m_banner;
    QLineEdit *m_name;
    ConditionEdit *m_condition;
    PlainLabel *m_conditionNote;
    QComboBox *m_calendar;
    QTabWidget *m_tabs;
    TargetMatrix *m_matrix;
    PlainLabel *m_cellNote;
    PlainLabel *m_cellProblem;
    TargetDetails *m_details;
    LevelsPanel *m_levels;
    TryItPanel *m_tryIt;
    PlainLabel *m_version;
    PlainLabel *m_problem;
    QPushButton *m_whatIf;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace deskhand
