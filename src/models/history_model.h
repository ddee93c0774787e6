// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/history_text.h"
#include "operations/desk.h"

#include <QAbstractListModel>
#include <QFuture>

namespace deskhand {

/// The history of one ticket, newest first, in words. Asked for only while somebody looks. Desk must outlive it.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int shownEntries = 200;

    HistoryModel(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    void setTicket(TicketId ticket, PersonId me);
    /// Whether somebody looks: reads now, and again after every change.
    void setWanted(bool wanted);
    [[nodiscard]] const HistoryLine &line(int row) const { return m_lines.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: who, what and why in one sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void failed(const deskhand::Error &error);

private:
    void ask();
    void take(const QVector<HistoryEntry> &entries);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketId m_ticket;
    PersonId m_me;
    bool m_wanted = false;
    QVector<HistoryLine> m_lines;
    QFuture<Result<QVector<HistoryEntry>>> m_wish;
};

} // namespace deskhand
