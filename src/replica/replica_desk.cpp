// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_desk.h"

#include "base/deliver.h"
#include "operations/ticket_count.h"
#include "replica/replica_core.h"
#include "replica/replica_desk_sync.h"
#include "replica/replica_file.h"
#include "replica/replica_sender.h"
#include "replica/replica_syncer.h"

#include <QHash>
#include <QPromise>

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

template <typename T>
using SharedPromise = std::shared_ptr<QPromise<Result<T>>>;

template <typename T>
SharedPromise<T> newPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T>
void keepPromise(const SharedPromise<T> &promise, const Result<T> &result)
{
    promise->addResult(result);
    promise->finish();
}

bool cannotBeReached(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout
           || error.code == ErrorCode::Unauthenticated;
}

Error offlineNow()
{
    return Error{ErrorCode::Offline, QStringLiteral("replica.ask"), QStringLiteral("only the service knows"), {}};
}

} // namespace

Result<std::unique_ptr<ReplicaDesk>> ReplicaDesk::open(const QString &path, PersonId me, Desk &remote,
                                                       SyncSource &source, ReplicaOptions options)
{
    if (!options.clock)
        options.clock = std::make_shared<SystemClock>();
    Result<std::unique_ptr<ReplicaCore>> core = ReplicaCore::open(path, me, options.clock);
    if (!core)
        return core.error();
    return std::unique_ptr<ReplicaDesk>(new ReplicaDesk(*std::move(core), remote, source, std::move(options)));
}

Result<void> ReplicaDesk::wipe(const QString &path)
{
    return wipeReplicaFile(path);
}

ReplicaDesk::ReplicaDesk(std::unique_ptr<ReplicaCore> core, Desk &remote, SyncSource &source, ReplicaOptions options)
    : m_core(std::move(core))
    , m_remote(remote)
    , m_options(std::move(options))
    , m_syncer(std::make_unique<ReplicaSyncer>(*m_core, remote, source, m_options.clockCorrection))
    , m_sender(std::make_unique<ReplicaSender>(*m_core, remote, source, *m_syncer))
    , m_sync(std::make_unique<ReplicaDeskSync>(*m_core, *m_syncer, *m_sender))
{
    connect(m_core.get(), &ReplicaCore::changed, this, &Desk::changed);
    connect(m_core.get(), &ReplicaCore::catalogChanged, this, &Desk::catalogChanged);
    connect(&m_remote, &Desk::presenceChanged, this, &Desk::presenceChanged);
    connect(m_syncer.get(), &ReplicaSyncer::wentOnline, this, &ReplicaDesk::tellOfTheRest);
    m_syncer->start();
}

ReplicaDesk::~ReplicaDesk() = default;

/// Whoever was told a part can have the whole now.
void ReplicaDesk::tellOfTheRest()
{
    if (!std::exchange(m_gavePart, false))
        return;
    Change everything;
    everything.kind = ChangeKind::BulkLoaded;
    ReplicaNews news;
    news.changes = {everything};
    m_core->change([news](ReplicaStore &store) { return store.announce(news); }, this,
                   [](const Result<ReplicaEffect> &) {});
}

DeskSync &ReplicaDesk::sync()
{
    return *m_sync;
}

qint64 ReplicaDesk::serviceCursor() const
{
    return m_core->notes().cursor;
}

LocalDesk &ReplicaDesk::local()
{
    return m_core->local();
}

bool ReplicaDesk::isMine(PersonId me) const
{
    return me == m_core->me() && m_core->notes().settings;
}

bool ReplicaDesk::isOnline() const
{
    return m_syncer->isOnline() || m_syncer->state().phase == SyncPhase::Connecting;
}

bool ReplicaDesk::liesHere(const Condition &condition, const CatalogPtr &catalog, Instant now)
{
    return m_syncer->isComplete() && m_scope.holds(condition, m_core->notes().scope, catalog, m_core->me(), now);
}

template <typename T>
QFuture<Result<T>> ReplicaDesk::askThere(std::function<QFuture<Result<T>>()> there,
                                         std::function<QFuture<Result<T>>()> here)
{
    if (!isOnline())
        return here();
    const auto promise = newPromise<T>();
    deliver(there(), this, [this, promise, here = std::move(here)](const Result<T> &answer) {
        if (answer || !cannotBeReached(answer.error())) {
            keepPromise(promise, answer);
            return;
        }
        m_syncer->tell(answer.error());
        deliver(here(), this, [promise](const Result<T> &local) { keepPromise(promise, local); });
    });
    return promise->future();
}

template <typename T>
QFuture<Result<T>> ReplicaDesk::onlyThere(std::function<QFuture<Result<T>>()> there)
{
    return askThere<T>(std::move(there), [] { return readyFuture(Result<T>(offlineNow())); });
}

template <typename T>
QFuture<Result<T>> ReplicaDesk::askWhere(TicketId id, PersonId me, std::function<QFuture<Result<T>>(Desk &)> ask)
{
    const bool here = isMine(me) && m_core->isKept(id);
    if (here)
        return ask(local());
    return askThere<T>([this, ask] { return ask(m_remote); }, [this, ask] { return ask(local()); });
}

template <typename T>
QFuture<Result<T>> ReplicaDesk::askThereOrPart(std::function<QFuture<Result<T>>(Desk &)> ask)
{
    const auto partly = [this, ask] {
        const auto partial = newPromise<T>();
        m_gavePart = true;
        deliver(ask(local()), this, [partial](Result<T> answer) {
            if (answer)
                answer->partial = true;
            keepPromise(partial, answer);
        });
        return partial->future();
    };
    return askThere<T>([this, ask] { return ask(m_remote); }, partly);
}

template <typename T>
QFuture<Result<T>> ReplicaDesk::askByScope(std::function<bool(const CatalogPtr &)> here,
                                           std::function<QFuture<Result<T>>(Desk &)> ask)
{
    if (const CatalogPtr &known = m_core->knownCatalog())
        return here(known) ? ask(local()) : askThereOrPart<T>(ask);
    const auto promise = newPromise<T>();
    m_core->readCatalog(this, [this, promise, here = std::move(here), ask](const Result<CatalogPtr> &catalog) {
        const bool wholly = catalog && here(*catalog);
        deliver(wholly ? ask(local()) : askThereOrPart<T>(ask), this,
                [promise](const Result<T> &answer) { keepPromise(promise, answer); });
    });
    return promise->future();
}

QFuture<Result<CommandAnswer>> ReplicaDesk::submitThere(const Command &command)
{
    const auto promise = newPromise<CommandAnswer>();
    if (!isOnline()) {
        keepPromise(promise, Result<CommandAnswer>(offlineNow()));
        return promise->future();
    }
    const bool mine = command.actor == m_core->me();
    deliver(m_remote.submit(command), this, [this, promise, mine](const Result<CommandAnswer> &answer) {
        if (!answer) {
            if (mine)
                m_syncer->tell(answer.error());
            keepPromise(promise, answer);
            return;
        }
        // Whoever looks now sees what they have done.
        m_syncer->syncThen([promise, answer] { keepPromise(promise, answer); });
    });
    return promise->future();
}

QFuture<Result<CommandAnswer>> ReplicaDesk::submit(const Command &command)
{
    if (!isMine(command.actor) || command.actorKind != ActorKind::Person || !mayWait(command.body))
        return submitThere(command);
    const auto promise = newPromise<CommandAnswer>();
    m_core->change([command](ReplicaStore &store) { return store.run(command); }, this,
                   [this, command, promise](const Result<ReplicaEffect> &effect) {
                       const auto keep = [promise](const Result<CommandAnswer> &answer) {
                           keepPromise(promise, answer);
                       };
                       if (effect) {
                           deliver(m_sender->follow(command, effect->answer, m_options.patienceMs), this, keep);
                           return;
                       }
                       // What is not here, the service may know.
                       const ErrorCode code = effect.error().code;
                       const bool knowsMore = code == ErrorCode::NotFound || code == ErrorCode::Invalid;
                       const bool isElsewhere = effect.error().payload.contains(QStringLiteral("kept"));
                       if (knowsMore && isOnline())
                           deliver(submitThere(command), this, keep);
                       else
                           keep(isElsewhere ? offlineNow() : effect.error());
                   });
    return promise->future();
}

QFuture<Result<CatalogPtr>> ReplicaDesk::catalog()
{
    return m_core->notes().settings ? local().catalog() : onlyThere<CatalogPtr>([this] { return m_remote.catalog(); });
}

QFuture<Result<TicketList>> ReplicaDesk::tickets(const TicketQuery &query)
{
    const auto here = [this, query](const CatalogPtr &catalog) {
        // What reports have counted is kept where they are reckoned.
        return !query.counted && isMine(query.me) && liesHere(query.condition, catalog, query.now);
    };
    return askByScope<TicketList>(here, [this, query](Desk &desk) -> QFuture<Result<TicketList>> {
        if (&desk == &local())
            return desk.tickets(query);
        // Whoever answers, the cursor is that of this door's own feed.
        const auto promise = newPromise<TicketList>();
        deliver(desk.tickets(query), this, [promise, cursor = m_core->lastChange()](Result<TicketList> list) {
            if (list)
                list->cursor = cursor;
            keepPromise(promise, list);
        });
        return promise->future();
    });
}

QFuture<Result<QVector<TicketRow>>> ReplicaDesk::rows(const QVector<TicketId> &given, PersonId me)
{
    using Rows = QVector<TicketRow>;
    QVector<TicketId> ids;
    for (const TicketId id : given)
        ids.append(m_core->known(id));
    QVector<TicketId> elsewhere;
    if (isMine(me)) {
        std::copy_if(ids.cbegin(), ids.cend(), std::back_inserter(elsewhere),
                     [this](TicketId id) { return !m_core->isKept(id); });
        if (elsewhere.isEmpty() || !isOnline())
            return local().rows(ids, me);
    } else {
        return askThere<Rows>([this, ids, me] { return m_remote.rows(ids, me); },
                              [this, ids, me] { return local().rows(ids, me); });
    }
    const auto promise = newPromise<Rows>();
    deliver(local().rows(ids, me), this, [this, promise, ids, elsewhere, me](const Result<Rows> &here) {
        if (!here) {
            keepPromise(promise, here);
            return;
        }
        const auto nothing = [] { return readyFuture(Result<Rows>(Rows())); };
        deliver(askThere<Rows>([this, elsewhere, me] { return m_remote.rows(elsewhere, me); }, nothing), this,
                [promise, ids, here](const Result<Rows> &there) {
                    QHash<TicketId, TicketRow> known;
                    for (const TicketRow &row : *here)
                        known.insert(row.head.id, row);
                    for (const TicketRow &row : there ? *there : Rows())
                        known.insert(row.head.id, row);
                    Rows rows;
                    for (const TicketId id : ids) {
                        if (const auto row = known.constFind(id); row != known.constEnd())
                            rows.append(*row);
                    }
                    keepPromise(promise, there ? Result<Rows>(rows) : there);
                });
    });
    return promise->future();
}

QFuture<Result<QVector<qint64>>> ReplicaDesk::counts(const QVector<Condition> &conditions, PersonId me, Instant now)
{
    using Counts = QVector<qint64>;
    if (const CatalogPtr &known = m_core->knownCatalog();
        known && isMine(me) && std::all_of(conditions.cbegin(), conditions.cend(), [&](const Condition &condition) {
            return liesHere(condition, known, now);
        }))
        return local().counts(conditions, me, now);
    const auto promise = newPromise<Counts>();
    m_core->readCatalog(this, [this, promise, conditions, me, now](const Result<CatalogPtr> &catalog) {
        QVector<Condition> elsewhere;
        QVector<qsizetype> places;
        for (qsizetype i = 0; i < conditions.size(); ++i) {
            if (catalog && isMine(me) && liesHere(conditions[i], *catalog, now))
                continue;
            elsewhere.append(conditions[i]);
            places.append(i);
        }
        const auto here = [this, conditions, me, now] { return local().counts(conditions, me, now); };
        if (elsewhere.isEmpty()) {
            deliver(here(), this, [promise](const Result<Counts> &counts) { keepPromise(promise, counts); });
            return;
        }
        deliver(here(), this, [this, promise, elsewhere, places, me, now](const Result<Counts> &local) {
            if (!local) {
                keepPromise(promise, local);
                return;
            }
            Counts known;
            for (const qsizetype place : places)
                known.append(local->value(place));
            // What is here of them, and nobody knows of more.
            const auto asHere = [this, known] {
                m_gavePart = true;
                Counts part;
                for (const qint64 count : known)
                    part.append(count >= 0 ? atLeast(count) : count);
                return readyFuture(Result<Counts>(part));
            };
            deliver(
                askThere<Counts>([this, elsewhere, me, now] { return m_remote.counts(elsewhere, me, now); }, asHere),
                this, [promise, local, places](const Result<Counts> &there) {
                    Counts counts = *local;
                    for (qsizetype i = 0; there && i < places.size(); ++i)
                        counts[places[i]] = there->value(i);
                    keepPromise(promise, there ? Result<Counts>(counts) : there);
                });
        });
    });
    return promise->future();
}

QFuture<Result<TicketDetail>> ReplicaDesk::ticket(TicketId given, PersonId me)
{
    const TicketId id = m_core->known(given);
    return askWhere<TicketDetail>(id, me, [id, me](Desk &desk) { return desk.ticket(id, me); });
}

QFuture<Result<TicketId>> ReplicaDesk::ticketByNumber(const QString &number, PersonId me)
{
    const auto there = [this, number, me] { return m_remote.ticketByNumber(number, me); };
    const auto here = [this, number, me] { return local().ticketByNumber(number, me); };
    if (!isMine(me))
        return askThere<TicketId>(there, here);
    const auto promise = newPromise<TicketId>();
    deliver(here(), this, [this, promise, there](const Result<TicketId> &found) {
        if (found || found.error().code != ErrorCode::NotFound || !isOnline()) {
            keepPromise(promise, found);
            return;
        }
        const auto notFound = [found] { return readyFuture(found); };
        deliver(askThere<TicketId>(there, notFound), this,
                [promise](const Result<TicketId> &answer) { keepPromise(promise, answer); });
    });
    return promise->future();
}

QFuture<Result<ThreadPage>> ReplicaDesk::thread(const ThreadQuery &given)
{
    ThreadQuery query = given;
    query.ticket = m_core->known(given.ticket);
    return askWhere<ThreadPage>(query.ticket, query.me, [query](Desk &desk) { return desk.thread(query); });
}

QFuture<Result<QVector<HistoryEntry>>> ReplicaDesk::history(TicketId given, PersonId me, int limit)
{
    const TicketId id = m_core->known(given);
    return askWhere<QVector<HistoryEntry>>(id, me, [id, me, limit](Desk &desk) { return desk.history(id, me, limit); });
}

QFuture<Result<SearchHits>> ReplicaDesk::search(const SearchQuery &query)
{
    const auto here = [this, query](const CatalogPtr &catalog) {
        return isMine(query.me) && liesHere(query.condition, catalog, query.now);
    };
    return askByScope<SearchHits>(here, [query](Desk &desk) { return desk.search(query); });
}

QFuture<Result<QVector<Person>>> ReplicaDesk::people(const PeopleQuery &query)
{
    return askThere<QVector<Person>>([this, query] { return m_remote.people(query); },
                                     [this, query] { return local().people(query); });
}

QFuture<Result<QVector<SavedView>>> ReplicaDesk::views(PersonId me)
{
    if (isMine(me))
        return local().views(me);
    return onlyThere<QVector<SavedView>>([this, me] { return m_remote.views(me); });
}

QFuture<Result<QByteArray>> ReplicaDesk::blob(const QByteArray &sha256, PersonId me)
{
    const auto promise = newPromise<QByteArray>();
    // Of what is kept; here everything belongs to tickets that one sees.
    deliver(local().blob(sha256), this, [this, promise, sha256, me](const Result<QByteArray> &here) {
        if ((here && (me == m_core->me() || !me.isValid())) || !isOnline()) {
            keepPromise(promise, here);
            return;
        }
        deliver(onlyThere<QByteArray>([this, sha256, me] { return m_remote.blob(sha256, me); }), this,
                [this, promise, sha256](const Result<QByteArray> &there) {
                    keepPromise(promise, there);
                    if (!there)
                        return;
                    const auto keep = [sha256, bytes = *there, most = m_options.mostBlobBytes](ReplicaStore &store) {
                        return store.keepBlob(sha256, bytes, most);
                    };
                    deliver(m_core->write(keep), this, [](const Result<void> &) {});
                });
    });
    return promise->future();
}

QFuture<Result<FeedPage>> ReplicaDesk::changesSince(qint64 cursor, int limit, PersonId me)
{
    return local().changesSince(cursor, limit, me);
}

QFuture<Result<PersonId>> ReplicaDesk::signedIn()
{
    return readyFuture(Result<PersonId>(m_core->me()));
}

QFuture<Result<MailSetup>> ReplicaDesk::mailSetup()
{
    return askThere<MailSetup>([this] { return m_remote.mailSetup(); }, [this] { return local().mailSetup(); });
}

QFuture<Result<MailReport>> ReplicaDesk::mailReport()
{
    return onlyThere<MailReport>([this] { return m_remote.mailReport(); });
}

QFuture<Result<QVector<HeldMail>>> ReplicaDesk::heldMails(PersonId me, TicketId given)
{
    using Mails = QVector<HeldMail>;
    const TicketId ticket = m_core->known(given);
    if (isMine(me) && ticket.isValid() && m_core->isKept(ticket))
        return local().heldMails(me, ticket);
    const auto promise = newPromise<Mails>();
    deliver(askThere<Mails>([this, me, ticket] { return m_remote.heldMails(me, ticket); },
                            [this, me, ticket] { return local().heldMails(me, ticket); }),
            this, [this, promise](Result<Mails> mails) {
                // What was decided here and is not known there yet.
                const auto isDecided = [this](const HeldMail &mail) {
                    return std::any_of(
                        m_core->queue().cbegin(), m_core->queue().cend(), [&mail](const OutboxCommand &command) {
                            const auto *decide = std::get_if<DecideHeldMail>(&command.command.body);
                            return decide && decide->mail == mail.id && command.state <= int(QueuedState::Sending);
                        });
                };
                if (mails)
                    mails->erase(std::remove_if(mails->begin(), mails->end(), isDecided), mails->end());
                keepPromise(promise, mails);
            });
    return promise->future();
}

QFuture<Result<QVector<MailDelivery>>> ReplicaDesk::outbox(PersonId me)
{
    return askThere<QVector<MailDelivery>>([this, me] { return m_remote.outbox(me); },
                                           [this, me] { return local().outbox(me); });
}

QFuture<Result<TicketSla>> ReplicaDesk::ticketSla(TicketId given, PersonId me)
{
    const TicketId id = m_core->known(given);
    return askWhere<TicketSla>(id, me, [id, me](Desk &desk) { return desk.ticketSla(id, me); });
}

QFuture<Result<ReportAnswer>> ReplicaDesk::report(const ReportQuery &query)
{
    return askThereOrPart<ReportAnswer>([query](Desk &desk) { return desk.report(query); });
}

QFuture<Result<ReportShelf>> ReplicaDesk::reportShelf(PersonId me)
{
    return askThere<ReportShelf>([this, me] { return m_remote.reportShelf(me); },
                                 [this, me] { return local().reportShelf(me); });
}

QFuture<Result<SlaImpact>> ReplicaDesk::slaImpact(const SlaImpactQuery &query)
{
    return onlyThere<SlaImpact>([this, query] { return m_remote.slaImpact(query); });
}

QFuture<Result<QVector<SlaTask>>> ReplicaDesk::slaTasks()
{
    return onlyThere<QVector<SlaTask>>([this] { return m_remote.slaTasks(); });
}

QFuture<Result<QVector<Notification>>> ReplicaDesk::notifications(PersonId me, int limit)
{
    if (isMine(me))
        return local().notifications(me, limit);
    return onlyThere<QVector<Notification>>([this, me, limit] { return m_remote.notifications(me, limit); });
}

void ReplicaDesk::showPresence(PersonId me, const QVector<PresenceSign> &signs)
{
    m_remote.showPresence(me, signs);
}

} // namespace deskhand
