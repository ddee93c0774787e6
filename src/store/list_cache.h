// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ticket_list_reading.h"

#include <list>

namespace deskhand {

/// The lists that were asked for lately, kept up by the feed: of a list that is asked for again only the tickets that
/// have changed since are looked at. That holds for conditions and orders about what a ticket itself says, where every
/// change of it is in the feed; everything else is read anew each time. Some dozen MB at most. Used in one thread.
class ListCache
{
public:
    /// As readTicketList().
    [[nodiscard]] Result<TicketList> tickets(Connection &connection, const CatalogPtr &catalog,
                                             const TicketQuery &query);

    /// Whether the answer may be kept.
    [[nodiscard]] static bool isKept(const TicketQuery &query);

private:
    struct Kept {
        QByteArray sql; ///< of the condition, with its values: whose list it is
        QVector<SqlPiece::Value> values;
        ListSort sort;
        std::optional<ListColumn> groupBy;
        CatalogPtr catalog; ///< names and places as they were
        qint64 cursor = 0;  ///< every change up to here is in it
        QVector<ListEntry> entries;
    };
    using KeptLists = std::list<Kept>;

    KeptLists::iterator find(const ListQuestion &question);
    /// False: it has to be read anew.
    Result<bool> bringUp(Connection &connection, const Catalog &catalog, const ListQuestion &question, Kept *kept);
    Result<void> readAnew(Connection &connection, const Catalog &catalog, const ListQuestion &question, Kept *kept);
    void makeRoom();

    KeptLists m_lists; ///< the last used in front
};

} // namespace deskhand
