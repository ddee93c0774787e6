// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket_presenter.h"

#include <QWidget>

class QVBoxLayout;

namespace deskhand {

class Theme;

/// One line for each field that a colleague set to something else meanwhile: both values, and a button for each.
class ConflictBars final : public QWidget
{
    Q_OBJECT

public:
    ConflictBars(TicketPresenter &presenter, const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void addBar(int index, const FieldConflict &conflict);

    TicketPresenter &m_presenter;
    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace deskhand
