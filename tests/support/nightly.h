// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace deskhand::test {

/// Whether random tests shall run for long: ./dev test --nightly says so.
inline bool isNightly()
{
    return qEnvironmentVariableIsSet("DESKHAND_NIGHTLY");
}

} // namespace deskhand::test
