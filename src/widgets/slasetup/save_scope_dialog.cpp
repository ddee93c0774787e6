// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/save_scope_dialog.h"

#include "models/sla/sla_setup_words.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/settings/window_room.h"
#include "widgets/slasetup/affected_tickets.h"
#include "widgets/slasetup/impact_line.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>

namespace deskhand {

SaveScopeDialog::SaveScopeDialog(const SlaSetupContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_impact(context.overview)
    , m_banner(new ErrorBanner(context.area.theme, this))
    , m_title(new PlainLabel(this))
    , m_scopes(new QButtonGroup(this))
    , m_line(new ImpactLine(context, m_impact, this))
    , m_tickets(new AffectedTickets(context, this))
{
    setObjectName(QStringLiteral("saveScopeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Which tickets go by it?"));
    resize(roomFor(context.area.theme, {560, 480}, this));
    build();
    connect(m_scopes, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            ask();
    });
    connect(&m_impact, &ImpactPresenter::changed, this, &SaveScopeDialog::showImpact);
    connect(&context.overview, &SlaOverview::saved, this, [this] {
        if (m_saving)
            accept();
    });
    connect(&context.overview, &SlaOverview::failed, this, [this](const Error &error) {
        if (!m_saving)
            return;
        m_saving = false;
        m_saveButton->setEnabled(true);
        m_banner->showError(tr("It was not saved."), error);
    });
}

void SaveScopeDialog::build()
{
    m_title->setObjectName(QStringLiteral("scopeTitleLabel"));
    m_title->setStyleOf(m_context.area.theme, TextStyle::Heading);
    m_title->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_banner);
    layout->addWidget(m_title);
    layout->addSpacing(metrics::tight);
    const std::array names{"scopeNewRadioButton", "scopeOpenRadioButton", "scopeAllRadioButton"};
    for (const SlaScope scope : {SlaScope::NewTickets, SlaScope::Open, SlaScope::All}) {
        auto *button = new QRadioButton(SlaSetupWords::scope(scope), this);
        button->setObjectName(QLatin1String(names[std::size_t(int(scope) - 1)]));
        button->setAccessibleDescription(SlaSetupWords::scopeHint(scope));
        m_scopes->addButton(button, int(scope));
        auto *hint = new PlainLabel(SlaSetupWords::scopeHint(scope), this);
        hint->setStyleOf(m_context.area.theme, TextStyle::Small, Token::TextMuted);
        hint->setWordWrap(true);
        hint->setIndent(metrics::huge);
        layout->addWidget(button);
        layout->addWidget(hint);
    }
    layout->addSpacing(metrics::small);
    layout->addWidget(m_line);
    layout->addWidget(m_tickets, 1);
    layout->addStretch(0);
    auto *cancel = new QPushButton(tr("Back"), this);
    cancel->setObjectName(QStringLiteral("scopeCancelButton"));
    m_saveButton = new QPushButton(tr("Save"), this);
    m_saveButton->setObjectName(QStringLiteral("scopeSaveButton"));
    m_saveButton->setProperty("primary", true);
    m_saveButton->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_saveButton);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &SaveScopeDialog::reject);
    connect(m_saveButton, &QPushButton::clicked, this, [this] {
        m_saving = true;
        m_saveButton->setEnabled(false);
        m_save(scope());
    });
}

void SaveScopeDialog::start(const QString &title, const SlaImpactQuery &what, SlaScope scope, Save save)
{
    m_what = what;
    m_save = std::move(save);
    m_title->setText(title);
    m_scopes->button(int(scope))->setChecked(true); // asks
    open();
    m_scopes->button(int(scope))->setFocus();
}

SlaScope SaveScopeDialog::scope() const
{
    return SlaScope(qMax(int(SlaScope::NewTickets), m_scopes->checkedId()));
}

void SaveScopeDialog::ask()
{
    m_tickets->clear();
    if (scope() == SlaScope::NewTickets) {
        m_impact.clear();
        m_line->setText(tr("No ticket that is there changes."));
        return;
    }
    SlaImpactQuery query = m_what;
    query.scope = scope();
    m_impact.ask(query);
}

void SaveScopeDialog::showImpact()
{
    if (m_impact.impact())
        m_tickets->setImpact(*m_impact.impact());
}

void SaveScopeDialog::reject()
{
    if (!m_saving) // what is on its way cannot be called back
        QDialog::reject();
}

} // namespace deskhand
