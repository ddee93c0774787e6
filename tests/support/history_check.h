// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QString>

namespace deskhand::test {

/// Reads the history of a desk's file and computes its chain again. Empty: whole; else what is wrong first.
[[nodiscard]] QString brokenHistory(const QString &path, int *entries = nullptr);
[[nodiscard]] QString brokenHistory(Connection &connection, int *entries = nullptr);

/// What is wrong with a desk by the database's own checks and the rules between tables (counts, last articles,
/// versions, tags, feed, sums of reports); empty: nothing.
[[nodiscard]] QString brokenDesk(const QString &path);
[[nodiscard]] QString brokenDesk(Connection &connection);

} // namespace deskhand::test
