// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/impact_line.h"

#include "models/sla/impact_presenter.h"
#include "models/sla/sla_setup_words.h"
#include "widgets/error_words.h"
#include "widgets/plain_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace deskhand {

ImpactLine::ImpactLine(const SlaSetupContext &context, ImpactPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_presenter(presenter)
    , m_text(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this))
{
    setObjectName(QStringLiteral("impactLine"));
    m_text->setObjectName(QStringLiteral("impactLabel"));
    m_text->setWordWrap(true);
    m_text->setStyleOf(context.area.theme, TextStyle::Strong);
    m_progress->setObjectName(QStringLiteral("impactProgressBar"));
    m_progress->setAccessibleName(tr("Counting what changes"));
    m_progress->setTextVisible(false);
    m_stop->setObjectName(QStringLiteral("impactStopButton"));
    m_stop->setAutoDefault(false);
    m_stop->setAccessibleName(tr("Stop counting"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_progress, 2);
    layout->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, &presenter, &ImpactPresenter::cancel);
    connect(&presenter, &ImpactPresenter::changed, this, &ImpactLine::load);
    load();
}

void ImpactLine::setText(const QString &text)
{
    m_text->setText(text);
}

QString ImpactLine::text() const
{
    return m_text->text();
}

void ImpactLine::load()
{
    const bool running = m_presenter.isRunning();
    m_progress->setVisible(running);
    m_stop->setVisible(running);
    const int permille = m_presenter.permille();
    m_progress->setRange(0, permille < 0 ? 0 : 1000);
    m_progress->setValue(qMax(0, permille));
    if (running)
        m_text->setText(tr("Counting what changes…"));
    else if (m_presenter.impact())
        m_text->setText(SlaSetupWords::impact(*m_presenter.impact(), m_presenter.query().scope));
    else if (m_presenter.wasCancelled())
        m_text->setText(tr("Not counted: it was stopped."));
    else if (m_presenter.error())
        m_text->setText(tr("What changes could not be counted: %1").arg(wordsFor(*m_presenter.error()).happened));
}

} // namespace deskhand
