// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/sla_work.h"

#include "apps/desk_work/command_runner.h"
#include "store/sql_sla_store.h"

namespace deskhand {

Result<std::unique_ptr<SlaStore>> openSlaStoreAt(const QString &place)
{
    if (!isPostgresUrl(place))
        return openSlaStore(place);
    const Result<PostgresAddress> address = postgresAddressFromUrl(place);
    return address ? openServerSlaStore(*address) : Result<std::unique_ptr<SlaStore>>(address.error());
}

SlaJobPorts slaJobPorts(LocalDesk &desk, const QString &place)
{
    SlaJobPorts ports;
    ports.openStore = [place] { return openSlaStoreAt(place); };
    ports.submit = commandRunner(desk);
    ports.clock = std::make_shared<SystemClock>();
    return ports;
}

} // namespace deskhand
