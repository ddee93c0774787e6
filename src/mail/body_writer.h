// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace deskhand {

/// A text or a file as it stands in a mail.
struct EncodedBody {
    QByteArray encoding; ///< for Content-Transfer-Encoding
    QByteArray bytes;    ///< CRLF line ends, lines of at most 78, ends in a line end
};

/// Any line ends as "\n", without NUL and other control characters that no text has; no blanks at line ends except of a
/// signature's "-- ".
[[nodiscard]] QString mailText(const QString &text);

/// Plain text as format=flowed (RFC 3676): long lines continue after a blank, and only `quoted` has lines that count as
/// quoted. `text` and `quoted` as mailText() gives them; lines end in "\n".
[[nodiscard]] QString flowedText(const QString &text, const QString &quoted);

/// As 7bit where all lines are short ASCII, else quoted-printable or base64, whichever is shorter.
[[nodiscard]] EncodedBody encodeText(const QString &text);

/// Always base64: every byte comes out as it went in.
[[nodiscard]] EncodedBody encodeFile(const QByteArray &bytes);

} // namespace deskhand
