// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"

#include <QByteArray>

namespace deskhand {

/// Compact JSON that holds only what is set. Exact round trip. The names are stored: never rename.
[[nodiscard]] QByteArray commandAnswerToJson(const CommandAnswer &answer);

/// Errors: Corrupt when it is not JSON of an answer.
[[nodiscard]] Result<CommandAnswer> commandAnswerFromJson(const QByteArray &json);

} // namespace deskhand
