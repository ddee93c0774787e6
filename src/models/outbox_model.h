// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/outbox_presenter.h"

#include <QAbstractListModel>

namespace deskhand {

/// The outbox as a list: what waits, what is delayed and what has failed, newest first. Presenter, desk and catalog
/// must outlive it.
class OutboxModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ToneRole = Qt::UserRole + 1, ///< int(DeliveryTone)
        StateRole,                   ///< int(DeliveryState)
        StateTextRole,               ///< "Waiting: sends Today 14:05"; from outside
        RecipientsRole,              ///< "to Sarah Lind, cc J. Okafor"; from outside
        WhenRole,                    ///< "12 min ago"
    };

    OutboxModel(const OutboxPresenter &outbox, const CatalogHolder &catalog, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: number of the ticket and subject of the mail, from outside.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] MailDelivery mailAt(int row) const { return m_mails.value(row); }
    /// -1: it is not here.
    [[nodiscard]] int rowOf(OutboundMailId mail) const;
    /// Counts times from now.
    void refreshTimes();

private:
    void rebuild();

    const OutboxPresenter &m_outbox;
    const CatalogHolder &m_catalog;
    QVector<MailDelivery> m_mails;
};

} // namespace deskhand
