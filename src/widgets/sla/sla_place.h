// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notification_model.h"
#include "widgets/area_context.h"

#include <QObject>

class QToolButton;

namespace deskhand {

class MainWindow;
class NotificationsWindow;

/// What the window shows of warnings and escalations while a desk is open: the bell with how many were not seen, the
/// list of them, and a passing message when one arrives. Destroying it takes all of it out of the window; everything
/// given outlives it.
class SlaPlace final : public QObject
{
    Q_OBJECT

public:
    SlaPlace(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, MainWindow &window,
             QObject *parent = nullptr);
    ~SlaPlace() override;

    [[nodiscard]] NotificationModel &notifications() { return m_notifications; }
    [[nodiscard]] NotificationsWindow *notificationsWindow() const { return m_list; }

private:
    void addBell();
    void showCount(int unseen);
    void tell(const QVector<Notification> &arrived);

    AreaContext m_context;
    MainWindow &m_window;
    NotificationModel m_notifications;
    NotificationsWindow *m_list; // of the window, as is the button
    QToolButton *m_bell;
};

} // namespace deskhand
