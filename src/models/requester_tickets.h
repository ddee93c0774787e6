// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QAbstractListModel>
#include <QFuture>

namespace deskhand {

/// The newest tickets of one requester, without the one that is open. Desk and catalog must outlive it.
class RequesterTickets : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int shownTickets = 6;

    RequesterTickets(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    void show(PersonId requester, TicketId except);
    [[nodiscard]] const TicketRow &row(int index) const { return m_rows.at(index); }
    /// How many there are beside the shown ones.
    [[nodiscard]] int moreCount() const { return m_more; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void shown();

private:
    void ask();
    void takeIds(const Result<TicketList> &list);
    void setRows(const QVector<TicketRow> &rows, int more);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    PersonId m_requester;
    TicketId m_except;
    QVector<TicketRow> m_rows;
    int m_more = 0;
    QFuture<Result<TicketList>> m_listWish;
    QFuture<Result<QVector<TicketRow>>> m_rowsWish;
};

} // namespace deskhand
