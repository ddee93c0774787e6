// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"
#include "store/new_desk.h"
#include "store/postgres_connection.h"
#include "store/reading.h"
#include "store/sql_sla_store.h"
#include "store/sql_unit_of_work.h"
#include "store/sqlite_connection.h"
#include "support/postgres_server.h"

#include <QTemporaryDir>
#include <QtTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

/// Clocks, what they are calculated from and what they go by, as the store keeps them, on both databases.
class SlaStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }
    void init();
    void cleanup();

    void aNewDeskPromisesSomething_data() { databases(); }
    void aNewDeskPromisesSomething();
    void versionsAreMadeAndKept_data() { databases(); }
    void versionsAreMadeAndKept();
    void queuesHaveCalendarAndPeople_data() { databases(); }
    void queuesHaveCalendarAndPeople();
    void policiesAreOrdered_data() { databases(); }
    void policiesAreOrdered();
    void clocksAreStoredAsTheyDiffer_data() { databases(); }
    void clocksAreStoredAsTheyDiffer();
    void aLevelFiresOnce_data() { databases(); }
    void aLevelFiresOnce();
    void tasksLookAtWhatTheirScopeHas_data() { databases(); }
    void tasksLookAtWhatTheirScopeHas();
    void theWatchIsTold_data() { databases(); }
    void theWatchIsTold();
    void notificationsAreTheirPersons_data() { databases(); }
    void notificationsAreTheirPersons();
    void timeLeftIsAnOrder_data() { databases(); }
    void timeLeftIsAnOrder();
    void oldTicketsGetTheirLog_data() { databases(); }
    void oldTicketsGetTheirLog();

private:
    static void databases()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    [[nodiscard]] std::unique_ptr<Connection> connect(ConnectionUse use = ConnectionUse::Write) const;
    /// In one transaction.
    template <typename Fn>
    auto changed(Fn work) -> decltype(work(std::declval<SqlUnitOfWork &>()))
    {
        SqlUnitOfWork unit(*m_connection, *m_cache, *m_index);
        if (!unit.begin())
            qFatal("begin");
        auto result = work(unit);
        if (!result)
            qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
        if (!unit.commit())
            qFatal("commit");
        return result;
    }
    template <typename Fn>
    void change(Fn work)
    {
        (void)changed(work);
    }
    TicketId open(StateType type = StateType::New);
    SlaSubject subject(TicketId ticket)
    {
        return *changed([ticket](SqlUnitOfWork &unit) { return unit.slaSubject(ticket); });
    }
    void store(const SlaResult &result)
    {
        change([&result](SqlUnitOfWork &unit) { return unit.storeSla(result); });
    }
    CatalogPtr catalog() { return *m_cache->get(*m_connection); }
    static SlaClock clock(SlaTargetKind target, int cycle, Instant due);

    std::unique_ptr<PostgresServer> m_server;
    QTemporaryDir m_folder;
    QString m_path;
    PostgresAddress m_address;
    bool m_isServer = false;
    int m_number = 0;
    std::unique_ptr<CatalogCache> m_cache;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<SearchIndex> m_index;
};

void SlaStoreTest::init()
{
    if (!QTest::currentDataTag())
        return;
    m_isServer = QByteArray(QTest::currentDataTag()) == "postgres";
    if (m_isServer && !m_server)
        QSKIP("PostgreSQL is not installed");
    const NewDesk desk{u"Desk"_s, u"Ada"_s, u"ada@desk.example"_s, "Europe/Berlin"};
    m_path = m_folder.filePath(u"%1.desk"_s.arg(++m_number));
    Result<void> made;
    if (m_isServer) {
        m_address = m_server->newDatabase();
        made = createDeskOnServer(m_address, desk);
    } else {
        made = createDeskFile(m_path, desk);
    }
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    m_connection = connect();
    m_cache = std::make_unique<CatalogCache>();
    m_index = std::make_unique<SearchIndex>(*m_connection);
}

void SlaStoreTest::cleanup()
{
    m_index.reset();
    m_connection.reset();
}

std::unique_ptr<Connection> SlaStoreTest::connect(ConnectionUse use) const
{
    const SqlDialect dialect = m_isServer ? SqlDialect::Postgres : SqlDialect::Sqlite;
    auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(dialect));
    auto opened = m_isServer ? PostgresConnection::open(m_address, use, statements)
                             : SqliteConnection::open(m_path, use, statements, 2000);
    return opened ? *std::move(opened) : nullptr;
}

TicketId SlaStoreTest::open(StateType type)
{
    const CatalogPtr known = catalog();
    return *changed([&](SqlUnitOfWork &unit) -> Result<TicketId> {
        const Result<qint64> number = unit.nextTicketCounter();
        if (!number)
            return number.error();
        TicketHead head;
        head.version = 1;
        head.number = QString::number(*number);
        head.subject = u"Printer"_s;
        head.state = known->firstStateOf(type);
        head.priority = known->priorities.first().id;
        head.queue = known->queues.first().id;
        head.requester = known->agents.first().id;
        head.createdAt = head.updatedAt = 1000 + *number;
        return unit.insertTicket(head);
    });
}

SlaClock SlaStoreTest::clock(SlaTargetKind target, int cycle, Instant due)
{
    SlaClock one;
    one.target = target;
    one.cycle = cycle;
    one.promised = {TimeBasis::Business, 3'600'000};
    one.policy = SlaPolicyVersionId{1};
    one.calendar = CalendarVersionId{1};
    one.startedAt = 1000;
    one.dueAt = due;
    one.breachAt = due;
    return one;
}

void SlaStoreTest::aNewDeskPromisesSomething()
{
    const CatalogPtr known = catalog();
    QCOMPARE(known->calendars.size(), 1);
    QCOMPARE(known->calendars.first().zone, QByteArray("Europe/Berlin"));
    QCOMPARE(known->slaPolicies.size(), 1);
    const SlaPolicy &policy = known->slaPolicies.first();
    QCOMPARE(policy.calendar, known->calendars.first().id);
    QCOMPARE(policy.version, 1);
    QVERIFY(
        policy.target(SlaTargetKind::Resolution)->pausedIn.contains(known->firstStateOf(StateType::PendingReminder)));
    QVERIFY(known->slaVersions->policy(policy.versionId) != nullptr);
}

void SlaStoreTest::versionsAreMadeAndKept()
{
    const CatalogPtr before = catalog();
    BusinessCalendar calendar = before->calendars.first();
    const WorkingTimePtr oldTime = before->slaVersions->workingTime(calendar.versionId);
    calendar.week[5] = {WorkingFrame{600, 720}};
    const BusinessCalendar saved = *changed([&](SqlUnitOfWork &unit) {
        const Result<BusinessCalendar> made = unit.saveCalendar(calendar, 5);
        (void)unit.raiseCatalogVersion();
        return made;
    });
    QCOMPARE(saved.version, 2);
    QVERIFY(saved.versionId != calendar.versionId);
    const CatalogPtr after = catalog();
    QCOMPARE(after->calendars.first(), saved);
    QCOMPARE(after->slaVersions->workingTime(saved.versionId)->calendar().week[5], calendar.week[5]);
    // What has been made ready for calculating stays so.
    QCOMPARE(after->slaVersions->workingTime(calendar.versionId), oldTime);

    BusinessCalendar renamed = saved;
    renamed.name = u"Other name"_s;
    renamed.active = false;
    const BusinessCalendar kept = *changed([&](SqlUnitOfWork &unit) {
        const Result<BusinessCalendar> made = unit.saveCalendar(renamed, 6);
        (void)unit.raiseCatalogVersion();
        return made;
    });
    QCOMPARE(kept.version, 2);
    QCOMPARE(catalog()->calendars.first(), renamed);

    SlaPolicy policy = after->slaPolicies.first();
    policy.levels.removeLast();
    const SlaPolicy shorter = *changed([&](SqlUnitOfWork &unit) { return unit.saveSlaPolicy(policy, 7); });
    QCOMPARE(shorter.version, 2);
    const SlaPolicy same = *changed([&](SqlUnitOfWork &unit) {
        const Result<SlaPolicy> made = unit.saveSlaPolicy(shorter, 8);
        (void)unit.raiseCatalogVersion();
        return made;
    });
    QCOMPARE(same.versionId, shorter.versionId);
    QCOMPARE(catalog()->slaPolicies.first(), shorter);
    QCOMPARE(catalog()->slaVersions->policy(after->slaPolicies.first().versionId)->levels.size(), 2);
}

void SlaStoreTest::queuesHaveCalendarAndPeople()
{
    Queue queue = catalog()->queues.first();
    queue.calendar = CalendarId{1};
    queue.lead = queue.manager = queue.onCall = catalog()->agents.first().id;
    change([&](SqlUnitOfWork &unit) {
        const Result<QueueId> saved = unit.saveQueue(queue);
        (void)unit.raiseCatalogVersion();
        return saved;
    });
    QCOMPARE(catalog()->queues.first(), queue);
    QCOMPARE(catalog()->leadOfQueue(queue.id)->id, queue.lead);
}

void SlaStoreTest::policiesAreOrdered()
{
    SlaPolicy second = catalog()->slaPolicies.first();
    const SlaPolicyId first = second.id;
    second.id = {};
    second.position = 0;
    second.name = u"Second"_s;
    const SlaPolicy saved = *changed([&](SqlUnitOfWork &unit) { return unit.saveSlaPolicy(second, 5); });
    QCOMPARE(saved.position, 2);
    change([&](SqlUnitOfWork &unit) {
        const Result<void> ordered = unit.orderSlaPolicies({saved.id, first});
        (void)unit.raiseCatalogVersion();
        return ordered;
    });
    QCOMPARE(catalog()->slaPolicies.first().id, saved.id);
    QCOMPARE(catalog()->slaPolicies.last().position, 2);
}

void SlaStoreTest::clocksAreStoredAsTheyDiffer()
{
    const TicketId ticket = open();
    SlaResult result;
    result.ticket = ticket;
    result.newEvents = {{SlaEventKind::Opened, 10, 1, 0}, {SlaEventKind::State, 10, 1, 1}};
    result.clocks = {clock(SlaTargetKind::FirstResponse, 1, 500), clock(SlaTargetKind::Resolution, 1, 900)};
    result.summary = {SlaStanding::Running, SlaTargetKind::FirstResponse, 500, 0, false, 400};
    store(result);
    SlaSubject stored = subject(ticket);
    QCOMPARE(stored.sla.events, result.newEvents);
    QCOMPARE(stored.sla.clocks, result.clocks);
    QCOMPARE(stored.row.head.sla, SlaStanding::Running);
    QCOMPARE(stored.row.head.slaTarget, SlaTargetKind::FirstResponse);
    QCOMPARE(stored.row.head.slaDueAt, 500);
    QCOMPARE(stored.row.head.version, 1);

    change([&](SqlUnitOfWork &unit) {
        return unit.setBreachReason(ticket, SlaTargetKind::FirstResponse, 1, u"Nobody was there"_s);
    });
    SlaResult next;
    next.ticket = ticket;
    next.newEvents = {{SlaEventKind::Priority, 20, 2, 0}};
    next.clocks = {result.clocks.first(), clock(SlaTargetKind::NextResponse, 1, 700)};
    next.clocks.first().state = SlaState::Breached;
    next.clocks.first().endedAt = 600;
    next.summary = {SlaStanding::Paused, SlaTargetKind::NextResponse, 0, -5, true, 0};
    store(next);
    stored = subject(ticket);
    QCOMPARE(stored.sla.events.size(), 3);
    QCOMPARE(stored.sla.events.last(), next.newEvents.first());
    QCOMPARE(stored.sla.clocks.size(), 2);
    QCOMPARE(stored.sla.clocks.first().reason, u"Nobody was there"_s);
    QCOMPARE(stored.sla.clocks.first().endedAt, 600);
    QCOMPARE(stored.sla.clocks.last().target, SlaTargetKind::NextResponse);
    QCOMPARE(stored.row.head.slaLeft, -5);
    QVERIFY(stored.row.head.slaMissed);

    SqlUnitOfWork unit(*m_connection, *m_cache, *m_index);
    QVERIFY(unit.begin());
    QCOMPARE(unit.setBreachReason(ticket, SlaTargetKind::Update, 1, u"x"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(unit.slaSubject(TicketId{4711}).error().code, ErrorCode::NotFound);
}

void SlaStoreTest::aLevelFiresOnce()
{
    const TicketId ticket = open();
    const SlaFired fired{SlaTargetKind::Resolution, 1, 2, 70, 80};
    const auto record = [&](SqlUnitOfWork &unit) { return unit.recordFired(ticket, fired); };
    QVERIFY(*changed(record));
    QVERIFY(!*changed(record));
    QCOMPARE(subject(ticket).sla.fired, QVector<SlaFired>{fired});
}

void SlaStoreTest::tasksLookAtWhatTheirScopeHas()
{
    QVector<TicketId> tickets;
    for (int i = 0; i < 5; ++i)
        tickets.append(open(i % 2 == 0 ? StateType::Open : StateType::Closed));
    SlaTask task;
    task.scope = SlaScope::Open;
    task.createdAt = 5;
    task.by = catalog()->agents.first().id;
    task.id = *changed([&](SqlUnitOfWork &unit) { return unit.insertSlaTask(task); });
    const auto read = [&] { return *changed([&](SqlUnitOfWork &unit) { return unit.slaTask(task.id); }); };
    task = read();
    QCOMPARE(task.total, 3);
    const QVector<SlaSubject> first = *changed([&](SqlUnitOfWork &unit) { return unit.slaSubjectsOfTask(task, 2); });
    QCOMPARE(first.size(), 2);
    QCOMPARE(first[0].row.head.id, tickets[0]);
    QCOMPARE(first[1].row.head.id, tickets[2]);
    QCOMPARE(first[1].row.requesterName, u"Ada"_s);
    task.cursor = tickets[2];
    task.done = 2;
    change([&](SqlUnitOfWork &unit) { return unit.updateSlaTask(task); });
    QCOMPARE(read(), task);
    QCOMPARE(changed([&](SqlUnitOfWork &unit) { return unit.slaSubjectsOfTask(task, 2); })->size(), 1);
    SlaTask all = task;
    all.scope = SlaScope::All;
    all.cursor = {};
    QCOMPARE(changed([&](SqlUnitOfWork &unit) { return unit.slaSubjectsOfTask(all, 20); })->size(), 5);

    // Many are stored as one is.
    QVector<SlaResult> results;
    for (const TicketId ticket : std::as_const(tickets)) {
        SlaResult result;
        result.ticket = ticket;
        result.newEvents = {{SlaEventKind::Opened, ticket.value, 1, 0}};
        result.clocks = {clock(SlaTargetKind::Resolution, 1, 100 + ticket.value)};
        result.summary = {SlaStanding::Running, SlaTargetKind::Resolution, 100 + ticket.value, 0, false, 50};
        results.append(result);
    }
    change([&](SqlUnitOfWork &unit) { return unit.storeSlaResults(results); });
    for (const SlaResult &result : std::as_const(results)) {
        const SlaSubject stored = subject(result.ticket);
        QCOMPARE(stored.sla.events, result.newEvents);
        QCOMPARE(stored.sla.clocks, result.clocks);
        QCOMPARE(stored.row.head.slaDueAt, result.summary.dueAt);
    }
    task.finished = true;
    change([&](SqlUnitOfWork &unit) { return unit.updateSlaTask(task); });
    QCOMPARE(readSlaTasks(*m_connection)->first(), task);
}

void SlaStoreTest::theWatchIsTold()
{
    const Result<std::unique_ptr<SlaStore>> opened = m_isServer ? openServerSlaStore(m_address) : openSlaStore(m_path);
    QVERIFY(opened);
    SlaStore &watch = **opened;
    QCOMPARE(watch.nextInstant().value_or(-1), 0);
    QVector<TicketId> tickets;
    for (const Instant next : {Instant(300), Instant(100), Instant(0), Instant(200)}) {
        SlaResult result;
        result.ticket = open();
        result.summary = {SlaStanding::Running, SlaTargetKind::Resolution, 1000, 0, false, next};
        store(result);
        tickets.append(result.ticket);
    }
    QCOMPARE(watch.nextInstant().value_or(-1), 100);
    QCOMPARE(*watch.dueTickets(250, 10), (QVector<TicketId>{tickets[1], tickets[3]}));
    QCOMPARE(*watch.dueTickets(1000, 1), QVector<TicketId>{tickets[1]});
    SlaTask task;
    task.createdAt = 7;
    task.id = *changed([&](SqlUnitOfWork &unit) { return unit.insertSlaTask(task); });
    QCOMPARE(watch.openTasks()->size(), 1);
    task.cancelled = true;
    change([&](SqlUnitOfWork &unit) { return unit.updateSlaTask(task); });
    QCOMPARE(watch.openTasks()->size(), 0);
    const auto lease = watch.takeLease(u"sla-watch"_s, u"me"_s, 1000, 500);
    QVERIFY(lease && *lease);
    QVERIFY(!*watch.takeLease(u"sla-watch"_s, u"other"_s, 1100, 500));
}

void SlaStoreTest::notificationsAreTheirPersons()
{
    const PersonId me = catalog()->agents.first().id;
    Notification one;
    one.person = me;
    one.ticket = open();
    one.target = SlaTargetKind::Resolution;
    one.level = u"75%"_s;
    one.at = 50;
    one.dueAt = 60;
    Notification other = one;
    other.person = PersonId{me.value + 1};
    Notification breach = one;
    breach.kind = NotificationKind::SlaBreach;
    breach.level.clear();
    change([&](SqlUnitOfWork &unit) { return unit.insertNotifications({one, other, breach}); });
    const auto told = [&] { return *readNotifications(*m_connection, *catalog(), me, 10); };
    QVector<Notification> list = told();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].kind, NotificationKind::SlaBreach);
    QCOMPARE(list[1].level, u"75%"_s);
    QCOMPARE(list[1].subject, u"Printer"_s);
    change([&](SqlUnitOfWork &unit) { return unit.seeNotifications(me, {list[0].id}, 70); });
    list = told();
    QCOMPARE(list[0].seenAt, 0); // what was not seen comes first
    QCOMPARE(list[1].seenAt, 70);
    change([&](SqlUnitOfWork &unit) { return unit.seeNotifications(me, {}, 80); });
    QCOMPARE(told()[0].seenAt, 70);
    QCOMPARE(told()[1].seenAt, 80);
    const Result<qint64> unseen =
        m_connection->once("SELECT count(*) FROM notification WHERE seen_at = 0", "test.unseen").runForNumber();
    QCOMPARE(unseen.value_or(-1), 1); // the other's
}

void SlaStoreTest::timeLeftIsAnOrder()
{
    const auto with = [this](SlaStanding standing, Instant due, qint64 left) {
        SlaResult result;
        result.ticket = open();
        result.summary = {standing, SlaTargetKind::Resolution, due, left, false, 0};
        store(result);
        return result.ticket;
    };
    const TicketId met = with(SlaStanding::Met, 0, 0);
    const TicketId pausedLong = with(SlaStanding::Paused, 0, 9000);
    const TicketId later = with(SlaStanding::Running, 2000, 0);
    const TicketId pausedOver = with(SlaStanding::Paused, 0, -10);
    const TicketId overdue = with(SlaStanding::Running, 500, 0);
    const TicketId none = with(SlaStanding::None, 0, 0);
    TicketQuery query;
    query.sort = {ListColumn::TimeLeft, false};
    query.now = 1000;
    const auto list = [&] { return *readTicketList(*m_connection, catalog(), query); };
    QCOMPARE(list().ids, (QVector<TicketId>{overdue, later, pausedOver, pausedLong, met, none}));
    query.sort.descending = true;
    QCOMPARE(list().ids, (QVector<TicketId>{pausedLong, pausedOver, later, overdue, none, met}));
    query.sort = {ListColumn::Created, false};
    query.groupBy = ListColumn::TimeLeft;
    QCOMPARE(list().ids, (QVector<TicketId>{overdue, later, pausedLong, pausedOver, met, none}));
    QCOMPARE(list().groups.size(), 5);
    QCOMPARE(list().groups.first().key, slaOverdue);
    QCOMPARE(list().groups.last().key, 0);
    query.groupBy.reset();
    query.condition = Condition::is(ConditionField::Sla, {slaOverdue, qint64(SlaStanding::Met)});
    QCOMPARE(list().ids, (QVector<TicketId>{met, overdue}));
    query.condition = Condition::isSet(ConditionField::SlaMissed);
    QCOMPARE(list().ids, QVector<TicketId>{overdue});
}

void SlaStoreTest::oldTicketsGetTheirLog()
{
    // A desk of before there were clocks.
    m_isServer ? void(m_address = m_server->newDatabase()) : void(m_path += u".old"_s);
    m_index.reset();
    const SqlDialect dialect = m_isServer ? SqlDialect::Postgres : SqlDialect::Sqlite;
    auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(dialect));
    if (m_isServer)
        m_connection = connect();
    else
        m_connection = *SqliteConnection::open(m_path, ConnectionUse::Create, statements, 2000);
    const QVector<Migration> migrations = *builtInMigrations(dialect);
    QVERIFY(migrate(*m_connection, migrations.mid(0, 6)));
    const QByteArray blob = m_isServer ? "'\\x00'" : "x'00'";
    const auto run = [this](const QByteArray &sql) {
        const Result<void> done = m_connection->once(sql, "test.old").run();
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail + QString::fromUtf8(sql)));
    };
    run("INSERT INTO state (id, name, type) VALUES (1, 'New', 1), (2, 'Open', 2), (5, 'Closed', 6)");
    run("INSERT INTO priority (id, name, rank) VALUES (1, 'High', 1), (2, 'Low', 2)");
    run("INSERT INTO queue (id, name) VALUES (1, 'Support'), (2, 'Network')");
    run("INSERT INTO person (id, name) VALUES (1, 'Rita'), (2, 'Ada')");
    run("INSERT INTO ticket (id, version, state_id, state_type, priority_id, queue_id, owner_id, requester_id, "
        "channel, "
        "created_at, updated_at, number, subject, subject_folded) VALUES "
        "(7, 4, 2, 2, 1, 2, 0, 1, 1, 1000, 5000, '7', '', ''), (8, 1, 1, 1, 2, 1, 2, 1, 1, 1000, 1000, '8', '', '')");
    int articleId = 0;
    const auto article = [&](int ticket, int position, int visibility, int role, int channel, int at, int withdrawn) {
        run(QStringLiteral(
                "INSERT INTO article (id, ticket_id, position, visibility, sender_role, channel, created_at, "
                "withdrawn_at) VALUES (%1, %2, %3, %4, %5, %6, %7, %8)")
                .arg(++articleId)
                .arg(ticket)
                .arg(position)
                .arg(visibility)
                .arg(role)
                .arg(channel)
                .arg(at)
                .arg(withdrawn)
                .toUtf8());
    };
    article(7, 1, 1, 1, 1, 900, 0);  // the mail that opened it, older than the ticket
    article(7, 2, 1, 2, 1, 3000, 0); // an answer
    article(7, 3, 2, 2, 1, 3500, 0); // a note
    article(7, 4, 1, 2, 1, 3600, 9); // taken back
    article(7, 5, 1, 3, 1, 3700, 0); // by the desk itself
    article(8, 1, 1, 1, 3, 1000, 0); // a call that an agent noted
    int entry = 0;
    const auto history = [&](int ticket, int version, int at, const char *what, const char *before, const char *after,
                             int kind = 1) {
        run("INSERT INTO history VALUES (" + QByteArray::number(++entry) + ", " + QByteArray::number(ticket) + ", "
            + QByteArray::number(version) + ", " + QByteArray::number(at) + ", " + QByteArray::number(kind) + ", 2, '"
            + what + "', " + blob + ", '', '" + before + "', '" + after + "', '', '', '', " + blob + ", " + blob + ")");
    };
    history(7, 1, 1000, "opened", "", "7", 3);
    history(7, 2, 3000, "state", "1", "2");
    history(7, 2, 3000, "article", "", "2");
    history(7, 2, 3000, "owner", "", "2");
    history(7, 3, 3500, "article", "", "3");
    history(7, 4, 4000, "owner", "2", "");
    history(7, 4, 4000, "queue", "1", "2");
    history(8, 1, 1000, "opened", "", "8", 1);
    const Result<void> migrated = migrate(*m_connection, migrations);
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));

    const auto logOf = [this](int ticket) {
        QStringList log;
        Statement rows = m_connection->once("SELECT position, kind, at, value, other FROM sla_event WHERE ticket_id = "
                                                + QByteArray::number(ticket) + " ORDER BY position",
                                            "test.log");
        while (rows.next())
            log.append(u"%1:%2@%3=%4,%5"_s.arg(rows.integer(0))
                           .arg(rows.integer(1))
                           .arg(rows.integer(2))
                           .arg(rows.integer(3))
                           .arg(rows.integer(4)));
        return log.join(u' ');
    };
    QCOMPARE(logOf(7), u"1:1@1000=1,0 2:2@1000=1,1 3:3@1000=1,0 4:4@1000=1,0 5:6@1000=1,0 6:7@3000=2,0 7:2@3000=2,2 "
                       "8:5@3000=2,0 9:9@3500=3,0 10:4@4000=2,0 11:5@4000=0,0"_s);
    QCOMPARE(logOf(8), u"1:1@1000=2,0 2:2@1000=1,1 3:3@1000=2,0 4:4@1000=1,0 5:5@1000=2,0 6:6@1000=6,0 7:8@1000=6,0"_s);
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::SlaStoreTest)
#include "sla_store_test.moc"
