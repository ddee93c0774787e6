// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QPushButton;

namespace deskhand {

class PlainLabel;
class Theme;

/// Shown where there is nothing to show: what this place is for, in one sentence, and the one action to take.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);

    /// `title` may be empty. `action` may be null; its text and enabled state are followed.
    void setContent(const QString &icon, const QString &title, const QString &sentence, QAction *action = nullptr);

private:
    const Theme &m_theme;
    PlainLabel *m_icon;
    PlainLabel *m_title;
    PlainLabel *m_sentence;
    QPushButton *m_button;
    QPointer<QAction> m_action;
    QString m_iconName;
};

} // namespace deskhand
