// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/local_desk.h"

#include <functional>

namespace deskhand {

/// How jobs run commands: in threads of their own, each waiting until its command is durable. The desk outlives them.
using CommandRunner = std::function<Result<CommandAnswer>(const Command &command)>;
[[nodiscard]] CommandRunner commandRunner(LocalDesk &desk);

} // namespace deskhand
