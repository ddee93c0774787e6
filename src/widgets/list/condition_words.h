// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search_presenter.h"

namespace deskhand {

/// What is wrong with a typed condition, in words for people: one sentence, with what would do where that is known.
[[nodiscard]] QString conditionProblemWords(const ConditionProblem &problem);

} // namespace deskhand
