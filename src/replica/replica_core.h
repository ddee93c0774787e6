// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog_ptr.h"
#include "operations/desk_sync.h"
#include "replica/replica_store.h"
#include "store/db_thread.h"
#include "store/local_desk.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace deskhand {

/// The file of a replica with its two sides: a desk that answers questions from it, and a thread that writes it. Knows
/// in memory which tickets are kept and what waits. GUI thread.
class ReplicaCore final : public QObject
{
    Q_OBJECT

public:
    /// Blocks for the few milliseconds that opening takes. Errors: of openReplicaFile() and LocalDesk::open(); Denied:
    /// it is somebody else's.
    [[nodiscard]] static Result<std::unique_ptr<ReplicaCore>> open(const QString &path, PersonId me,
                                                                   std::shared_ptr<const Clock> clock);
    ~ReplicaCore() override;

    [[nodiscard]] LocalDesk &local() { return *m_local; }
    [[nodiscard]] PersonId me() const { return m_notes.me; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] const ReplicaNotes &notes() const { return m_notes; }
    [[nodiscard]] const QHash<TicketId, qint64> &kept() const { return m_kept; }
    [[nodiscard]] bool isKept(TicketId id) const { return m_kept.contains(id); }
    [[nodiscard]] const QVector<OutboxCommand> &queue() const { return m_queue; }
    [[nodiscard]] qint64 lastChange() const { return m_lastChange; } ///< that was announced
    /// What the service calls a ticket that was opened here.
    [[nodiscard]] TicketId known(TicketId id) const { return m_aliases.value(id, id); }

    /// The catalogue as it was read last; null when it has changed since then, or nobody has asked for it yet.
    [[nodiscard]] const CatalogPtr &knownCatalog() const { return m_catalog; }
    /// Reads it out of the file, for the next time too.
    void readCatalog(QObject *context, std::function<void(const Result<CatalogPtr> &)> done);

    /// Runs `fn(ReplicaStore &) -> Result<T>` in the writer's thread.
    template <typename Fn>
    auto write(Fn fn)
    {
        return m_writer->run([store = m_store, fn = std::move(fn)](Connection &) { return fn(*store); });
    }
    /// The same for what has an effect, which is known and told before `done(Result<ReplicaEffect>)` is called.
    void change(std::function<Result<ReplicaEffect>(ReplicaStore &)> fn, QObject *context,
                std::function<void(const Result<ReplicaEffect> &)> done);
    void setNotes(const ReplicaNotes &notes);                   ///< kept in the file, too
    void moveCursor(qint64 cursor) { m_notes.cursor = cursor; } ///< the file has it already
    void staleAll();                                            ///< all rows have to be fetched anew

Q_SIGNALS:
    void changed(const QVector<deskhand::Change> &changes);
    void catalogChanged();
    void queueChanged();
    void ticketSettled(deskhand::TicketId provisional, deskhand::TicketId now, const QString &number);
    void viewSettled(deskhand::SavedViewId provisional, deskhand::SavedViewId now);

private:
    ReplicaCore(std::unique_ptr<Connection> connection, std::shared_ptr<const Clock> clock, ReplicaContent content,
                std::shared_ptr<ReplicaStore> store, std::unique_ptr<LocalDesk> local);
    void forgetCatalog();
    void take(const ReplicaEffect &effect);
    void readQueue(std::function<void()> then);

    std::shared_ptr<const Clock> m_clock;
    ReplicaNotes m_notes;
    QHash<TicketId, qint64> m_kept;
    QHash<TicketId, TicketId> m_aliases;
    QVector<OutboxCommand> m_queue;
    qint64 m_lastChange;
    CatalogPtr m_catalog;
    int m_catalogChanges = 0; ///< that were heard of
    std::unique_ptr<LocalDesk> m_local;
    std::shared_ptr<ReplicaStore> m_store; ///< used in the writer's thread only
    std::unique_ptr<DbThread> m_writer;    ///< last: ends first
};

} // namespace deskhand
