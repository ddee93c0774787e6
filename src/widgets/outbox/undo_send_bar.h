// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace deskhand {

class Clock;
class KeptClear;
class OutboxPresenter;
class PlainLabel;
class Theme;

/// Floats over the foot of its parent as long as a mail that was sent a moment ago can be taken back: "Sends in 12 s",
/// Undo, Send now. Stays where the person goes. Outbox, clock, `clear` and theme outlive it.
class UndoSendBar final : public QWidget
{
    Q_OBJECT

public:
    UndoSendBar(const Theme &theme, OutboxPresenter &outbox, const Clock &clock, const KeptClear &clear,
                QWidget *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void moreRequested();          ///< there are several: show them
    void shownChanged(int height); ///< 0: it is not there

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void place();

    const Theme &m_theme;
    OutboxPresenter &m_outbox;
    const Clock &m_clock;
    const KeptClear &m_clear;
    PlainLabel *m_text;
    QPushButton *m_undo;
    QPushButton *m_now;
    QPushButton *m_more;
    qint64 m_spoken = 0; ///< the mail that was announced
};

} // namespace deskhand
