// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/row_cache.h"

#include <algorithm>

namespace deskhand {

RowCache::RowCache(int maxBlocks)
    : m_maxBlocks(qMax(1, maxBlocks))
{
    m_blocks.reserve(std::size_t(m_maxBlocks));
}

const TicketRow *RowCache::find(TicketId id)
{
    const auto place = m_places.constFind(id);
    if (place == m_places.constEnd())
        return nullptr;
    Block &block = m_blocks[std::size_t(place->block)];
    block.lastUse = ++m_tick;
    return &block.rows.at(place->row);
}

const TicketRow *RowCache::peek(TicketId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? nullptr : &m_blocks[std::size_t(place->block)].rows.at(place->row);
}

bool RowCache::isWanting(TicketId id) const
{
    return !m_places.contains(id) || m_outdated.contains(id);
}

void RowCache::insert(QVector<TicketRow> rows)
{
    if (rows.isEmpty())
        return;
    const int slot = freeBlock();
    Block &block = m_blocks[std::size_t(slot)];
    block.lastUse = ++m_tick;
    block.rows = std::move(rows);
    for (int row = 0; row < block.rows.size(); ++row) {
        const TicketId id = block.rows.at(row).head.id;
        m_places.insert(id, Place{slot, row});
        m_outdated.remove(id);
    }
}

bool RowCache::update(const TicketRow &row)
{
    const auto place = m_places.constFind(row.head.id);
    if (place == m_places.constEnd())
        return false;
    m_blocks[std::size_t(place->block)].rows[place->row] = row;
    m_outdated.remove(row.head.id);
    return true;
}

void RowCache::outdate(TicketId id)
{
    if (m_places.contains(id))
        m_outdated.insert(id);
}

void RowCache::outdateAll()
{
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place)
        m_outdated.insert(place.key());
}

void RowCache::clear()
{
    m_blocks.clear();
    m_places.clear();
    m_outdated.clear();
}

int RowCache::freeBlock()
{
    if (int(m_blocks.size()) < m_maxBlocks) {
        m_blocks.emplace_back();
        return int(m_blocks.size()) - 1;
    }
    const auto oldest = std::min_element(m_blocks.begin(), m_blocks.end(),
                                         [](const Block &a, const Block &b) { return a.lastUse < b.lastUse; });
    const int slot = int(oldest - m_blocks.begin());
    for (const TicketRow &row : std::as_const(oldest->rows)) {
        // A row that arrived again later lives in another block.
        const auto place = m_places.constFind(row.head.id);
        if (place != m_places.constEnd() && place->block == slot) {
            m_places.erase(place);
            m_outdated.remove(row.head.id);
        }
    }
    oldest->rows.clear();
    return slot;
}

} // namespace deskhand
