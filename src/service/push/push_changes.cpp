// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's part that tells of changes.
#include "base/deliver.h"
#include "service/push/push_hub.h"

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

/// More are not pushed: whoever wants them asks.
constexpr qsizetype mostPushedChanges = 500;

// What a client is told of a change.
constexpr char toldWhole = 'w';
constexpr char toldThatItChanged = 'c';
constexpr char notTold = '-';

/// As Desk::changesSince() says it of a ticket that one does not see.
Change maskedChange(const Change &change)
{
    Change masked;
    masked.seq = change.seq;
    masked.ticket = change.ticket;
    return masked;
}

} // namespace

void PushHub::take(const QVector<Change> &changes)
{
    for (const Change &change : changes) {
        // What was done before the head was read is no news to anybody.
        if (change.seq <= m_head.cursor)
            continue;
        m_head.cursor = change.seq;
        m_pending.append(change);
    }
    if (!m_pending.isEmpty() && !m_flushing && !m_flushSoon.isActive())
        m_flushSoon.start();
}

void PushHub::flush()
{
    if (m_flushing || m_pending.isEmpty())
        return;
    m_flushing = true;
    QVector<Change> changes = std::exchange(m_pending, {});
    // The queues as they are now; where they were before is remembered from the last time.
    QVector<TicketId> tickets;
    for (const Change &change : std::as_const(changes)) {
        if (change.ticket.isValid() && !tickets.contains(change.ticket))
            tickets.append(change.ticket);
    }
    const auto tell = [this, changes](const QHash<TicketId, QueueId> &now) {
        tellChanges(changes, now);
        m_flushing = false;
        if (!m_pending.isEmpty())
            m_flushSoon.start();
    };
    const bool everybodySeesAll =
        std::all_of(m_clients.begin(), m_clients.end(), [this](const Clients::value_type &one) {
            const QueueSightPtr sight = m_sights.of(one.second.who.person);
            return !one.second.greeted || (sight && !sight->queues);
        });
    if (tickets.isEmpty() || everybodySeesAll) {
        for (const TicketId ticket : std::as_const(tickets))
            m_queues.forget(ticket);
        tell({});
        return;
    }
    deliver(m_ports.desk.rows(tickets, {}), this, [tell](const Result<QVector<TicketRow>> &rows) {
        QHash<TicketId, QueueId> now;
        for (const TicketRow &row : rows.value_or(QVector<TicketRow>()))
            now.insert(row.head.id, row.head.queue);
        tell(now);
    });
}

/// One letter a change.
QByteArray PushHub::shareOf(const QVector<Change> &changes, const Client &client, const QueueSight &sight,
                            const QueueMoves &moves) const
{
    QByteArray share(changes.size(), toldWhole);
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const Change &change = changes[i];
        if (change.kind == ChangeKind::ReadMarkSet && change.actor != client.who.person) {
            share[i] = notTold;
        } else if (change.ticket.isValid() && sight.queues) {
            const QueueMove move = moves.value(change.ticket);
            // One whose queue is not known was perhaps seen: its client has to hear that it is gone.
            const bool had = !move.before.isValid() || sight.sees(move.before);
            if (!move.now.isValid() || !sight.sees(move.now))
                share[i] = had ? toldThatItChanged : notTold;
        }
    }
    return share;
}

QByteArray PushHub::changesMessage(const QVector<Change> &changes, const QByteArray &share, qint64 since)
{
    const qint64 end = changes.last().seq;
    if (share.size() - share.count(notTold) > mostPushedChanges)
        return encodeSocketDown(SocketLook{end});
    SocketChanges message{since, {}, end};
    for (qsizetype i = 0; i < changes.size(); ++i) {
        if (share[i] == notTold)
            continue;
        message.changes.append(share[i] == toldWhole ? changes[i] : maskedChange(changes[i]));
        message.changes.last().before.reset();
        message.changes.last().after.reset();
    }
    return encodeSocketDown(message);
}

void PushHub::tellChanges(const QVector<Change> &changes, const QHash<TicketId, QueueId> &queues)
{
    QueueMoves moves;
    for (auto queue = queues.cbegin(); queue != queues.cend(); ++queue) {
        moves.insert(queue.key(), {m_queues.of(queue.key()), queue.value()});
        m_queues.set(queue.key(), queue.value());
    }
    // A ticket that was opened just now nobody had.
    for (const Change &change : changes) {
        if (change.kind == ChangeKind::TicketOpened && moves.contains(change.ticket)
            && !moves[change.ticket].before.isValid())
            moves[change.ticket].before = moves[change.ticket].now;
    }
    QHash<QByteArray, QByteArray> made;
    for (auto &[id, client] : m_clients) {
        const QueueSightPtr sight = m_sights.of(client.who.person);
        if (!client.greeted || !sight || client.told >= changes.last().seq)
            continue;
        const QByteArray share = shareOf(changes, client, *sight, moves);
        if (share.count(notTold) == share.size())
            continue;
        const QByteArray key = share + QByteArray::number(client.told);
        QByteArray &text = made[key];
        if (text.isEmpty())
            text = changesMessage(changes, share, client.told);
        client.told = changes.last().seq;
        send(client, text);
    }
}

} // namespace deskhand
