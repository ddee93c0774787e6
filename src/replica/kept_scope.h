// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog_ptr.h"
#include "domain/condition.h"
#include "operations/sync_source.h"

#include <QVector>

namespace deskhand {

/// Whether what is asked lies wholly inside of what a replica keeps. Lists are asked for again with every change: what
/// was found out about a condition is kept until the catalogue or the choice is another one. Used by one thread.
class KeptScope
{
public:
    /// See liesInside().
    [[nodiscard]] bool holds(const Condition &query, const ReplicaScope &scope, const CatalogPtr &catalog, PersonId me,
                             Instant now);

private:
    struct Verdict {
        Condition query;
        bool isInside;
    };

    CatalogPtr m_catalog; ///< that the rest is about, alive: another one cannot come to lie in its place
    ReplicaScope m_scope;
    PersonId m_me;
    Condition m_condition;       ///< what m_scope means
    QVector<Verdict> m_verdicts; ///< the newest last
};

} // namespace deskhand
