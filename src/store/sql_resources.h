// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes ":/sql" readable: resources of a static library do not register themselves. Thread-safe, cheap to repeat.
void registerSqlResources();
