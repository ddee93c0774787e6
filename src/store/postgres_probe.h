// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/postgres_address.h"

#include <functional>

namespace deskhand {

/// What was found at the other end of a connection.
struct PostgresProbe {
    int serverVersion = 0; ///< 150004
    QString tls;           ///< "TLSv1.3"; empty: not encrypted
};

/// Makes a connection and ends it, to learn what is wrong with the way or with the person: step by step, so that it can
/// be stopped (`isCancelled` is asked every few dozen milliseconds; only the search for the host's address cannot be
/// broken off), in ten seconds at most. A certificate that is refused is looked at once more, without sending
/// anything, to tell an expired one from one that nobody trusts. Not for the GUI's thread.
/// Errors: those of postgresConnectError(), Timeout, Cancelled.
[[nodiscard]] Result<PostgresProbe> probePostgres(const PostgresAddress &address,
                                                  const std::function<bool()> &isCancelled);

} // namespace deskhand
