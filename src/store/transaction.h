// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace deskhand {

class Connection;

/// One transaction of a connection. Rolled back when it goes out of scope without commit().
/// Statements must have been handed back before commit().
class Transaction
{
public:
    enum class Kind {
        Write, ///< takes the write lock at once, waiting for others up to the busy timeout
        Read,  ///< several reads that see the same state; inside of another transaction they are part of it
    };

    explicit Transaction(Connection &connection)
        : m_connection(connection)
    {
    }
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Errors: Busy when another writer held the lock too long.
    Result<void> begin(Kind kind = Kind::Write);
    /// Returns after the change is durable. After an error nothing was changed.
    Result<void> commit();
    void rollBack();

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace deskhand
