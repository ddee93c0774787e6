// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_window.h"
#include "bench/benches.h"
#include "bench/report.h"
#include "widgets/thread/thread_view.h"

#include <QRandomGenerator>

namespace deskhand::bench {
namespace {

/// A ticket, who asks and what they have, and its newest articles with their files and what happened between them, as a
/// person would ask for it.
const QVector<QByteArray> &rawReading()
{
    static const QVector<QByteArray> statements{
        "SELECT t.*, p.*, (SELECT article_id FROM read_mark WHERE ticket_id = t.id AND person_id = :me), a.text FROM "
        "ticket t "
        "JOIN person p ON p.id = t.requester_id LEFT JOIN article a ON a.id = t.last_article_id WHERE t.id = :ticket",
        "SELECT count(*), count(*) FILTER (WHERE state_type < 5) FROM ticket WHERE requester_id = (SELECT requester_id "
        "FROM "
        "ticket WHERE id = :ticket)",
        "SELECT * FROM article WHERE ticket_id = :ticket ORDER BY position DESC LIMIT 20",
        "SELECT f.* FROM article a JOIN attachment f ON f.article_id = a.id WHERE a.ticket_id = :ticket",
        "SELECT * FROM history WHERE ticket_id = :ticket ORDER BY id",
    };
    return statements;
}

void benchReading(BenchDesk &bench, LocalDesk &desk)
{
    const std::unique_ptr<RawSql> raw = bench.raw();
    QRandomGenerator random(2);
    QVector<double> reads;
    QVector<double> theirs;
    for (int i = 0; i < 400; ++i) {
        const TicketId id{1 + random.bounded(bench.tickets())};
        const auto read = [&] {
            (void)waitFor(desk.ticket(id, bench.me()));
            (void)waitFor(desk.thread(ThreadQuery{id, {}, 20, bench.me()}));
        };
        const auto readRaw = [&] {
            for (QByteArray sql : rawReading()) {
                sql.replace(":ticket", QByteArray::number(id.value))
                    .replace(":me", QByteArray::number(bench.me().value));
                (void)raw->texts(sql.constData());
            }
        };
        // In turns, so that neither always finds what the other has brought into memory.
        if (i % 2 == 0)
            reads.append(milliseconds(read));
        else
            theirs.append(milliseconds(readRaw));
    }
    for (const double share : {0.5, 0.95}) {
        const double baseline = percentile(theirs, share);
        report({bench.figureName("open"),
                QStringLiteral("reading any ticket and its newest articles, p%1").arg(share * 100),
                percentile(reads, share), QStringLiteral("ms"), baseline,
                bench.server() ? std::optional(2 * baseline) : std::nullopt});
    }
}

void benchShowing(BenchDesk &bench, LocalDesk &desk, int articles, double limit)
{
    BenchWindow window(bench);
    auto *thread = window.window().findChild<ThreadView *>();
    if (!thread)
        giveUp(QStringLiteral("the window has no thread"));
    const QVector<TicketId> ids = bench.ticketsWithThread(articles);
    const Result<QVector<TicketRow>> rows = waitFor(desk.rows(ids, bench.me()));
    if (!rows || rows->size() != ids.size())
        giveUp(QStringLiteral("the long threads are missing"));
    QVector<double> shown;
    for (const TicketRow &row : *rows) {
        shown.append(window.millisecondsToPaint(
            thread->viewport(), [&] { window.program().navigator().openTicket(row.head.id); },
            [&] { return !thread->partRect(row.head.lastArticle, ThreadHit::Part::Body).isEmpty(); }));
        window.settle();
    }
    report({QStringLiteral("open"),
            QStringLiteral("a ticket of %1 articles: newest screenful painted, p50").arg(articles),
            percentile(shown, 0.5),
            QStringLiteral("ms"),
            {},
            {}});
    report({QStringLiteral("open"),
            QStringLiteral("a ticket of %1 articles: newest screenful painted, p95").arg(articles),
            percentile(shown, 0.95),
            QStringLiteral("ms"),
            {},
            limit});
}

} // namespace

void benchOpen(BenchDesk &bench)
{
    const std::unique_ptr<LocalDesk> desk = bench.open();
    benchReading(bench, *desk);
    if (bench.server())
        return; // the window is the same
    benchShowing(bench, *desk, BenchDesk::longThread, 30);
    benchShowing(bench, *desk, BenchDesk::longestThread, 60);
}

} // namespace deskhand::bench
