// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/time_left.h"
#include "operations/desk.h"

#include <QAbstractListModel>
#include <QTimer>

namespace deskhand {

/// What this person was told of by warnings and escalations: not seen before seen, newest first. Asks again when the
/// desk says that there is something new. Desk and catalog outlive it; one thread.
class NotificationModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        WhatRole = Qt::UserRole + 1, ///< "Resolution was missed"; from the desk's words
        WhenRole,                    ///< "12 min ago"
        DueRole,                     ///< "due Today 14:05"; empty: none
        LevelRole,                   ///< int(TimeLeft)
        SeenRole,                    ///< bool
    };

    NotificationModel(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] int unseenCount() const;
    /// At once here, and then on the desk; without ids: all.
    void markSeen(const QVector<NotificationId> &ids = {});

    [[nodiscard]] Notification at(int row) const { return m_notifications.value(row); }
    /// -1: it is not here.
    [[nodiscard]] int rowOf(NotificationId id) const;
    /// "Resolution of #10427 was missed": for a passing message.
    [[nodiscard]] QString sentence(const Notification &notification) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: number and subject of the ticket, from outside.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void unseenChanged(int count);
    /// Came while the program was looking, not seen yet; newest first.
    void arrived(const QVector<deskhand::Notification> &notifications);
    void failed(const deskhand::Error &error);

private:
    void take(const Result<QVector<Notification>> &answer);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    QVector<Notification> m_notifications;
    QTimer m_soon; ///< many at once are one question
    NotificationId m_newest;
    bool m_known = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace deskhand
