// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/settings/settings_page.h"
#include "widgets/slasetup/sla_setup_context.h"

class QStackedWidget;
class QVBoxLayout;

namespace deskhand {

class EmptyState;
class ErrorBanner;

/// What the pages about promises have in common: a banner for what failed, a place that says what to do where there is
/// nothing, and who may change it.
class SlaPage : public SettingsPage
{
    Q_OBJECT

public:
    [[nodiscard]] QString group() const override { return tr("Service levels"); }

protected:
    /// `failedText`: what did not happen when the desk refuses a change that this page has asked for.
    SlaPage(const SlaSetupContext &context, const QString &failedText, QWidget *parent);

    /// The content, while there is some.
    void setContent(QWidget *content);
    /// Shows the content, or in its place why there is none.
    void showContent(bool there);
    [[nodiscard]] EmptyState *empty() const { return m_empty; }
    [[nodiscard]] bool mayAdminister() const;
    /// Says instead of everything else who may change this; true: nobody else is here.
    bool showOnlyForAdmins();
    /// The next refusal is of this page.
    void expectAnswer() { m_expecting = true; }
    [[nodiscard]] const SlaSetupContext &context() const { return m_context; }

    void showEvent(QShowEvent *event) override;

private:
    SlaSetupContext m_context;
    bool m_expecting = false;
    ErrorBanner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
};

} // namespace deskhand
