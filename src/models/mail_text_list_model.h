// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_overview.h"

#include <QAbstractListModel>

namespace deskhand {

/// The texts of a desk that the person at work may change: all of them for administrators, their own signatures for
/// everybody. By kind, place and language. `overview` outlives it.
class MailTextListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ScopeRole = Qt::UserRole + 1,
        ExcerptRole, ///< its beginning, one line
        ActiveRole,
        KindRole, ///< int(MailTextKind)
    };

    explicit MailTextListModel(const MailOverview &overview, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] const MailText &textAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(MailTextId id) const; ///< -1: none

private:
    void take();

    const MailOverview &m_overview;
    QVector<MailText> m_rows;
};

} // namespace deskhand
