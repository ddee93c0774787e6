// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_random.h"
#include "demo/template_library.h"

#include <QString>

#include <optional>

namespace deskhand {

struct DemoWork {
    int minutes = 0;
    QString activity;
};

/// What an agent logs after what they have written; nothing: they log no work for it, as for about half of all.
[[nodiscard]] std::optional<DemoWork> demoWorkFor(PieceKind written, DemoRandom *random);

} // namespace deskhand
