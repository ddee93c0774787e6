// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace deskhand {

class MainWindow;

/// Prints one line "painted" when the window's list has painted its first tickets. The start is measured by it
/// (`deskhand --say-painted`), from outside, so that the program itself has no clock for it. Belongs to the window.
class PaintedNotice final : public QObject
{
    Q_OBJECT

public:
    explicit PaintedNotice(MainWindow &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool showsTickets() const;

    MainWindow &m_window;
    bool m_said = false;
};

} // namespace deskhand
