// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace deskhand {

class PlainLabel;
class Theme;
class TicketPresenter;

/// Says above a thread that a mail claims the ticket and waits for a person. Follows the presenter by itself.
class HeldMailBar final : public QWidget
{
    Q_OBJECT

public:
    HeldMailBar(const TicketPresenter &presenter, const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void showRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const TicketPresenter &m_presenter;
    const Theme &m_theme;
    PlainLabel *m_text;
};

} // namespace deskhand
