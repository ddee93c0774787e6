// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notification_model.h"

#include "base/deliver.h"
#include "models/sla_words.h"
#include "models/time_text.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr int mostNotifications = 500;
constexpr int noticePauseMs = 200;

bool tellsOfNotifications(const Change &change)
{
    return change.kind == ChangeKind::NotificationChanged || change.kind == ChangeKind::BulkLoaded;
}

} // namespace

NotificationModel::NotificationModel(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(noticePauseMs);
    connect(&m_soon, &QTimer::timeout, this, &NotificationModel::refresh);
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(), tellsOfNotifications) && !m_soon.isActive())
            m_soon.start();
    });
    connect(&desk, &Desk::connectionChanged, this, [this](DeskConnection now) {
        if (now == DeskConnection::Online)
            m_soon.start();
    });
    connect(&catalog.ticker(), &TimeTicker::ticked, this, [this] {
        if (!m_notifications.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {WhenRole, DueRole});
    });
}

void NotificationModel::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    deliver(m_desk.notifications(m_catalog.me(), mostNotifications), this,
            [this](const Result<QVector<Notification>> &answer) { take(answer); });
}

void NotificationModel::take(const Result<QVector<Notification>> &answer)
{
    m_asking = false;
    if (answer) {
        QVector<Notification> fresh;
        NotificationId newest = m_newest;
        for (const Notification &one : *answer) {
            newest = std::max(newest, one.id);
            if (m_known && one.id > m_newest && one.seenAt == 0)
                fresh.append(one);
        }
        m_newest = newest;
        m_known = true;
        if (*answer != m_notifications) {
            beginResetModel();
            m_notifications = *answer;
            endResetModel();
        }
        Q_EMIT unseenChanged(unseenCount());
        if (!fresh.isEmpty())
            Q_EMIT arrived(fresh);
    } else if (answer.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(answer.error());
    }
    if (std::exchange(m_askAgain, false))
        refresh();
}

int NotificationModel::unseenCount() const
{
    return int(std::count_if(m_notifications.cbegin(), m_notifications.cend(),
                             [](const Notification &one) { return one.seenAt == 0; }));
}

void NotificationModel::markSeen(const QVector<NotificationId> &ids)
{
    bool any = false;
    for (int row = 0; row < m_notifications.size(); ++row) {
        Notification &one = m_notifications[row];
        if (one.seenAt != 0 || (!ids.isEmpty() && !ids.contains(one.id)))
            continue;
        one.seenAt = m_catalog.now();
        any = true;
        Q_EMIT dataChanged(index(row), index(row));
    }
    if (!any)
        return;
    Q_EMIT unseenChanged(unseenCount());
    deliver(m_desk.submit(Command::make(m_catalog.me(), SeeNotifications{ids})), this,
            [this](const Result<CommandAnswer> &answer) {
                if (answer)
                    return;
                Q_EMIT failed(answer.error());
                refresh(); // as it is on the desk
            });
}

int NotificationModel::rowOf(NotificationId id) const
{
    for (int row = 0; row < m_notifications.size(); ++row) {
        if (m_notifications.at(row).id == id)
            return row;
    }
    return -1;
}

QString NotificationModel::sentence(const Notification &notification) const
{
    const QString target = slaTargetText(notification.target);
    return notification.kind == NotificationKind::SlaBreach
               ? tr("%1 of #%2 was missed", "a target and a ticket's number").arg(target, notification.ticketNumber)
               : tr("%1 of #%2: %3", "a target, a ticket's number, and a warning as “at 75 %”")
                     .arg(target, notification.ticketNumber, slaLevelText(notification.level));
}

int NotificationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notifications.size());
}

QVariant NotificationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_notifications.size())
        return {};
    const Notification &one = m_notifications.at(index.row());
    const bool breach = one.kind == NotificationKind::SlaBreach;
    const TimeWords words;
    const auto text = [&](int of) { return data(index, of).toString(); };
    switch (role) {
    case Qt::DisplayRole: return tr("#%1 %2", "number and subject of a ticket").arg(one.ticketNumber, one.subject);
    case WhatRole:
        return breach ? tr("%1 was missed", "a target").arg(slaTargetText(one.target))
                      : tr("%1: %2", "a target, and a warning as “at 75 %”")
                            .arg(slaTargetText(one.target), slaLevelText(one.level));
    case WhenRole: return words.ago(one.at, m_catalog.now());
    case DueRole:
        if (one.dueAt == 0)
            return QString();
        return one.dueAt > m_catalog.now() ? tr("due %1").arg(words.moment(one.dueAt, m_catalog.now()))
                                           : tr("was due %1").arg(words.moment(one.dueAt, m_catalog.now()));
    case LevelRole: return int(breach ? TimeLeft::Overdue : TimeLeft::Soon);
    case SeenRole: return one.seenAt != 0;
    case Qt::AccessibleTextRole: {
        QStringList parts{text(WhatRole), text(Qt::DisplayRole), text(WhenRole)};
        if (one.seenAt == 0)
            parts.prepend(tr("Not seen"));
        if (one.dueAt != 0)
            parts.append(text(DueRole));
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

} // namespace deskhand
