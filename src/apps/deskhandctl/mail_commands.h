// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/command_table.h"

#include <QVector>

namespace deskhand::ctl {

/// `mail parse FILE… --json`: what is understood of mails, one JSON object a line for each mail of each file.
/// `html sanitize [--json] FILE…`: the HTML that would be shown.
[[nodiscard]] QVector<CtlCommand> mailCommands();

} // namespace deskhand::ctl
