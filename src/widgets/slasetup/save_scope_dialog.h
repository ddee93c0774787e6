// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/impact_presenter.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QDialog>

#include <functional>

class QButtonGroup;
class QPushButton;

namespace deskhand {

class AffectedTickets;
class ErrorBanner;
class ImpactLine;
class PlainLabel;

/// Asks for which tickets a new version is, and shows beforehand what that does. Deletes itself when it is closed;
/// nothing is saved before somebody says so.
class SaveScopeDialog final : public QDialog
{
    Q_OBJECT

public:
    using Save = std::function<void(SlaScope scope)>;

    SaveScopeDialog(const SlaSetupContext &context, QWidget *parent);

    /// `what`: the query without its scope. `save` gives it to the desk; the overview's saved() closes this, and its
    /// failed() is shown here.
    void start(const QString &title, const SlaImpactQuery &what, SlaScope scope, Save save);

    [[nodiscard]] SlaScope scope() const;
    void reject() override;

private:
    void build();
    void ask();
    void showImpact();

    SlaSetupContext m_context;
    ImpactPresenter m_impact;
    SlaImpactQuery m_what;
    Save m_save;
    bool m_saving = false;
    ErrorBanner *m_banner;
    PlainLabel *m_title;
    QButtonGroup *m_scopes;
    ImpactLine *m_line;
    AffectedTickets *m_tickets;
    QPushButton *m_saveButton;
};

} // namespace deskhand
