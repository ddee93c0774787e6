// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// The language of a text by its small words and its letters, as BCP 47 ("de"); empty when it is too short or too mixed
/// to tell. Knows en, de, fr, es, pt, it, nl, sv, da, nb, fi, pl, cs, hu, ro, tr, and by their script ru, uk, bg, el,
/// he, ar, th, ko, ja and zh. Looks at no more than the first 4,000 characters. Pure.
[[nodiscard]] QString guessLanguage(const QString &text);

} // namespace deskhand
