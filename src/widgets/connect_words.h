// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/connect_problem.h"

#include <QString>

namespace deskhand {

/// What stands between a person and a desk on a server, and what they can do about it, in the program's language.
struct ConnectWords {
    QString happened;
    QString advice;
};

[[nodiscard]] ConnectWords wordsFor(ConnectProblem problem);

} // namespace deskhand
