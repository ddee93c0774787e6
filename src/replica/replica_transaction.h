// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/search_index.h"
#include "store/transaction.h"

namespace deskhand {

/// A transaction of a replica's writer, with what its search index has learnt.
class ReplicaTransaction
{
public:
    ReplicaTransaction(Connection &connection, SearchIndex &index)
        : m_transaction(connection)
        , m_index(index)
    {
    }
    ~ReplicaTransaction()
    {
        if (!m_committed)
            m_index.rolledBack();
    }
    ReplicaTransaction(const ReplicaTransaction &) = delete;
    ReplicaTransaction &operator=(const ReplicaTransaction &) = delete;

    Result<void> begin() { return m_transaction.begin(); }
    Result<void> commit()
    {
        Result<void> done = m_transaction.commit();
        m_committed = done.has_value();
        if (m_committed)
            m_index.committed();
        return done;
    }

private:
    Transaction m_transaction;
    SearchIndex &m_index;
    bool m_committed = false;
};

} // namespace deskhand
