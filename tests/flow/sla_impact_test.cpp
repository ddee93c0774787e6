// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/sla_replanning.h"
#include "support/sla_job_fixture.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <array>

namespace deskhand::test {
namespace {

constexpr int ticketsOfDesk = 40;

BusinessCalendar officeHours(const QString &name, const QByteArray &zone, int from, int to)
{
    BusinessCalendar calendar = defaultCalendar(name, zone);
    for (int day = 0; day < 5; ++day)
        calendar.week[std::size_t(day)] = {WorkingFrame{from, to}};
    return calendar;
}

/// A desk with two queues, two calendars, two policies and tickets that have lived through something.
class RandomDesk
{
public:
    RandomDesk(PostgresServer *server, quint32 seed)
        : m_random(seed)
        , m_desk(server)
    {
        m_calendar =
            CalendarId{m_desk
                           .submit(SaveCalendar{officeHours(QStringLiteral("Office"), "Europe/Berlin", 540, 1020),
                                                SlaScope::NewTickets})
                           .id};
        Queue second;
        second.name = QStringLiteral("Second line");
        second.calendar = m_calendar;
        m_queues = {m_desk.catalog()->queues.first().id, m_desk.addQueue(second)};
        const CatalogPtr catalog = m_desk.catalog();
        SlaPolicy urgent = policy(QStringLiteral("Urgent"), hourMs);
        urgent.condition = Condition::is(ConditionField::Priority, {catalog->priorities.last().id.value});
        m_urgent = m_desk.savePolicy(urgent);
        SlaPolicy usual = policy(QStringLiteral("Usual"), 4 * hourMs);
        usual.calendar = m_random.bounded(2) == 0 ? m_calendar : CalendarId();
        m_usual = m_desk.savePolicy(usual);
        for (int i = 0; i < ticketsOfDesk; ++i)
            live();
        m_desk.clock().advance(m_random.bounded(int(2 * hourMs)));
    }

    [[nodiscard]] SlaDesk &desk() { return m_desk; }
    [[nodiscard]] const QVector<TicketId> &tickets() const { return m_tickets; }

    /// A change of the desk, and the query that asks what it would do.
    struct Change {
        SlaImpactQuery query;
        CommandBody command;
    };
    Change change(const QString &what, SlaScope scope)
    {
        Change made;
        made.query.scope = scope;
        made.query.me = m_desk.me();
        made.query.now = m_desk.clock().now();
        const CatalogPtr catalog = m_desk.catalog();
        if (what == u"policy") {
            SlaPolicy policy = *catalog->slaPolicy(m_random.bounded(2) == 0 ? m_urgent : m_usual);
            policy.targets.first().otherwise = businessTime(m_random.bounded(1, 600) * minuteMs);
            if (m_random.bounded(2) == 0)
                policy.targets.last().pausedIn.clear();
            made.query.policy = policy;
            made.command = SaveSlaPolicy{policy, scope};
        } else if (what == u"new policy") {
            SlaPolicy added = policy(QStringLiteral("Second line"), 30 * minuteMs);
            added.condition = Condition::is(ConditionField::Queue, {m_queues.last().value});
            made.query.policy = added;
            made.command = SaveSlaPolicy{added, scope};
        } else if (what == u"calendar") {
            BusinessCalendar calendar = officeHours(QStringLiteral("Office"), "Europe/Berlin",
                                                    m_random.bounded(300, 600), m_random.bounded(700, 1300));
            calendar.id = m_calendar;
            made.query.calendar = calendar;
            made.command = SaveCalendar{calendar, scope};
        } else {
            const QVector<SlaPolicyId> order{m_usual, m_urgent};
            made.query.order = order;
            made.command = OrderSlaPolicies{order, scope};
        }
        return made;
    }

private:
    SlaPolicy policy(const QString &name, qint64 amount)
    {
        SlaPolicy made;
        made.name = name;
        SlaTarget first = usualTarget(SlaTargetKind::FirstResponse);
        first.otherwise = businessTime(amount / 4);
        SlaTarget resolution = usualTarget(SlaTargetKind::Resolution);
        resolution.otherwise = businessTime(amount);
        resolution.amounts = {SlaPriorityAmount{m_desk.catalog()->priorities.first().id, businessTime(3 * amount)}};
        const CatalogPtr catalog = m_desk.catalog();
        for (const State &state : catalog->states) {
            if (state.type == StateType::PendingReminder)
                resolution.pausedIn.append(state.id);
        }
        resolution.reopen = ReopenRule(1 + m_random.bounded(3));
        made.targets = {first, resolution};
        SlaLevel half;
        half.id = 1;
        half.amount = 50;
        half.actions = {SlaAction{SlaActionKind::NotifyOwner, 0, {}}};
        made.levels = {half};
        return made;
    }

    void pass(int most) { m_desk.clock().advance(m_random.bounded(most)); }

    StateId someState(const Catalog &catalog)
    {
        static constexpr std::array types{StateType::Open, StateType::PendingReminder, StateType::Solved,
                                          StateType::Closed};
        return catalog.firstStateOf(types[std::size_t(m_random.bounded(int(types.size())))]);
    }

    /// A ticket is opened, and something happens to some.
    void live()
    {
        const CatalogPtr catalog = m_desk.catalog();
        pass(int(3 * hourMs));
        const auto priority = [&] { return catalog->priorities[m_random.bounded(int(catalog->priorities.size()))].id; };
        m_tickets.append(m_desk.openTicket(QStringLiteral("Ticket %1").arg(m_tickets.size()), priority(),
                                           m_queues[m_random.bounded(2)]));
        for (int i = m_random.bounded(4); i > 0; --i) {
            const TicketId ticket = m_tickets[m_random.bounded(int(m_tickets.size()))];
            pass(int(hourMs));
            switch (m_random.bounded(5)) {
            case 0: m_desk.reply(ticket); break;
            case 1: m_desk.hearCustomer(ticket); break;
            case 2: m_desk.change(ticket, TicketField::Priority, priority().value); break;
            case 3: m_desk.change(ticket, TicketField::Queue, m_queues[m_random.bounded(2)].value); break;
            default: m_desk.change(ticket, TicketField::State, someState(*catalog).value);
            }
        }
        if (m_random.bounded(4) == 0) {
            SlaWorker worker(m_desk.ports(m_desk.desk()), SlaWorker::Options{});
            if (const Result<void> worked = worker.runOnce(); !worked)
                SlaDesk::fail(worked.error());
        }
    }

    QRandomGenerator m_random;
    SlaDesk m_desk;
    CalendarId m_calendar;
    QVector<QueueId> m_queues;
    SlaPolicyId m_urgent;
    SlaPolicyId m_usual;
    QVector<TicketId> m_tickets;
};

/// All that is stored of a desk's clocks.
QVector<SlaSubject> subjectsOf(RandomDesk &desk)
{
    QVector<SlaSubject> subjects;
    for (const TicketId ticket : desk.tickets())
        subjects.append(SlaSubject{desk.desk().row(ticket), desk.desk().sla(ticket)});
    return subjects;
}

bool areSame(const QVector<SlaSubject> &one, const QVector<SlaSubject> &other)
{
    return std::equal(one.cbegin(), one.cend(), other.cbegin(), other.cend(),
                      [](const SlaSubject &a, const SlaSubject &b) {
                          return a.row.head == b.row.head && a.sla.events == b.sla.events
                                 && a.sla.clocks == b.sla.clocks && a.sla.fired == b.sla.fired;
                      });
}

/// What a recalculation has done, counted from what is stored before and after it.
SlaImpact impactOf(const QVector<SlaSubject> &before, const QVector<SlaSubject> &after, const SlaImpactQuery &query,
                   const Catalog &catalog)
{
    SlaImpact impact;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const TicketHead &head = before[i].row.head;
        if (query.scope == SlaScope::NewTickets
            || (query.scope == SlaScope::Open && !isUnresolved(catalog.stateType(head.state))))
            continue;
        SlaResult result;
        result.ticket = head.id;
        result.newEvents = after[i].sla.events.mid(before[i].sla.events.size());
        result.clocks = after[i].sla.clocks;
        addToImpact(&impact, before[i], result, query.now);
    }
    return impact;
}

} // namespace

class SlaImpactTest : public QObject
{
    Q_OBJECT

public:
    explicit SlaImpactTest(PostgresServer *server)
        : m_server(server)
    {
    }

private Q_SLOTS:
    void applyingGivesWhatWasSimulated_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("scope");
        QTest::addColumn<quint32>("seed");
        quint32 seed = 1;
        for (const char *what : {"policy", "new policy", "calendar", "order"}) {
            for (const SlaScope scope : {SlaScope::NewTickets, SlaScope::Open, SlaScope::All}) {
                for (int i = 0; i < 2; ++i, ++seed)
                    QTest::addRow("%s, scope %d, desk %u", what, int(scope), seed)
                        << QString::fromLatin1(what) << int(scope) << seed;
            }
        }
    }
    void applyingGivesWhatWasSimulated()
    {
        QFETCH(QString, what);
        QFETCH(int, scope);
        QFETCH(quint32, seed);
        RandomDesk random(m_server, seed);
        SlaDesk &desk = random.desk();
        const RandomDesk::Change change = random.change(what, SlaScope(scope));
        const QVector<SlaSubject> before = subjectsOf(random);
        const SlaImpact simulated = SlaDesk::expect(desk.desk().slaImpact(change.query));
        QVERIFY(areSame(subjectsOf(random), before)); // nothing was touched
        desk.submit(change.command);
        desk.recalculate();
        const QVector<SlaSubject> after = subjectsOf(random);
        const SlaImpact applied = impactOf(before, after, change.query, *desk.catalog());
        QCOMPARE(simulated.tickets, applied.tickets);
        QCOMPARE(simulated.changed, applied.changed);
        QCOMPARE(simulated.becomeOverdue, applied.becomeOverdue);
        QCOMPARE(simulated.stopBeingOverdue, applied.stopBeingOverdue);
        QVERIFY(simulated == applied);
        if (SlaScope(scope) == SlaScope::NewTickets)
            QVERIFY(areSame(after, before));
        ++m_desks;
        m_changed += simulated.changed;
        m_overdue += simulated.becomeOverdue + simulated.stopBeingOverdue;
    }

    void theDesksHaveShownSomething()
    {
        QVERIFY(m_desks > 0);
        QVERIFY(m_changed > 50);
        QVERIFY(m_overdue > 0);
    }

    void onlyTheLastMonthsAreLookedAt()
    {
        RandomDesk random(m_server, 77);
        RandomDesk::Change change = random.change(QStringLiteral("policy"), SlaScope::All);
        const QVector<SlaSubject> all = subjectsOf(random);
        change.query.openedSince = all[all.size() / 2].row.head.createdAt;
        QCOMPARE(SlaDesk::expect(random.desk().desk().slaImpact(change.query)).tickets, all.size() - all.size() / 2);
    }

    void idsAreOfTicketsThatOneSees()
    {
        SlaDesk desk(m_server);
        const SlaPolicyId id = desk.savePolicy(fourHours());
        const PersonId anna = desk.addAgent(QStringLiteral("Anna"));
        Queue closed;
        closed.name = QStringLiteral("Closed");
        closed.members = {desk.me()};
        const QueueId open = desk.catalog()->queues.first().id;
        const QueueId hidden = desk.addQueue(closed);
        const TicketId seen = desk.openTicket(QStringLiteral("Seen"), {}, open);
        desk.openTicket(QStringLiteral("Unseen"), {}, hidden);
        SlaImpactQuery query;
        query.policy = *desk.catalog()->slaPolicy(id);
        query.policy->targets.first().otherwise = businessTime(minuteMs);
        query.me = anna;
        query.now = desk.clock().now() + hourMs;
        const SlaImpact impact = SlaDesk::expect(desk.desk().slaImpact(query));
        QCOMPARE(impact.changed, 2);
        QCOMPARE(impact.becomeOverdue, 2);
        QCOMPARE(impact.changedIds, QVector<TicketId>{seen});
        QCOMPARE(impact.becomeOverdueIds, QVector<TicketId>{seen});
    }

    void itSaysHowFarItIsAndCanBeCancelled()
    {
        RandomDesk random(m_server, 78);
        const RandomDesk::Change change = random.change(QStringLiteral("policy"), SlaScope::All);
        const auto future = random.desk().desk().slaImpact(change.query);
        SlaDesk::expect(future);
        QCOMPARE(future.progressMaximum(), ticketsOfDesk);
        QCOMPARE(future.progressValue(), ticketsOfDesk);
        auto cancelled = random.desk().desk().slaImpact(change.query);
        cancelled.cancel();
        QTRY_VERIFY(cancelled.isFinished());
        QVERIFY(!cancelled.isResultReadyAt(0) || !cancelled.resultAt(0)
                || cancelled.resultAt(0)->tickets == ticketsOfDesk);
        SlaDesk::expect(random.desk().desk().slaImpact(change.query)); // and the next one is answered
    }

private:
    PostgresServer *m_server;
    int m_desks = 0;
    qint64 m_changed = 0;
    qint64 m_overdue = 0;
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    SlaImpactTest inFile(nullptr);
    int failures = QTest::qExec(&inFile, argc, argv);
    if (const auto server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk())) {
        SlaImpactTest onServer(server.get());
        failures += QTest::qExec(&onServer, argc, argv);
    }
    return failures;
}

#include "sla_impact_test.moc"
