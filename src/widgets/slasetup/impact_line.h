// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/slasetup/sla_setup_context.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace deskhand {

class ImpactPresenter;
class PlainLabel;

/// What a change would do in one line; while it is counted, how far that is, with a way to stop it.
class ImpactLine final : public QWidget
{
    Q_OBJECT

public:
    /// `presenter` outlives it.
    ImpactLine(const SlaSetupContext &context, ImpactPresenter &presenter, QWidget *parent = nullptr);

    /// In place of the impact: nothing is asked.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

private:
    void load();

    const SlaSetupContext m_context;
    ImpactPresenter &m_presenter;
    PlainLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace deskhand
