// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_window.h"

#include "bench/report.h"
#include "models/ticket_list_model.h"
#include "widgets/list/ticket_list_view.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEvent>
#include <QScrollBar>

namespace deskhand::bench {
namespace {

constexpr int patienceMs = 10'000;

Options optionsFor(const QString &desk, const QString &settings)
{
    Options options;
    options.deskFile = desk;
    options.settingsFolder = settings;
    return options;
}

} // namespace

BenchWindow::BenchWindow(BenchDesk &desk)
    : m_program(std::make_unique<Program>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                          optionsFor(desk.path(), m_settings.path())))
{
    m_beat.start(100); // so that waiting for events looks at the clock
    window().resize(1600, 1000);
    m_program->start();
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        m_list = window().findChild<TicketListView *>();
        if (m_list && model().state() == TicketListModel::State::Ready && visibleRowsAreHere())
            break;
    }
    if (!m_list || model().state() != TicketListModel::State::Ready)
        giveUp(QStringLiteral("the window does not show a list"));
    settle();
}

BenchWindow::~BenchWindow() = default;

TicketListModel &BenchWindow::model()
{
    return *qobject_cast<TicketListModel *>(m_list->model());
}

double BenchWindow::millisecondsToPaint(QWidget *viewport, const std::function<void()> &action,
                                        const std::function<bool()> &shown)
{
    m_shown = shown;
    m_painted = false;
    viewport->installEventFilter(this);
    QElapsedTimer timer;
    timer.start();
    action();
    const QDeadlineTimer deadline(patienceMs);
    while (!m_painted) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        if (deadline.hasExpired())
            giveUp(QStringLiteral("nothing was painted"));
    }
    const double took = double(timer.nsecsElapsed()) / 1e6;
    viewport->removeEventFilter(this);
    m_shown = {};
    return took;
}

bool BenchWindow::eventFilter(QObject *, QEvent *event)
{
    // What is here when painting begins is what is painted.
    if (event->type() == QEvent::Paint && m_shown && m_shown())
        m_painted = true;
    return false;
}

bool BenchWindow::visibleRowsAreHere()
{
    const int first = m_list->rowAt(0);
    const int below = m_list->rowAt(m_list->viewport()->height() - 1);
    const int last = below < 0 ? model().rowCount() - 1 : below;
    if (first < 0)
        return model().rowCount() == 0;
    for (int row = first; row <= last; ++row) {
        if (!model().isGroupRow(row) && !model().peek(model().ticketAt(row)))
            return false;
    }
    return true;
}

void BenchWindow::settle()
{
    constexpr int quietMs = 300;
    const QDeadlineTimer quiet(quietMs);
    while (!quiet.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, quietMs / 10);
}

} // namespace deskhand::bench
