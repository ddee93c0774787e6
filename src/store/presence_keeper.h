// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/presence.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace deskhand {

class Connection;

/// Writes what this client does into the desk's table of presence, keeps it alive, and says what the others do. A
/// service writes for many clients: each has its own rows, and none of them is among the others.
///
/// On a server each client's rows are written at once. In a file a client that is alone writes nothing of what its
/// person does: only a row without a ticket that says "here I am", once. Whoever comes later writes such a row too, is
/// noticed by it, and from then on both write what they do and give signs of life until the other has gone.
///
/// show() from any thread; the rest in the thread that watches the desk, on its connection. Failures are logged, once
/// until it works again, and tried again: presence is a courtesy.
class PresenceKeeper
{
public:
    using Clock = std::chrono::steady_clock;
    /// All that others do, by ticket; called in the watching thread, only when something of it has changed.
    using Announce = std::function<void(const QVector<Presence> &others)>;

    explicit PresenceKeeper(Announce announce);

    /// What the person does now, in place of what was said before. Written by the next look.
    void show(PersonId me, const QVector<PresenceSign> &signs);
    /// The same of one of the clients that are served here; nothing: it has gone, or does nothing.
    void showFor(const QUuid &client, PersonId me, const QVector<PresenceSign> &signs);
    /// Somebody wants to hear of the others, whether or not this client ever shows anything.
    void listen() { m_used = true; }

    /// What is due: writing, a sign of life, reading. `heard`: somebody may have written presence.
    void look(Connection &connection, bool heard);
    /// When something is due again.
    [[nodiscard]] Clock::time_point nextLook() const;
    /// The connection was lost: others are no longer known, and everything is written again on the next one.
    void forget();
    /// Takes this client's rows away.
    void leave(Connection &connection);

private:
    /// A client that is served here.
    struct Served {
        PersonId me;
        QVector<PresenceSign> signs;
        bool changed = true;
        int written = 0; ///< rows in the table; of the watching thread
    };

    void write(Connection &connection);
    void writeServed(Connection &connection);
    void keepServedAlive(Connection &connection);
    void forgetServed();
    [[nodiscard]] bool isServed(const QUuid &client) const;
    Result<int> writeRowsOf(Connection &connection, const QByteArray &client, PersonId me, QVector<PresenceSign> rows);
    bool writeTogether(Connection &connection, const std::map<QByteArray, Served> &changed);
    static Result<void> sweep(Connection &connection);
    static Result<void> exchangeRows(Connection &connection, const QByteArray &client, PersonId me,
                                     const QVector<PresenceSign> &rows);
    Result<void> writeRows(Connection &connection, const QByteArray &client, PersonId me,
                           const QVector<PresenceSign> &rows);
    void giveSignOfLife(Connection &connection);
    void read(Connection &connection);
    Result<QVector<Presence>> readOthers(Connection &connection) const;
    /// False: `status` was a failure, which is now logged.
    bool worked(const Result<void> &status);

    Announce m_announce;
    QByteArray m_client;
    std::atomic<bool> m_used = false;
    mutable std::mutex m_mutex; ///< for what the person does
    std::map<QByteArray, Served> m_served;
    bool m_servedChanged = false;
    PersonId m_me;
    QVector<PresenceSign> m_signs;
    bool m_changed = true; ///< what the person does is not in the table as it is now
    // Of the watching thread.
    QVector<Presence> m_others;
    bool m_alone = true;
    bool m_failureTold = false;
    int m_written = 0; ///< rows of this client in the table
    Clock::time_point m_nextTry;
    Clock::time_point m_nextSign;
    Clock::time_point m_nextRead;
    Clock::time_point m_nextServedSign;
    bool m_readSoon = false; ///< something was heard a moment after it was read
    Clock::time_point m_noReadBefore;
};

} // namespace deskhand
