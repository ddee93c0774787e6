// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_window.h"
#include "bench/benches.h"
#include "bench/report.h"
#include "widgets/thread/thread_view.h"

#include <QRandomGenerator>

namespace deskhand::bench {
namespace {

void benchReading(BenchDesk &bench, LocalDesk &desk)
{
    QRandomGenerator random(2);
    QVector<double> reads;
    for (int i = 0; i < 200; ++i) {
        const TicketId id{1 + random.bounded(bench.tickets())};
        reads.append(milliseconds([&] {
            (void)waitFor(desk.ticket(id, bench.me()));
            (void)waitFor(desk.thread(ThreadQuery{id, {}, 20, {}}));
        }));
    }
    report({QStringLiteral("open"),
            QStringLiteral("reading any ticket and its newest articles, p95"),
            percentile(reads, 0.95),
            QStringLiteral("ms"),
            {},
            {}});
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
    benchShowing(bench, *desk, BenchDesk::longThread, 30);
    benchShowing(bench, *desk, BenchDesk::longestThread, 60);
}

} // namespace deskhand::bench
