// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/kept_clear.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace deskhand {

KeptClear::KeptClear(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void KeptClear::add(QWidget *widget)
{
    m_kept.removeIf([](const QPointer<QWidget> &kept) { return kept.isNull(); });
    m_kept.append(widget);
    widget->installEventFilter(this);
    Q_EMIT changed();
}

QRect KeptClear::above(QRect wanted) const
{
    QList<QRect> places;
    for (const QPointer<QWidget> &kept : m_kept) {
        if (kept && kept->isVisible() && m_window->isAncestorOf(kept))
            places.append(QRect(kept->mapTo(m_window, QPoint()), kept->size()));
    }
    // From the foot upwards: what was lifted over one may lie on the next one.
    std::sort(places.begin(), places.end(), [](const QRect &a, const QRect &b) { return a.top() > b.top(); });
    for (const QRect &place : std::as_const(places)) {
        if (place.intersects(wanted))
            wanted.moveBottom(place.top() - 1);
    }
    wanted.moveTop(std::max(0, wanted.top()));
    return wanted;
}

bool KeptClear::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide: Q_EMIT changed(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deskhand
