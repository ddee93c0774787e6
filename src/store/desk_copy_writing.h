// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/desk_copy_rows.h"
#include "store/desk_copy_tables.h"
#include "store/search_words.h"

#include <QVector>

namespace deskhand {

class Connection;

// Into a desk that is copied to, within the caller's transaction. Errors: of the store.

/// `table` as the target has it; its columns are in the same order as those of the source.
Result<void> writeCopyRows(Connection &connection, const CopyTable &table, const CopyRows &rows);

/// Rows of the search index; words are not learnt.
Result<void> writeSearchRows(Connection &connection, const QVector<SearchRow> &rows);

} // namespace deskhand
