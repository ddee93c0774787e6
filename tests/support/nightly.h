// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace deskhand::test {

/// How often something random is tried: `rounds`, and many times that when ./dev test --nightly asks for it.
inline int randomRounds(int rounds)
{
    constexpr int nightlyFactor = 20;
    return qEnvironmentVariableIsSet("DESKHAND_NIGHTLY") ? rounds * nightlyFactor : rounds;
}

} // namespace deskhand::test
