// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

struct pg_result;

namespace deskhand {

struct PostgresResultCleaner {
    void operator()(pg_result *result) const;
};

/// libpq's result of one statement.
using PostgresResult = std::unique_ptr<pg_result, PostgresResultCleaner>;

} // namespace deskhand
