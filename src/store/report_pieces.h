// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/condition_sql.h"

namespace deskhand {

/// Appends with AND, if there is something before it.
void andAlso(SqlPiece *where, const SqlPiece &piece);
/// `expression` IN a list, or not; nothing is in an empty list.
[[nodiscard]] SqlPiece oneOfNumbers(const QByteArray &expression, const QVector<qint64> &numbers, bool isIn);
/// From `from`, until `to` without it.
[[nodiscard]] SqlPiece between(const char *column, qint64 from, qint64 to);

} // namespace deskhand
