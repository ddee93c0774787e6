// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's part that tells who is in which ticket.
#include "base/deliver.h"
#include "service/push/push_hub.h"

#include <QElapsedTimer>

#include <algorithm>
#include <tuple>
#include <utility>

namespace deskhand {
namespace {

constexpr int presenceNoSoonerMs = 100;
/// Of the time that telling everybody takes: so much longer is the pause behind it.
constexpr int presencePauseFactor = 10;

bool comesBefore(const Presence &one, const Presence &other)
{
    return std::tuple(one.ticket, one.person, one.client) < std::tuple(other.ticket, other.person, other.client);
}

/// Of each client whose signs are others now, all that it does.
SocketPresenceChanges changesBetween(const QVector<Presence> &before, const QVector<Presence> &now)
{
    QHash<QUuid, QVector<Presence>> was;
    QHash<QUuid, QVector<Presence>> is;
    for (const Presence &presence : before)
        was[presence.client].append(presence);
    for (const Presence &presence : now)
        is[presence.client].append(presence);
    SocketPresenceChanges changes;
    for (auto client = is.cbegin(); client != is.cend(); ++client) {
        if (was.value(client.key()) == client.value())
            continue;
        changes.clients.append(client.key());
        changes.others += client.value();
    }
    for (auto client = was.cbegin(); client != was.cend(); ++client) {
        if (!is.contains(client.key()))
            changes.clients.append(client.key());
    }
    return changes;
}

} // namespace

void PushHub::takeSigns(Client &client, const SocketSigns &said)
{
    QVector<TicketId> tickets;
    for (const PresenceSign &sign : said.signs)
        tickets.append(sign.ticket);
    const int asked = ++client.signsAsked;
    if (tickets.isEmpty()) {
        setSigns(client, {});
        return;
    }
    // What somebody does not see they are not in, either.
    deliver(m_ports.desk.rows(tickets, client.who.person), this,
            [this, socket = client.socket->id(), asked, said](const Result<QVector<TicketRow>> &rows) {
                const auto found = m_clients.find(socket);
                if (found == m_clients.end() || found->second.signsAsked != asked || !rows)
                    return;
                for (const TicketRow &row : *rows)
                    m_queues.set(row.head.id, row.head.queue);
                QVector<PresenceSign> seen;
                for (const PresenceSign &sign : said.signs) {
                    if (std::any_of(rows->cbegin(), rows->cend(),
                                    [&](const TicketRow &row) { return row.head.id == sign.ticket; }))
                        seen.append(sign);
                }
                setSigns(found->second, seen);
            });
}

void PushHub::setSigns(Client &client, const QVector<PresenceSign> &signs)
{
    QVector<Presence> now;
    for (const PresenceSign &sign : signs) {
        Presence presence{sign.ticket, client.who.person, client.id, sign.kind, m_ports.clock->now()};
        for (const Presence &before : std::as_const(client.signs)) {
            if (before.ticket == sign.ticket && before.kind == sign.kind)
                presence.since = before.since;
        }
        const bool again =
            std::any_of(now.cbegin(), now.cend(), [&](const Presence &one) { return one.ticket == sign.ticket; });
        if (!again)
            now.append(presence);
    }
    if (now == client.signs)
        return;
    client.signs = now;
    QVector<PresenceSign> shown;
    for (const Presence &presence : std::as_const(now))
        shown.append({presence.ticket, presence.kind});
    m_ports.showPresence(client.id, client.who.person, shown);
    tellPresenceSoon();
}

void PushHub::tellPresenceSoon()
{
    if (!m_presenceSoon.isActive() && !m_presenceUnderWay)
        m_presenceSoon.start();
    m_presenceStale = true;
}

void PushHub::tellPresence()
{
    QVector<Presence> all = m_others;
    for (const auto &[id, client] : m_clients)
        all += client.signs;
    std::sort(all.begin(), all.end(), comesBefore);
    QVector<TicketId> unknown;
    for (const Presence &presence : std::as_const(all)) {
        if (!m_queues.of(presence.ticket).isValid() && (unknown.isEmpty() || unknown.last() != presence.ticket))
            unknown.append(presence.ticket);
    }
    m_presenceStale = false;
    m_presenceUnderWay = true;
    const auto tell = [this, all] {
        QElapsedTimer cost;
        cost.start();
        tellPresenceOf(all);
        m_presenceSoon.setInterval(std::max(presenceNoSoonerMs, int(cost.elapsed()) * presencePauseFactor));
        m_presenceUnderWay = false;
        if (m_presenceStale)
            m_presenceSoon.start();
    };
    if (unknown.isEmpty()) {
        tell();
        return;
    }
    deliver(m_ports.desk.rows(unknown, {}), this, [this, tell](const Result<QVector<TicketRow>> &rows) {
        for (const TicketRow &row : rows.value_or(QVector<TicketRow>()))
            m_queues.set(row.head.id, row.head.queue);
        tell();
    });
}

void PushHub::tellPresenceOf(const QVector<Presence> &all)
{
    ++m_presenceRound;
    PresenceRound round;
    for (auto &[id, client] : m_clients) {
        const QueueSightPtr sight = m_sights.of(client.who.person);
        if (!client.greeted || !sight)
            continue;
        auto news = round.find(sight.get());
        if (news == round.end())
            news = round.insert(sight.get(), newsFor(sight, all));
        tellPresenceTo(client, *news);
    }
    m_presenceTold = std::move(round);
}

PushHub::PresenceNews PushHub::newsFor(const QueueSightPtr &sight, const QVector<Presence> &all) const
{
    PresenceNews news;
    news.sight = sight;
    for (const Presence &presence : all) {
        const QueueId queue = m_queues.of(presence.ticket);
        if (queue.isValid() && sight->sees(queue))
            news.visible.append(presence);
    }
    const auto before = m_presenceTold.constFind(sight.get());
    if (before != m_presenceTold.cend()) {
        const SocketPresenceChanges changes = changesBetween(before->visible, news.visible);
        if (!changes.clients.isEmpty())
            news.changes = encodeSocketDown(changes);
    }
    return news;
}

/// Who was told the round before hears what is different now, the same as all who see the same.
void PushHub::tellPresenceTo(Client &client, PresenceNews &news)
{
    const bool follows = client.presenceRound + 1 == m_presenceRound && client.presenceSight == news.sight;
    const bool isFirst = client.presenceRound == 0;
    client.presenceRound = m_presenceRound;
    client.presenceSight = news.sight;
    if (!client.takesPresenceChanges) {
        tellAllPresenceTo(client, news);
        return;
    }
    if (follows) {
        if (!news.changes.isEmpty())
            send(client, news.changes);
        return;
    }
    if (isFirst && news.visible.isEmpty())
        return;
    if (news.all.isEmpty())
        news.all = encodeSocketDown(SocketPresence{news.visible});
    send(client, news.all);
}

void PushHub::tellAllPresenceTo(Client &client, PresenceNews &news)
{
    // Most do nothing themselves: what they are told is the same for all who see the same.
    QByteArray own;
    QByteArray &text = client.signs.isEmpty() ? news.all : own;
    if (text.isEmpty()) {
        SocketPresence message;
        for (const Presence &presence : std::as_const(news.visible)) {
            if (presence.client != client.id)
                message.others.append(presence);
        }
        text = encodeSocketDown(message);
    }
    const size_t hash = qHash(text);
    if (hash == client.presenceTold)
        return;
    client.presenceTold = hash;
    send(client, text);
}

} // namespace deskhand
