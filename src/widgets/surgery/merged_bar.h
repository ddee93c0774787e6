// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket_presenter.h"

#include <QWidget>

class QPushButton;

namespace deskhand {

class PlainLabel;
class Theme;

/// Says over the stub of a merged ticket where it lives on. Follows the presenter by itself.
class MergedBar final : public QWidget
{
    Q_OBJECT

public:
    MergedBar(const TicketPresenter &presenter, const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(deskhand::TicketId ticket);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const TicketPresenter &m_presenter;
    const Theme &m_theme;
    PlainLabel *m_text;
    QPushButton *m_open;
};

} // namespace deskhand
