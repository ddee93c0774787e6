// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/what_if_dialog.h"

#include "models/sla/sla_setup_words.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/plain_label.h"
#include "widgets/settings/window_room.h"
#include "widgets/slasetup/affected_tickets.h"
#include "widgets/slasetup/compliance_table.h"
#include "widgets/slasetup/impact_line.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>

namespace deskhand {

namespace {
constexpr int usualMonths = 3;
constexpr int mostMonths = 24;
} // namespace

WhatIfDialog::WhatIfDialog(const SlaSetupContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_impact(context.overview)
{
    setObjectName(QStringLiteral("whatIfDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What if"));
    resize(roomFor(context.area.theme, {680, 560}, this));
    build();
    connect(&m_impact, &ImpactPresenter::changed, this, &WhatIfDialog::showAnswer);
}

void WhatIfDialog::build()
{
    const Theme &theme = m_context.area.theme;
    m_title = new PlainLabel(this);
    m_title->setObjectName(QStringLiteral("whatIfTitleLabel"));
    m_title->setStyleOf(theme, TextStyle::Heading);
    m_title->setWordWrap(true);
    m_months = new QSpinBox(this);
    m_months->setObjectName(QStringLiteral("whatIfMonthsSpinBox"));
    m_months->setRange(1, mostMonths);
    m_months->setValue(usualMonths);
    m_months->setSuffix(tr(" months"));
    m_months->setAccessibleName(tr("Tickets of the last"));
    m_scope = new QComboBox(this);
    m_scope->setObjectName(QStringLiteral("whatIfScopeComboBox"));
    m_scope->setAccessibleName(tr("Which tickets"));
    m_scope->addItem(tr("all tickets, verdicts included"), int(SlaScope::All));
    m_scope->addItem(tr("only those that are open"), int(SlaScope::Open));
    m_replay = new QPushButton(tr("Replay"), this);
    m_replay->setObjectName(QStringLiteral("whatIfReplayButton"));
    m_replay->setProperty("primary", true);
    m_replay->setAutoDefault(true);
    m_line = new ImpactLine(m_context, m_impact, this);
    m_table = new ComplianceTable(theme, this);
    m_tickets = new AffectedTickets(m_context, this);
    m_applyButton = new QPushButton(tr("Apply…"), this);
    m_applyButton->setObjectName(QStringLiteral("whatIfApplyButton"));
    m_applyButton->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("whatIfCloseButton"));
    close->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::small);
    auto *of = new PlainLabel(tr("Replay the last"), this);
    of->setBuddy(m_months);
    top->addWidget(of);
    top->addWidget(m_months);
    top->addWidget(m_scope);
    top->addStretch(1);
    top->addWidget(m_replay);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    auto *safe = new PlainLabel(tr("Nothing is touched by this."), this);
    safe->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    buttons->addWidget(safe, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_applyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_title);
    layout->addLayout(top);
    layout->addWidget(m_line);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_tickets, 2);
    layout->addLayout(buttons);
    connect(m_replay, &QPushButton::clicked, this, &WhatIfDialog::replay);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_applyButton, &QPushButton::clicked, this, &WhatIfDialog::applyAnswer);
}

void WhatIfDialog::applyAnswer()
{
    const SlaImpactQuery replayed = m_impact.query();
    const SlaImpactQuery now = m_what();
    if (now.policy != replayed.policy || now.calendar != replayed.calendar) {
        replay(); // it was edited meanwhile: these numbers are of something else
        return;
    }
    const Apply apply = m_apply;
    accept();
    apply(replayed.scope);
}

void WhatIfDialog::start(const QString &title, What what, Apply apply)
{
    m_what = std::move(what);
    m_apply = std::move(apply);
    m_title->setText(title);
    m_line->setText(tr("How many promises would have been kept?"));
    showAnswer();
    show();
    m_months->setFocus();
}

SlaScope WhatIfDialog::scope() const
{
    return SlaScope(chosenValue(m_scope));
}

void WhatIfDialog::replay()
{
    SlaImpactQuery query = m_what();
    query.scope = scope();
    query.openedSince = m_impact.monthsAgo(m_months->value());
    m_tickets->clear();
    m_impact.ask(query);
}

void WhatIfDialog::showAnswer()
{
    const auto &impact = m_impact.impact();
    m_replay->setEnabled(!m_impact.isRunning());
    m_applyButton->setEnabled(impact.has_value());
    m_table->setVisible(impact.has_value());
    if (!impact) {
        m_tickets->clear();
        return;
    }
    m_line->setText(tr("Of %1 tickets %2 would have been timed otherwise: %3 kept promises would have been missed, %4 "
                       "missed ones kept.")
                        .arg(locale().toString(impact->tickets), locale().toString(impact->changed),
                             locale().toString(impact->verdictsToMissed), locale().toString(impact->verdictsToMet)));
    m_table->setImpact(*impact);
    m_tickets->setImpact(*impact);
}

} // namespace deskhand
