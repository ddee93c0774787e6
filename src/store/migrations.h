// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/connection.h"

#include <QByteArray>
#include <QVector>

namespace deskhand {

// What the header of a desk's file says (SQLite's application_id), and on PostgreSQL the beginning of the schema's
// comment.
inline constexpr qint64 deskApplicationId = 0x4465736b;           ///< "Desk"
inline constexpr qint64 unfinishedCopyApplicationId = 0x44637079; ///< "Dcpy": copyDesk() has not come to its end

/// A step of the schema: its statements run in one transaction and the last one sets the version
/// (`PRAGMA user_version`; on PostgreSQL the end of the schema's comment) to `number`.
struct Migration {
    int number = 0;
    QVector<QByteArray> statements;
};

/// The statements of a migration file: each ends with ";" at the end of a line before an empty line or the end;
/// lines that begin with "--" are dropped.
[[nodiscard]] QVector<QByteArray> splitMigration(const QByteArray &text);

/// All migrations built into the program, numbered 1, 2, 3 … without a gap. Errors: Internal.
[[nodiscard]] Result<QVector<Migration>> builtInMigrations(SqlDialect dialect = SqlDialect::Sqlite);

/// Brings a desk, or an empty file, to the newest version. Killed or failing anywhere it leaves the last whole
/// version, and the next call goes on from there. Two processes may do it at the same time.
/// Errors: TooNew (made by a newer program), Corrupt (a database, but not a desk), Conflict (an unfinished copy of a
/// desk), Busy, Internal.
Result<void> migrate(Connection &connection, const QVector<Migration> &migrations);

/// For those who may not change the schema. Errors: TooOld, TooNew, Corrupt, Conflict.
Result<void> checkSchema(Connection &connection, const QVector<Migration> &migrations);

} // namespace deskhand
