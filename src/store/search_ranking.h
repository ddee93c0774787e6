// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace deskhand {

class SqliteConnection;

/// Gives the connection the ranking function of searches, `relevance(search, w1, w2, …)`: BM25 as FTS5's own bm25()
/// (lower is better, a weight for each column), but with the frequency of a word estimated from the first thousands of
/// its rows. FTS5 counts all rows of every word before it ranks the first, which takes 0.1 s for a word that is
/// everywhere in a million tickets. Formula: https://www.sqlite.org/fts5.html#the_bm25_function (k1 = 1.2, b = 0.75).
/// Errors: Internal when SQLite has no FTS5.
Result<void> installSearchRanking(SqliteConnection &connection);

} // namespace deskhand
