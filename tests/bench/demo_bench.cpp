// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"

#include <QTemporaryDir>

namespace deskhand::bench {

void benchDemo(const BenchOptions &options)
{
    const QTemporaryDir folder;
    double took = 0;
    const QString path = folder.filePath(QStringLiteral("load.deskhand"));
    took = milliseconds([&] { loadSyntheticDesk(path, options.tickets); });
    report({QStringLiteral("load"), QStringLiteral("whole load"), options.tickets * 1000.0 / took, QStringLiteral("tickets/s"), {}, 5000.0});
}

} // namespace deskhand::bench
