// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/condition.h"
#include "store/statement.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <functional>
#include <variant>

namespace deskhand {

class StatementCatalogue;

/// A piece of SQL about the ticket `t` with the values of its question marks in their order.
struct SqlPiece {
    using Value = std::variant<qint64, QString>;

    QByteArray sql;
    QVector<Value> values;

    void append(const QByteArray &text) { sql += text; }
    void append(const SqlPiece &other);
    void appendValue(Value value); ///< a question mark and its value
};

/// Binds the values of a piece to the question marks from `position` (1 is the first); gives the next free position.
int bindPiece(Statement &statement, const SqlPiece &piece, int position);

/// What a Matches test becomes: the expression for the full text index. An empty one matches no ticket.
using MatchExpression = std::function<Result<QString>(const QString &text)>;

/// The condition as a WHERE term that is true exactly where evaluate() is true. No column it uses is ever NULL, so that
/// NOT means what it says. Values are always bound; names of columns come from an enum; what is relative is resolved
/// with `context.now` and trees are spread with `context.catalog`.
/// Errors: those of `match`; Invalid for a Matches test without `match`.
[[nodiscard]] Result<SqlPiece> conditionSql(const Condition &condition, const ConditionContext &context,
                                            const StatementCatalogue &catalogue, const MatchExpression &match = {});

/// Smallest text that is greater than every text that starts with `prefix`, in the order of code points;
/// empty: there is none.
[[nodiscard]] QString endOfPrefix(const QString &prefix);

/// `text` for LIKE … ESCAPE '\': its wildcards stand for themselves.
[[nodiscard]] QString escapedForLike(const QString &text);

} // namespace deskhand
