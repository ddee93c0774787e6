// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace deskhand {

/// Header fields of a mail that goes out, as ASCII with CRLF line ends, folded at 78 where that is possible and never
/// longer than 998. What comes from outside cannot break out of its field: control characters become blanks.

/// Unstructured text (RFC 5322 3.2.5), as RFC 2047 encoded words where it is not plain ASCII. Empty for an empty text.
[[nodiscard]] QByteArray textField(const QByteArray &name, const QString &text);

/// A list of mailboxes. The addresses must be sendable, see sendableAddress(). Empty for none.
[[nodiscard]] QByteArray addressField(const QByteArray &name, const QVector<MailAddress> &addresses);

/// Message-IDs in angle brackets, one a line. Empty for none.
[[nodiscard]] QByteArray idField(const QByteArray &name, const QStringList &ids);

/// Words that are clean already, separated by commas.
[[nodiscard]] QByteArray wordsField(const QByteArray &name, const QStringList &words);

/// "; name=value" on a line of its own, by RFC 2231 where the value is not short ASCII.
[[nodiscard]] QByteArray parameter(const QByteArray &name, const QString &value);

/// The value of a parameter as an encoded word in quotes, which RFC 2047 forbids and old mail programs need.
[[nodiscard]] QByteArray legacyParameter(const QByteArray &name, const QString &value);

/// An address as it can stand in a header and in an SMTP command without SMTPUTF8: ASCII, domain in its ASCII form
/// (IDNA), local part quoted where it must be. Empty: it cannot be sent to.
[[nodiscard]] QByteArray sendableAddress(const QString &address);

/// Whether a Message-ID (without angle brackets) can be written as it is.
[[nodiscard]] bool isCleanMessageId(const QString &id);

/// Whether it is formed like a language tag (BCP 47).
[[nodiscard]] bool isLanguageTag(const QString &language);

/// "Sat, 21 Nov 2026 09:05:00 +0000".
[[nodiscard]] QByteArray headerDate(Instant at);

/// Control characters and line separators as blanks, ends trimmed.
[[nodiscard]] QString headerLine(const QString &text);

} // namespace deskhand
