// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace deskhand {

class KeptClear;
class PlainLabel;
class Theme;

/// A line that floats over the lower edge of its parent and goes by itself: "Reply sends in 10 s · Undo". The newest
/// takes the place of the one before; it stays while the pointer or the keyboard is on it.
/// `clear` and the theme outlive it.
class ToastBar final : public QWidget
{
    Q_OBJECT

public:
    ToastBar(const Theme &theme, const KeptClear &clear, QWidget *parent);

    void showNotice(const Notice &notice);
    /// Room that something else takes at the foot of the window.
    void setLift(int height);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    const Theme &m_theme;
    const KeptClear &m_clear;
    PlainLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
    QTimer m_timer;
    int m_lift = 0;
    std::function<void()> m_action;
};

} // namespace deskhand
