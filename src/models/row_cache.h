// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/query.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace deskhand {

/// Hydrated rows by ticket id, kept in blocks as they arrived; the block that was not looked at for longest makes
/// room for a new one. By id and not by position, so that rows moving in the list cost nothing here.
class RowCache
{
public:
    explicit RowCache(int maxBlocks = 64);

    /// The row, or null. Counts as looking at its block. Valid until the next change of the cache.
    [[nodiscard]] const TicketRow *find(TicketId id);
    /// Same without counting.
    [[nodiscard]] const TicketRow *peek(TicketId id) const;
    /// Whether the row should be asked for: not here, or known to be old.
    [[nodiscard]] bool isWanting(TicketId id) const;

    void insert(QVector<TicketRow> rows);
    /// Replaces the row if it is here.
    bool update(const TicketRow &row);
    /// Shows the row still, but it is wanting.
    void outdate(TicketId id);
    void outdateAll();
    void clear();

    [[nodiscard]] int blockCount() const { return int(m_blocks.size()); }

private:
    struct Block {
        quint64 lastUse = 0;
        QVector<TicketRow> rows;
    };
    struct Place {
        int block = 0;
        int row = 0;
    };

    int freeBlock();

    int m_maxBlocks;
    quint64 m_tick = 0;
    std::vector<Block> m_blocks;
    QHash<TicketId, Place> m_places;
    QSet<TicketId> m_outdated;
};

} // namespace deskhand
