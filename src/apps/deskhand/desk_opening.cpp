// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/desk_opening.h"

namespace deskhand {

PersonId likelyMe(const Catalog &catalog)
{
    PersonId first;
    for (const Person &agent : catalog.agents) {
        if (!agent.active)
            continue;
        if (agent.admin)
            return agent.id;
        if (!first.isValid())
            first = agent.id;
    }
    return first;
}

} // namespace deskhand
