// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/feed_order.h"

#include <algorithm>

namespace deskhand {

void FeedOrder::begin(qint64 cursor)
{
    m_begun = true;
    m_cursor = cursor;
    m_waiting.clear();
    m_owned.clear();
}

void FeedOrder::sent(const CommandId &command)
{
    m_sent.insert(command);
}

void FeedOrder::answered(const CommandId &command, const QVector<Change> &changes)
{
    m_sent.remove(command);
    if (!m_begun || changes.isEmpty())
        return;
    const qint64 announcedNow = announced();
    bool isNext = true;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        if (changes[i].seq > announcedNow)
            m_owned.insert(changes[i].seq, changes[i]);
        isNext = isNext && changes[i].seq == m_cursor + 1 + i;
    }
    // Nothing of others lies in between: they need not be read.
    if (isNext)
        take(m_cursor, changes, changes.last().seq);
}

bool FeedOrder::take(qint64 since, const QVector<Change> &changes, qint64 cursor)
{
    if (!m_begun || since > m_cursor)
        return false;
    for (const Change &change : changes) {
        if (change.seq > m_cursor)
            m_waiting.append(change);
    }
    m_cursor = std::max(m_cursor, cursor);
    return true;
}

QVector<Change> FeedOrder::takeAnnounceable()
{
    const auto end = std::find_if(m_waiting.cbegin(), m_waiting.cend(), [this](const Change &change) {
        return !change.command.isNull() && m_sent.contains(change.command);
    });
    QVector<Change> now;
    for (auto change = m_waiting.cbegin(); change != end; ++change) {
        const auto own = m_owned.constFind(change->seq);
        now.append(own == m_owned.cend() ? *change : *own);
    }
    m_waiting.remove(0, now.size());
    while (!m_owned.isEmpty() && m_owned.firstKey() <= announced())
        m_owned.erase(m_owned.begin());
    return now;
}

bool changesCatalogue(const QVector<Change> &changes)
{
    return std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) {
        return change.kind == ChangeKind::CatalogChanged || change.kind == ChangeKind::BulkLoaded;
    });
}

} // namespace deskhand
