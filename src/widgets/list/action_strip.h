// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace deskhand {

class ActionRegistry;
class PlainLabel;
class Theme;

/// Says how many tickets are marked and what can be done to them. Hidden while none is.
class ActionStrip final : public QWidget
{
    Q_OBJECT

public:
    ActionStrip(ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    void setCount(int marked);

Q_SIGNALS:
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    PlainLabel *m_count;
    QVector<QToolButton *> m_buttons;
};

} // namespace deskhand
