// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/painted_notice.h"

#include "models/ticket_list_model.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/main_window.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTextStream>
#include <QTimer>

namespace deskhand {

PaintedNotice::PaintedNotice(MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool PaintedNotice::showsTickets() const
{
    const auto *list = m_window.findChild<TicketListView *>();
    const auto *model = list ? qobject_cast<const TicketListModel *>(list->model()) : nullptr;
    if (!model || model->state() != TicketListModel::State::Ready)
        return false;
    return model->ticketCount() == 0 || model->peek(model->ticketAt(model->isGroupRow(0) ? 1 : 0));
}

bool PaintedNotice::eventFilter(QObject *watched, QEvent *event)
{
    const bool listPaints = !m_said && event->type() == QEvent::Paint && watched->parent()
                            && qobject_cast<TicketListView *>(watched->parent()) && showsTickets();
    if (listPaints) {
        m_said = true;
        // The event is still to be handled: what it paints is on screen when the loop comes back.
        QTimer::singleShot(0, this, [this] {
            QCoreApplication::instance()->removeEventFilter(this);
            QTextStream(stdout) << "painted" << Qt::endl;
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deskhand
