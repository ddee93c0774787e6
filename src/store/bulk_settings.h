// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/catalog.h"
#include "operations/unit_of_work.h"
#include "store/bulk_preparer.h"

namespace deskhand {

class Connection;

// What a bulk load does to the desk beside storing tickets. All run in the loader's writing thread; errors: of the
// store.

/// Commits no longer wait for the disk, the journal may grow, and the search index is not merged on the way.
Result<void> prepareBulkLoad(Connection &connection);

/// Where history, counter and articles stand, and everybody known.
Result<void> readBulkStart(Connection &connection, BulkPosition *position, QVector<Person> *people);

/// People under the ids they have; those that are there are changed.
Result<void> writePeople(Connection &connection, const QVector<Person> &people);

/// States, priorities, queues, categories, calendars and policies become those of `catalog`: in a desk without tickets
/// the initial ones go, else they are changed by id and none goes.
Result<void> replaceCatalog(Connection &connection, UnitOfWork &unit, const Catalog &catalog, Instant at);

/// The ticket counter, what counts as read for agents without a floor, the catalogue's version and the feed entry.
Result<void> writeBulkEnd(Connection &connection, UnitOfWork &unit, const BulkPosition &reached, Instant at);

/// After the last commit: merges the search index, gathers statistics, puts the settings back and returns when
/// everything is on disk.
Result<void> settleBulkLoad(Connection &connection);

} // namespace deskhand
