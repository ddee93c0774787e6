// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskhand {

/// How `deskhandd` is started: "[--config FILE] [--check | --print-config] [--SECTION-KEY VALUE …]".
[[nodiscard]] QString serveUsage();

/// What `deskhandd` does, until a signal ends it: SIGTERM and SIGINT drain and stop, SIGHUP reads the certificate and
/// the log's level again. `arguments`: those behind the program's name. Gives the exit code: 0 done, 1 failed, 2 wrong
/// usage or configuration.
[[nodiscard]] int serveDesk(const QStringList &arguments);

} // namespace deskhand
