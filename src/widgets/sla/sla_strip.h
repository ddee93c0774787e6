// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_policy.h"

#include <QHash>
#include <QWidget>

namespace deskhand {

class FlowLayout;
class SlaExplainer;
class TargetButton;
class Theme;

/// All targets of the open ticket in one line, for its header. Takes no room when nothing is promised.
class SlaStrip final : public QWidget
{
    Q_OBJECT

public:
    SlaStrip(SlaExplainer &explainer, const Theme &theme, QWidget *parent = nullptr);

private:
    void refresh();

    SlaExplainer &m_explainer;
    const Theme &m_theme;
    FlowLayout *m_line;
    QHash<SlaTargetKind, TargetButton *> m_buttons;
};

} // namespace deskhand
