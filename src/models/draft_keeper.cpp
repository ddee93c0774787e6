// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_keeper.h"

#include "base/deliver.h"
#include "base/run_in_pool.h"
#include "models/sent_drafts.h"

#include <algorithm>
#include <memory>

namespace deskhand {

namespace {

constexpr int retryAfter = 2000; // ms

struct LoadedDrafts {
    QVector<Draft> drafts;
    QStringList damaged;
};

} // namespace

DraftKeeper::DraftKeeper(DraftStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_worker.setMaxThreadCount(1); // the store is not thread-safe, and order is what makes the newest state win
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &DraftKeeper::startNext);
}

DraftKeeper::~DraftKeeper()
{
    flush();
}

void DraftKeeper::load()
{
    DraftStore *store = &m_store;
    const auto work = [store]() -> Result<LoadedDrafts> {
        LoadedDrafts loaded;
        const Result<QVector<Draft>> drafts = store->load(&loaded.damaged);
        if (!drafts)
            return drafts.error();
        loaded.drafts = *drafts;
        return loaded;
    };
    deliver(runInPool<LoadedDrafts>(m_worker, work), this, [this](const Result<LoadedDrafts> &result) {
        if (result) {
            for (const Draft &draft : result->drafts) {
                if (!m_drafts.contains(draft.key)) {
                    m_drafts.insert(draft.key, draft);
                    Q_EMIT changed(draft.ticket);
                }
            }
            if (!result->damaged.isEmpty())
                Q_EMIT damagedFound(result->damaged);
        } else {
            Q_EMIT saveFailed(QString(), result.error());
        }
        Q_EMIT loaded();
    });
}

const Draft *DraftKeeper::find(const QString &key) const
{
    const auto found = m_drafts.constFind(key);
    return found == m_drafts.constEnd() ? nullptr : &*found;
}

QVector<Draft> DraftKeeper::drafts() const
{
    return inOrder(false);
}

QVector<Draft> DraftKeeper::sentDrafts() const
{
    return inOrder(true);
}

QVector<Draft> DraftKeeper::inOrder(bool sent) const
{
    QVector<Draft> all(m_drafts.cbegin(), m_drafts.cend());
    all.removeIf([sent](const Draft &draft) { return isSentDraft(draft) != sent; });
    std::sort(all.begin(), all.end(), [](const Draft &a, const Draft &b) {
        return a.savedAt != b.savedAt ? a.savedAt < b.savedAt : a.key < b.key;
    });
    return all;
}

QSet<TicketId> DraftKeeper::ticketsWithDrafts() const
{
    QSet<TicketId> tickets;
    for (const Draft &draft : m_drafts) {
        if (draft.ticket.isValid() && !isSentDraft(draft))
            tickets.insert(draft.ticket);
    }
    return tickets;
}

void DraftKeeper::keep(const Draft &draft)
{
    const bool isNew = !m_drafts.contains(draft.key);
    m_drafts.insert(draft.key, draft);
    if (!m_waiting.contains(draft.key))
        m_waiting.append(draft.key);
    startNext();
    if (isNew)
        Q_EMIT changed(draft.ticket);
}

void DraftKeeper::discard(const QString &key)
{
    const auto found = m_drafts.constFind(key);
    if (found == m_drafts.constEnd())
        return;
    const TicketId ticket = found->ticket;
    m_drafts.erase(found);
    if (!m_waiting.contains(key))
        m_waiting.append(key);
    startNext();
    Q_EMIT changed(ticket);
}

void DraftKeeper::throwAway(const QString &key)
{
    discard(key);
    Q_EMIT thrownAway(key);
}

bool DraftKeeper::putBack(const Draft &draft)
{
    if (find(draft.key) != nullptr)
        return false;
    keep(draft);
    Q_EMIT takenBack(draft.key);
    return true;
}

void DraftKeeper::giveBack(const Draft &draft)
{
    keep(draft);
    Q_EMIT givenBack(draft.key);
}

void DraftKeeper::startNext()
{
    if (!m_busyKey.isEmpty() || m_waiting.isEmpty())
        return;
    m_busyKey = m_waiting.takeFirst();
    DraftStore *store = &m_store;
    const QString key = m_busyKey;
    const Draft *draft = find(key);
    const auto save = [store, copy = draft != nullptr ? *draft : Draft()] { return store->save(copy); };
    const auto remove = [store, key] { return store->remove(key); };
    const QFuture<Result<void>> written =
        draft != nullptr ? runInPool<void>(m_worker, save) : runInPool<void>(m_worker, remove);
    deliver(written, this, [this, key](const Result<void> &result) { finishWrite(key, result); });
}

void DraftKeeper::finishWrite(const QString &key, const Result<void> &result)
{
    m_busyKey.clear();
    const bool newerWaits = m_waiting.contains(key);
    if (!result) {
        if (!newerWaits)
            m_waiting.append(key);
        m_retry.start();
        Q_EMIT saveFailed(key, result.error());
        return;
    }
    startNext();
    if (!newerWaits)
        Q_EMIT saved(key);
}

void DraftKeeper::flush()
{
    m_worker.waitForDone();
    // What waited behind the write in progress is written here: the worker is idle now.
    for (const QString &key : std::exchange(m_waiting, {})) {
        const Draft *draft = find(key);
        const Result<void> result = draft != nullptr ? m_store.save(*draft) : m_store.remove(key);
        if (!result)
            Q_EMIT saveFailed(key, result.error());
    }
}

} // namespace deskhand
