// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/sla_list_models.h"
#include "widgets/slasetup/sla_page.h"

#include <QPointer>

class QAction;
class QListView;
class QPushButton;

namespace deskhand {

class PlainLabel;
class PolicyDialog;

/// The policies of a desk in the order in which they are tried: dragged, or moved with Ctrl+Up and Ctrl+Down.
class PoliciesPage final : public SlaPage
{
    Q_OBJECT

public:
    explicit PoliciesPage(const SlaSetupContext &context, QWidget *parent = nullptr);
    /// Takes its dialog with it.
    ~PoliciesPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("sla-policies"); }
    [[nodiscard]] QString title() const override { return tr("SLA policies"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("clock"); }
    [[nodiscard]] QStringList keywords() const override;

    /// Null: none is being edited.
    [[nodiscard]] PolicyDialog *dialog() const;
    void addPolicy();
    /// `level`: shown first; 0: the promises.
    void editPolicy(SlaPolicyId id, int level = 0);
    /// Replays the last months against the first policy, or the chosen one.
    void whatIf();

private:
    [[nodiscard]] QWidget *build();
    [[nodiscard]] QWidget *buildOrderBar(QWidget *parent);
    [[nodiscard]] PolicyDialog *newDialog();
    [[nodiscard]] const SlaPolicy *current() const;
    void duplicate();
    void toggleActive();
    void moveCurrent(int step);
    void saveOrder();
    void showState();
    void showTask();

    PolicyListModel m_model;
    QPointer<PolicyDialog> m_dialog;
    QAction *m_addAction;
    QListView *m_list = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_disable = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QWidget *m_orderBar = nullptr;
    QWidget *m_taskBar = nullptr;
    PlainLabel *m_taskText = nullptr;
    QPushButton *m_taskCancel = nullptr;
};

} // namespace deskhand
