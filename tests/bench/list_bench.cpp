// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "models/list_spec.h"

#include <QRandomGenerator>

namespace deskhand::bench {
namespace {

constexpr int rounds = 7;

struct BenchView {
    const char *name;
    Condition condition;
    ListSort sort;
    QByteArray raw; ///< the same list as the database alone gives it
};

QVector<BenchView> benchViews(PersonId me)
{
    const Condition open = Condition::is(ConditionField::StateType, {1, 2, 3, 4});
    return {
        {"all by update", {}, {ListColumn::Updated, true}, "SELECT id FROM ticket ORDER BY updated_at DESC, id DESC"},
        {"all by number", {}, {ListColumn::Number, false}, "SELECT id FROM ticket ORDER BY length(number), number, id"},
        {"all by priority",
         {},
         {ListColumn::Priority, false},
         "SELECT t.id FROM ticket t JOIN priority p ON p.id = t.priority_id ORDER BY p.rank, t.id"},
        {"all by subject", {}, {ListColumn::Subject, false}, "SELECT id FROM ticket ORDER BY subject_folded, id"},
        {"open by update",
         open,
         {ListColumn::Updated, true},
         "SELECT id FROM ticket WHERE state_type < 5 ORDER BY updated_at DESC, id DESC"},
        {"open by due",
         open,
         {ListColumn::Due, false},
         "SELECT id FROM ticket WHERE state_type < 5 ORDER BY due_at = 0, due_at, id"},
        {"mine",
         Condition::all({Condition::is(ConditionField::Owner, {Condition::meId}), open}),
         {ListColumn::Updated, true},
         "SELECT id FROM ticket WHERE owner_id = " + QByteArray::number(me.value)
             + " AND state_type < 5 ORDER BY updated_at DESC, id DESC"},
        {"queue",
         Condition::is(ConditionField::Queue, {1}),
         {ListColumn::Updated, true},
         "SELECT id FROM ticket WHERE queue_id = 1 ORDER BY updated_at DESC, id DESC"},
        {"open of a queue",
         Condition::all({Condition::is(ConditionField::Queue, {1}), open}),
         {ListColumn::Due, false},
         "SELECT id FROM ticket WHERE queue_id = 1 AND state_type < 5 ORDER BY due_at = 0, due_at, id"},
    };
}

QByteArray listOf(const QVector<TicketId> &ids)
{
    QByteArray list;
    for (const TicketId id : ids)
        list += (list.isEmpty() ? "" : ", ") + QByteArray::number(id.value);
    return list;
}

/// What a list shows of tickets, as a person would ask for it.
QByteArray rawRows(const QVector<TicketId> &ids, PersonId me)
{
    return "SELECT t.*, p.name, p.address, p.vip, (SELECT article_id FROM read_mark WHERE ticket_id = t.id AND "
           "person_id = "
           + QByteArray::number(me.value)
           + "), substr(a.text, 1, 400) FROM ticket t JOIN person p ON p.id = t.requester_id LEFT JOIN article a ON "
             "a.id = "
             "t.last_article_id WHERE t.id IN ("
           + listOf(ids) + ')';
}

void measureRows(LocalDesk &desk, BenchDesk &bench)
{
    QVector<double> pages;
    QVector<double> theirs;
    const std::unique_ptr<RawSql> raw = bench.raw();
    QRandomGenerator random(1);
    for (int i = 0; i < 300; ++i) {
        QVector<TicketId> ids;
        QVector<TicketId> others;
        for (int k = 0; k < 128; ++k) {
            ids.append(TicketId{1 + random.bounded(bench.tickets())});
            others.append(TicketId{1 + random.bounded(bench.tickets())});
        }
        const QByteArray sql = rawRows(others, bench.me());
        theirs.append(milliseconds([&] { (void)raw->ids(sql.constData()); }));
        pages.append(milliseconds([&] { (void)waitFor(desk.rows(ids, bench.me())); }));
    }
    for (const double share : {0.5, 0.95}) {
        const double baseline = percentile(theirs, share);
        const double limit = bench.limitFor(baseline, 0.8);
        report({bench.figureName("list"), QStringLiteral("128 scattered rows, p%1").arg(share * 100),
                percentile(pages, share), QStringLiteral("ms"), baseline,
                share == 0.5 || bench.server() ? std::optional(limit) : std::nullopt});
    }
}

/// All numbers of the sidebar.
void measureCounts(LocalDesk &desk, BenchDesk &bench)
{
    const Result<CatalogPtr> catalog = waitFor(desk.catalog());
    if (!catalog)
        giveUp(catalog.error().detail);
    QVector<Condition> conditions;
    for (const ListSpec &spec : ownViewSpecs())
        conditions.append(spec.condition);
    for (const Queue &queue : (*catalog)->queues)
        conditions.append(queueSpec(queue).condition);
    QVector<double> counted;
    for (int round = 0; round < rounds; ++round) {
        counted.append(milliseconds([&] {
            if (const auto counts = waitFor(desk.counts(conditions, bench.me(), 1'700'000'000'000)); !counts)
                giveUp(counts.error().detail);
        }));
    }
    report({bench.figureName("list"),
            QStringLiteral("counts of %1 views, p50").arg(conditions.size()),
            percentile(counted, 0.5),
            QStringLiteral("ms"),
            {},
            {}});
}

} // namespace

void benchList(BenchDesk &bench)
{
    const std::unique_ptr<LocalDesk> desk = bench.open();
    const std::unique_ptr<RawSql> raw = bench.raw();
    for (const BenchView &view : benchViews(bench.me())) {
        TicketQuery query;
        query.condition = view.condition;
        query.sort = view.sort;
        query.me = bench.me();
        query.now = 1'700'000'000'000;
        QVector<double> ours;
        QVector<double> theirs;
        qsizetype rows = 0;
        for (int round = 0; round < rounds; ++round) {
            QVector<qint64> expected;
            theirs.append(milliseconds([&] { expected = raw->ids(view.raw.constData()); }));
            Result<TicketList> list = TicketList();
            ours.append(milliseconds([&] { list = waitFor(desk->tickets(query)); }));
            if (!list || list->ids.size() != expected.size())
                giveUp(QStringLiteral("%1: the lists differ").arg(QLatin1String(view.name)));
            rows = expected.size();
        }
        const double baseline = percentile(theirs, 0.5);
        report({bench.figureName("list"), QStringLiteral("ids of %1 (%2 rows)").arg(QLatin1String(view.name)).arg(rows),
                percentile(ours, 0.5), QStringLiteral("ms"), baseline, bench.limitFor(baseline, 1.5 * baseline + 30)});
    }
    measureRows(*desk, bench);
    measureCounts(*desk, bench);
}

} // namespace deskhand::bench
