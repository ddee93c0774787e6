// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/html_sanitizer.h"
#include "operations/parsed_mail.h"

#include <QJsonObject>

namespace deskhand {

/// What was understood of a mail as one JSON object with exactly the keys file, subject, from, to, cc, reply_to
/// (lists of {name, address}), message_id, in_reply_to, references, date (RFC 3339 in the sender's zone, or null),
/// text, reply, html (sanitised), attachments ({name, type, size, sha256, inline, content_id}), auto_submitted, bounce,
/// list, defects. Ids are without angle brackets.
[[nodiscard]] QJsonObject mailToJson(const ParsedMail &mail, const QString &file);

/// What was written now, without quote and signature: by the lines of the plain text, and by the HTML's marks where
/// there is only HTML or the lines say nothing. `safe` is the mail's sanitised HTML (or empty).
[[nodiscard]] QString replyOf(const ParsedMail &mail, const SafeHtml &safe);

/// {html, text, blocked: [{kind, url}]}.
[[nodiscard]] QJsonObject safeHtmlToJson(const SafeHtml &html);

/// RFC 3339 with seconds and the given zone ("2024-02-29T12:00:00+01:00"); empty for 0.
[[nodiscard]] QString rfc3339(Instant instant, int offsetMinutes);

} // namespace deskhand
