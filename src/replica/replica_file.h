// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/connection.h"

#include <QString>

#include <memory>

namespace deskhand {

/// A replica's file: a desk's schema, filled by its service, with the tables of the outbox beside it
/// (resources/sql/sqlite/replica.sql). Opens it for writing, makes what is missing and brings an older one to the
/// newest schema. Errors: as of SqliteConnection::open() and migrate(); Conflict: it is a desk of its own.
[[nodiscard]] Result<std::unique_ptr<Connection>> openReplicaFile(const QString &path);

/// Overwrites the file and what SQLite has put beside it, and removes them; nobody has it open. Errors: Internal with
/// the system's words.
Result<void> wipeReplicaFile(const QString &path);

} // namespace deskhand
