// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"

#include <QRandomGenerator>

namespace deskhand::bench {

void benchOpen(BenchDesk &bench)
{
    const std::unique_ptr<LocalDesk> desk = bench.open();
    QRandomGenerator random(2);
    QVector<double> reads;
    for (int i = 0; i < 200; ++i) {
        const TicketId id{1 + random.bounded(bench.tickets())};
        reads.append(milliseconds([&] {
            (void)waitFor(desk->ticket(id, bench.me()));
            (void)waitFor(desk->thread(ThreadQuery{id, {}, 20}));
        }));
    }
    report({QStringLiteral("open"), QStringLiteral("reading a ticket and its newest articles, p95"), percentile(reads, 0.95),
            QStringLiteral("ms"), {}, {}});
}

} // namespace deskhand::bench
