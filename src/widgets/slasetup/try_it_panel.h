// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/sla_trial.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QTimeZone>
#include <QWidget>

#include <functional>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QTreeWidget;
class QVBoxLayout;
class QTreeWidgetItem;

namespace deskhand {

class PlainLabel;
class TryItStep;

/// A made-up ticket against what is being edited: when it came, what happened then, and when it is due, with every
/// interval that counts or does not. Calculated anew at every change.
class TryItPanel final : public QWidget
{
    Q_OBJECT

public:
    /// What is tried.
    struct Subject {
        SlaPolicy policy;
        BusinessCalendar calendar;
        QString problem; ///< why it cannot be tried yet; empty: it can
    };
    /// With a policy, priority and queue are chosen; without (`subject` gives only a calendar), a time to promise.
    enum class Of { Policy, Calendar };

    TryItPanel(const SlaSetupContext &context, Of of, std::function<Subject(QueueId queue)> subject,
               QWidget *parent = nullptr);

    /// After the subject has changed.
    void refresh();
    [[nodiscard]] QTreeWidget *results() const { return m_results; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildTicket(QVBoxLayout *layout);
    void addStep();
    void showResults(const QVector<SlaTrialResult> &results, const QTimeZone &zone);
    void addLedger(QTreeWidgetItem *parent, const SlaTrialResult &result, const QTimeZone &zone);
    [[nodiscard]] QString timeText(Instant at, const QTimeZone &zone) const;
    [[nodiscard]] QString verdict(const SlaTrialResult &result, const QTimeZone &zone) const;
    [[nodiscard]] Instant usualStart(const QTimeZone &zone) const;

    SlaSetupContext m_context;
    Of m_of;
    std::function<Subject(QueueId queue)> m_subject;
    QDateTimeEdit *m_created = nullptr;
    QComboBox *m_priority = nullptr;
    QComboBox *m_queue = nullptr;
    QLineEdit *m_amount = nullptr;
    QVBoxLayout *m_stepPlace = nullptr;
    QVector<TryItStep *> m_steps;
    PlainLabel *m_problem = nullptr;
    QTreeWidget *m_results = nullptr;
};

} // namespace deskhand
