// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace deskhand {
namespace {

ErrorCode codeOfSqlite(int resultCode)
{
    switch (resultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::Busy;
    case SQLITE_INTERRUPT: return ErrorCode::Cancelled;
    case SQLITE_CONSTRAINT: return ErrorCode::Integrity;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorCode::Corrupt;
    case SQLITE_CANTOPEN: return ErrorCode::NotFound;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return ErrorCode::Denied;
    case SQLITE_FULL:
    case SQLITE_IOERR: return ErrorCode::Offline;
    default: return ErrorCode::Internal;
    }
}

} // namespace

Error sqliteError(int resultCode, sqlite3 *handle, const QString &where)
{
    // The message names tables and columns, never values: no customer text gets into logs this way.
    const char *message = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(resultCode);
    return Error{codeOfSqlite(resultCode),
                 where,
                 QStringLiteral("%1 (%2)").arg(QString::fromUtf8(message)).arg(resultCode),
                 {{QStringLiteral("native"), resultCode}}};
}

} // namespace deskhand
