// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/draft_keeper.h"
#include "operations/desk.h"

#include <QAbstractListModel>
#include <QHash>

namespace deskhand {

/// Everything this person has begun to write and not sent, newest first: what it answers, its beginning, and when it
/// was written. Desk, catalog and drafts must outlive it; GUI thread.
class DraftListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int(DraftKind)
        KindTextRole,                ///< "Internal note"
        ExcerptRole,                 ///< beginning of the text, one line; from outside
        SavedRole,                   ///< "12 min ago"
    };

    DraftListModel(Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: number and subject of the ticket, from outside.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Draft draftAt(int row) const { return m_drafts.value(row); }

    /// Asks again what the tickets are called, and counts times from now.
    void refresh();
    /// Throws a draft away and gives it back for putBack().
    Draft throwAway(int row);
    /// False: something new was written in its place meanwhile.
    bool putBack(const Draft &draft);

Q_SIGNALS:
    void countChanged(int count);

private:
    void rebuild();
    void askTickets();
    [[nodiscard]] QString title(const Draft &draft) const;

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    DraftKeeper &m_keeper;
    QVector<Draft> m_drafts;
    QHash<TicketId, QString> m_titles;
};

} // namespace deskhand
