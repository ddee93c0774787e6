// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QToolButton;

namespace deskhand {

class DeskStatus;
class PlainLabel;
class TaskList;
class Theme;

/// The line at the foot of the main window: connection, running work with progress and a way to stop it, and at the
/// right what a colleague does here.
class DeskStatusBar final : public QWidget
{
    Q_OBJECT

public:
    DeskStatusBar(const Theme &theme, const DeskStatus &status, TaskList &tasks, QWidget *parent = nullptr);

    /// "Anna is typing a reply"; empty: nothing.
    void setPresence(const QString &text);
    /// How many texts were begun and not sent; 0: nothing to say.
    void setDrafts(int count);
    /// Puts something behind what is said of the desk; it goes when its maker deletes it.
    void addPart(QWidget *part);

Q_SIGNALS:
    void draftsRequested();
    /// The person has clicked on how the replica stands.
    void syncRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateStatus();
    void updateTasks();
    void showTasks();

    const Theme &m_theme;
    const DeskStatus &m_status;
    TaskList &m_tasks;
    PlainLabel *m_dot;
    PlainLabel *m_text;
    QToolButton *m_sync; ///< in place of m_text while the desk is a replica
    PlainLabel *m_presence;
    QProgressBar *m_progress;
    QToolButton *m_taskButton;
    QToolButton *m_draftButton;
    QHBoxLayout *m_parts;
    QTimer m_clockwork; // "synced 2 s ago" grows older
};

} // namespace deskhand
