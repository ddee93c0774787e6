// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk_work/command_runner.h"
#include "operations/jobs/sla_worker.h"
#include "store/sql_sla_store.h"
#include "support/postgres_desk.h"
#include "support/test_desk.h"

#include <atomic>

namespace deskhand::test {

/// Stands still until it is set, in any thread.
class SteppedClock final : public Clock
{
public:
    explicit SteppedClock(Instant start)
        : m_now(start)
    {
    }
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(qint64 milliseconds) { m_now += milliseconds; }

private:
    std::atomic<Instant> m_now;
};

inline constexpr qint64 minuteMs = 60'000;
inline constexpr qint64 hourMs = 60 * minuteMs;
inline constexpr qint64 dayMs = 24 * hourMs;

inline TimeAmount businessTime(qint64 ms)
{
    return {TimeBasis::Business, ms};
}

/// A desk in a file or on a server that promises nothing yet, with a clock that jobs in other threads may look at. It
/// starts at 2026-03-02T09:00:00Z, a Monday.
class SlaDesk
{
public:
    /// Null: in a file. The server outlives the desk.
    explicit SlaDesk(PostgresServer *server)
        : m_clock(std::make_shared<SteppedClock>(startOfDesk))
    {
        if (server) {
            m_onServer = std::make_unique<PostgresDeskFixture>(*server);
            m_me = m_onServer->admin();
        } else {
            m_inFile = std::make_unique<TestDesk>();
            m_me = m_inFile->me();
            m_inFile->close();
        }
        m_desk = openAnother();
        // What a new desk promises is not what these tests are about.
        const CatalogPtr known = catalog();
        for (SlaPolicy policy : known->slaPolicies) {
            policy.active = false;
            savePolicy(policy);
        }
    }

    static constexpr Instant startOfDesk = 1'772'442'000'000;

    [[nodiscard]] LocalDesk &desk() { return *m_desk; }
    [[nodiscard]] SteppedClock &clock() { return *m_clock; }
    [[nodiscard]] std::shared_ptr<SteppedClock> sharedClock() { return m_clock; }
    [[nodiscard]] PersonId me() const { return m_me; }
    [[nodiscard]] CatalogPtr catalog() { return expect(m_desk->catalog()); }
    [[nodiscard]] QString path() const { return m_inFile ? m_inFile->path() : QString(); }
    /// Of a desk on a server.
    [[nodiscard]] const PostgresAddress &address() const { return m_onServer->address(); }

    void close() { m_desk.reset(); }
    /// Somebody else's door to the same desk.
    [[nodiscard]] std::unique_ptr<LocalDesk> openAnother()
    {
        const LocalDeskOptions options{m_clock, false, {}};
        auto opened = m_inFile ? LocalDesk::open(m_inFile->path(), options)
                               : LocalDesk::openServer(m_onServer->address(), options);
        if (!opened)
            fail(opened.error());
        return *std::move(opened);
    }
    [[nodiscard]] Result<std::unique_ptr<SlaStore>> openStore() const
    {
        return m_inFile ? openSlaStore(m_inFile->path()) : openServerSlaStore(m_onServer->address());
    }
    /// What a program that works for the desk through this door needs.
    [[nodiscard]] SlaJobPorts ports(LocalDesk &door)
    {
        SlaJobPorts ports;
        ports.openStore = [this] { return openStore(); };
        ports.submit = commandRunner(door);
        ports.clock = m_clock;
        return ports;
    }
    [[nodiscard]] std::unique_ptr<SlaWorker> work(const QString &owner = QStringLiteral("worker"))
    {
        return work(ports(*m_desk), owner);
    }
    [[nodiscard]] static std::unique_ptr<SlaWorker> work(const SlaJobPorts &ports, const QString &owner)
    {
        SlaWorker::Options options;
        options.owner = owner;
        auto worker = std::make_unique<SlaWorker>(ports, options);
        worker->start();
        return worker;
    }

    // What must succeed; a failure ends the test program with its error.
    CommandAnswer submit(const CommandBody &body, PersonId actor = {})
    {
        return expect(m_desk->submit(Command::make(actor.isValid() ? actor : m_me, body)));
    }
    TicketId openTicket(const QString &subject, PriorityId priority = {}, QueueId queue = {})
    {
        OpenTicket open;
        open.subject = subject;
        open.priority = priority;
        open.queue = queue;
        open.requesterAddress = {QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
        return submit(open).ticket;
    }
    void change(TicketId ticket, TicketField field, qint64 value)
    {
        const TicketHead head = row(ticket).head;
        ChangeTicket body;
        body.ticket = ticket;
        body.baseVersion = head.version;
        body.changes = {FieldChange{field, value, {}, {}}};
        const StateType type = catalog()->stateType(StateId{value});
        if (field == TicketField::State && (type == StateType::PendingReminder || type == StateType::PendingAuto))
            body.changes.append(FieldChange{TicketField::PendingUntil, clock().now() + dayMs, {}, {}});
        submit(body);
    }
    void reply(TicketId ticket)
    {
        PostArticle post;
        post.ticket = ticket;
        post.evenUnseen = true;
        post.article.text = QStringLiteral("We are looking at it.");
        submit(post);
    }
    void hearCustomer(TicketId ticket)
    {
        PostArticle post;
        post.ticket = ticket;
        post.evenUnseen = true;
        post.article.senderRole = SenderRole::Customer;
        post.article.text = QStringLiteral("It is still dark.");
        submit(post);
    }
    [[nodiscard]] TicketRow row(TicketId ticket) { return expect(m_desk->rows({ticket}, m_me)).value(0); }
    [[nodiscard]] TicketSla sla(TicketId ticket) { return expect(m_desk->ticketSla(ticket, m_me)); }
    [[nodiscard]] QVector<Notification> notifications(PersonId person = {})
    {
        return expect(m_desk->notifications(person.isValid() ? person : m_me, 1000));
    }
    PersonId addAgent(const QString &name)
    {
        Person person;
        person.name = name;
        person.address = name.toLower() + QStringLiteral("@desk.example");
        person.role = PersonRole::Agent;
        return PersonId{submit(SavePerson{person}).id};
    }
    QueueId addQueue(const Queue &queue) { return QueueId{submit(SaveQueue{queue}).id}; }
    SlaPolicyId savePolicy(const SlaPolicy &policy, SlaScope scope = SlaScope::NewTickets)
    {
        return SlaPolicyId{submit(SaveSlaPolicy{policy, scope}).id};
    }
    /// Recalculations are brought to their end, as the job does it, with the clock standing still.
    void recalculate()
    {
        for (;;) {
            const auto store = openStore();
            if (!store)
                fail(store.error());
            const auto tasks = (*store)->openTasks();
            if (!tasks)
                fail(tasks.error());
            if (tasks->isEmpty())
                return;
            submitAsSystem(RecalculateSla{tasks->first().id, 7});
        }
    }
    CommandAnswer submitAsSystem(const CommandBody &body)
    {
        Command command = Command::make({}, body);
        command.actorKind = ActorKind::System;
        return expect(m_desk->submit(command));
    }

    template <typename T>
    static T expect(const QFuture<Result<T>> &future)
    {
        Result<T> result = await(future);
        if (!result)
            fail(result.error());
        return *std::move(result);
    }
    [[noreturn]] static void fail(const Error &error)
    {
        qFatal("%s: %s: %s", qPrintable(errorCodeName(error.code)), qPrintable(error.where), qPrintable(error.detail));
    }

private:
    std::shared_ptr<SteppedClock> m_clock;
    std::unique_ptr<PostgresDeskFixture> m_onServer;
    std::unique_ptr<TestDesk> m_inFile;
    std::unique_ptr<LocalDesk> m_desk;
    PersonId m_me;
};

/// Resolution of every ticket within four hours, round the clock, with warnings at half of it and half an hour before
/// it is due, and an escalation an hour after.
inline SlaPolicy fourHours()
{
    SlaPolicy policy;
    policy.name = QStringLiteral("Four hours");
    SlaTarget target = usualTarget(SlaTargetKind::Resolution);
    target.otherwise = businessTime(4 * hourMs);
    policy.targets = {target};
    SlaLevel half;
    half.id = 1;
    half.name = QStringLiteral("half");
    half.when = SlaLevel::When::Percent;
    half.amount = 50;
    half.actions = {SlaAction{SlaActionKind::NotifyOwner, 0, {}}};
    SlaLevel soon = half;
    soon.id = 2;
    soon.name = QStringLiteral("soon");
    soon.when = SlaLevel::When::Before;
    soon.amount = 30 * minuteMs;
    SlaLevel late = half;
    late.id = 3;
    late.name = QStringLiteral("late");
    late.when = SlaLevel::When::After;
    late.amount = hourMs;
    policy.levels = {half, soon, late};
    return policy;
}

} // namespace deskhand::test
