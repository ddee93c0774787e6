// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/feed_watch.h"

#include "base/logging.h"
#include "store/reading.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace deskhand {
namespace {

constexpr std::chrono::milliseconds lookEvery{50};
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

FeedWatch::FeedWatch(DbThread::Opener opener, qint64 cursor, Announce announce)
    : m_opener(std::move(opener))
    , m_announce(std::move(announce))
    , m_cursor(cursor)
{
}

FeedWatch::~FeedWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void FeedWatch::start()
{
    const std::lock_guard lock(m_mutex);
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
}

void FeedWatch::begin(const CommandId &command)
{
    const std::lock_guard lock(m_mutex);
    m_own = command;
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
    m_announce(changes, std::any_of(changes.cbegin(), changes.cend(), changesCatalog));
}

void FeedWatch::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const bool anyway = std::exchange(m_lookAgain, false);
        lock.unlock();
        look(anyway);
        lock.lock();
        m_wake.wait_for(lock, lookEvery, [this] { return m_stopping.load(); });
    }
    m_connection.reset();
}

void FeedWatch::look(bool anyway)
{
    if (m_connection && m_connection->isBroken())
        m_connection.reset();
    if (!m_connection) {
        Result<std::unique_ptr<Connection>> opened = m_opener();
        if (!opened) {
            if (!std::exchange(m_failureTold, true))
                qCWarning(lcStore, "changes of others cannot be watched: %s", qPrintable(opened.error().detail));
            return;
        }
        m_connection = *std::move(opened);
        m_connection->setCancelled([this] { return m_stopping.load(); });
    }
    const Result<qint64> version = versionOfFile(*m_connection);
    if (!version || (*version == m_version && !anyway))
        return;
    // Only what was read to its end counts as seen: after an error the next look reads again.
    m_version = readOn() ? *version : -1;
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
        if (!m_own.isNull() && change.command == m_own) {
            m_lookAgain = true;
            break;
        }
        news.append(change);
    }
    announceAll(news);
    return !m_lookAgain;
}

} // namespace deskhand
