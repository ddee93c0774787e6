// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace deskhand {

/// An Error in words for people, in the program's language.
struct ErrorWords {
    QString happened; ///< what happened, one sentence
    QString safe;     ///< what is not lost
    QString advice;   ///< what to do now
    QString details;  ///< for the clipboard: code, place and technical detail; never customer text
};

[[nodiscard]] ErrorWords wordsFor(const Error &error);

} // namespace deskhand
