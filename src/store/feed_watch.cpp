// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/feed_watch.h"

#include "base/logging.h"
#include "store/postgres_connection.h"
#include "store/reading.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <utility>

namespace deskhand {
namespace {

constexpr std::chrono::milliseconds lookAtFileEvery{50};
constexpr std::chrono::seconds lookAtServerEvery{2};
/// Between two looks at a server's feed: where many write, what they write is read together. Nobody sees it.
constexpr std::chrono::milliseconds restOfServer{20};
constexpr std::chrono::milliseconds shortestBackoff{200};
constexpr std::chrono::seconds longestBackoff{5};
constexpr int feedPageSize = 1000;

Result<qint64> versionOfFile(Connection &connection)
{
    Statement statement = connection.sql("connection.dataVersion");
    if (statement.next())
        return statement.integer(0);
    const Result<void> status = statement.status();
    return status ? Error{ErrorCode::Internal, QStringLiteral("store.feedWatch"), QStringLiteral("no version"), {}}
                  : status.error();
}

bool changesCatalog(const Change &change)
{
    return change.kind == ChangeKind::CatalogChanged || change.kind == ChangeKind::BulkLoaded;
}

} // namespace

FeedWatch::FeedWatch(DbThread::Opener opener, qint64 cursor, Listeners listeners)
    : m_opener(std::move(opener))
    , m_listeners(std::move(listeners))
    , m_presence(m_listeners.presence)
    , m_cursor(cursor)
{
}

FeedWatch::~FeedWatch()
{
    m_stopping = true;
    m_waiter.wake();
    if (m_thread.joinable())
        m_thread.join();
}

void FeedWatch::start()
{
    const std::lock_guard lock(m_mutex);
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
}

void FeedWatch::startPresence()
{
    m_presence.listen();
    start();
    m_waiter.wake();
}

void FeedWatch::showPresence(PersonId me, const QVector<PresenceSign> &signs)
{
    m_presence.show(me, signs);
    start();
    m_waiter.wake();
}

void FeedWatch::showPresenceOf(const QUuid &client, PersonId me, const QVector<PresenceSign> &signs)
{
    m_presence.showFor(client, me, signs);
    start();
    m_waiter.wake();
}

void FeedWatch::begin(const QVector<CommandId> &commands)
{
    const std::lock_guard lock(m_mutex);
    m_own = commands;
}

void FeedWatch::end(Connection &writer, const QVector<Change> &changes)
{
    const std::lock_guard lock(m_mutex);
    m_own = {};
    if (changes.isEmpty())
        return;
    QVector<Change> all;
    if (m_thread.joinable()) {
        const Result<QVector<Change>> missed = missedBefore(writer, changes.first().seq);
        if (!missed) {
            m_lookAgain = true; // the thread will find ours behind those of the others
            m_waiter.wake();
            return;
        }
        all = *missed;
    }
    announceAll(all + changes);
}

Result<QVector<Change>> FeedWatch::missedBefore(Connection &writer, qint64 seq) const
{
    QVector<Change> missed;
    for (qint64 cursor = m_cursor; cursor + 1 < seq;) {
        const Result<FeedPage> page = readChanges(writer, cursor, feedPageSize);
        if (!page)
            return page.error();
        for (const Change &change : page->changes) {
            if (change.seq < seq)
                missed.append(change);
        }
        if (!page->more)
            break;
        cursor = page->cursor;
    }
    return missed;
}

void FeedWatch::announceAll(const QVector<Change> &changes)
{
    if (changes.isEmpty())
        return;
    m_cursor = changes.last().seq;
    m_listeners.changes(changes, std::any_of(changes.cbegin(), changes.cend(), changesCatalog));
}

void FeedWatch::work()
{
    while (!m_stopping) {
        if (connect())
            look();
        if (std::exchange(m_rests, false)) {
            m_waiter.wait(restOfServer, ThreadWaiter::noSocket);
            continue;
        }
        const Clock::duration longest = pause();
        const qintptr socket = m_server ? m_server->socket() : ThreadWaiter::noSocket;
        m_waiter.wait(std::chrono::ceil<std::chrono::milliseconds>(longest), socket);
    }
    if (m_connection && !m_connection->isBroken()) {
        m_connection->setCancelled({});
        m_presence.leave(*m_connection);
    }
    m_connection.reset();
}

bool FeedWatch::connect()
{
    if (m_connection)
        return true;
    Result<std::unique_ptr<Connection>> opened = m_opener();
    if (!opened) {
        if (!std::exchange(m_failureTold, true))
            qCWarning(lcStore, "changes of others cannot be watched: %s", qPrintable(opened.error().detail));
        lose();
        return false;
    }
    m_connection = *std::move(opened);
    m_connection->setCancelled([this] { return m_stopping.load(); });
    if (m_connection->dialect() == SqlDialect::Postgres) {
        m_server = static_cast<PostgresConnection *>(m_connection.get());
        // Before the feed is read: what comes between the two is heard.
        if (!m_connection->sql("connection.listen").run()) {
            lose();
            return false;
        }
    }
    m_version = -1;
    m_feedUnread = true;
    return true;
}

void FeedWatch::lose()
{
    m_server = nullptr;
    m_connection.reset();
    m_backoff = std::clamp<Clock::duration>(2 * m_backoff, shortestBackoff, longestBackoff);
    if (m_stopping || std::exchange(m_lost, true))
        return;
    m_presence.forget();
    m_listeners.connection(DeskConnection::Lost);
}

FeedWatch::Clock::duration FeedWatch::pause()
{
    // Not all clients of a server that comes back at the same time.
    if (!m_connection)
        return m_backoff / 2 + Clock::duration(QRandomGenerator::global()->bounded(qint64(m_backoff.count() / 2 + 1)));
    {
        const std::lock_guard lock(m_mutex);
        if (m_lookAgain)
            return lookAtFileEvery;
    }
    if (!m_server)
        return lookAtFileEvery;
    hear();
    if (m_heard.feed || m_heard.presence)
        return {};
    const Clock::time_point next = std::min(m_anyway, m_presence.nextLook());
    return std::max<Clock::duration>(next - Clock::now(), std::chrono::milliseconds(1));
}

FeedWatch::Heard FeedWatch::listen()
{
    if (m_server)
        listenToServer();
    else
        listenToFile();
    Heard heard = std::exchange(m_heard, {});
    const std::lock_guard lock(m_mutex);
    heard.feed |= std::exchange(m_lookAgain, false);
    return heard;
}

void FeedWatch::listenToFile()
{
    m_heard.feed = m_feedUnread;
    const Result<qint64> version = versionOfFile(*m_connection);
    if (!version || *version == m_version)
        return;
    m_version = *version;
    m_heard = {true, true};
}

void FeedWatch::listenToServer()
{
    hear();
    const Clock::time_point now = Clock::now();
    m_heard.feed |= now >= m_anyway || m_lost;
    if (m_heard.feed)
        m_anyway = now + lookAtServerEvery;
}

void FeedWatch::hear()
{
    for (const QByteArray &notice : m_server->takeNotices()) {
        m_heard.feed |= notice == "feed";
        m_heard.presence |= notice == "presence";
    }
}

void FeedWatch::look()
{
    const Heard heard = listen();
    // Only what was read to its end counts as seen: after an error the next look reads again.
    if (heard.feed)
        m_feedUnread = !readOn();
    m_rests = heard.feed && m_server;
    if (!m_connection->isBroken())
        m_presence.look(*m_connection, heard.presence);
    if (m_connection->isBroken()) {
        lose();
        return;
    }
    if (m_feedUnread || !std::exchange(m_lost, false))
        return;
    m_failureTold = false;
    m_backoff = {};
    m_listeners.connection(DeskConnection::Online);
}

bool FeedWatch::readOn()
{
    qint64 cursor = 0;
    {
        const std::lock_guard lock(m_mutex);
        cursor = m_cursor;
    }
    while (true) {
        const Result<FeedPage> page = readChanges(*m_connection, cursor, feedPageSize);
        if (!page)
            return false;
        if (!take(page->changes) || !page->more)
            return true;
        cursor = page->cursor;
    }
}

/// False: the rest of the feed is the writer's.
bool FeedWatch::take(const QVector<Change> &changes)
{
    const std::lock_guard lock(m_mutex);
    QVector<Change> news;
    for (const Change &change : changes) {
        if (change.seq <= m_cursor)
            continue;
        if (m_own.contains(change.command)) {
            m_lookAgain = true;
            break;
        }
        news.append(change);
    }
    announceAll(news);
    return !m_lookAgain;
}

} // namespace deskhand
