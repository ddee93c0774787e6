// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/sla_page.h"

#include "models/sla/sla_overview.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/theme/tokens.h"

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskhand {

SlaPage::SlaPage(const SlaSetupContext &context, const QString &failedText, QWidget *parent)
    : SettingsPage(parent)
    , m_context(context)
    , m_banner(new ErrorBanner(context.area.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.area.theme, m_stack))
{
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connect(&context.overview, &SlaOverview::saved, this, [this] {
        if (std::exchange(m_expecting, false))
            m_banner->hide();
    });
    connect(&context.overview, &SlaOverview::failed, this, [this, failedText](const Error &error) {
        if (std::exchange(m_expecting, false))
            m_banner->showError(failedText, error);
    });
}

void SlaPage::setContent(QWidget *content)
{
    m_stack->addWidget(content);
}

void SlaPage::showContent(bool there)
{
    m_stack->setCurrentIndex(there ? 1 : 0);
}

bool SlaPage::mayAdminister() const
{
    return m_context.overview.mayAdminister();
}

bool SlaPage::showOnlyForAdmins()
{
    if (mayAdminister())
        return false;
    m_empty->setContent(QStringLiteral("lock"), tr("For administrators"),
                        tr("What is promised is set by the administrators of this desk: %1.")
                            .arg(QLocale().createSeparatedList(m_context.overview.administrators())));
    showContent(false);
    return true;
}

void SlaPage::showEvent(QShowEvent *event)
{
    m_context.overview.refresh();
    SettingsPage::showEvent(event);
}

} // namespace deskhand
