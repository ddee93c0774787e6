// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace deskhand {

class ActionRegistry;
class MailStatus;
class Theme;

/// How mail is doing, in the status bar: "1 queued (sends in 12 s)". Unfolds what there is to say about each mailbox
/// and each job, with the ways to the outbox and to held mail. Everything outlives it.
class MailStatusButton final : public QToolButton
{
    Q_OBJECT

public:
    MailStatusButton(const Theme &theme, const MailStatus &status, const ActionRegistry &actions,
                     QWidget *parent = nullptr);

private:
    void refresh();
    void showDetails();

    const Theme &m_theme;
    const MailStatus &m_status;
    const ActionRegistry &m_actions;
};

} // namespace deskhand
