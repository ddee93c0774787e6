// SPDX-License-Identifier: GPL-3.0-or-later
// What passing time does to a list: words change, and what becomes overdue stands elsewhere.
#include "models/ticket_list_model.h"
#include "models/ticket_text.h"

#include <array>

namespace deskhand {

namespace {

constexpr std::array columnsOfTimes{ListColumn::TimeLeft, ListColumn::Due, ListColumn::Updated, ListColumn::Created,
                                    ListColumn::LastContact};

bool twoLinesDiffer(const TicketHead &head, const TicketText &before, const TicketText &now)
{
    return before.timeLeft(head) != now.timeLeft(head) || before.age(head.updatedAt) != now.age(head.updatedAt);
}

bool cellDiffers(const TicketRow &row, ListColumn column, const TicketText &before, const TicketText &now)
{
    switch (column) {
    case ListColumn::TimeLeft: return before.promised(row.head) != now.promised(row.head);
    case ListColumn::Due: return before.due(row.head) != now.due(row.head);
    default: return before.cell(row, column) != now.cell(row, column);
    }
}

} // namespace

void TicketListModel::passTime()
{
    const Instant now = m_holder.now();
    const Instant before = std::exchange(m_timesOf, now);
    if (m_state != State::Ready)
        return;
    const TicketText then(m_holder.catalog(), before);
    const TicketText words(m_holder.catalog(), now);
    bool turned = false;
    const auto [first, last] = paintedRows();
    for (int row = first; row <= last; ++row) {
        const TicketRow *ticket = m_fetcher.cache().peek(ticketAt(row));
        if (!ticket)
            continue;
        if (before != now)
            sayTimesDiffer(row, *ticket, then, words);
        if (m_spec.turnsWithTime() && turnedOverdue(ticket->head, before, now)) {
            m_suspects.insert(ticket->head.id);
            turned = true;
        }
    }
    wakeForCountdowns();
    if (turned)
        m_source.askAgainSoon();
}

void TicketListModel::wakeForCountdowns()
{
    const Instant now = m_holder.now();
    const auto [first, last] = paintedRows();
    for (int row = first; row <= last; ++row) {
        const TicketRow *ticket = m_fetcher.cache().peek(ticketAt(row));
        if (ticket && ticket->head.sla == SlaStanding::Running)
            m_holder.ticker().wakeAt(nextCountdownStep(ticket->head.slaDueAt, now));
    }
}

void TicketListModel::sayTimesDiffer(int row, const TicketRow &ticket, const TicketText &before, const TicketText &now)
{
    const auto say = [this, row](ListColumn column) {
        const QModelIndex cell = index(row, int(column));
        Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole, Qt::AccessibleTextRole});
    };
    if (m_spec.density == ListDensity::TwoLines) {
        if (twoLinesDiffer(ticket.head, before, now))
            say(ListColumn::Subject); // the only cell there is
        return;
    }
    for (const ListColumn column : columnsOfTimes) {
        if (m_spec.columns.contains(column) && cellDiffers(ticket, column, before, now))
            say(column);
    }
}

} // namespace deskhand
