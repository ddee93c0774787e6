// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_random.h"

#include <QByteArray>

namespace deskhand {

/// PNG of a window with a message, as people send them.
[[nodiscard]] QByteArray drawDemoScreenshot(DemoRandom *random);
/// PNG of a desk with a dark screen and a dock, "taken with the phone".
[[nodiscard]] QByteArray drawDemoPhoto(DemoRandom *random);

} // namespace deskhand
