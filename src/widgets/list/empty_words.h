// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/list_spec.h"

namespace deskhand {

/// What a list without tickets says.
struct EmptyWords {
    QString icon;
    QString title;
    QString sentence;
    QString actionId; ///< in the action registry; empty: nothing to do
};

[[nodiscard]] EmptyWords emptyWordsFor(const ListSpec &spec);

} // namespace deskhand
