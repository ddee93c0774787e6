// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/sla_work.h"
#include "bench/benches.h"
#include "bench/raw_database.h"
#include "bench/report.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace deskhand::bench {
namespace {

constexpr qint64 hourOfBench = 60 * 60 * 1000; // ms
constexpr int changesDuringRecalculation = 200;
constexpr int changesOfEach = 500;
constexpr int looksOfWatch = 100;
constexpr double millionTicketsTakeAtMost = 60; // s
constexpr double dueTicketsTakeAtMost = 5;      // ms
constexpr int impactTickets = 5000;
constexpr double impactTakesAtMost = 2000; // ms

CommandAnswer submitOrGiveUp(LocalDesk &desk, PersonId me, const CommandBody &body)
{
    const Result<CommandAnswer> answer = waitFor(desk.submit(Command::make(me, body)));
    if (!answer)
        giveUp(answer.error().where + u' ' + answer.error().detail);
    return *answer;
}

CatalogPtr catalogOf(LocalDesk &desk)
{
    const Result<CatalogPtr> catalog = waitFor(desk.catalog());
    if (!catalog)
        giveUp(catalog.error().detail);
    return *catalog;
}

/// Office hours for everything, with a warning.
SlaPolicy policyOfBench(const Catalog &catalog, CalendarId calendar)
{
    QVector<PriorityId> priorities;
    for (const Priority &priority : catalog.priorities)
        priorities.prepend(priority.id);
    QVector<StateId> pausing;
    for (const State &state : catalog.states) {
        if (state.type == StateType::PendingReminder || state.type == StateType::PendingAuto)
            pausing.append(state.id);
    }
    SlaPolicy policy = defaultSlaPolicy(QStringLiteral("Everything"), priorities, pausing);
    policy.calendar = calendar;
    return policy;
}

std::optional<SlaTask> taskOf(LocalDesk &desk, SlaTaskId id)
{
    const Result<QVector<SlaTask>> tasks = waitFor(desk.slaTasks());
    if (!tasks)
        giveUp(tasks.error().detail);
    const auto task = std::find_if(tasks->cbegin(), tasks->cend(), [id](const SlaTask &one) { return one.id == id; });
    return task == tasks->cend() ? std::nullopt : std::optional<SlaTask>(*task);
}

Command priorityChangeOf(const TicketHead &head, qint64 priority, PersonId me)
{
    ChangeTicket change;
    change.ticket = head.id;
    change.baseVersion = head.version;
    change.changes.append(FieldChange{TicketField::Priority, priority, {}, {}});
    return Command::make(me, change);
}

/// Heads of tickets all over the desk.
QVector<TicketHead> someHeads(LocalDesk &desk, const BenchDesk &bench, int count, PersonId me)
{
    QRandomGenerator random(8);
    QVector<TicketId> ids;
    for (int i = 0; i < count; ++i)
        ids.append(TicketId{1 + random.bounded(bench.tickets())});
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const Result<QVector<TicketRow>> rows = waitFor(desk.rows(ids, me));
    if (!rows)
        giveUp(rows.error().detail);
    QVector<TicketHead> heads;
    for (const TicketRow &row : *rows)
        heads.append(row.head);
    std::shuffle(heads.begin(), heads.end(), random);
    return heads;
}

/// Field changes one after the other, as a person makes them; ms of each.
QVector<double> changeSome(LocalDesk &desk, const QVector<TicketHead> &heads, PersonId me)
{
    QVector<double> took;
    for (const TicketHead &head : heads) {
        took.append(milliseconds([&] {
            const auto answer = waitFor(desk.submit(priorityChangeOf(head, head.priority.value % 4 + 1, me)));
            if (!answer)
                giveUp(answer.error().detail);
        }));
    }
    return took;
}

struct Recalculated {
    double seconds = 0;
    QVector<double> commands; ///< ms that each took while it was on its way
};

/// By the jobs as they run, while somebody works.
Recalculated recalculate(LocalDesk &desk, const QString &path, SlaTaskId task, const QVector<TicketHead> &heads,
                         PersonId me)
{
    Recalculated done;
    SlaWorker::Options options;
    options.watches = false;
    SlaWorker worker(slaJobPorts(desk, path), options);
    std::atomic<bool> ended = false;
    QElapsedTimer timer;
    timer.start();
    std::thread person([&] {
        JobSignal pause;
        for (const TicketHead &head : heads) {
            if (ended)
                break;
            done.commands += changeSome(desk, {head}, me);
            pause.waitUntil(SystemClock(), SystemClock().now() + 20);
        }
    });
    if (const Result<void> worked = worker.runOnce(); !worked)
        giveUp(worked.error().detail);
    done.seconds = double(timer.elapsed()) / 1000;
    ended = true;
    person.join();
    const std::optional<SlaTask> now = taskOf(desk, task);
    if (!now || !now->finished)
        giveUp(QStringLiteral("the recalculation has not ended"));
    return done;
}

/// Reads what a recalculation reads and writes what it writes, without anything in between; seconds.
double recalculateRaw(const QString &path, int tickets)
{
    constexpr int atOnce = 1000;
    RawDatabase raw(path);
    sqlite3_stmt *begin = raw.prepare("BEGIN IMMEDIATE");
    sqlite3_stmt *commit = raw.prepare("COMMIT");
    sqlite3_stmt *head = raw.prepare("SELECT * FROM ticket WHERE id = ?1");
    sqlite3_stmt *events = raw.prepare("SELECT * FROM sla_event WHERE ticket_id = ?1 ORDER BY position");
    sqlite3_stmt *clocks = raw.prepare("SELECT * FROM sla_clock WHERE ticket_id = ?1 ORDER BY target, cycle");
    sqlite3_stmt *fired = raw.prepare("SELECT * FROM sla_fired WHERE ticket_id = ?1");
    // In parentheses, so that nobody takes the pieces for a forgotten comma.
    sqlite3_stmt *event =
        raw.prepare(("INSERT INTO sla_event (ticket_id, position, kind, at, value, other) "
                     "SELECT ?1, max(position) + 1, 10, 1, 1, 1 FROM sla_event WHERE ticket_id = ?1"));
    sqlite3_stmt *clock = raw.prepare("UPDATE sla_clock SET policy_version_id = policy_version_id + 1000, "
                                      "amount = amount + 1, due_at = due_at + 1, breach_at = breach_at + 1 "
                                      "WHERE ticket_id = ?1");
    sqlite3_stmt *summary = raw.prepare("UPDATE ticket SET sla_due_at = sla_due_at + 1, sla_next_at = sla_next_at + 1 "
                                        "WHERE id = ?1 AND sla_due_at <> 0");
    const auto run = [](sqlite3_stmt *statement, qint64 ticket) {
        if (sqlite3_bind_parameter_count(statement) > 0)
            sqlite3_bind_int64(statement, 1, ticket);
        int code = sqlite3_step(statement);
        qint64 bytes = 0;
        while (code == SQLITE_ROW) {
            for (int column = 0; column < sqlite3_column_count(statement); ++column)
                bytes += sqlite3_column_bytes(statement, column);
            code = sqlite3_step(statement);
        }
        if (code != SQLITE_DONE)
            giveUp(QStringLiteral("raw recalculation failed: %1").arg(code));
        sqlite3_reset(statement);
        return bytes;
    };
    const double ms = milliseconds([&] {
        for (qint64 first = 1; first <= tickets; first += atOnce) {
            run(begin, 0);
            for (qint64 ticket = first; ticket < std::min<qint64>(first + atOnce, tickets + 1); ++ticket) {
                for (sqlite3_stmt *statement : {head, events, clocks, fired, event, clock, summary})
                    (void)run(statement, ticket);
            }
            run(commit, 0);
        }
    });
    for (sqlite3_stmt *statement : {begin, commit, head, events, clocks, fired, event, clock, summary})
        sqlite3_finalize(statement);
    return ms / 1000;
}

/// What a change of a ticket with clocks reads and writes, as a person would write it down without our program.
class RawClockChanges
{
public:
    explicit RawClockChanges(const QString &path)
        : m_raw(path)
    {
        for (const char *sql :
             {"BEGIN IMMEDIATE", "SELECT version, priority_id FROM ticket WHERE id = ?1",
              "SELECT * FROM sla_event WHERE ticket_id = ?1 ORDER BY position",
              "SELECT * FROM sla_clock WHERE ticket_id = ?1", "SELECT * FROM sla_fired WHERE ticket_id = ?1",
              "SELECT id, hash FROM history ORDER BY id DESC LIMIT 1",
              "UPDATE ticket SET version = version + 1, updated_at = 1800000000000 + ?2 WHERE id = ?1",
              "UPDATE ticket SET priority_id = 1 + ?2 % 4 WHERE id = ?1",
              ("INSERT INTO sla_event (ticket_id, position, kind, at, value, other) "
               "SELECT ?1, max(position) + 1, 3, ?2, 1, 0 FROM sla_event WHERE ticket_id = ?1"),
              "UPDATE sla_clock SET amount = amount + 1, due_at = due_at + 1, breach_at = breach_at + 1 "
              "WHERE ticket_id = ?1 AND ended_at = 0",
              "UPDATE ticket SET sla_due_at = sla_due_at + 1 WHERE id = ?1 AND sla_due_at <> 0",
              "UPDATE ticket SET sla_next_at = sla_next_at + 1 WHERE id = ?1 AND sla_next_at <> 0",
              ("INSERT INTO history (id, ticket_id, version, at, actor_kind, actor_id, what, command_id, actor_name, "
               "old_value, new_value, old_text, new_text, why, payload_hash, hash) VALUES ((SELECT max(id) + 1 FROM "
               "history), ?1, 5, 1, 1, 1, 'priority', randomblob(16), 'Somebody', '1', '2', 'P1', 'P2', '', "
               "zeroblob(32), zeroblob(32))"),
              ("INSERT INTO change_feed (at, kind, ticket_id, article_id, actor_id, command_id) "
               "VALUES (1, 2, ?1, 0, 1, zeroblob(16))"),
              ("INSERT INTO command_log (command_id, actor_id, at, answer) VALUES (randomblob(16), 1, 1, "
               "'{\"number\":\"12345\",\"ticket\":1,\"version\":5}')"),
              "COMMIT"})
            m_statements.append(m_raw.prepare(sql));
    }
    ~RawClockChanges()
    {
        for (sqlite3_stmt *statement : m_statements)
            sqlite3_finalize(statement);
    }
    RawClockChanges(const RawClockChanges &) = delete;
    RawClockChanges &operator=(const RawClockChanges &) = delete;

    void change(TicketId ticket)
    {
        ++m_next;
        for (sqlite3_stmt *statement : std::as_const(m_statements)) {
            const int parameters = sqlite3_bind_parameter_count(statement);
            if (parameters >= 1)
                sqlite3_bind_int64(statement, 1, ticket.value);
            if (parameters >= 2)
                sqlite3_bind_int64(statement, 2, m_next);
            int code = sqlite3_step(statement);
            while (code == SQLITE_ROW)
                code = sqlite3_step(statement);
            if (code != SQLITE_DONE)
                giveUp(QStringLiteral("raw change failed: %1").arg(QString::fromUtf8(sqlite3_errmsg(m_raw.handle()))));
            sqlite3_reset(statement);
        }
    }

private:
    RawDatabase m_raw;
    QVector<sqlite3_stmt *> m_statements;
    qint64 m_next = 0;
};

void benchWatch(const QString &path, const QString &name)
{
    const Result<std::unique_ptr<SlaStore>> store = openSlaStoreAt(path);
    if (!store)
        giveUp(store.error().detail);
    QVector<double> due;
    QVector<double> next;
    for (int i = 0; i < looksOfWatch; ++i) {
        due.append(milliseconds([&] {
            if (!(*store)->dueTickets(SystemClock().now(), 200))
                giveUp(QStringLiteral("due tickets cannot be read"));
        }));
        next.append(milliseconds([&] {
            if (!(*store)->nextInstant())
                giveUp(QStringLiteral("the next instant cannot be read"));
        }));
    }
    report({name,
            QStringLiteral("watch: 200 due tickets, p95"),
            percentile(due, 0.95),
            QStringLiteral("ms"),
            {},
            dueTicketsTakeAtMost});
    report({name,
            QStringLiteral("watch: the next instant, p95"),
            percentile(next, 0.95),
            QStringLiteral("ms"),
            {},
            dueTicketsTakeAtMost});
}

void benchImpact(LocalDesk &desk, const SlaPolicy &policy, const BenchDesk &bench, PersonId me, const QString &name)
{
    // The last tickets that make five thousand.
    TicketQuery query;
    query.condition = Condition::all({});
    query.sort = {ListColumn::Created, Qt::DescendingOrder};
    query.me = me;
    const Result<TicketList> list = waitFor(desk.tickets(query));
    if (!list || list->ids.size() < std::min(impactTickets, bench.tickets()))
        giveUp(QStringLiteral("there are too few tickets"));
    const TicketId oldest = list->ids[std::min<qsizetype>(impactTickets, list->ids.size()) - 1];
    const Result<QVector<TicketRow>> row = waitFor(desk.rows({oldest}, me));
    if (!row || row->isEmpty())
        giveUp(QStringLiteral("no ticket"));
    SlaImpactQuery impact;
    impact.policy = policy;
    impact.scope = SlaScope::All;
    impact.openedSince = row->first().head.createdAt;
    impact.me = me;
    impact.now = SystemClock().now();
    qint64 looked = 0;
    const double ms = milliseconds([&] {
        const Result<SlaImpact> answer = waitFor(desk.slaImpact(impact));
        if (!answer)
            giveUp(answer.error().detail);
        looked = answer->tickets;
    });
    report(
        {name, QStringLiteral("what-if of %1 tickets").arg(looked), ms, QStringLiteral("ms"), {}, impactTakesAtMost});
}

void benchCommands(LocalDesk &desk, const QString &path, const QVector<TicketHead> &heads, PersonId me,
                   const QString &name)
{
    QVector<double> theirs;
    QVector<double> ours;
    {
        RawClockChanges raw(path);
        for (int i = 0; i + 1 < heads.size() && ours.size() < changesOfEach; i += 2) {
            theirs.append(milliseconds([&] { raw.change(heads[i].id); }));
            ours += changeSome(desk, {heads[i + 1]}, me);
        }
    }
    const double baseline = percentile(theirs, 0.5);
    report({name, QStringLiteral("a field change of a ticket with clocks, p50"), percentile(ours, 0.5),
            QStringLiteral("ms"), baseline, 2 * baseline});
}

} // namespace

void benchSlaDesk(BenchDesk &bench)
{
    const QString name = bench.figureName("sla");
    const QString path = bench.copyToChange();
    const Result<std::unique_ptr<LocalDesk>> opened = LocalDesk::open(path);
    if (!opened)
        giveUp(opened.error().detail);
    LocalDesk &desk = **opened;
    const PersonId me = bench.me();
    const CalendarId calendar{
        submitOrGiveUp(desk, me,
                       SaveCalendar{defaultCalendar(QStringLiteral("Bench"), "Europe/Berlin"), SlaScope::NewTickets})
            .id};
    SlaPolicy policy = policyOfBench(*catalogOf(desk), calendar);
    const CommandAnswer saved = submitOrGiveUp(desk, me, SaveSlaPolicy{policy, SlaScope::NewTickets});
    const CommandAnswer first = submitOrGiveUp(desk, me, OrderSlaPolicies{{SlaPolicyId{saved.id}}, SlaScope::All});
    const QVector<TicketHead> heads = someHeads(desk, bench, 2 * changesOfEach + 2 * changesDuringRecalculation, me);
    const double begun = recalculate(desk, path, first.slaTask, {}, me).seconds;
    report({name,
            QStringLiteral("another policy for %1 tickets").arg(bench.tickets()),
            begun,
            QStringLiteral("s"),
            {},
            {}});

    policy = *catalogOf(desk)->slaPolicy(SlaPolicyId{saved.id});
    for (SlaTarget &target : policy.targets) {
        for (SlaPriorityAmount &amount : target.amounts) {
            if (amount.amount && amount.amount->basis == TimeBasis::Business)
                amount.amount->amount += hourOfBench;
        }
    }
    benchImpact(desk, policy, bench, me, name);
    const CommandAnswer changed = submitOrGiveUp(desk, me, SaveSlaPolicy{policy, SlaScope::All});
    const QVector<TicketHead> meanwhile = heads.mid(0, changesDuringRecalculation);
    const Recalculated done = recalculate(desk, path, changed.slaTask, meanwhile, me);
    const double raw = recalculateRaw(path, bench.tickets());
    report({name, QStringLiteral("recalculation of %1 tickets after a policy change").arg(bench.tickets()),
            done.seconds, QStringLiteral("s"), raw, millionTicketsTakeAtMost * bench.tickets() / 1'000'000});
    report(
        {name, QStringLiteral("recalculated tickets"), bench.tickets() / done.seconds, QStringLiteral("1/s"), {}, {}});
    report({name,
            QStringLiteral("a field change during the recalculation, p50"),
            percentile(done.commands, 0.5),
            QStringLiteral("ms"),
            {},
            {}});
    report({name,
            QStringLiteral("a field change during the recalculation, p95"),
            percentile(done.commands, 0.95),
            QStringLiteral("ms"),
            {},
            250});
    benchWatch(path, name);
    benchCommands(desk, path, heads.mid(changesDuringRecalculation), me, name);
}

} // namespace deskhand::bench
