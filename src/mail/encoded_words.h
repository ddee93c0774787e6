// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/defects.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace deskhand {

/// Text of a header value as it stands in the mail (folded, with RFC 2047 encoded words, or raw 8-bit bytes).
///
/// More lenient than the RFC where real mail needs it: blanks inside a word, words that touch their neighbours,
/// adjacent words of one charset are joined before the charset is decoded (so a character may be split between
/// them), a missing "?=" at the end. Control characters become blanks, the ends are trimmed.
/// `charsetHint` (the body's charset) is tried for raw bytes that are not UTF-8.
[[nodiscard]] QString decodeHeaderText(QByteArrayView raw, DefectNotes &defects, QByteArrayView charsetHint = {});

/// The value without line folds: the line ends go, the blanks that follow them stay.
[[nodiscard]] QByteArray unfolded(QByteArrayView raw);

/// Control characters to blanks, direction overrides and zero-width joints removed, ends trimmed.
[[nodiscard]] QString cleanHeaderText(const QString &text);

} // namespace deskhand
