// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/push/push_hub.h"

#include "base/deliver.h"
#include "service/watch/service_metrics.h"

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

/// Changes of one moment are told together: one who resolves fifty tickets makes one message, not fifty.
constexpr int collectChangesMs = 60;
constexpr int collectPresenceMs = 100;
constexpr int helloWithinMs = 10'000;
constexpr int sweepEveryMs = 5'000;
constexpr int mostEarlyMessages = 8;
constexpr int mostRevokedKept = 20'000;
constexpr int headAgainMs = 1'000;
/// WebSocket close codes (RFC 6455 7.4.1).
constexpr quint16 closePolicy = 1008;
constexpr quint16 closeRestart = 1012;
/// Clients come back within this, each at another time.
constexpr int comeBackWithinMs = 5'000;

} // namespace

PushHub::PushHub(Ports ports, QObject *parent)
    : QObject(parent)
    , m_ports(std::move(ports))
{
    for (QTimer *timer : {&m_flushSoon, &m_presenceSoon})
        timer->setSingleShot(true);
    m_flushSoon.setInterval(collectChangesMs);
    m_presenceSoon.setInterval(collectPresenceMs);
    connect(&m_flushSoon, &QTimer::timeout, this, &PushHub::flush);
    connect(&m_presenceSoon, &QTimer::timeout, this, &PushHub::tellPresence);
    connect(&m_sweep, &QTimer::timeout, this, &PushHub::dropSilent);
    connect(&m_ports.desk, &Desk::changed, this, &PushHub::take);
    connect(&m_ports.desk, &Desk::catalogChanged, this, &PushHub::readCatalog);
    connect(&m_ports.desk, &Desk::presenceChanged, this, [this](const QVector<Presence> &others) {
        m_others = others;
        tellPresenceSoon();
    });
    m_sweep.start(sweepEveryMs);
    readHead();
    readCatalog();
}

qsizetype PushHub::signs() const
{
    qsizetype all = 0;
    for (const auto &[id, client] : m_clients)
        all += client.signs.size();
    return all;
}

void PushHub::readHead()
{
    deliver(m_ports.sync.syncHead(), this, [this](const Result<SyncHead> &head) {
        if (!head) {
            QTimer::singleShot(headAgainMs, this, &PushHub::readHead);
            return;
        }
        const qint64 heard = m_head.cursor;
        m_head = *head;
        m_head.cursor = std::max(heard, m_head.cursor);
        m_headKnown = true;
        greetWaiting();
    });
}

void PushHub::readCatalog()
{
    deliver(m_ports.desk.catalog(), this, [this](const Result<CatalogPtr> &catalog) {
        if (!catalog) {
            QTimer::singleShot(headAgainMs, this, &PushHub::readCatalog);
            return;
        }
        m_sights.setCatalog(*catalog);
        const bool isNews = std::exchange(m_catalogKnown, true);
        greetWaiting();
        if (!isNews)
            return;
        const QByteArray text = encodeSocketDown(SocketCatalogChanged{});
        for (auto &[id, client] : m_clients) {
            if (client.greeted)
                send(client, text);
        }
        tellPresenceSoon();
    });
}

void PushHub::open(const std::shared_ptr<EdgeSocket> &socket, bool takesPresenceChanges)
{
    Client client;
    client.takesPresenceChanges = takesPresenceChanges;
    client.socket = socket;
    client.id = QUuid::createUuid();
    client.openedAt = m_ports.clock->now();
    m_clients.emplace(socket->id(), std::move(client));
}

void PushHub::admit(quint64 socket, const Principal &who)
{
    const auto found = m_clients.find(socket);
    if (found == m_clients.end())
        return;
    Client &client = found->second;
    if (m_revoked.contains(who.session)) {
        dismiss(client, SocketByeReason::SignedOut);
        return;
    }
    client.who = who;
    client.admitted = true;
    for (const QByteArray &text : std::exchange(client.early, {}))
        message(socket, text);
}

void PushHub::refuse(quint64 socket)
{
    if (const auto found = m_clients.find(socket); found != m_clients.end())
        dismiss(found->second, SocketByeReason::SignedOut);
}

void PushHub::message(quint64 socket, const QByteArray &text)
{
    const auto found = m_clients.find(socket);
    if (found == m_clients.end())
        return;
    Client &client = found->second;
    if (!client.admitted) {
        if (client.early.size() < mostEarlyMessages)
            client.early.append(text);
        return;
    }
    const Result<SocketUp> said = decodeSocketUp(text);
    const auto *hello = said ? std::get_if<SocketHello>(&*said) : nullptr;
    const auto *signs = said ? std::get_if<SocketSigns>(&*said) : nullptr;
    const bool isGreeting = hello && !client.greeted && !client.hello;
    if (isGreeting && hello->version != wireVersion) {
        dismiss(client, hello->version < wireVersion ? SocketByeReason::TooOld : SocketByeReason::TooNew);
    } else if (isGreeting) {
        client.hello = *hello;
        greet(client);
    } else if (signs && (client.greeted || client.hello)) {
        takeSigns(client, *signs);
    } else {
        dismiss(client, SocketByeReason::BadMessage);
    }
}

void PushHub::closed(quint64 socket)
{
    const auto found = m_clients.find(socket);
    if (found == m_clients.end())
        return;
    if (!found->second.signs.isEmpty()) {
        m_ports.showPresence(found->second.id, {}, {});
        tellPresenceSoon();
    }
    m_clients.erase(found);
}

void PushHub::revoke(const QUuid &session)
{
    if (m_revoked.size() >= mostRevokedKept)
        m_revoked.clear();
    m_revoked.insert(session);
    for (auto &[id, client] : m_clients) {
        if (client.admitted && client.who.session == session)
            dismiss(client, SocketByeReason::SignedOut);
    }
}

void PushHub::sayGoodbye()
{
    const int count = std::max(1, int(m_clients.size()));
    for (auto &[id, client] : m_clients) {
        SocketBye bye;
        bye.retryAfterMs = int(qint64(m_spread++ % quint32(count)) * comeBackWithinMs / count);
        send(client, bye);
        client.socket->close(closeRestart, "service restart");
    }
}

void PushHub::dismiss(Client &client, SocketByeReason reason)
{
    SocketBye bye;
    bye.reason = reason;
    send(client, bye);
    client.admitted = client.greeted = false;
    client.hello.reset();
    client.socket->close(closePolicy, reason == SocketByeReason::SignedOut ? "signed out" : "not understood");
}

/// Whoever says nothing for too long is not one of ours.
void PushHub::dropSilent()
{
    const Instant now = m_ports.clock->now();
    for (auto &[id, client] : m_clients) {
        if (!client.greeted && !client.hello && now - client.openedAt > helloWithinMs)
            client.socket->close(closePolicy, "no greeting");
    }
}

void PushHub::greet(Client &client)
{
    if (!m_headKnown || !m_catalogKnown)
        return; // as soon as they are: see greetWaiting()
    client.hello.reset();
    client.greeted = true;
    SocketWelcome welcome;
    // What waits to be told comes behind it.
    welcome.cursor = m_pending.isEmpty() ? m_head.cursor : m_pending.first().seq - 1;
    welcome.now = m_ports.clock->now();
    welcome.epoch = m_head.epoch;
    welcome.client = client.id;
    client.told = welcome.cursor;
    send(client, welcome);
    if (!m_others.isEmpty() || signs() > 0)
        tellPresenceSoon();
}

void PushHub::greetWaiting()
{
    for (auto &[id, client] : m_clients) {
        if (client.hello)
            greet(client);
    }
}

bool PushHub::send(Client &client, const QByteArray &text)
{
    m_ports.metrics.notePushed(1, text.size());
    return client.socket->send(text);
}

bool PushHub::send(Client &client, const SocketDown &message)
{
    return send(client, encodeSocketDown(message));
}

} // namespace deskhand
