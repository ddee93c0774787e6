// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_syncer.h"

#include "base/deliver.h"
#include "operations/connect_problem.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int feedPageSize = 1000;
constexpr int ticketsAtOnce = 200;
constexpr qint64 tellSkewFromMs = 60'000;

/// What a change of the catalogue, of views or of people is told by.
bool isOfSettings(ChangeKind kind)
{
    return kind == ChangeKind::CatalogChanged || kind == ChangeKind::ViewChanged || kind == ChangeKind::PersonChanged
           || kind == ChangeKind::NotificationChanged;
}

QString problemName(const Error &error)
{
    const auto problem = connectProblemOf(error);
    return problem ? connectProblemName(*problem) : QString();
}

} // namespace

ReplicaSyncer::ReplicaSyncer(ReplicaCore &core, Desk &remote, SyncSource &source,
                             std::function<qint64()> clockCorrection)
    : m_core(core)
    , m_remote(remote)
    , m_source(source)
    , m_clockCorrection(std::move(clockCorrection))
    , m_listAtOnce(ticketsAtOnce)
{
    m_retry.setSingleShot(true);
    m_look.setInterval(lookEveryMs);
    connect(&m_retry, &QTimer::timeout, this, &ReplicaSyncer::round);
    connect(&m_look, &QTimer::timeout, this, &ReplicaSyncer::syncNow);
    connect(&m_remote, &Desk::changed, this, &ReplicaSyncer::syncNow);
    connect(&m_remote, &Desk::connectionChanged, this, [this](DeskConnection now) {
        if (now == DeskConnection::Online)
            syncNow();
        else
            tell(Error{ErrorCode::Offline, QStringLiteral("replica.connection"), {}, {}});
    });
    m_state.syncedAt = core.notes().syncedAt;
}

void ReplicaSyncer::start()
{
    m_look.start();
    round();
}

void ReplicaSyncer::syncNow()
{
    m_retry.stop();
    if (m_running)
        m_again = true;
    else
        round();
}

void ReplicaSyncer::syncThen(std::function<void()> done)
{
    if (m_running)
        m_whenNextDone.append(std::move(done));
    else
        m_whenDone.append(std::move(done));
    syncNow();
}

void ReplicaSyncer::listAgain()
{
    m_listWanted = true;
    syncNow();
}

void ReplicaSyncer::setPhase(SyncPhase phase)
{
    if (phase == SyncPhase::Offline && m_state.phase != SyncPhase::Offline)
        m_state.offlineSince = m_core.clock().now();
    if (phase != SyncPhase::Offline) {
        m_state.offlineSince = 0;
        if (phase == SyncPhase::Online || phase == SyncPhase::Syncing)
            m_state.problem.clear();
    }
    const bool wasOnline = isOnline();
    m_state.phase = phase;
    tellState();
    if (!wasOnline && isOnline())
        Q_EMIT wentOnline();
}

void ReplicaSyncer::tellState()
{
    if (m_state == m_told)
        return;
    m_told = m_state;
    Q_EMIT stateChanged();
}

void ReplicaSyncer::tell(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
        m_state.problem = problemName(error);
        m_headKnown = false;
        setPhase(SyncPhase::Offline);
        retryLater();
        break;
    case ErrorCode::Unauthenticated:
        m_headKnown = false;
        setPhase(SyncPhase::SignedOut);
        break;
    case ErrorCode::TooOld:
    case ErrorCode::TooNew:
        m_headKnown = false;
        setPhase(SyncPhase::TooOld);
        break;
    default: break;
    }
}

void ReplicaSyncer::retryLater()
{
    if (m_retry.isActive() || m_running)
        return;
    m_retry.start(m_pause);
    m_pause = qMin(m_pause * 2, longestPauseMs);
}

void ReplicaSyncer::failRound(const Error &error)
{
    m_running = false;
    m_toFetch.clear();
    m_fetching = 0;
    ++m_round;
    tell(error);
    if (m_state.phase != SyncPhase::SignedOut && m_state.phase != SyncPhase::TooOld)
        retryLater();
    m_again = false;
    const auto waiting = m_whenDone + m_whenNextDone;
    m_whenDone.clear();
    m_whenNextDone.clear();
    for (const auto &done : waiting)
        done();
}

void ReplicaSyncer::endRound()
{
    m_running = false;
    m_pause = firstPauseMs;
    m_state.syncedAt = m_core.clock().now();
    m_state.done = 0;
    m_state.total = 0;
    setPhase(SyncPhase::Online);
    const auto waiting = m_whenDone;
    m_whenDone = m_whenNextDone;
    m_whenNextDone.clear();
    const bool again = m_again || !m_whenDone.isEmpty();
    m_again = false;
    for (const auto &done : waiting)
        done();
    if (again && !m_running)
        round();
}

void ReplicaSyncer::round()
{
    if (m_running)
        return;
    m_running = true;
    if (m_headKnown) {
        readFeed();
        return;
    }
    deliver(m_source.syncHead(), this, [this](const Result<SyncHead> &head) {
        if (head)
            takeHead(*head);
        else
            failRound(head.error());
    });
}

void ReplicaSyncer::takeHead(const SyncHead &head)
{
    const ReplicaNotes &notes = m_core.notes();
    const qint64 skew = head.now - m_core.clock().now() + (m_clockCorrection ? m_clockCorrection() : 0);
    m_state.clockSkewMs = qAbs(skew) >= tellSkewFromMs ? skew : 0;
    if (head.schema != notes.schema) {
        failRound(Error{head.schema > notes.schema ? ErrorCode::TooOld : ErrorCode::TooNew,
                        QStringLiteral("replica.head"),
                        QStringLiteral("schema %1").arg(head.schema),
                        {}});
        return;
    }
    if (head.epoch == notes.epoch && head.cursor >= notes.cursor) {
        m_headKnown = true;
        readFeed();
        return;
    }
    // Never met, or restored from a backup: what was seen of it may never have happened.
    m_core.change([head](ReplicaStore &store) { return store.startAnew(head); }, this,
                  [this, head](const Result<ReplicaEffect> &started) {
                      if (!started) {
                          failRound(started.error());
                          return;
                      }
                      ReplicaNotes fresh = m_core.notes();
                      fresh.epoch = head.epoch;
                      fresh.cursor = head.cursor;
                      fresh.settings = false;
                      fresh.complete = false;
                      m_core.setNotes(fresh);
                      m_core.staleAll();
                      m_headKnown = true;
                      m_listWanted = true;
                      readFeed();
                  });
}

void ReplicaSyncer::fetchSettings(bool tells, std::function<void()> then)
{
    deliver(m_source.syncSettings(m_core.me()), this,
            [this, tells, then = std::move(then)](const Result<SyncRows> &rows) {
                if (!rows) {
                    failRound(rows.error());
                    return;
                }
                m_core.change([rows, tells](ReplicaStore &store) { return store.applySettings(*rows, tells); }, this,
                              [this, then](const Result<ReplicaEffect> &applied) {
                                  if (!applied) {
                                      failRound(applied.error());
                                      return;
                                  }
                                  ReplicaNotes notes = m_core.notes();
                                  notes.settings = true;
                                  m_core.setNotes(notes);
                                  m_settingsWanted = false;
                                  then();
                              });
            });
}

void ReplicaSyncer::readFeed()
{
    if (!m_core.notes().settings || m_settingsWanted) {
        fetchSettings(true, [this] { readFeed(); });
        return;
    }
    deliver(m_remote.changesSince(m_core.notes().cursor, feedPageSize, m_core.me()), this,
            [this](const Result<FeedPage> &page) {
                if (page)
                    takePage(*page);
                else
                    failRound(page.error());
            });
}

void ReplicaSyncer::takePage(const FeedPage &feed)
{
    Page page;
    page.cursor = feed.cursor;
    page.more = feed.more;
    QSet<TicketId> seen;
    for (const Change &change : feed.changes) {
        const bool isMark = change.kind == ChangeKind::ReadMarkSet;
        if (isMark && change.actor != m_core.me())
            continue;
        page.changes.append(change);
        if (isOfSettings(change.kind))
            page.settings = true;
        if (change.kind == ChangeKind::CatalogChanged || change.kind == ChangeKind::BulkLoaded)
            m_listWanted = true; // somebody may be in other queues now
        if (change.kind == ChangeKind::SlaRecomputed && !change.ticket.isValid())
            page.stale = true;
        if (!change.ticket.isValid() || seen.contains(change.ticket))
            continue;
        const auto kept = m_core.kept().constFind(change.ticket);
        if (isMark && kept != m_core.kept().constEnd())
            continue; // needs no rows: the change says all of it
        if (kept == m_core.kept().constEnd())
            page.unknown.append(change.ticket);
        else if (change.seq > *kept)
            page.changed.append(change.ticket);
        else
            continue;
        seen.insert(change.ticket);
    }
    if (page.changes.isEmpty() && page.cursor == m_core.notes().cursor) {
        list();
        return;
    }
    if (page.settings) {
        fetchSettings(false, [this, page] { chooseUnknown(page); }); // the page tells
        return;
    }
    chooseUnknown(page);
}

/// Of what is not here only what belongs here is fetched.
void ReplicaSyncer::chooseUnknown(Page page)
{
    if (page.unknown.isEmpty() || scope().extent == ReplicaExtent::Nothing) {
        fetchPage(page, page.changed);
        return;
    }
    deliver(m_core.local().catalog(), this, [this, page](const Result<CatalogPtr> &catalog) {
        if (!catalog) {
            failRound(catalog.error());
            return;
        }
        deliver(m_remote.rows(page.unknown, m_core.me()), this,
                [this, page, catalog](const Result<QVector<TicketRow>> &rows) {
                    if (!rows) {
                        failRound(rows.error());
                        return;
                    }
                    const Condition condition = replicaCondition(scope(), **catalog, m_core.me());
                    const ConditionContext context{*catalog, m_core.me(), m_core.clock().now()};
                    QVector<TicketId> wanted = page.changed;
                    for (const TicketRow &row : *rows) {
                        if (evaluate(condition, row.facts(), context))
                            wanted.append(row.head.id);
                    }
                    fetchPage(page, wanted);
                });
    });
}

void ReplicaSyncer::fetchPage(const Page &page, QVector<TicketId> wanted)
{
    if (wanted.isEmpty()) {
        finishPage(page);
        return;
    }
    const QVector<TicketId> asked = wanted.mid(0, ticketsAtOnce);
    deliver(m_source.syncTickets(asked, m_core.me()), this, [this, page, wanted, asked](const Result<SyncRows> &rows) {
        if (!rows) {
            failRound(rows.error());
            return;
        }
        apply(*rows, {}, [this, page, wanted, asked](const Result<ReplicaEffect> &applied) {
            if (!applied) {
                failRound(applied.error());
                return;
            }
            // What had no place in the answer is asked for again.
            QVector<TicketId> left = wanted.mid(asked.size());
            for (const TicketId id : asked) {
                if (!applied->kept.contains(id) && !applied->dropped.contains(id))
                    left.append(id);
            }
            fetchPage(page, left.size() < wanted.size() ? left : QVector<TicketId>());
        });
    });
}

void ReplicaSyncer::finishPage(const Page &page)
{
    ReplicaNews news;
    news.changes = page.changes;
    news.cursor = page.cursor;
    news.stale = page.stale;
    m_core.change([news](ReplicaStore &store) { return store.announce(news); }, this,
                  [this, page](const Result<ReplicaEffect> &told) {
                      if (!told) {
                          failRound(told.error());
                          return;
                      }
                      m_core.moveCursor(page.cursor);
                      if (page.stale) {
                          m_core.staleAll();
                          m_listWanted = true;
                      }
                      if (page.more)
                          readFeed();
                      else
                          list();
                  });
}

} // namespace deskhand
