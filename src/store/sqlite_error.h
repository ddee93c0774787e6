// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace deskhand {

/// The one translation of SQLite's (extended) result codes into ours. `where` is the statement's name.
/// Source: https://www.sqlite.org/rescode.html
[[nodiscard]] Error sqliteError(int resultCode, sqlite3 *handle, const QString &where);

} // namespace deskhand
