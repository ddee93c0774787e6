// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_policy.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace deskhand {

/// One action of a level: what is done, and to whom or to what.
class ActionRow final : public QWidget
{
    Q_OBJECT

public:
    ActionRow(const SlaSetupContext &context, const SlaAction &action, QWidget *parent);

    [[nodiscard]] SlaAction action() const;
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    void edited();
    void removeRequested();

private:
    void fillTargets(qint64 chosen);

    SlaSetupContext m_context;
    QComboBox *m_kind;
    QComboBox *m_target;
    QLineEdit *m_text;
};

/// What is done when a level is reached, in order.
class ActionRows final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionRows(const SlaSetupContext &context, QWidget *parent = nullptr);

    /// Leaves rows alone that say so already.
    void setActions(const QVector<SlaAction> &actions);
    [[nodiscard]] QVector<SlaAction> actions() const;

Q_SIGNALS:
    void edited();

private:
    ActionRow *addRow(const SlaAction &action);

    SlaSetupContext m_context;
    QVBoxLayout *m_place;
    QVector<ActionRow *> m_rows;
};

} // namespace deskhand
