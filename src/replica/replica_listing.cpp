// SPDX-License-Identifier: GPL-3.0-or-later
// What a replica is to keep is listed, and what of it is not here yet is fetched.
#include "replica/replica_syncer.h"

#include "base/deliver.h"
#include "base/logging.h"
#include "base/run_in_pool.h"

#include <QElapsedTimer>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int fetchesAtOnce = 2;
constexpr qsizetype newestFirst = 1'000; ///< of what is fetched: what somebody may look at meanwhile
constexpr int leastAtOnce = 50;          ///< of a list, over a link on which an answer takes longer than slowMs
constexpr int mostAtOnce = 500;          ///< what SyncSource gives
constexpr qint64 quickMs = 3'000;        ///< an answer that came sooner may be larger
constexpr qint64 slowMs = 6'000;         ///< what was cut off is asked for again: not too much of it

} // namespace

void ReplicaSyncer::list()
{
    const Instant now = m_core.clock().now();
    if (!m_listWanted && m_core.notes().complete && now - m_listedAt < listEveryMs) {
        endRound();
        return;
    }
    deliver(m_core.local().catalog(), this, [this, now](const Result<CatalogPtr> &catalog) {
        if (!catalog) {
            failRound(catalog.error());
            return;
        }
        TicketQuery query;
        query.condition = replicaCondition(scope(), **catalog, m_core.me());
        query.sort = ListSort{ListColumn::Updated, true};
        query.me = m_core.me();
        query.now = now;
        deliver(m_remote.tickets(query), this, [this](const Result<TicketList> &listed) {
            if (listed)
                takeList(*listed);
            else
                failRound(listed.error());
        });
    });
}

void ReplicaSyncer::takeList(const TicketList &listed)
{
    m_listWanted = false;
    m_toFetch.clear();
    QSet<TicketId> wanted;
    for (const TicketId id : listed.ids) {
        wanted.insert(id);
        if (m_core.kept().value(id, -1) < 0)
            m_toFetch.append(id);
    }
    // The rest as it was opened: tables and indexes grow at their ends then.
    if (m_toFetch.size() > newestFirst)
        std::sort(m_toFetch.begin() + newestFirst, m_toFetch.end());
    QVector<TicketId> superfluous;
    for (auto kept = m_core.kept().cbegin(); kept != m_core.kept().cend(); ++kept) {
        if (!wanted.contains(kept.key()) && !isProvisional(kept.key()))
            superfluous.append(kept.key());
    }
    m_state.done = listed.ids.size() - m_toFetch.size();
    m_state.total = listed.ids.size();
    if (superfluous.isEmpty()) {
        fetchListed();
        return;
    }
    m_core.change([superfluous](ReplicaStore &store) { return store.removeTickets(superfluous); }, this,
                  [this](const Result<ReplicaEffect> &removed) {
                      if (removed)
                          fetchListed();
                      else
                          failRound(removed.error());
                  });
}

void ReplicaSyncer::fetchListed()
{
    if (m_toFetch.isEmpty() && m_fetching == 0) {
        if (m_core.notes().complete)
            completeList();
        else
            tidy(true);
        return;
    }
    setPhase(SyncPhase::Syncing);
    while (m_fetching < fetchesAtOnce && !m_toFetch.isEmpty()) {
        const QVector<TicketId> asked = m_toFetch.mid(0, m_listAtOnce);
        m_toFetch.remove(0, asked.size());
        ++m_fetching;
        QElapsedTimer since;
        since.start();
        deliver(m_source.syncTickets(asked, m_core.me()), this,
                [this, asked, since, round = m_round](const Result<SyncRows> &rows) {
                    takePace(since.elapsed(), bool(rows));
                    takeListed(rows, asked, round);
                });
    }
}

/// Much has come. In parts, so that what a person does meanwhile waits for one of them at most.
void ReplicaSyncer::tidy(bool begins)
{
    deliver(m_core.write([begins](ReplicaStore &store) { return store.tidy(begins); }), this,
            [this, round = m_round](const Result<bool> &more) {
                if (round != m_round)
                    return;
                if (more && *more) {
                    tidy(false);
                    return;
                }
                if (!more)
                    qCWarning(lcStore, "a replica was not tidied: %s", qPrintable(more.error().detail));
                completeList();
            });
}

void ReplicaSyncer::completeList()
{
    m_listedAt = m_core.clock().now();
    ReplicaNotes notes = m_core.notes();
    notes.complete = !m_listWanted; // somebody has chosen otherwise meanwhile
    notes.syncedAt = m_listedAt;
    m_core.setNotes(notes);
    endRound();
}

/// The larger an answer, the less its tickets cost; the slower the link, the more is lost with one.
void ReplicaSyncer::takePace(qint64 milliseconds, bool came)
{
    if (!came || milliseconds > slowMs)
        m_listAtOnce = std::max(leastAtOnce, m_listAtOnce / 2);
    else if (milliseconds < quickMs)
        m_listAtOnce = std::min(mostAtOnce, m_listAtOnce * 2);
}

void ReplicaSyncer::takeListed(const Result<SyncRows> &rows, const QVector<TicketId> &asked, int round)
{
    const auto failed = [this, round](const Error &error) {
        if (round == m_round)
            failRound(error);
    };
    if (!rows) {
        failed(rows.error());
        return;
    }
    ReplicaNews news;
    Change loaded;
    loaded.kind = ChangeKind::BulkLoaded;
    news.changes = {loaded};
    apply(*rows, news, [this, asked, round, failed](const Result<ReplicaEffect> &applied) {
        if (!applied) {
            failed(applied.error());
            return;
        }
        if (round != m_round)
            return;
        --m_fetching;
        int arrived = 0;
        for (const TicketId id : asked) {
            if (applied->kept.contains(id) || applied->dropped.contains(id))
                ++arrived;
            else
                m_toFetch.append(id);
        }
        m_state.done += arrived;
        tellState();
        if (arrived == 0)
            m_toFetch.clear(); // merged meanwhile, or broken: the next round sees
        fetchListed();
    });
}

void ReplicaSyncer::apply(const SyncRows &rows, const ReplicaNews &news,
                          std::function<void(const Result<ReplicaEffect> &)> done)
{
    const QFuture<Result<ReplicaRows>> apart = runInPool<ReplicaRows>(m_worker, [rows] { return takeApart(rows); });
    deliver(apart, this, [this, news, done = std::move(done)](const Result<ReplicaRows> &taken) {
        if (!taken) {
            done(taken.error());
            return;
        }
        m_core.change(
            [taken, news, scope = scope()](ReplicaStore &store) { return store.applyTickets(*taken, scope, news); },
            this, done);
    });
}

} // namespace deskhand
