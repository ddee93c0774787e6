// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_overview.h"
#include "models/mailbox_words.h"

#include <QAbstractListModel>

namespace deskhand {

/// The mailboxes of a desk and how each is doing, by name. `overview` outlives it.
class MailboxListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        AddressRole = Qt::UserRole + 1, ///< from outside
        HealthRole,                     ///< int(MailboxHealth::Kind)
        StateRole,                      ///< "Failing since Today 09:12"
        ActivityRole,                   ///< "fetched 2 min ago · 12 still on the server", or the problem
    };

    explicit MailboxListModel(const MailOverview &overview, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the name, or the address.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const MailboxReport &reportAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(MailboxId id) const; ///< -1: none
    [[nodiscard]] const MailboxWords &words() const { return m_words; }
    [[nodiscard]] MailboxHealth healthAt(int row) const;

private:
    void take();

    const MailOverview &m_overview;
    MailboxWords m_words;
    QVector<MailboxReport> m_rows;
};

} // namespace deskhand
