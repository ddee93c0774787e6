// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/connection.h"
#include "store/search_query.h"

namespace deskhand {

/// A search as the full text index understands it.
struct SearchExpression {
    QString match; ///< in the words of the database: of FTS5, or a tsquery; empty: nothing can be found
    int terms = 0; ///< how many words it was spread into: what a look-up costs
};

/// Spreads the parts over the words that really occur: a word stands for all words it is the beginning of or is inside
/// of (from three characters on). The index then looks up whole words only, newest first and lazily, which a prefix
/// query of FTS5 cannot do.
///
/// At most `mostTerms` words in all; beyond that those that came into the desk first are taken, and these are, as words
/// go, the common ones. Errors: of the store.
[[nodiscard]] Result<SearchExpression> searchExpression(Connection &connection, const QVector<SearchPart> &parts,
                                                        int mostTerms = 1024);

/// The same with every word standing for itself only. Needs no store.
[[nodiscard]] SearchExpression wholeWordExpression(SqlDialect dialect, const QVector<SearchPart> &parts);

/// The expression for a Matches test of a condition; empty: it finds nothing.
[[nodiscard]] Result<QString> matchExpression(Connection &connection, const QString &text);

} // namespace deskhand
