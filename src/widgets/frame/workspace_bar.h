// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace deskhand {

class Theme;

/// What is above the sidebar's views: the workspaces of the program, one of them shown.
class WorkspaceBar final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkspaceBar(const Theme &theme, QWidget *parent = nullptr);

    /// `id`: as in wanted(); also the end of the button's object name.
    void add(const QString &id, const QString &text, const QString &icon);
    void setCurrent(const QString &id);

Q_SIGNALS:
    void wanted(const QString &id);

private:
    const Theme &m_theme;
    QButtonGroup *m_buttons;
};

} // namespace deskhand
