// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace deskhand {

/// Accent- and case-folded form, the one in which all text is compared, sorted and searched:
/// compatibility decomposition, marks removed, case-folded, plus the letters that Unicode does not
/// decompose (ß→ss, ø→o, ł→l, æ→ae, œ→oe, đ→d, þ→th, ı→i). Idempotent: fold(fold(x)) == fold(x).
/// Arabic tatweel and vowel marks are dropped, katakana and hiragana are kept apart.
[[nodiscard]] QString foldText(QStringView text);

/// Folded words of a text in order, as both databases index them: runs of letters and digits; CJK, kana
/// and Thai characters are words of their own, so that a phrase of them finds any run inside a text.
/// Words longer than 64 characters are cut.
[[nodiscard]] QStringList foldedWords(QStringView text);

} // namespace deskhand
