// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/raw_database.h"
#include "bench/raw_server.h"
#include "bench/report.h"

#include <QRandomGenerator>

#include <sqlite3.h>

#include <cstring>
#include <numeric>

namespace deskhand::bench {
namespace {

constexpr int changeCount = 1000;
constexpr int turnLength = 100;

/// What one field change has to read and write, written down as a person would without our program.
class RawFieldChanges
{
public:
    RawFieldChanges() = default;
    virtual ~RawFieldChanges() = default;
    RawFieldChanges(const RawFieldChanges &) = delete;
    RawFieldChanges &operator=(const RawFieldChanges &) = delete;

    virtual void change(qint64 ticket, qint64 priority) = 0;
};

class RawChanges final : public RawFieldChanges
{
public:
    explicit RawChanges(const QString &path);
    ~RawChanges() override;
    void change(qint64 ticket, qint64 priority) override;

private:
    enum { Begin, Head, Last, Version, Field, History, Feed, Log, Commit, Count };

    void step(int statement);

    RawDatabase m_raw;
    sqlite3_stmt *m_statements[Count];
    QByteArray m_uuid = QByteArray(16, 'u');
    quint64 m_next = 1;
};

RawChanges::RawChanges(const QString &path)
    : m_raw(path)
{
    static const char *const sql[Count] = {
        "BEGIN IMMEDIATE", "SELECT version, priority_id FROM ticket WHERE id = ?1",
        "SELECT id, hash FROM history ORDER BY id DESC LIMIT 1",
        "UPDATE ticket SET version = version + 1, updated_at = ?2 WHERE id = ?1",
        "UPDATE ticket SET priority_id = ?2 WHERE id = ?1",
        // In parentheses, so that nobody takes the pieces for a forgotten comma.
        ("INSERT INTO history (id, ticket_id, version, at, actor_kind, actor_id, what, command_id, actor_name, "
         "old_value, new_value, old_text, new_text, why, payload_hash, hash) "
         "VALUES (?3, ?1, 5, 1, 1, 1, 'priority', ?4, 'Somebody', '1', '2', 'P1', 'P2', '', ?5, ?5)"),
        "INSERT INTO change_feed (at, kind, ticket_id, article_id, actor_id, command_id) VALUES (1, 2, ?1, 0, 1, ?4)",
        "INSERT INTO command_log (command_id, actor_id, at, answer) VALUES (?4, 1, 1, "
        "'{\"number\":\"12345\",\"ticket\":1,\"version\":5}')",
        "COMMIT"};
    for (int i = 0; i < Count; ++i)
        m_statements[i] = m_raw.prepare(sql[i]);
}

RawChanges::~RawChanges()
{
    for (sqlite3_stmt *statement : m_statements)
        sqlite3_finalize(statement);
}

void RawChanges::step(int statement)
{
    int code = sqlite3_step(m_statements[statement]);
    while (code == SQLITE_ROW)
        code = sqlite3_step(m_statements[statement]);
    if (code != SQLITE_DONE)
        giveUp(QStringLiteral("raw change failed at step %1").arg(statement));
}

void RawChanges::change(qint64 ticket, qint64 priority)
{
    std::memcpy(m_uuid.data(), &m_next, sizeof m_next);
    ++m_next;
    static const QByteArray hash(32, 'h');
    qint64 historyId = 0;
    for (int i = 0; i < Count; ++i) {
        sqlite3_stmt *statement = m_statements[i];
        const int parameters = sqlite3_bind_parameter_count(statement);
        if (parameters >= 1)
            sqlite3_bind_int64(statement, 1, ticket);
        if (parameters >= 2)
            sqlite3_bind_int64(statement, 2, i == Version ? 1'800'000'000'000 + qint64(m_next) : priority);
        if (parameters >= 3)
            sqlite3_bind_int64(statement, 3, historyId);
        if (parameters >= 4)
            sqlite3_bind_blob(statement, 4, m_uuid.constData(), int(m_uuid.size()), SQLITE_STATIC);
        if (parameters >= 5)
            sqlite3_bind_blob(statement, 5, hash.constData(), int(hash.size()), SQLITE_STATIC);
        if (i == Last && sqlite3_step(statement) == SQLITE_ROW)
            historyId = sqlite3_column_int64(statement, 0) + 1;
        else
            step(i);
        // One that is left in the middle would keep the commit from moving the journal into the file.
        sqlite3_reset(statement);
    }
}

/// The same on a server.
class RawServerChanges final : public RawFieldChanges
{
public:
    explicit RawServerChanges(const PostgresAddress &address)
        : m_raw(address)
    {
        m_raw.prepare("head", "SELECT version, priority_id FROM ticket WHERE id = $1::bigint FOR NO KEY UPDATE");
        m_raw.prepare("version",
                      "UPDATE ticket SET version = version + 1, updated_at = $2::bigint WHERE id = $1::bigint");
        m_raw.prepare("field", "UPDATE ticket SET priority_id = $2::bigint WHERE id = $1::bigint");
        m_raw.prepare("last", "SELECT history_id, history_hash FROM desk_head FOR UPDATE");
        // In parentheses, so that nobody takes the pieces for a forgotten comma.
        m_raw.prepare("history",
                      ("INSERT INTO history (id, ticket_id, version, at, actor_kind, actor_id, what, command_id, "
                       "actor_name, old_value, new_value, old_text, new_text, why, payload_hash, hash) VALUES "
                       "($2::bigint, $1::bigint, 5, 1, 1, 1, 'priority', $3::bytea, 'Somebody', '1', '2', 'P1', 'P2', "
                       "'', $4::bytea, $4::bytea)"));
        m_raw.prepare("feed", ("WITH next AS (UPDATE desk_head SET feed_seq = feed_seq + 1 RETURNING feed_seq) INSERT "
                               "INTO change_feed (seq, at, kind, ticket_id, article_id, actor_id, command_id) SELECT "
                               "feed_seq, 1, 2, $1::bigint, 0, 1, $2::bytea FROM next"));
        m_raw.prepare("log", ("INSERT INTO command_log (command_id, actor_id, at, answer) VALUES ($1::bytea, 1, 1, "
                              "'{\"number\":\"12345\",\"ticket\":1,\"version\":5}')"));
    }

    void change(qint64 ticket, qint64 priority) override
    {
        const QByteArray id = QByteArray::number(ticket);
        const QByteArray uuid = "\\x" + QByteArray::number(++m_next, 16).rightJustified(32, '0');
        const QByteArray hash = "\\x" + QByteArray(64, 'a');
        m_raw.run("BEGIN");
        m_raw.runPrepared("head", {id});
        m_raw.runPrepared("version", {id, QByteArray::number(1'800'000'000'000 + qint64(m_next))});
        m_raw.runPrepared("field", {id, QByteArray::number(priority)});
        const qint64 last = m_raw.runPrepared("last", {});
        m_raw.runPrepared("history", {id, QByteArray::number(last + 1), uuid, hash});
        m_raw.runPrepared("feed", {id, uuid});
        m_raw.runPrepared("log", {uuid});
        m_raw.run("COMMIT");
    }

private:
    RawServer m_raw;
    quint64 m_next = 0;
};

Command priorityChange(TicketId ticket, qint64 version, qint64 priority, PersonId me)
{
    ChangeTicket change;
    change.ticket = ticket;
    change.baseVersion = version;
    FieldChange field;
    field.field = TicketField::Priority;
    field.value = priority;
    change.changes.append(field);
    return Command::make(me, change);
}

void submitAll(LocalDesk &desk, const QVector<TicketId> &tickets, const QHash<TicketId, TicketHead> &heads, PersonId me)
{
    QVector<QFuture<Result<CommandAnswer>>> answers;
    for (const TicketId ticket : tickets) {
        const TicketHead head = heads.value(ticket);
        answers.append(desk.submit(priorityChange(ticket, head.version, head.priority.value % 4 + 1, me)));
    }
    for (const auto &answer : answers) {
        if (const Result<CommandAnswer> result = waitFor(answer); !result)
            giveUp(result.error().detail);
    }
}

} // namespace

void benchCommand(BenchDesk &bench)
{
    QRandomGenerator random(6);
    QVector<TicketId> tickets;
    for (int i = 0; i < 3 * changeCount; ++i)
        tickets.append(TicketId{1 + random.bounded(bench.tickets())});

    std::unique_ptr<RawFieldChanges> changes;
    Result<std::unique_ptr<LocalDesk>> opened = Error{};
    if (bench.server()) {
        const PostgresAddress address = bench.serverToChange();
        changes = std::make_unique<RawServerChanges>(address);
        opened = LocalDesk::openServer(address);
    } else {
        const QString copy = bench.copyToChange();
        changes = std::make_unique<RawChanges>(copy);
        opened = LocalDesk::open(copy);
    }
    if (!opened)
        giveUp(opened.error().detail);
    LocalDesk &desk = **opened;
    QHash<TicketId, TicketHead> heads;
    const Result<QVector<TicketRow>> rows = waitFor(desk.rows(tickets, bench.me()));
    if (!rows)
        giveUp(rows.error().detail);
    for (const TicketRow &row : *rows)
        heads.insert(row.head.id, row.head);

    // In turns of a hundred, so that all meet the same weather.
    QVector<double> theirs;
    QVector<double> ours;
    QVector<double> heard;
    for (int turn = 0; turn < changeCount / turnLength; ++turn) {
        const auto part = [&](int of) { return tickets.mid(of * changeCount + turn * turnLength, turnLength); };
        theirs.append(milliseconds([&] {
            for (const TicketId ticket : part(0))
                changes->change(ticket.value, 1 + turn % 4);
        }));
        ours.append(milliseconds([&] { submitAll(desk, part(1), heads, bench.me()); }));
        const auto listener = QObject::connect(&desk, &Desk::changed, &desk, [](const QVector<Change> &) {});
        heard.append(milliseconds([&] { submitAll(desk, part(2), heads, bench.me()); }));
        QObject::disconnect(listener);
    }
    const auto sum = [](const QVector<double> &values) { return std::accumulate(values.cbegin(), values.cend(), 0.0); };
    const QString name = bench.figureName("command");
    const QString unit = QStringLiteral("ms");
    report({name, QStringLiteral("1,000 field changes"), sum(ours), unit, sum(theirs),
            bench.limitFor(sum(theirs), 1.5 * sum(theirs))});
    report(
        {name, QStringLiteral("1,000 field changes, for a window that shows them"), sum(heard), unit, sum(theirs), {}});
}

} // namespace deskhand::bench
