// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_core.h"

#include "base/deliver.h"
#include "base/logging.h"
#include "replica/replica_file.h"
#include "store/migrations.h"

#include <algorithm>

namespace deskhand {

Result<std::unique_ptr<ReplicaCore>> ReplicaCore::open(const QString &path, PersonId me,
                                                       std::shared_ptr<const Clock> clock)
{
    Result<std::unique_ptr<Connection>> connection = openReplicaFile(path);
    if (!connection)
        return connection.error();
    auto store = std::make_shared<ReplicaStore>(**connection, clock, me);
    Result<ReplicaContent> content = store->load();
    if (!content)
        return content.error();
    ReplicaNotes &notes = content->notes;
    if (notes.me.isValid() && notes.me != me)
        return Error{ErrorCode::Denied, QStringLiteral("replica.open"), QStringLiteral("somebody else's"), {}};
    const Result<QVector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return migrations.error();
    notes.me = me;
    // Rows of an older schema lack what has come since: all of them are fetched anew.
    if (notes.schema != 0 && notes.schema != migrations->size()) {
        notes.settings = false;
        notes.complete = false;
        for (qint64 &cursor : content->kept)
            cursor = -1;
    }
    notes.schema = int(migrations->size());
    if (const Result<void> saved = store->save(notes); !saved)
        return saved.error();
    LocalDeskOptions options;
    options.clock = clock;
    options.mayMigrate = false;
    Result<std::unique_ptr<LocalDesk>> local = LocalDesk::open(path, std::move(options));
    if (!local)
        return local.error();
    return std::unique_ptr<ReplicaCore>(new ReplicaCore(*std::move(connection), std::move(clock), *std::move(content),
                                                        std::move(store), *std::move(local)));
}

ReplicaCore::ReplicaCore(std::unique_ptr<Connection> connection, std::shared_ptr<const Clock> clock,
                         ReplicaContent content, std::shared_ptr<ReplicaStore> store, std::unique_ptr<LocalDesk> local)
    : m_clock(std::move(clock))
    , m_notes(content.notes)
    , m_kept(std::move(content.kept))
    , m_aliases(std::move(content.aliases))
    , m_queue(std::move(content.queue))
    , m_lastChange(content.lastChange)
    , m_local(std::move(local))
    , m_store(std::move(store))
    , m_writer(std::make_unique<DbThread>(std::move(connection), DbThread::Jobs::Uninterrupted))
{
}

ReplicaCore::~ReplicaCore() = default;

void ReplicaCore::setNotes(const ReplicaNotes &notes)
{
    m_notes = notes;
    deliver(write([notes](ReplicaStore &store) { return store.save(notes); }), this, [](const Result<void> &saved) {
        if (!saved)
            qCWarning(lcStore, "a replica's notes were not saved: %s", qPrintable(saved.error().detail));
    });
}

void ReplicaCore::staleAll()
{
    for (qint64 &cursor : m_kept)
        cursor = -1;
}

void ReplicaCore::readCatalog(QObject *context, std::function<void(const Result<CatalogPtr> &)> done)
{
    deliver(m_local->catalog(), context,
            [this, done = std::move(done), changes = m_catalogChanges](const Result<CatalogPtr> &catalog) {
                if (catalog && changes == m_catalogChanges)
                    m_catalog = *catalog;
                done(catalog);
            });
}

void ReplicaCore::forgetCatalog()
{
    m_catalog.reset();
    ++m_catalogChanges;
}

void ReplicaCore::take(const ReplicaEffect &effect)
{
    const bool tellsOfCatalog = std::any_of(effect.changes.cbegin(), effect.changes.cend(), [](const Change &change) {
        return change.kind == ChangeKind::CatalogChanged;
    });
    // First of all: whoever hears of it asks by the new one.
    if (effect.catalogChanged || tellsOfCatalog)
        forgetCatalog();
    for (const TicketId ticket : effect.dropped)
        m_kept.remove(ticket);
    for (auto kept = effect.kept.cbegin(); kept != effect.kept.cend(); ++kept)
        m_kept.insert(kept.key(), kept.value());
    if (effect.settledFrom.isValid())
        m_aliases.insert(effect.settledFrom, effect.settledTo);
    if (effect.viewFrom.isValid())
        Q_EMIT viewSettled(effect.viewFrom, effect.viewTo);
    if (!effect.changes.isEmpty()) {
        m_lastChange = effect.changes.last().seq;
        Q_EMIT changed(effect.changes);
    }
    if (effect.catalogChanged || tellsOfCatalog)
        Q_EMIT catalogChanged();
    if (effect.settledFrom.isValid())
        Q_EMIT ticketSettled(effect.settledFrom, effect.settledTo, effect.settledNumber);
}

void ReplicaCore::readQueue(std::function<void()> then)
{
    deliver(write([](ReplicaStore &store) { return store.queue(); }), this,
            [this, then = std::move(then)](const Result<QVector<OutboxCommand>> &queue) {
                if (queue)
                    m_queue = *queue;
                Q_EMIT queueChanged();
                then();
            });
}

void ReplicaCore::change(std::function<Result<ReplicaEffect>(ReplicaStore &)> fn, QObject *context,
                         std::function<void(const Result<ReplicaEffect> &)> done)
{
    QPointer<QObject> guard(context);
    deliver(write(std::move(fn)), this, [this, guard, done = std::move(done)](const Result<ReplicaEffect> &effect) {
        if (!effect) {
            if (guard)
                done(effect);
            return;
        }
        take(*effect);
        if (!effect->queueChanged) {
            if (guard)
                done(effect);
            return;
        }
        readQueue([guard, done, effect] {
            if (guard)
                done(effect);
        });
    });
}

} // namespace deskhand
