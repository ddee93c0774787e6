// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/pipeline.h"
#include "store/db_thread.h"

#include <functional>

namespace deskhand {

/// Puts what other processes do to a desk's SQLite file and what this one does into one order, that of the feed.
///
/// A thread with a connection of its own looks every few dozen milliseconds whether another connection has committed
/// (`PRAGMA data_version`: a look at the shared memory of the journal, no query) and only then reads the feed from its
/// cursor. The cursor is contiguous: everything up to it has been announced, so that nothing is lost and nothing comes
/// twice, whoever reads it first: this thread, or the writer, which catches up before it announces its own changes.
///
/// Changes of others carry no rows: whoever shows their tickets reads them. Threads: start() from any; begin() and
/// end() from the writer's.
class FeedWatch
{
public:
    /// Called in the watch's or the writer's thread, never by two at a time, in feed order.
    using Announce = std::function<void(const QVector<Change> &changes, bool catalogIsNew)>;

    /// `cursor`: where the feed ends now.
    FeedWatch(DbThread::Opener opener, qint64 cursor, Announce announce);
    /// Interrupts a look that is under way. The writer has ended before.
    ~FeedWatch();
    FeedWatch(const FeedWatch &) = delete;
    FeedWatch &operator=(const FeedWatch &) = delete;

    /// Somebody listens from now on; until then there is no thread and only the writer's own changes are announced.
    void start();

    /// Before a command of this process is run: its changes are the writer's to announce.
    void begin(const CommandId &command);
    /// After it was committed, or has failed (no changes). `writer`: the connection it ran on.
    void end(Connection &writer, const QVector<Change> &changes);

private:
    void work();
    void look(bool anyway);
    bool readOn();
    bool take(const QVector<Change> &changes);
    Result<QVector<Change>> missedBefore(Connection &writer, qint64 seq) const;
    void announceAll(const QVector<Change> &changes);

    DbThread::Opener m_opener;
    Announce m_announce;
    std::unique_ptr<Connection> m_connection; ///< of the thread
    qint64 m_version = -1;                    ///< of the file, as the thread saw it last; -1: not yet
    bool m_failureTold = false;               ///< of opening
    std::mutex m_mutex;                       ///< for what follows
    qint64 m_cursor;                          ///< announced up to here
    CommandId m_own;                          ///< the writer's command under way
    bool m_lookAgain = false;                 ///< something was left in the feed although the file stays as it is
    std::condition_variable m_wake;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace deskhand
