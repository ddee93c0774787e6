// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/draft_store.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace deskhand {

/// All drafts of this computer in memory, written behind the writer's back by one worker thread: nothing in the window
/// waits for the disk, and a draft is on its way there at once. While the disk is busy only the newest state of a draft
/// is remembered. The destructor and flush() wait until everything is written.
///
/// Not thread-safe; `store` is used from the worker only and must outlive the keeper.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    explicit DraftKeeper(DraftStore &store, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// Reads what earlier runs left; loaded() when done. Drafts kept meanwhile win over what is read.
    void load();

    /// Null when there is none. Valid until the next call that changes this draft.
    [[nodiscard]] const Draft *find(const QString &key) const;
    /// What is being written, oldest first.
    [[nodiscard]] QVector<Draft> drafts() const;
    /// What was sent and can still be taken back (see sent_drafts.h), oldest first.
    [[nodiscard]] QVector<Draft> sentDrafts() const;
    /// Tickets that somebody is writing on here: for the list's mark.
    [[nodiscard]] QSet<TicketId> ticketsWithDrafts() const;

    /// Keeps this state of a draft and starts writing it. `savedAt` must be set by the caller.
    void keep(const Draft &draft);
    /// Forgets a draft (sent, or thrown away). keep() with the same draft undoes it.
    void discard(const QString &key);
    /// Forgets a draft from elsewhere than where it is written: whoever writes it hears thrownAway().
    void throwAway(const QString &key);
    /// Takes throwAway() back; takenBack() follows. False: something new was written meanwhile, and that stays.
    bool putBack(const Draft &draft);
    /// Puts a draft in the place of what is there under its key: whoever writes it hears givenBack().
    void giveBack(const Draft &draft);

    /// Blocks until everything is on disk: only for the end of the program and for tests.
    void flush();
    [[nodiscard]] bool isWriting() const { return !m_busyKey.isEmpty(); }

Q_SIGNALS:
    void loaded();
    void changed(deskhand::TicketId ticket); ///< drafts of this ticket came or went
    void thrownAway(const QString &key);
    void takenBack(const QString &key);
    void givenBack(const QString &key);
    void saved(const QString &key); ///< the newest state of this draft is durable
    void saveFailed(const QString &key, const deskhand::Error &error);
    void damagedFound(const QStringList &paths);

private:
    [[nodiscard]] QVector<Draft> inOrder(bool sent) const;
    void startNext();
    void finishWrite(const QString &key, const Result<void> &result);

    DraftStore &m_store;
    QThreadPool m_worker;
    QHash<QString, Draft> m_drafts;
    QVector<QString> m_waiting; ///< keys whose newest state is not on disk, oldest wish first
    QString m_busyKey;          ///< the one being written; empty: idle
    QTimer m_retry;             ///< after a failed write
};

} // namespace deskhand
