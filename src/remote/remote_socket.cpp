// SPDX-License-Identifier: GPL-3.0-or-later
// What the service says over the WebSocket, of RemoteFeed.
#include "remote/remote_feed.h"

#include <QRandomGenerator>
#include <QWebSocketProtocol>

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

QVector<Presence> withoutOwn(QVector<Presence> all, const QUuid &client)
{
    all.erase(std::remove_if(all.begin(), all.end(), [&](const Presence &one) { return one.client == client; }),
              all.end());
    return all;
}

/// The order in which a service tells them.
bool isToldBefore(const Presence &one, const Presence &other)
{
    return std::tuple(one.ticket, one.person, one.client) < std::tuple(other.ticket, other.person, other.client);
}

} // namespace

void RemoteFeed::openSocket()
{
    if (m_isOnline && m_link.phase() == RemoteLink::Phase::Reached) {
        m_bye.reset();
        m_socket.open(m_link.line().tls(), m_link.line().token());
    }
}

void RemoteFeed::takeMessage(const QByteArray &message)
{
    const Result<SocketDown> down = decodeSocketDown(message);
    if (down)
        std::visit([this](const auto &said) { take(said); }, *down);
    else if (down.error().code != ErrorCode::NotFound) // a newer service says more than we know
        m_socket.drop(), socketClosed(QWebSocketProtocol::CloseCodeProtocolError);
}

void RemoteFeed::take(const SocketWelcome &welcome)
{
    if (welcome.epoch != m_epoch) {
        m_link.restart();
        return;
    }
    m_socketLives = true;
    m_client = welcome.client;
    m_pause = m_link.times().firstPause;
    m_poll.stop();
    if (welcome.cursor > m_order.cursor())
        readOn();
}

void RemoteFeed::take(const SocketLook &look)
{
    if (look.cursor > m_order.cursor())
        readOn();
}

void RemoteFeed::take(const SocketChanges &changes)
{
    if (m_order.take(changes.since, changes.changes, changes.cursor))
        announce();
    else
        readOn();
}

void RemoteFeed::take(const SocketPresence &presence)
{
    setOthers(withoutOwn(presence.others, m_client));
}

void RemoteFeed::take(const SocketPresenceChanges &changes)
{
    QVector<Presence> others = m_others;
    const auto isTold = [&changes](const Presence &one) { return changes.clients.contains(one.client); };
    others.erase(std::remove_if(others.begin(), others.end(), isTold), others.end());
    others += withoutOwn(changes.others, m_client);
    std::sort(others.begin(), others.end(), isToldBefore);
    setOthers(others);
}

/// The feed says so, too, and in its order.
void RemoteFeed::take(const SocketCatalogChanged &) {}

void RemoteFeed::take(const SocketBye &bye)
{
    m_bye = bye;
    // The others are said by the next question, too, and are the link's to decide.
    if (bye.reason != SocketByeReason::Restart && bye.reason != SocketByeReason::TooSlow)
        readOn();
}

void RemoteFeed::socketClosed(int)
{
    m_socketLives = false;
    setOthers({});
    if (!m_isOnline)
        return;
    if (m_bye && m_bye->reason == SocketByeReason::Restart) {
        // It will not be there at once, and everybody else comes back, too.
        const int wait = std::max(m_bye->retryAfterMs, 1);
        m_link.lose(
            Error{ErrorCode::Offline, QStringLiteral("remote.socket"), QStringLiteral("the service restarts"), {}});
        m_link.restFor(wait);
        return;
    }
    const int half = std::max(1, m_pause / 2);
    m_reopen.start(half + int(QRandomGenerator::global()->bounded(half)));
    m_pause = std::min(2 * m_pause, m_link.times().longestPause);
    // Whether the way as a whole is broken is seen by looking.
    m_poll.start(m_link.times().poll);
    readOn();
}

} // namespace deskhand
