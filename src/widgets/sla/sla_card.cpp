// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/sla_card.h"

#include "widgets/prompt.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/sla/sla_target_card.h"
#include "widgets/theme/theme.h"

#include <QVBoxLayout>

namespace deskhand {

SlaCard::SlaCard(SlaExplainer &explainer, const Theme &theme, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_explainer(explainer)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("slaCard"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::medium);
    connect(&explainer.presenter(), &SlaPresenter::changed, this, &SlaCard::refresh);
    refresh();
}

void SlaCard::refresh()
{
    const QVector<SlaBlock> blocks = m_explainer.presenter().blocks();
    while (m_cards.size() > blocks.size())
        delete m_cards.takeLast();
    while (m_cards.size() < blocks.size()) {
        auto *card = new SlaTargetCard(m_explainer, m_theme, this);
        connect(card, &SlaTargetCard::reasonRequested, this, &SlaCard::askReason);
        m_column->addWidget(card);
        m_cards.append(card);
        card->show();
    }
    for (int i = 0; i < blocks.size(); ++i)
        m_cards.at(i)->setBlock(blocks.at(i));
    Q_EMIT filled(!blocks.isEmpty());
}

void SlaCard::askReason(SlaTargetKind target, int cycle, const QString &reason)
{
    const TicketId ticket = m_explainer.presenter().ticket();
    m_prompt.askText(window(), tr("Why was it missed?"), tr("The reason, for reports and for whoever reads this later"),
                     reason, [this, ticket, target, cycle](const QString &text) {
                         if (m_explainer.presenter().ticket() == ticket)
                             m_explainer.presenter().recordReason(target, cycle, text);
                     });
}

} // namespace deskhand
