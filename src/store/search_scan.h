// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/condition_sql.h"
#include "store/search_expression.h"

#include <QVector>

#include <functional>

namespace deskhand {

class Connection;

/// The rows of PostgreSQL's search index that have the words and belong to tickets of a condition, newest first.
///
/// The server has two ways to them. It can walk from the newest row backwards and look into each: quick where the words
/// are common, endless where they are rare. Or it asks the index for all rows with the words, visits each and sorts:
/// quick where they are rare. Which way is better it decides by statistics, which are wrong for words with hundreds of
/// alternatives by a factor of a thousand. So a few rows are walked first, which tells how common the words are.
class SearchScan
{
public:
    /// `where`: empty for all tickets. What is referred to must stay.
    SearchScan(Connection &connection, const SearchExpression &expression, const SqlPiece *where);

    /// Gives rows until `take` says false. `wanted`: after how many it is expected to. In a transaction. Errors: of the
    /// store.
    Result<void> run(qsizetype wanted, const std::function<bool(qint64 row)> &take);

private:
    enum class Progress { Enough, End, More };

    Result<Progress> walk(qint64 rows);
    Result<bool> askTickets(double costOfIndex);
    Result<void> askIndex();
    Result<double> rowsInIndex();

    Connection &m_connection;
    const SearchExpression &m_expression;
    const SqlPiece *m_where;
    const std::function<bool(qint64 row)> *m_take = nullptr;
    qsizetype m_wanted = 0;
    // Of the rows walked so far.
    qint64 m_before; ///< the last one
    qint64 m_walked = 0;
    qint64 m_matched = 0;
    qint64 m_taken = 0;
};

} // namespace deskhand
