// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/device_list_model.h"

#include "base/deliver.h"
#include "models/time_text.h"

#include <algorithm>

namespace deskhand {

DeviceListModel::DeviceListModel(ServiceAccount &account, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_account(account)
    , m_clock(clock)
{
}

void DeviceListModel::refresh()
{
    m_asking = true;
    deliver(m_account.devices(m_token), this, [this](const Result<QVector<ServiceDevice>> &devices) {
        m_asking = false;
        if (!devices) {
            Q_EMIT failed(devices.error());
            return;
        }
        beginResetModel();
        m_devices = *devices;
        std::stable_sort(m_devices.begin(), m_devices.end(), [](const ServiceDevice &one, const ServiceDevice &other) {
            return one.current != other.current ? one.current : one.usedAt > other.usedAt;
        });
        endResetModel();
    });
}

void DeviceListModel::signOut(const QUuid &device)
{
    deliver(m_account.signOutThere(m_token, device), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        refresh();
    });
}

int DeviceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_devices.size());
}

QVariant DeviceListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_devices.size())
        return {};
    const ServiceDevice &device = m_devices.at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QString name = device.name.isEmpty() ? tr("Unnamed computer") : device.name;
        return device.current ? tr("%1 (this computer)").arg(name) : name;
    }
    case Qt::AccessibleDescriptionRole:
    case DetailRole: {
        const QString when = TimeWords().ago(device.usedAt, m_clock.now());
        return device.address.isEmpty() ? tr("used %1").arg(when) : tr("used %1 from %2").arg(when, device.address);
    }
    case IdRole: return device.id;
    case CurrentRole: return device.current;
    default: return {};
    }
}

} // namespace deskhand
