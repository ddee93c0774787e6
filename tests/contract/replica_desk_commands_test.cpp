// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_contract.h"
#include "support/replica_fixture.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::CommandContract contract([] { return std::make_unique<deskhand::test::ReplicaFixture>(); });
    // A replica hears a moment later what is done through other doors, and its feed tells of a command twice: when it
    // is made here and when it has come back. What these promise of it is tested in fault/partition_test.
    const QStringList others{QStringLiteral("repeatingACommandChangesNothing"),
                             QStringLiteral("aRefusedCommandLeavesNothing"),
                             QStringLiteral("theFeedIsInOrder"),
                             QStringLiteral("oneCommandThroughTwoDoorsIsOne"),
                             QStringLiteral("ofTwoValuesOneIsAConflict"),
                             QStringLiteral("twoFieldsMergeFromTwoDoors"),
                             QStringLiteral("tagsComeTogetherFromTwoDoors"),
                             QStringLiteral("ofTwoRepliesOneIsHeld"),
                             QStringLiteral("aNewPersonOfTwoDoorsIsOne"),
                             QStringLiteral("numbersAreGivenOnceByTwoDoors"),
                             QStringLiteral("oneMailThroughTwoDoorsIsOne"),
                             QStringLiteral("aNameIsTakenOnceByTwoDoors"),
                             QStringLiteral("twoDoorsMakeNoLoopOfQueues"),
                             QStringLiteral("twoAdminsLeaveOne")};
    return deskhand::test::runContract(contract, others);
}
