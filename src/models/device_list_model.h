// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/service_account.h"

#include <QAbstractListModel>
#include <QVector>

namespace deskhand {

/// The computers on which a person is signed in at a service, this one first. `account` and `clock` outlive it.
class DeviceListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< QUuid
        DetailRole,            ///< "used 3 h ago from 192.0.2.7"; text from outside
        CurrentRole,           ///< bool: this computer
    };

    DeviceListModel(ServiceAccount &account, const Clock &clock, QObject *parent = nullptr);

    void setToken(const QByteArray &token) { m_token = token; }
    /// changed or failed() follows.
    void refresh();
    /// Null: everywhere else.
    void signOut(const QUuid &device);
    [[nodiscard]] bool isAsking() const { return m_asking; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void failed(const deskhand::Error &error);

private:
    ServiceAccount &m_account;
    const Clock &m_clock;
    QByteArray m_token;
    QVector<ServiceDevice> m_devices;
    bool m_asking = false;
};

} // namespace deskhand
