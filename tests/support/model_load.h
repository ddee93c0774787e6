// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_fixture.h"
#include "support/desk_recording.h"

#include <functional>

namespace deskhand::test {

/// Many clients in several processes at one desk.
struct LoadPlan {
    quint32 seed = 1;
    int processes = 2;
    int clientsPerProcess = 4;
    int operationsPerClient = 100;
    int tickets = 12;
    QString address; ///< for openForLoad()
};

/// Called some times a second while the clients work; for breaking something.
using Disturbance = std::function<void(qint64 changesSoFar)>;

/// Fills the fixture's desk with agents and tickets, lets the clients loose in child processes of this program (which
/// has to call runLoadClients() when its first argument is loadArgument), waits until all have heard everything and
/// reads the desk. A client that fails ends the program.
[[nodiscard]] Recording recordLoad(DeskFixture &fixture, const LoadPlan &plan, const Disturbance &disturb);

/// The same in this process and thread, one operation of each client after the other; for the model's own test.
[[nodiscard]] Recording recordSteps(DeskFixture &fixture, const LoadPlan &plan);

inline constexpr const char *loadArgument = "--load-clients";
/// What main() of a child gives back. `open`: a client's own door to the desk at plan.address.
using OpenDoor = std::function<std::unique_ptr<Desk>(const QString &address)>;
[[nodiscard]] int runLoadClients(const QStringList &arguments, const OpenDoor &open);

} // namespace deskhand::test
