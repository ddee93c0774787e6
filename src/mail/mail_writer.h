// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/outgoing_mail.h"

namespace deskhand {

/// The final bytes of a mail, see MailCodec::write():
///
///   multipart/mixed               where there are files
///     multipart/alternative
///       text/plain                format=flowed
///       multipart/related         where the HTML shows pictures
///         text/html
///         pictures
///     files
///
/// CRLF line ends, 7-bit throughout, lines of 78 but where one word is longer (never over 998). No Bcc, nothing that
/// tracks. Every mail of ours has the chain of desks it went through; an automatic one says so (RFC 3834).
[[nodiscard]] Result<QByteArray> writeMail(const OutgoingMail &mail);

} // namespace deskhand
