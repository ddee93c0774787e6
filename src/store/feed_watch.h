// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "operations/pipeline.h"
#include "store/db_thread.h"
#include "store/presence_keeper.h"
#include "store/thread_waiter.h"

#include <chrono>
#include <functional>

namespace deskhand {

class PostgresConnection;

/// Puts what others do to a desk and what this process does into one order, that of the feed; carries presence both
/// ways; knows whether the desk can be reached.
///
/// A thread with a connection of its own waits for news. A file's are found by looking every few dozen milliseconds
/// whether another connection has committed (`PRAGMA data_version`: a look at the shared memory of the journal, no
/// query). A server says where to look (LISTEN); because notices go lost with their connection the feed is looked at
/// every few seconds all the same. Only then is the feed read, from its cursor. The cursor is contiguous: everything up
/// to it has been announced, so that nothing is lost and nothing comes twice, whoever reads it first: this thread, or
/// the writer, which catches up before it announces its own changes.
///
/// Changes of others carry no rows: whoever shows their tickets reads them. Threads: start() and showPresence() from
/// any; begin() and end() from the writer's.
class FeedWatch
{
public:
    /// Called in the watch's or the writer's thread, never by two at a time, in feed order.
    using Announce = std::function<void(const QVector<Change> &changes, bool catalogIsNew)>;

    struct Listeners {
        Announce changes;
        PresenceKeeper::Announce presence; ///< in the watch's thread
        /// In the watch's thread, once for each change of it. Online: everything that was missed has been announced.
        std::function<void(DeskConnection now)> connection;
    };

    /// `cursor`: where the feed ends now.
    FeedWatch(DbThread::Opener opener, qint64 cursor, Listeners listeners);
    /// Interrupts a look that is under way and takes this client's presence away. The writer has ended before.
    ~FeedWatch();
    FeedWatch(const FeedWatch &) = delete;
    FeedWatch &operator=(const FeedWatch &) = delete;

    /// Somebody listens from now on; until then there is no thread and only the writer's own changes are announced.
    void start();
    /// Somebody wants to hear of presence.
    void startPresence();
    void showPresence(PersonId me, const QVector<PresenceSign> &signs);
    void showPresenceOf(const QUuid &client, PersonId me, const QVector<PresenceSign> &signs);

    /// Before commands of this process are run, in one transaction: their changes are the writer's to announce.
    void begin(const QVector<CommandId> &commands);
    /// After they were committed, or have failed (no changes). `writer`: the connection they ran on.
    void end(Connection &writer, const QVector<Change> &changes);

private:
    using Clock = std::chrono::steady_clock;
    struct Heard {
        bool feed = false;
        bool presence = false;
    };

    void work();
    bool connect();
    void lose();
    void look();
    Heard listen();
    void listenToFile();
    void listenToServer();
    void hear();
    [[nodiscard]] Clock::duration pause();
    bool readOn();
    bool take(const QVector<Change> &changes);
    Result<QVector<Change>> missedBefore(Connection &writer, qint64 seq) const;
    void announceAll(const QVector<Change> &changes);

    DbThread::Opener m_opener;
    Listeners m_listeners;
    PresenceKeeper m_presence;
    ThreadWaiter m_waiter;
    // Of the thread.
    std::unique_ptr<Connection> m_connection;
    PostgresConnection *m_server = nullptr; ///< m_connection as such; null: a file
    Heard m_heard;                          ///< and not yet looked at
    qint64 m_version = -1;                  ///< of the file, as it was seen last; -1: not yet
    bool m_failureTold = false;             ///< of opening
    bool m_rests = false;                   ///< the feed was just read: a moment's peace for everybody
    bool m_lost = false;                    ///< the others have been told
    bool m_feedUnread = true;               ///< the feed was not read to its end
    Clock::time_point m_anyway;             ///< when a server's feed is read without a notice
    Clock::duration m_backoff{};            ///< before the next try to connect
    std::mutex m_mutex;                     ///< for what follows
    qint64 m_cursor;                        ///< announced up to here
    QVector<CommandId> m_own;               ///< the writer's commands under way
    bool m_lookAgain = false;               ///< something was left in the feed although nothing new is said of it
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace deskhand
