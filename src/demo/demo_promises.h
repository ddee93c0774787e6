// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

namespace deskhand {

/// What the demo's desk promises: the hours of its office with the holidays of the United Kingdom, and round the clock;
/// a policy for important people and security, and one for everybody else. Leads of queues are their first agents by
/// `leads`; a queue without one goes by the queue above it. The catalogue is indexed, and is to be indexed again.
void addDemoPromises(Catalog *catalog, const QHash<QueueId, PersonId> &leads, PersonId manager);

} // namespace deskhand
