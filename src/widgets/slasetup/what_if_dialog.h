// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/impact_presenter.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QPushButton;
class QSpinBox;

namespace deskhand {

class AffectedTickets;
class ComplianceTable;
class ImpactLine;
class PlainLabel;

/// Replays the last months against what is being edited, and changes nothing. Deletes itself when it is closed.
class WhatIfDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Goes on to saving, for these tickets.
    using Apply = std::function<void(SlaScope scope)>;

    WhatIfDialog(const SlaSetupContext &context, QWidget *parent);

    /// Gives what is edited at the moment, as a query without scope and time.
    using What = std::function<SlaImpactQuery()>;

    void start(const QString &title, What what, Apply apply);

private:
    void build();
    void replay();
    void showAnswer();
    void applyAnswer();
    [[nodiscard]] SlaScope scope() const;

    SlaSetupContext m_context;
    ImpactPresenter m_impact;
    What m_what;
    Apply m_apply;
    PlainLabel *m_title;
    QSpinBox *m_months;
    QComboBox *m_scope;
    QPushButton *m_replay;
    ImpactLine *m_line;
    ComplianceTable *m_table;
    AffectedTickets *m_tickets;
    QPushButton *m_applyButton;
};

} // namespace deskhand
