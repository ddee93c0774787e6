// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/account_store.h"
#include "remote/remote_desk.h"
#include "service/service.h"
#include "support/desk_fixture.h"

#include <atomic>
#include <map>
#include <memory>

namespace deskhand::test {

/// A clock that many threads read and a test moves.
class SharedClock final : public Clock
{
public:
    explicit SharedClock(Instant start)
        : m_now(start)
    {
    }
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(qint64 milliseconds) { m_now += milliseconds; }

private:
    std::atomic<Instant> m_now;
};

/// A desk behind a service in this process, over real sockets, and the tokens of its people.
class ServedTestDesk
{
public:
    /// `place`: file or address of the desk. `own`: the desk itself, by a door of its own; outlives it.
    ServedTestDesk(const QString &place, Desk &own, std::shared_ptr<const Clock> clock);
    ~ServedTestDesk();

    [[nodiscard]] Desk &own() { return m_own; }
    [[nodiscard]] QUrl url() const;
    /// A token that is good for everything that the person may do; empty: the person may not come in.
    [[nodiscard]] QByteArray newToken(PersonId person);
    /// Whoever the person was before, their tokens may be good no longer.
    void noteChange(PersonId person) { ++m_changes[person.value]; }
    [[nodiscard]] int changesOf(PersonId person) const;

private:
    Desk &m_own;
    std::shared_ptr<const Clock> m_clock;
    ServiceLog m_log;
    std::unique_ptr<AccountStore> m_accounts;
    std::unique_ptr<Service> m_service;
    std::map<qint64, int> m_changes;
};

/// A door for each person: what somebody asks or does goes through a RemoteDesk with a token of that person; what the
/// desk itself does, and what somebody tries who is no agent and cannot come in, goes to the desk itself, where the
/// pipeline judges them. What is announced comes from the admin's door.
class RemoteDoors final : public Desk
{
public:
    RemoteDoors(ServedTestDesk &served, PersonId admin);
    ~RemoteDoors() override;

    QFuture<Result<CommandAnswer>> submit(const Command &command) override;
    QFuture<Result<CatalogPtr>> catalog() override { return of(m_admin).catalog(); }
    QFuture<Result<TicketList>> tickets(const TicketQuery &query) override { return of(query.me).tickets(query); }
    QFuture<Result<QVector<TicketRow>>> rows(const QVector<TicketId> &ids, PersonId me) override
    {
        return of(me).rows(ids, me);
    }
    QFuture<Result<QVector<qint64>>> counts(const QVector<Condition> &conditions, PersonId me, Instant now) override
    {
        return of(me).counts(conditions, me, now);
    }
    QFuture<Result<TicketDetail>> ticket(TicketId id, PersonId me) override { return of(me).ticket(id, me); }
    QFuture<Result<TicketId>> ticketByNumber(const QString &number, PersonId me) override
    {
        return of(me).ticketByNumber(number, me);
    }
    QFuture<Result<ThreadPage>> thread(const ThreadQuery &query) override { return of(query.me).thread(query); }
    QFuture<Result<QVector<HistoryEntry>>> history(TicketId id, PersonId me, int limit) override
    {
        return of(me).history(id, me, limit);
    }
    QFuture<Result<SearchHits>> search(const SearchQuery &query) override { return of(query.me).search(query); }
    QFuture<Result<QVector<Person>>> people(const PeopleQuery &query) override { return of(m_admin).people(query); }
    QFuture<Result<QVector<SavedView>>> views(PersonId me) override { return of(me).views(me); }
    QFuture<Result<QByteArray>> blob(const QByteArray &sha256, PersonId me) override
    {
        return of(me.isValid() ? me : m_admin).blob(sha256, me);
    }
    QFuture<Result<FeedPage>> changesSince(qint64 cursor, int limit, PersonId me) override
    {
        return of(me.isValid() ? me : m_admin).changesSince(cursor, limit, me);
    }
    QFuture<Result<PersonId>> signedIn() override { return of(m_admin).signedIn(); }
    QFuture<Result<MailSetup>> mailSetup() override { return of(m_admin).mailSetup(); }
    QFuture<Result<MailReport>> mailReport() override { return of(m_admin).mailReport(); }
    QFuture<Result<QVector<HeldMail>>> heldMails(PersonId me, TicketId ticket) override
    {
        return of(me).heldMails(me, ticket);
    }
    QFuture<Result<QVector<MailDelivery>>> outbox(PersonId me) override { return of(me).outbox(me); }
    QFuture<Result<TicketSla>> ticketSla(TicketId id, PersonId me) override { return of(me).ticketSla(id, me); }
    QFuture<Result<ReportAnswer>> report(const ReportQuery &query) override { return of(query.me).report(query); }
    QFuture<Result<ReportShelf>> reportShelf(PersonId me) override { return of(me).reportShelf(me); }
    QFuture<Result<SlaImpact>> slaImpact(const SlaImpactQuery &query) override { return of(query.me).slaImpact(query); }
    QFuture<Result<QVector<SlaTask>>> slaTasks() override { return of(m_admin).slaTasks(); }
    QFuture<Result<QVector<Notification>>> notifications(PersonId me, int limit) override
    {
        return of(me).notifications(me, limit);
    }
    void showPresence(PersonId me, const QVector<PresenceSign> &signs) override { of(me).showPresence(me, signs); }

    /// The door of a person; the desk itself for an invalid id and for whoever may not come in.
    [[nodiscard]] Desk &of(PersonId person);

private:
    struct Door {
        std::unique_ptr<RemoteDesk> desk;
        int changes = 0; ///< ServedTestDesk::changesOf() when it was opened
    };

    ServedTestDesk &m_served;
    PersonId m_admin;
    std::map<qint64, Door> m_doors;
};

/// A desk behind a service, on a file or on PostgreSQL.
class RemoteDeskFixture final : public DeskFixture
{
public:
    /// `inner`: the desk itself; its clock begins on 2026-03-02 at 09:00 UTC.
    RemoteDeskFixture(std::unique_ptr<DeskFixture> inner, const QString &place);

    Desk &desk() override { return *m_desk; }
    PersonId admin() const override { return m_admin; }
    void advanceClock(qint64 milliseconds) override;
    std::unique_ptr<Desk> openAnotherDoor() override { return std::make_unique<RemoteDoors>(*m_served, m_admin); }
    void reopen() override;
    QString brokenRule() override { return m_inner->brokenRule(); }

    [[nodiscard]] RemoteDoors &doors() { return *m_desk; }
    [[nodiscard]] Desk &own() { return m_inner->desk(); } ///< the desk itself
    [[nodiscard]] std::shared_ptr<const Clock> clock() const { return m_clock; }

private:
    std::unique_ptr<DeskFixture> m_inner;
    PersonId m_admin;
    std::shared_ptr<SharedClock> m_clock;
    std::unique_ptr<ServedTestDesk> m_served;
    std::unique_ptr<RemoteDoors> m_desk;
};

/// On a SQLite file.
[[nodiscard]] std::unique_ptr<RemoteDeskFixture> remoteSqliteFixture();

class PostgresServer;
[[nodiscard]] std::unique_ptr<DeskFixture> remotePostgresFixture(PostgresServer &server);

} // namespace deskhand::test
