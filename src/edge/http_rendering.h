// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_message.h"

namespace deskhand {

/// Status line and header fields with the empty line behind them. A name or value that would break out of its line is
/// left out; a status that is no final one becomes 500.
[[nodiscard]] QByteArray renderResponseHead(const HttpResponse &response, bool close);
/// Whether an answer with that status has a body at all.
[[nodiscard]] bool statusHasBody(int status);

} // namespace deskhand
