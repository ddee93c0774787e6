// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/postgres_address.h"

#include <QString>

namespace deskhand {

/// What a new desk is called and who works in it first.
struct NewDesk {
    QString deskName;
    QString agentName;
    QString agentAddress;
    QByteArray zone{}; ///< IANA id of the zone that the first calendar goes by; empty: UTC
};

/// Makes a desk's file with the usual states, priorities, one queue, the first agent, an admin, office hours, the usual
/// promises and a view of what is due soon. The file appears
/// under its name only when it is whole: a kill leaves at most a "….new" that the next attempt replaces. Errors:
/// Conflict (there is such a file; it is left alone), Invalid with per-field messages ("desk-name", "agent-name",
/// "agent-address"; reasons as in operations/field_errors.h), NotFound or Denied (the folder), Offline (disk).
[[nodiscard]] Result<void> createDeskFile(const QString &path, const NewDesk &desk);

/// Makes the schema of a desk in an empty database of a server and fills it like createDeskFile(); the user of
/// `address` owns it. Killed in between it is gone on with by the next call. Errors: Conflict (the database has a
/// desk), Invalid as above, those of PostgresConnection::open(), Denied (may not make a schema there).
[[nodiscard]] Result<void> createDeskOnServer(const PostgresAddress &address, const NewDesk &desk);

/// Brings a server's desk to the newest schema, under a lock; the user of `address` must own it. Killed anywhere it
/// leaves the last whole version. Errors: Corrupt (there is no desk), TooNew, Denied, those of
/// PostgresConnection::open().
[[nodiscard]] Result<void> migrateDeskOnServer(const PostgresAddress &address);

} // namespace deskhand
