// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_contract.h"
#include "support/contract_parts.h"
#include "support/replica_door.h"

#include <QtTest>

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    CommandContract contract([] { return replicaDoorFixture(); });
    return runPart(contract, commandsOfSeveral(), ContractPart::Rest);
}
