// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remote_feed.h"

#include "remote/wire_questions.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

constexpr int feedPageOfChanges = 1000;

} // namespace

RemoteFeed::RemoteFeed(RemoteLink &link, bool listens, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_socket(link.line().place(), this)
    , m_listens(listens)
    , m_pause(link.times().firstPause)
{
    if (listens)
        link.holdQuestions();
    connect(&link, &RemoteLink::reached, this, &RemoteFeed::begin);
    const auto lost = [this] {
        ++m_way;
        m_isOnline = false;
        m_socketLives = false;
        m_reading = false;
        m_socket.drop();
        m_poll.stop();
        m_look.stop();
        m_reopen.stop();
        setOthers({});
        gapIsRead(false);
    };
    connect(&link, &RemoteLink::lost, this, lost);
    connect(&link, &RemoteLink::signedOut, this, lost);
    connect(&m_socket, &SocketLine::opened, this, [this] {
        m_socket.send(encodeSocketUp(SocketHello{wireVersion, m_order.cursor()}));
        m_socket.send(encodeSocketUp(SocketSigns{m_signs}));
    });
    connect(&m_socket, &SocketLine::received, this, &RemoteFeed::takeMessage);
    connect(&m_socket, &SocketLine::closed, this, &RemoteFeed::socketClosed);
    connect(&m_poll, &QTimer::timeout, this, &RemoteFeed::readOn);
    connect(&m_look, &QTimer::timeout, this, &RemoteFeed::readOn);
    m_reopen.setSingleShot(true);
    connect(&m_reopen, &QTimer::timeout, this, &RemoteFeed::openSocket);
    m_ownChanges.setSingleShot(true);
    connect(&m_ownChanges, &QTimer::timeout, this, [this] {
        m_order.waitForNobody();
        announce();
    });
}

void RemoteFeed::begin()
{
    ++m_way;
    if (!m_listens) {
        m_isOnline = true;
        Q_EMIT online();
        return;
    }
    m_link.askFirst(questionOf<SyncCall>(SyncHeadCall{}), [this, way = m_way](const Result<QByteArray> &answer) {
        if (way == m_way)
            takeHead(answer);
    });
}

void RemoteFeed::takeHead(const Result<QByteArray> &answer)
{
    const Result<SyncHead> head = answer ? decodeAnswer<SyncHeadCall>(*answer) : Result<SyncHead>(answer.error());
    if (!head) {
        m_link.lose(head.error()); // what the way or the token has to do with it the link knows already
        return;
    }
    if (!m_order.hasBegun() || m_epoch != head->epoch)
        beginAnew(*head);
    readOn();
}

/// The desk is seen for the first time, or it was restored from a backup: what was known of it may never have happened.
void RemoteFeed::beginAnew(const SyncHead &head)
{
    const bool isFirst = !m_order.hasBegun();
    m_epoch = head.epoch;
    m_order.begin(head.cursor);
    deliverAll(true);
    if (isFirst) {
        m_link.releaseQuestions();
        return;
    }
    Change everything;
    everything.seq = head.cursor;
    everything.kind = ChangeKind::BulkLoaded;
    Q_EMIT changed({everything});
    Q_EMIT catalogChanged();
}

void RemoteFeed::readOn()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_readAgain = false;
    const qint64 since = m_order.cursor();
    m_link.ask(questionOf<DeskCall>(ChangesSinceCall{since, feedPageOfChanges}),
               [this, since, way = m_way](const Result<QByteArray> &answer) {
                   if (way == m_way)
                       takePage(answer, since);
               });
}

void RemoteFeed::takePage(const Result<QByteArray> &answer, qint64 since)
{
    m_reading = false;
    const Result<FeedPage> page = answer ? decodeAnswer<ChangesSinceCall>(*answer) : Result<FeedPage>(answer.error());
    if (!page) {
        m_link.lose(page.error());
        return;
    }
    m_order.take(since, page->changes, page->cursor);
    announce();
    if (page->more || m_readAgain)
        readOn();
    else
        gapIsRead(true);
}

void RemoteFeed::gapIsRead(bool completely)
{
    for (const auto &deliver : std::exchange(m_afterNextRead, {}))
        deliver();
    deliverAll(!completely);
    if (!completely || m_isOnline)
        return;
    m_isOnline = true;
    m_pause = m_link.times().firstPause;
    m_poll.start(m_link.times().poll);
    m_look.start(m_link.times().look);
    openSocket();
    Q_EMIT online();
}

void RemoteFeed::announce()
{
    const QVector<Change> now = m_order.takeAnnounceable();
    if (!now.isEmpty()) {
        Q_EMIT changed(now);
        if (changesCatalogue(now))
            Q_EMIT catalogChanged();
    }
    if (m_order.waitsForAnswers() && !m_ownChanges.isActive())
        m_ownChanges.start(m_link.times().ownChanges);
    deliverAll(false);
}

void RemoteFeed::deliverAll(bool evenUnannounced)
{
    while (!m_deliveries.empty() && (evenUnannounced || m_deliveries.front().seq <= m_order.announced())) {
        const std::function<void()> deliver = std::move(m_deliveries.front().deliver);
        m_deliveries.pop_front();
        deliver();
    }
}

void RemoteFeed::sent(const CommandId &command)
{
    if (m_listens)
        m_order.sent(command);
}

void RemoteFeed::answered(const CommandId &command, const std::optional<QVector<Change>> &changes,
                          std::function<void()> deliver)
{
    m_order.answered(command, changes.value_or(QVector<Change>()));
    if (!m_listens || !m_isOnline || (changes && changes->isEmpty())) {
        announce();
        deliver();
        return;
    }
    if (!changes) {
        m_afterNextRead.push_back(std::move(deliver));
        readOn();
        return;
    }
    const Delivery delivery{changes->last().seq, std::move(deliver)};
    m_deliveries.insert(std::upper_bound(m_deliveries.begin(), m_deliveries.end(), delivery,
                                         [](const Delivery &a, const Delivery &b) { return a.seq < b.seq; }),
                        delivery);
    announce();
    if (m_order.cursor() < changes->last().seq)
        readOn();
}

void RemoteFeed::showSigns(const QVector<PresenceSign> &signs)
{
    m_signs = signs.mid(0, mostPresenceSigns);
    if (m_socketLives)
        m_socket.send(encodeSocketUp(SocketSigns{m_signs}));
}

void RemoteFeed::setOthers(const QVector<Presence> &others)
{
    if (m_others == others)
        return;
    m_others = others;
    Q_EMIT presenceChanged(others);
}

} // namespace deskhand
