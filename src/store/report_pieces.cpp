// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_pieces.h"

namespace deskhand {

void andAlso(SqlPiece *where, const SqlPiece &piece)
{
    if (!where->sql.isEmpty())
        where->append(" AND ");
    where->append(piece);
}

SqlPiece oneOfNumbers(const QByteArray &expression, const QVector<qint64> &numbers, bool isIn)
{
    SqlPiece piece{expression + (isIn ? " IN (" : " NOT IN ("), {}};
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        if (i > 0)
            piece.append(", ");
        piece.appendValue(numbers[i]);
    }
    piece.append(numbers.isEmpty() ? "-1)" : ")");
    return piece;
}

SqlPiece between(const char *column, qint64 from, qint64 to)
{
    SqlPiece piece{QByteArray(column) + " >= ", {}};
    piece.appendValue(from);
    piece.append(QByteArray(" AND ") + column + " < ");
    piece.appendValue(to);
    return piece;
}

} // namespace deskhand
