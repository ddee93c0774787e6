// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_generator.h"

#include <QString>

#include <functional>

namespace deskhand {

/// Called about ten times a second in the calling thread; false stops.
using DemoProgress = std::function<bool(qint64 done, qint64 total)>;

struct DemoDeskReport {
    qint64 tickets = 0;
    qint64 articles = 0;
    qint64 people = 0;
    /// Milliseconds: until the last ticket was given to the store, and after that until all is durable and settled.
    qint64 loading = 0;
    qint64 settling = 0;
    /// Tickets a second in the first and the last tenth.
    qint64 firstRate = 0;
    qint64 lastRate = 0;
};

/// Makes a demo desk in the new file `path`. It appears under its name only when it is whole: a kill leaves at most a
/// "….new" that the next attempt replaces. Tickets are made up in a thread of their own while the store takes them in.
/// Errors: Conflict (there is such a file), Cancelled (by `progress`), those of the store; nothing is left behind then.
[[nodiscard]] Result<DemoDeskReport> makeDemoDesk(const QString &path, const DemoOptions &options,
                                                  const DemoProgress &progress = {});

} // namespace deskhand
