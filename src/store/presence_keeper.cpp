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
/// A service with many clients hears of itself all the time.
constexpr std::chrono::milliseconds readNoSooner{50};
constexpr size_t mostWrittenAtOnce = 100;
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

void PresenceKeeper::showFor(const QUuid &client, PersonId me, const QVector<PresenceSign> &signs)
{
    const std::lock_guard lock(m_mutex);
    m_used = true;
    Served &served = m_served[client.toRfc4122()];
    if (served.me == me && served.signs == signs)
        return;
    // While its rows are being written it comes back, to have them taken away again.
    if (signs.isEmpty() && served.written == 0) {
        m_served.erase(client.toRfc4122());
        return;
    }
    served.me = me;
    served.signs = signs;
    served.changed = true;
    m_servedChanged = true;
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
    writeServed(connection);
    if (now >= m_nextServedSign)
        keepServedAlive(connection);
    m_readSoon |= heard;
    if (now >= m_nextRead || (m_readSoon && now >= m_noReadBefore))
        read(connection);
}

PresenceKeeper::Clock::time_point PresenceKeeper::nextLook() const
{
    if (!m_used)
        return Clock::time_point::max();
    const std::lock_guard lock(m_mutex);
    Clock::time_point next = m_readSoon ? std::min(m_nextRead, m_noReadBefore) : m_nextRead;
    if (m_servedChanged)
        next = std::min(next, m_nextTry);
    if (!m_served.empty())
        next = std::min(next, m_nextServedSign);
    return m_written > 0 ? std::min(m_nextSign, next) : next;
}

void PresenceKeeper::forget()
{
    {
        const std::lock_guard lock(m_mutex);
        m_changed = true;
    }
    forgetServed();
    m_nextTry = {};
    m_nextRead = {};
    m_written = 0;
    m_alone = true;
    if (!m_others.isEmpty())
        m_announce(m_others = {});
}

void PresenceKeeper::leave(Connection &connection)
{
    const std::lock_guard lock(m_mutex);
    Statement drop = connection.sql("presence.dropAll");
    if (m_written > 0)
        worked(drop.bind(":client", m_client).run());
    for (const auto &[client, served] : m_served) {
        if (served.written > 0)
            worked(drop.bind(":client", client).run());
    }
}

bool PresenceKeeper::isServed(const QUuid &client) const
{
    const std::lock_guard lock(m_mutex);
    return m_served.count(client.toRfc4122()) > 0;
}

void PresenceKeeper::forgetServed()
{
    const std::lock_guard lock(m_mutex);
    for (auto &[client, served] : m_served) {
        served.changed = true;
        served.written = 0;
    }
    m_servedChanged = true;
}

/// Of those that have changed; in a file only as long as another program is there to see it.
void PresenceKeeper::writeServed(Connection &connection)
{
    const bool hidden = connection.dialect() == SqlDialect::Sqlite && m_alone;
    std::map<QByteArray, Served> changed;
    {
        const std::lock_guard lock(m_mutex);
        if (hidden || !m_servedChanged || Clock::now() < m_nextTry)
            return;
        m_servedChanged = false;
        for (auto &[client, served] : m_served) {
            if (!served.changed)
                continue;
            if (changed.size() == mostWrittenAtOnce) {
                m_servedChanged = true; // the rest when the feed was looked at
                break;
            }
            served.changed = false;
            changed.emplace(client, served);
        }
    }
    const bool together = writeTogether(connection, changed);
    for (const auto &[client, served] : changed) {
        Result<int> written = int(served.signs.size());
        if (!together && (!served.signs.isEmpty() || served.written > 0))
            written = writeRowsOf(connection, client, served.me, served.signs);
        const bool done = worked(written ? Result<void>() : Result<void>(written.error()));
        const std::lock_guard lock(m_mutex);
        if (m_served.count(client) == 0)
            m_servedChanged = true;
        Served &now = m_served[client];
        if (done) {
            now.written = *written;
        } else {
            now.changed = m_servedChanged = true;
            m_nextTry = Clock::now() + tryAgainAfter;
        }
        if (now.signs.isEmpty() && now.written == 0 && !now.changed)
            m_served.erase(client);
    }
}

/// Where many come and go, one transaction for all of them; false: it has to be done one by one.
bool PresenceKeeper::writeTogether(Connection &connection, const std::map<QByteArray, Served> &changed)
{
    if (changed.size() < 2)
        return false;
    Transaction transaction(connection);
    if (!transaction.begin() || !sweep(connection))
        return false;
    for (const auto &[client, served] : changed) {
        if (!served.signs.isEmpty() || served.written > 0) {
            if (!exchangeRows(connection, client, served.me, served.signs))
                return false;
        }
    }
    return transaction.commit().has_value();
}

void PresenceKeeper::keepServedAlive(Connection &connection)
{
    m_nextServedSign = Clock::now() + signOfLifeEvery;
    QVector<QPair<QByteArray, int>> there;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[client, served] : m_served) {
            if (served.written > 0)
                there.append({client, served.written});
        }
    }
    if (there.isEmpty() || (connection.dialect() == SqlDialect::Sqlite && m_alone))
        return;
    Transaction transaction(connection);
    if (!worked(transaction.begin()))
        return;
    QVector<QByteArray> lost;
    {
        Statement sign = connection.sql("presence.signOfLife");
        for (const auto &[client, written] : std::as_const(there)) {
            if (!worked(sign.bind(":client", client).run())) {
                m_nextServedSign = Clock::now() + tryAgainAfter;
                return;
            }
            if (sign.changedRows() != written)
                lost.append(client);
        }
    }
    if (!worked(transaction.commit()))
        return;
    const std::lock_guard lock(m_mutex);
    for (const QByteArray &client : std::as_const(lost)) {
        if (const auto found = m_served.find(client); found != m_served.end())
            found->second.changed = m_servedChanged = true;
    }
}

/// How many rows are there now.
Result<int> PresenceKeeper::writeRowsOf(Connection &connection, const QByteArray &client, PersonId me,
                                        QVector<PresenceSign> rows)
{
    Result<void> done = writeRows(connection, client, me, rows);
    // A ticket that this person does not see any more: to the others they are nowhere.
    if (!done && done.error().code == ErrorCode::Denied) {
        rows.clear();
        done = writeRows(connection, client, me, rows);
    }
    return done ? Result<int>(int(rows.size())) : Result<int>(done.error());
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
    const Result<int> written = writeRowsOf(connection, m_client, me, rows);
    if (worked(written ? Result<void>() : Result<void>(written.error()))) {
        m_written = *written;
        m_nextSign = now + signOfLifeEvery;
        return;
    }
    m_nextTry = now + tryAgainAfter;
    const std::lock_guard lock(m_mutex);
    m_changed = true;
}

Result<void> PresenceKeeper::writeRows(Connection &connection, const QByteArray &client, PersonId me,
                                       const QVector<PresenceSign> &rows)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    if (Result<void> swept = sweep(connection); !swept)
        return swept;
    if (Result<void> exchanged = exchangeRows(connection, client, me, rows); !exchanged)
        return exchanged;
    return transaction.commit();
}

Result<void> PresenceKeeper::sweep(Connection &connection)
{
    Statement sweep = connection.sql("presence.dropSilent");
    return sweep.bind(":milliseconds", sweepAfterMs).run();
}

Result<void> PresenceKeeper::exchangeRows(Connection &connection, const QByteArray &client, PersonId me,
                                          const QVector<PresenceSign> &rows)
{
    QVector<TicketId> old;
    {
        Statement mine = connection.sql("presence.mine");
        mine.bind(":client", client);
        while (mine.next())
            old.append(mine.id<TicketId>(0));
        if (Result<void> status = mine.status(); !status)
            return status;
    }
    Statement drop = connection.sql("presence.dropOne");
    for (const TicketId ticket : std::as_const(old)) {
        const bool stays =
            std::any_of(rows.cbegin(), rows.cend(), [&](const PresenceSign &row) { return row.ticket == ticket; });
        if (stays)
            continue;
        if (Result<void> dropped = drop.bind(":client", client).bind(":ticket", ticket).run(); !dropped)
            return dropped;
    }
    Statement show = connection.sql("presence.show");
    for (const PresenceSign &row : rows) {
        show.bind(":client", client).bind(":ticket", row.ticket).bind(":person", me).bind(":kind", int(row.kind));
        if (Result<void> shown = show.run(); !shown)
            return shown;
    }
    return {};
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
    m_readSoon = false;
    m_noReadBefore = Clock::now() + readNoSooner;
    m_nextRead = Clock::now() + (file ? Clock::duration(readFileEvery) : Clock::duration(readServerEvery));
    Result<QVector<Presence>> all = readOthers(connection);
    if (!all) {
        worked(all.error());
        return;
    }
    const bool alone =
        std::all_of(all->cbegin(), all->cend(), [this](const Presence &one) { return isServed(one.client); });
    if (std::exchange(m_alone, alone) && !alone && file) {
        // Somebody came: they have not yet read what is done here.
        m_written = 0;
        write(connection);
        forgetServed();
        writeServed(connection);
    }
    all->erase(std::remove_if(all->begin(), all->end(),
                              [this](const Presence &one) { return isPlainSign(one) || isServed(one.client); }),
               all->end());
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
