// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/defects.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace deskhand {

/// Text of `bytes`: the declared charset, else a byte-order mark, else UTF-8 when it is valid, else `hint`
/// (another charset that the same mail declares), else windows-1252, which never fails.
///
/// Wrong declarations are lived with: us-ascii with 8-bit bytes counts as undeclared, invalid UTF-8 without a
/// single valid multi-byte sequence is windows-1252, ISO-8859-1 is read as its superset windows-1252. UTF-7 is
/// refused (it hides markup from filters): its bytes are shown as they are. The result may contain NUL.
[[nodiscard]] QString decodeCharset(QByteArrayView bytes, QByteArrayView declared, DefectNotes &defects,
                                    QByteArrayView hint = {});

/// The same for HTML: without a declared charset the one of its <meta> counts, if it has one.
[[nodiscard]] QString decodeHtmlBytes(QByteArrayView bytes, QByteArrayView declared, DefectNotes &defects);

/// The name under which a charset is known to iconv: lower case, without quotes, known aliases resolved
/// ("utf8", "cp-850", "x-sjis", "ks_c_5601-1987", …). Empty for nothing or for "unknown-8bit" and the like.
[[nodiscard]] QByteArray canonicalCharset(QByteArrayView name);

/// Whether `bytes` are valid UTF-8 (also true for plain ASCII).
[[nodiscard]] bool isValidUtf8(QByteArrayView bytes);

/// "\r\n" and "\r" become "\n"; NUL is dropped and noted.
[[nodiscard]] QString withUnixLineEnds(QString text, DefectNotes &defects);

} // namespace deskhand
