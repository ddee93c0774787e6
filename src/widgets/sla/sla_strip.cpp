// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/sla_strip.h"

#include "widgets/chips/flow_layout.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/sla/target_button.h"
#include "widgets/theme/theme.h"

namespace deskhand {

SlaStrip::SlaStrip(SlaExplainer &explainer, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_explainer(explainer)
    , m_theme(theme)
    , m_line(new FlowLayout(2))
{
    setObjectName(QStringLiteral("slaStrip"));
    setAccessibleName(tr("Time left"));
    m_line->setContentsMargins(0, 0, 0, 0);
    setLayout(m_line);
    connect(&explainer.presenter(), &SlaPresenter::changed, this, &SlaStrip::refresh);
    refresh();
}

void SlaStrip::refresh()
{
    QHash<SlaTargetKind, TargetButton *> gone = m_buttons;
    bool any = false;
    for (const SlaBlock &block : m_explainer.presenter().blocks()) {
        if (block.state == SlaState::Cancelled)
            continue; // that nothing runs any more is said in the card
        any = true;
        TargetButton *button = gone.take(block.target);
        if (!button) {
            button = new TargetButton(m_theme, TargetButton::Shape::Line, this);
            m_explainer.follow(button);
            m_buttons.insert(block.target, button);
            m_line->addWidget(button);
            button->show();
        }
        button->setBlock(block);
    }
    for (TargetButton *button : std::as_const(gone)) {
        m_buttons.remove(button->block().target);
        m_line->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    setVisible(any);
}

} // namespace deskhand
