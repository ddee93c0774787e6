// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPushButton;

namespace deskhand {

class DeskStatus;
class PlainLabel;
class Theme;

/// Says above the window's content that the way to the desk is broken, what that means, and offers to try at once.
/// Blocks nothing, and goes by itself. Hidden while all is well.
class ConnectionBar final : public QFrame
{
    Q_OBJECT

public:
    /// `status` outlives it.
    ConnectionBar(const Theme &theme, const DeskStatus &status, QWidget *parent = nullptr);

Q_SIGNALS:
    void tryNowRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();

    const Theme &m_theme;
    const DeskStatus &m_status;
    PlainLabel *m_icon;
    PlainLabel *m_text;
    PlainLabel *m_detail;
    QPushButton *m_tryNow;
};

} // namespace deskhand
