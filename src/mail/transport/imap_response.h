// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QVector>

#include <optional>

namespace deskhand {

/// One response of an IMAP server (RFC 3501 section 7). Literals are taken out: in `text` only their "{size}" is left.
struct ImapResponse {
    enum class Kind { Untagged, Tagged, Continuation };
    Kind kind = Kind::Untagged;
    QByteArray tag;
    QByteArray text; ///< after "* ", the tag, or "+ "
    QByteArrayList literals;

    [[nodiscard]] QByteArray word() const; ///< the first that is no number, in capitals: "OK", "FETCH", "EXISTS"
    [[nodiscard]] quint32 number() const;  ///< before it; 0: there is none
    [[nodiscard]] QByteArray rest() const; ///< after it
    [[nodiscard]] bool isStatus() const;   ///< OK, NO, BAD, BYE or PREAUTH
};

/// A status response: "NO [TRYCREATE] no such folder".
struct ImapStatus {
    QByteArray word;
    QByteArray code;      ///< in capitals
    QByteArray arguments; ///< of the code
    QByteArray text;
};
[[nodiscard]] ImapStatus imapStatus(const ImapResponse &response);

/// What a FETCH response tells; unasked ones may tell less.
struct ImapFetched {
    qint64 uid = 0; ///< 0: not told
    qint64 size = 0;
    Instant arrivedAt = 0;
    QByteArrayList flags; ///< in capitals
    bool hasBody = false; ///< of the whole mail
    bool bodyIsNil = false;
    QByteArray body;
};
/// Nothing: it is not a FETCH response that could be read.
[[nodiscard]] std::optional<ImapFetched> imapFetched(ImapResponse &&response);

/// The size of the literal that a line announces at its end ("{12}", "{12+}", "~{12}"); nothing: none.
[[nodiscard]] std::optional<quint64> imapLiteralSize(const QByteArray &line);
/// "17-Jul-1996 02:44:25 -0700"; 0: not such a date.
[[nodiscard]] Instant imapDateTime(const QByteArray &text);
/// Appends the UIDs of a SEARCH response. False: it has something else.
[[nodiscard]] bool appendImapNumbers(const QByteArray &text, QVector<quint32> *numbers);
/// "1:3,7" of ascending numbers.
[[nodiscard]] QByteArray imapSet(const QVector<quint32> &numbers);
/// As a quoted string. Folders' names are in modified UTF-7 (RFC 3501 5.1.3).
[[nodiscard]] QByteArray imapQuoted(const QByteArray &text);
[[nodiscard]] QByteArray imapFolderName(const QString &name);
/// A command about a folder.
[[nodiscard]] QByteArray imapOnFolder(const char *verb, const QString &name);

} // namespace deskhand
