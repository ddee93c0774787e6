// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_store.h"

#include "store/connection.h"
#include "store/transaction.h"

namespace deskhand {
namespace {

constexpr int pagesAtOnce = 500; ///< of the index: some ten milliseconds of work

} // namespace

Result<bool> ReplicaStore::tidy(bool begins)
{
    Transaction transaction(m_connection);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    const Result<qint64> before = m_connection.sql("bulk.changesSoFar").runForNumber();
    if (!before)
        return before.error();
    const int pages = begins ? -pagesAtOnce : pagesAtOnce;
    if (const Result<void> merged = m_connection.sql("bulk.mergeIndexPart").bind(":pages", pages).run(); !merged)
        return merged.error();
    const Result<qint64> after = m_connection.sql("bulk.changesSoFar").runForNumber();
    if (!after)
        return after.error();
    const bool more = *after - *before >= 2;
    if (!more) {
        for (const char *name : {"bulk.mergeTerms", "bulk.analyseSome", "bulk.analyse"}) {
            if (const Result<void> done = m_connection.sql(name).run(); !done)
                return done.error();
        }
    }
    const Result<void> committed = transaction.commit();
    return committed ? Result<bool>(more) : Result<bool>(committed.error());
}

} // namespace deskhand
