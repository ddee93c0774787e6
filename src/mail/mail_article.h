// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_source.h"
#include "operations/command.h"
#include "operations/parsed_mail.h"

namespace deskhand {

/// The command that brings a parsed mail into a desk: safe HTML, quote and signature apart from what is new, inline
/// pictures and attachments, the raw bytes, and the ids of the mails it answers. What is no mail at all, or
/// more than the limits of a mail, gets its raw file as an attachment and `AcceptMail::problem`, so that nothing is
/// lost. Pure; thread-safe.
[[nodiscard]] AcceptMail acceptMailFrom(const ParsedMail &mail, const RawMail &raw, const QString &source);

} // namespace deskhand
