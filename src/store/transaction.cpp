// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transaction.h"

#include "base/logging.h"
#include "store/connection.h"

namespace deskhand {

Transaction::~Transaction()
{
    rollBack();
}

Result<void> Transaction::begin(Kind kind)
{
    if (kind == Kind::Read && m_connection.isInTransaction())
        return {};
    Result<void> begun =
        (kind == Kind::Write ? m_connection.sql("transaction.begin") : m_connection.sql("transaction.beginRead")).run();
    m_open = begun.has_value();
    return begun;
}

Result<void> Transaction::commit()
{
    Result<void> committed = m_connection.settleLater();
    if (committed)
        committed = m_connection.sql("transaction.commit").run();
    if (committed)
        m_open = false;
    else
        rollBack();
    return committed;
}

void Transaction::rollBack()
{
    if (!m_open)
        return;
    m_open = false;
    m_connection.forgetLater();
    // Some errors (disk full, a failed write) have rolled back already.
    if (!m_connection.isInTransaction())
        return;
    if (const Result<void> rolledBack = m_connection.sql("transaction.rollback").run(); !rolledBack)
        qCWarning(lcStore, "rollback failed: %s", qPrintable(rolledBack.error().detail));
}

} // namespace deskhand
