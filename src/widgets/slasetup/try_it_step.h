// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/sla_trial.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QDateTimeEdit;

namespace deskhand {

/// One thing that happens in the made-up ticket of a try-it box: what, and when.
class TryItStep final : public QWidget
{
    Q_OBJECT

public:
    /// `at`: in `zone`.
    TryItStep(const SlaSetupContext &context, SlaTrialStep::Kind kind, Instant at, const QTimeZone &zone,
              QWidget *parent);

    [[nodiscard]] SlaTrialStep step(const QTimeZone &zone) const;
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    void edited();
    void removeRequested();

private:
    void fillValues();

    SlaSetupContext m_context;
    QComboBox *m_kind;
    QComboBox *m_value;
    QDateTimeEdit *m_at;
};

/// A field for a time of a zone: shows and takes its wall clock.
[[nodiscard]] QDateTimeEdit *wallClockEdit(QWidget *parent, Instant at, const QTimeZone &zone);
[[nodiscard]] Instant wallClockInstant(const QDateTimeEdit *edit, const QTimeZone &zone);

} // namespace deskhand
