// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhand/program.h"
#include "bench/bench_desk.h"

#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace deskhand {
class ListArea;
class TicketListModel;
class TicketListView;
} // namespace deskhand

namespace deskhand::bench {

/// The program as a person sees it, on the bench desk (which it does not change but for what was read), in a window of
/// 1600 × 1000.
class BenchWindow final : public QObject
{
    Q_OBJECT

public:
    explicit BenchWindow(BenchDesk &desk);
    ~BenchWindow() override;

    [[nodiscard]] Program &program() { return *m_program; }
    [[nodiscard]] MainWindow &window() { return m_program->window(); }
    [[nodiscard]] TicketListView &list() { return *m_list; }
    [[nodiscard]] TicketListModel &model();

    /// Runs the event loop until a paint of `viewport` finds `shown` true; milliseconds from before `action` until it
    /// is painted. Gives up after ten seconds.
    double millisecondsToPaint(QWidget *viewport, const std::function<void()> &action,
                               const std::function<bool()> &shown);

    /// Every row on screen has its ticket.
    [[nodiscard]] bool visibleRowsAreHere();
    /// Runs the event loop until nothing is to be done for a while.
    void settle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTemporaryDir m_settings;
    std::unique_ptr<Program> m_program;
    TicketListView *m_list = nullptr;
    std::function<bool()> m_shown;
    bool m_painted = false;
    QTimer m_beat;
};

} // namespace deskhand::bench
