// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/local_desk.h"
#include "support/desk_fixture.h"
#include "support/postgres_server.h"

#include <QHash>

#include <map>

namespace deskhand::test {

/// A door for each person: what somebody asks or does goes through a LocalDesk that came in with that person's login
/// role, which is made when it is first needed; what the desk itself does goes through a service's. Who is no agent is
/// sent through the admin's door, where the pipeline judges them.
class LoginDesk final : public Desk
{
public:
    /// `owner` owns the desk; `admin` is its first agent.
    LoginDesk(PostgresAddress owner, PersonId admin, std::shared_ptr<const Clock> clock);
    ~LoginDesk() override;

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
    QFuture<Result<QByteArray>> blob(const QByteArray &sha256, PersonId me = {}) override
    {
        return of(me.isValid() ? me : m_admin).blob(sha256, me);
    }
    QFuture<Result<FeedPage>> changesSince(qint64 cursor, int limit, PersonId me = {}) override
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
    QFuture<Result<QVector<SlaTask>>> slaTasks() override { return of({}).slaTasks(); }
    QFuture<Result<QVector<Notification>>> notifications(PersonId me, int limit) override
    {
        return of(me).notifications(me, limit);
    }
    void showPresence(PersonId me, const QVector<PresenceSign> &signs) override { of(me).showPresence(me, signs); }

    /// The door of a person; of the service with an invalid id.
    [[nodiscard]] Desk &of(PersonId person);
    /// The role that a person comes in with.
    [[nodiscard]] QString roleOf(PersonId person) const;

private:
    bool isAgent(PersonId person);

    PostgresAddress m_owner;
    PersonId m_admin;
    std::shared_ptr<const Clock> m_clock;
    std::map<qint64, std::unique_ptr<LocalDesk>> m_doors;
};

/// A desk on PostgreSQL that everybody enters with a login of their own.
class LoginDeskFixture final : public DeskFixture
{
public:
    explicit LoginDeskFixture(PostgresServer &server);

    Desk &desk() override { return *m_desk; }
    PersonId admin() const override { return m_admin; }
    void advanceClock(qint64 milliseconds) override { m_clock->advance(milliseconds); }
    std::unique_ptr<Desk> openAnotherDoor() override;
    void reopen() override;
    QString brokenRule() override;

private:
    PostgresAddress m_owner;
    std::shared_ptr<ManualClock> m_clock;
    PersonId m_admin;
    std::unique_ptr<LoginDesk> m_desk;
};

} // namespace deskhand::test
