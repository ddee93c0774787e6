// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mailbox_presenter.h"

#include <QWidget>

class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace deskhand {

class PlainLabel;
class Theme;

/// The test of one half of a mailbox: a button, each step as it ends, and what to do about the one that fails.
class MailTestPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    MailTestPanel(const Theme &theme, MailboxPresenter &presenter, MailHalf half, QWidget *parent = nullptr);

    /// The sentences that are shown, for tests and for a screen reader.
    [[nodiscard]] QStringList shownSteps() const;

Q_SIGNALS:
    /// There is something more to read.
    void grown();

private:
    void showTest();
    void updateButton();
    void addStep(const MailTestStep &step);

    const Theme &m_theme;
    MailboxPresenter &m_presenter;
    MailHalf m_half;
    QPushButton *m_button;
    QProgressBar *m_progress;
    PlainLabel *m_why;
    QVBoxLayout *m_steps;
    QWidget *m_list = nullptr;
    qsizetype m_shown = 0;
};

} // namespace deskhand
