// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"

namespace deskhand::bench {

void benchDemo(BenchDesk &desk)
{
    const DemoDeskReport made = desk.make();
    const auto rate = [](const char *metric, double value, std::optional<double> baseline, double limit) {
        report({QStringLiteral("demo"), QLatin1String(metric), value, QStringLiteral("tickets/s"), baseline, limit});
    };
    constexpr double wanted = 5000;
    rate("first tenth", double(made.firstRate), {}, wanted);
    // At most 15 % slower in a large desk than in an empty one.
    rate("last tenth", double(made.lastRate), double(made.firstRate), std::max(wanted, 0.85 * double(made.firstRate)));
    rate("all, until durable and settled",
         double(made.tickets) * 1000 / double(std::max<qint64>(1, made.loading + made.settling)), {}, wanted);
    report({QStringLiteral("demo"),
            QStringLiteral("articles per ticket"),
            double(made.articles) / double(made.tickets),
            QStringLiteral("articles"),
            {},
            {}});
    report({QStringLiteral("demo"),
            QStringLiteral("settling"),
            double(made.settling) / 1000,
            QStringLiteral("s"),
            {},
            {}});
}

} // namespace deskhand::bench
