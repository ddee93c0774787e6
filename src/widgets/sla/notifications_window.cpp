// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/notifications_window.h"

#include "models/navigator.h"
#include "widgets/actions/action_registry.h"
#include "widgets/frame/empty_state.h"
#include "widgets/sla/notification_delegate.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

NotificationsWindow::NotificationsWindow(const AreaContext &context, NotificationModel &model, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_model(model)
    , m_list(new QListView(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_all(new QPushButton(tr("Mark all as seen"), this))
    , m_seen(new QPushButton(tr("Mark as seen"), this))
    , m_openTicket(new QPushButton(tr("Open the ticket"), this))
{
    setObjectName(QStringLiteral("notificationsWindow"));
    setWindowTitle(tr("Notifications"));
    resize(600, 460);
    build();
    addActions();
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model.rowCount() > 0)
            m_list->setCurrentIndex(m_model.index(std::max(0, m_model.rowOf(m_current))));
        showState();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, &NotificationsWindow::showState);
    showState();
}

void NotificationsWindow::build()
{
    m_list->setObjectName(QStringLiteral("notificationsListView"));
    m_list->setAccessibleName(tr("Notifications"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new NotificationDelegate(m_context.theme, m_list));
    showAsRows(m_list);
    m_empty->setContent(QStringLiteral("notifications"), tr("Nothing to tell"),
                        tr("When the time that was promised for a ticket runs out or has run out, the people whom its "
                           "policy names are told here."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::medium);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(buildButtons());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            m_current = m_model.at(now.row()).id;
        showState();
    });
    connect(m_list, &QListView::activated, this, &NotificationsWindow::openTicket);
}

QLayout *NotificationsWindow::buildButtons()
{
    m_all->setObjectName(QStringLiteral("allSeenPushButton"));
    m_seen->setObjectName(QStringLiteral("seenPushButton"));
    m_openTicket->setObjectName(QStringLiteral("notificationTicketPushButton"));
    m_openTicket->setProperty("primary", true);
    m_openTicket->setDefault(true);
    m_all->setAutoDefault(false);
    m_seen->setAutoDefault(false);
    connect(m_all, &QPushButton::clicked, &m_model, [this] { m_model.markSeen(); });
    connect(m_seen, &QPushButton::clicked, this, &NotificationsWindow::markSeen);
    connect(m_openTicket, &QPushButton::clicked, this, &NotificationsWindow::openTicket);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::medium, 0, metrics::medium, 0);
    buttons->setSpacing(metrics::small);
    buttons->addWidget(m_all);
    buttons->addStretch(1);
    buttons->addWidget(m_seen);
    buttons->addWidget(m_openTicket);
    return buttons;
}

void NotificationsWindow::addActions()
{
    m_context.actions.add({.id = QStringLiteral("go.notifications"),
                           .text = tr("&Notifications…"),
                           .category = tr("Go"),
                           .icon = QStringLiteral("notifications"),
                           .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+B"))},
                           .menu = ActionMenu::Go,
                           .menuGroup = 10},
                          this, [this] { open(); });
    m_context.actions.add({.id = QStringLiteral("notifications.markAllSeen"),
                           .text = tr("Mark all notifications as &seen"),
                           .category = tr("Go"),
                           .icon = QStringLiteral("mail-mark-read"),
                           .menu = ActionMenu::Go,
                           .menuGroup = 10,
                           .enabledWhen = [this] { return m_model.unseenCount() > 0; }},
                          this, [this] { m_model.markSeen(); });
    connect(&m_model, &NotificationModel::unseenChanged, &m_context.actions, &ActionRegistry::refresh);
}

void NotificationsWindow::open()
{
    m_model.refresh();
    showState();
    if (m_model.rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

Notification NotificationsWindow::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model.at(index.row()) : Notification();
}

void NotificationsWindow::showState()
{
    const bool any = m_model.rowCount() > 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_list, m_all, m_seen, m_openTicket})
        part->setVisible(any);
    m_empty->setVisible(!any);
    const Notification chosen = current();
    m_openTicket->setEnabled(chosen.ticket.isValid());
    m_seen->setEnabled(chosen.id.isValid() && chosen.seenAt == 0);
    m_all->setEnabled(m_model.unseenCount() > 0);
}

void NotificationsWindow::openTicket()
{
    const Notification chosen = current();
    if (!chosen.ticket.isValid())
        return;
    m_model.markSeen({chosen.id});
    close();
    m_context.navigator.openTicket(chosen.ticket, true);
}

void NotificationsWindow::markSeen()
{
    if (const Notification chosen = current(); chosen.id.isValid())
        m_model.markSeen({chosen.id});
}

void NotificationsWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        markSeen();
    else
        QDialog::keyPressEvent(event);
}

} // namespace deskhand
