// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/bulk_load.h"

namespace deskhand::bench {

/// Tickets that cost next to nothing to make, so that loading them measures the store alone: three articles of 25 to 70
/// words each, words as frequent as in a language, four history entries.
class SyntheticTickets
{
public:
    explicit SyntheticTickets(int total);

    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] QVector<Person> people() const;
    [[nodiscard]] QVector<BulkTicket> next(int count);
    [[nodiscard]] int made() const { return m_made; }

private:
    QString word();
    QString text(int words);
    quint64 random();
    BulkTicket ticket(qint64 id);
    Article article(const TicketHead &head, int position);

    int m_total;
    int m_made = 0;
    int m_requesters;
    qint64 m_nextArticle = 1;
    quint64 m_state = 0x9e3779b97f4a7c15ULL;
    QVector<QString> m_words;
    QVector<int> m_picks; ///< indexes into m_words, as often as they are used
    Catalog m_catalog;
};

} // namespace deskhand::bench
