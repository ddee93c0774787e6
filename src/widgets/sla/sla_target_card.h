// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla_presenter.h"
#include "widgets/theme/tokens.h"

#include <QWidget>

class QVBoxLayout;

namespace deskhand {

class FieldButton;
class PlainLabel;
class SlaExplainer;
class TargetButton;
class Theme;

/// One target of the open ticket with all that is to be said of it.
class SlaTargetCard final : public QWidget
{
    Q_OBJECT

public:
    SlaTargetCard(SlaExplainer &explainer, const Theme &theme, QWidget *parent = nullptr);

    void setBlock(const SlaBlock &block);

Q_SIGNALS:
    void reasonRequested(deskhand::SlaTargetKind target, int cycle, const QString &reason);

private:
    PlainLabel *addLine(const char *name, Token color);
    FieldButton *addReason(int cycle, QVBoxLayout *to);
    void showReason(FieldButton *button, const QString &reason) const;
    void showEarlier();

    const Theme &m_theme;
    SlaBlock m_block;
    TargetButton *m_head;
    PlainLabel *m_status;
    PlainLabel *m_due;
    PlainLabel *m_waits;
    PlainLabel *m_cause;
    PlainLabel *m_promise;
    PlainLabel *m_rules;
    FieldButton *m_reason;
    QVBoxLayout *m_lines;
    QVBoxLayout *m_earlier;
    QVector<SlaEarlierCycle> m_shownEarlier;
};

} // namespace deskhand
