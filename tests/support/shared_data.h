// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand::test {

/// Absolute path of something in the foreign test data, or empty when it is not on this machine.
/// Tests that get an empty path skip, visibly.
QString sharedData(const QString &relativePath);

} // namespace deskhand::test
