// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla_presenter.h"

#include <QWidget>

class QVBoxLayout;

namespace deskhand {

class Prompt;
class SlaExplainer;
class SlaTargetCard;
class Theme;

/// The clocks of the open ticket, one card a target: where it stands, by which rules, what was before, and why it was
/// missed.
class SlaCard final : public QWidget
{
    Q_OBJECT

public:
    SlaCard(SlaExplainer &explainer, const Theme &theme, Prompt &prompt, QWidget *parent = nullptr);

Q_SIGNALS:
    /// There is something to show, or no longer.
    void filled(bool any);

private:
    void refresh();
    void askReason(SlaTargetKind target, int cycle, const QString &reason);

    SlaExplainer &m_explainer;
    const Theme &m_theme;
    Prompt &m_prompt;
    QVBoxLayout *m_column;
    QVector<SlaTargetCard *> m_cards;
};

} // namespace deskhand
