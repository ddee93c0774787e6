// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notification_model.h"
#include "widgets/area_context.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace deskhand {

class EmptyState;

/// What this person was told of by warnings and escalations, each with the way to its ticket. Adds the actions
/// "go.notifications" and "notifications.markAllSeen". Everything given outlives it.
class NotificationsWindow final : public QDialog
{
    Q_OBJECT

public:
    NotificationsWindow(const AreaContext &context, NotificationModel &model, QWidget *parent);

    void open() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QLayout *buildButtons();
    void addActions();
    void showState();
    void openTicket();
    void markSeen();
    [[nodiscard]] Notification current() const;

    AreaContext m_context;
    NotificationModel &m_model;
    QListView *m_list;
    EmptyState *m_empty;
    QPushButton *m_all;
    QPushButton *m_seen;
    QPushButton *m_openTicket;
    NotificationId m_current;
};

} // namespace deskhand
