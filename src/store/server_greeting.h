// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/server_place.h"
#include "store/postgres_address.h"

#include <functional>

namespace deskhand {

[[nodiscard]] PostgresAddress postgresAddress(const ServerPlace &place, const QString &password);

/// Goes to a server, looks whether there is a desk that this program may enter, and goes again; what is wrong comes as
/// an Error with a ConnectProblem. Changes nothing. Waits ten seconds at most for the way; not for the GUI's thread.
/// Errors: those of probePostgres() and of LocalDesk::openServer().
[[nodiscard]] Result<ServerGreeting> greetServer(const PostgresAddress &address,
                                                 const std::function<bool()> &isCancelled = {});

} // namespace deskhand
