// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/presence_keeper.h"

#include "base/logging.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

constexpr std::chrono::seconds signOfLifeEvery{10};
constexpr std::chrono::seconds tryAgainAfter{1};
/// A file says by itself that it was written; what nobody writes, silence, is seen this soon. A server's notices may
/// be lost with their connection.
constexpr std::chrono::seconds readFileEvery{1};
constexpr std::chrono::seconds readServerEvery{5};
/// Rows of clients that have crashed are swept up after this; nobody reads them in between.
constexpr qint64 sweepAfterMs = 10 * presenceLastsMs;

/// A row about no ticket says that its client is there.
bool isPlainSign(const Presence &presence)
{
    return !presence.ticket.isValid();
}

} // namespace

PresenceKeeper::PresenceKeeper(Announce announce)
    : m_announce(std::move(announce))
    , m_client(QUuid::createUuid().toRfc4122())
{
}

void PresenceKeeper::show(PersonId me, const QVector<PresenceSign> &signs)
{
    const std::lock_guard lock(m_mutex);
    m_used = true;
    if (m_me == me && m_signs == signs)
        return;
    m_me = me;
    m_signs = signs;
    m_changed = true;
}

void PresenceKeeper::look(Connection &connection, bool heard)
{
    if (!m_used)
        return;
    const Clock::time_point now = Clock::now();
    bool changed = false;
    {
        const std::lock_guard lock(m_mutex);
        changed = m_changed;
    }
    if (changed && now >= m_nextTry)
        write(connection);
    else if (m_written > 0 && now >= m_nextSign)
        giveSignOfLife(connection);
    if (heard || now >= m_nextRead)
        read(connection);
}

PresenceKeeper::Clock::time_point PresenceKeeper::nextLook() const
{
    if (!m_used)
        return Clock::time_point::max();
    return m_written > 0 ? std::min(m_nextSign, m_nextRead) : m_nextRead;
}

void PresenceKeeper::forget()
{
    {
        const std::lock_guard lock(m_mutex);
        m_changed = true;
    }
    m_nextTry = {};
    m_nextRead = {};
    m_written = 0;
    m_alone = true;
    if (!m_others.isEmpty())
        m_announce(m_others = {});
}

void PresenceKeeper::leave(Connection &connection)
{
    if (m_written == 0)
        return;
    Statement drop = connection.sql("presence.dropAll");
    worked(drop.bind(":client", m_client).run());
}

void PresenceKeeper::write(Connection &connection)
{
    const bool file = connection.dialect() == SqlDialect::Sqlite;
    PersonId me;
    QVector<PresenceSign> rows;
    {
        const std::lock_guard lock(m_mutex);
        m_changed = false;
        me = m_me;
        if (!file || !m_alone)
            rows = m_signs;
    }
    if (file)
        rows.prepend(PresenceSign{});
    // Nothing there and nothing to be there; a file's client that is alone has said so already.
    const bool alreadySo = file ? m_alone && m_written == 1 : rows.isEmpty() && m_written == 0;
    if (alreadySo)
        return;
    const Clock::time_point now = Clock::now();
    Result<void> done = writeRows(connection, me, rows);
    // A ticket that this person does not see any more: to the others they are nowhere.
    if (!done && done.error().code == ErrorCode::Denied) {
        rows.clear();
        done = writeRows(connection, me, rows);
    }
    if (worked(done)) {
        m_written = int(rows.size());
        m_nextSign = now + signOfLifeEvery;
        return;
    }
    m_nextTry = now + tryAgainAfter;
    const std::lock_guard lock(m_mutex);
    m_changed = true;
}

Result<void> PresenceKeeper::writeRows(Connection &connection, PersonId me, const QVector<PresenceSign> &rows)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    {
        Statement sweep = connection.sql("presence.dropSilent");
        if (Result<void> swept = sweep.bind(":milliseconds", sweepAfterMs).run(); !swept)
            return swept;
        QVector<TicketId> old;
        Statement mine = connection.sql("presence.mine");
        mine.bind(":client", m_client);
        while (mine.next())
            old.append(mine.id<TicketId>(0));
        if (Result<void> status = mine.status(); !status)
            return status;
        Statement drop = connection.sql("presence.dropOne");
        for (const TicketId ticket : std::as_const(old)) {
            const bool stays =
                std::any_of(rows.cbegin(), rows.cend(), [&](const PresenceSign &row) { return row.ticket == ticket; });
            if (stays)
                continue;
            if (Result<void> dropped = drop.bind(":client", m_client).bind(":ticket", ticket).run(); !dropped)
                return dropped;
        }
        Statement show = connection.sql("presence.show");
        for (const PresenceSign &row : rows) {
            show.bind(":client", m_client).bind(":ticket", row.ticket).bind(":person", me).bind(":kind", int(row.kind));
            if (Result<void> shown = show.run(); !shown)
                return shown;
        }
    }
    return transaction.commit();
}

void PresenceKeeper::giveSignOfLife(Connection &connection)
{
    m_nextSign = Clock::now() + signOfLifeEvery;
    if (connection.dialect() == SqlDialect::Sqlite && m_alone)
        return;
    Statement sign = connection.sql("presence.signOfLife");
    if (!worked(sign.bind(":client", m_client).run())) {
        m_nextSign = Clock::now() + tryAgainAfter;
        return;
    }
    if (sign.changedRows() == m_written)
        return;
    // A server that has crashed has forgotten; so has a table that was swept while this computer slept.
    const std::lock_guard lock(m_mutex);
    m_changed = true;
}

void PresenceKeeper::read(Connection &connection)
{
    const bool file = connection.dialect() == SqlDialect::Sqlite;
    m_nextRead = Clock::now() + (file ? Clock::duration(readFileEvery) : Clock::duration(readServerEvery));
    Result<QVector<Presence>> all = readOthers(connection);
    if (!all) {
        worked(all.error());
        return;
    }
    const bool alone = all->isEmpty();
    if (std::exchange(m_alone, alone) && !alone && file) {
        // Somebody came: they have not yet read what is done here.
        m_written = 0;
        write(connection);
    }
    all->erase(std::remove_if(all->begin(), all->end(), isPlainSign), all->end());
    if (*all == m_others)
        return;
    m_others = *all;
    m_announce(m_others);
}

Result<QVector<Presence>> PresenceKeeper::readOthers(Connection &connection) const
{
    QVector<Presence> all;
    Statement others = connection.sql("presence.others");
    others.bind(":client", m_client).bind(":milliseconds", presenceLastsMs);
    while (others.next()) {
        ColumnReader row(others);
        Presence presence;
        presence.ticket = row.id<TicketId>();
        presence.person = row.id<PersonId>();
        presence.client = QUuid::fromRfc4122(row.bytes());
        presence.kind = row.enumerator<PresenceKind>();
        presence.since = row.integer();
        all.append(presence);
    }
    if (Result<void> status = others.status(); !status)
        return status.error();
    return all;
}

bool PresenceKeeper::worked(const Result<void> &status)
{
    if (status) {
        m_failureTold = false;
        return true;
    }
    // A file whose writer takes its time is nothing to tell.
    if (status.error().code != ErrorCode::Busy && !std::exchange(m_failureTold, true))
        qCWarning(lcStore, "presence cannot be kept: %s: %s", qPrintable(status.error().where),
                  qPrintable(status.error().detail));
    return false;
}

} // namespace deskhand
