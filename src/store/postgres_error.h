// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

class QSqlError;

namespace deskhand {

/// The error of PostgreSQL behind a QSqlError, by its SQLSTATE (QSqlError::type() says nothing of use); `isBroken`: the
/// connection is lost, which has no SQLSTATE. The payload has the SQLSTATE as "native".
/// Source: https://www.postgresql.org/docs/15/errcodes-appendix.html
[[nodiscard]] Error postgresError(const QSqlError &error, bool isBroken, const QString &where);

} // namespace deskhand
