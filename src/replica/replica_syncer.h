// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "operations/desk_sync.h"
#include "replica/replica_core.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace deskhand {

/// Keeps a replica as its service is: head, settings, the feed since the cursor, and the list of what belongs here, one
/// round after another. Whatever a round has done stays, so that one that is broken off is gone on with. GUI thread.
class ReplicaSyncer final : public QObject
{
    Q_OBJECT

public:
    static constexpr int firstPauseMs = 500;
    static constexpr int longestPauseMs = 60'000;
    /// Looks for changes that nobody has told of.
    static constexpr int lookEveryMs = 30'000;
    /// What time takes out of the scope is looked for.
    static constexpr qint64 listEveryMs = 3'600'000;

    /// `clockCorrection`: see ReplicaOptions.
    ReplicaSyncer(ReplicaCore &core, Desk &remote, SyncSource &source, std::function<qint64()> clockCorrection);

    [[nodiscard]] const SyncState &state() const { return m_state; } ///< without what waits
    [[nodiscard]] bool isOnline() const
    {
        return m_state.phase == SyncPhase::Online || m_state.phase == SyncPhase::Syncing;
    }
    /// Everything that the scope wants is here, and as it was when it was last there.
    [[nodiscard]] bool isComplete() const { return m_core.notes().complete; }

    void start();
    void syncNow();
    /// `done` is called when everything that has happened there up to now is here, or cannot be had.
    void syncThen(std::function<void()> done);
    void listAgain(); ///< the scope is another
    /// What somebody else who asked the service was told.
    void tell(const Error &error);

Q_SIGNALS:
    void stateChanged();
    void wentOnline();

private:
    /// What a page of the feed asks for.
    struct Page {
        QVector<Change> changes;
        qint64 cursor = 0;
        bool more = false;
        bool settings = false;
        bool stale = false;        ///< clocks of many tickets are others
        QVector<TicketId> changed; ///< kept
        QVector<TicketId> unknown; ///< not kept
    };

    void round();
    void endRound();
    void failRound(const Error &error);
    void takeHead(const SyncHead &head);
    void fetchSettings(bool tells, std::function<void()> then);
    void readFeed();
    void takePage(const FeedPage &page);
    void chooseUnknown(Page page);
    void fetchPage(const Page &page, QVector<TicketId> wanted);
    void finishPage(const Page &page);
    void list();
    void takeList(const TicketList &list);
    void fetchListed();
    void tidy(bool begins);
    void completeList();
    void takePace(qint64 milliseconds, bool came);
    /// Rows of tickets into the file; taken apart beside the thread that writes, which has enough to do.
    void apply(const SyncRows &rows, const ReplicaNews &news, std::function<void(const Result<ReplicaEffect> &)> done);
    void takeListed(const Result<SyncRows> &rows, const QVector<TicketId> &asked, int round);
    void setPhase(SyncPhase phase);
    void tellState();
    void retryLater();
    [[nodiscard]] ReplicaScope scope() const { return m_core.notes().scope; }

    ReplicaCore &m_core;
    Desk &m_remote;
    SyncSource &m_source;
    std::function<qint64()> m_clockCorrection;
    SyncState m_state;
    SyncState m_told; ///< as whoever shows it knows it
    bool m_running = false;
    bool m_again = false;
    bool m_headKnown = false;
    bool m_listWanted = true;
    bool m_settingsWanted = false;
    Instant m_listedAt = 0;
    QVector<TicketId> m_toFetch;
    int m_listAtOnce; ///< tickets of a list that are asked for at once
    int m_fetching = 0;
    int m_round = 0; ///< what comes late, of a round that was broken off, is not taken for the next one's
    int m_pause = firstPauseMs;
    QThreadPool m_worker;
    QTimer m_retry;
    QTimer m_look;
    QVector<std::function<void()>> m_whenDone; ///< of the round that runs
    QVector<std::function<void()>> m_whenNextDone;
};

} // namespace deskhand
