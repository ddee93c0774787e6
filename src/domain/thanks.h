// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// Whether a text says thank you and nothing else, in English, German, French, Spanish, Portuguese, Italian, Dutch,
/// Swedish, Danish, Norwegian or Polish: thanks, praise, a greeting, a closing and names, as far as each word of it is
/// known. Any question, number or other word makes it more than that. `text`: the new part of a mail, without its
/// quote; whether files came with it is for the caller to ask. Pure.
[[nodiscard]] bool isOnlyThanks(const QString &text);

} // namespace deskhand
