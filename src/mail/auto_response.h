// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/header_block.h"
#include "operations/parsed_mail.h"

namespace deskhand {

/// Fills `autoSubmitted`, `list`, `autoResponseSigns` and `loopChain` from the headers of a mail.
///
/// The signs are the union of what osTicket, Zammad, RT, FreeScout and OTRS look at, compared trimmed and
/// case-folded with comments and parameters cut off (RFC 3834 5): Auto-Submitted other than "no", Precedence,
/// X-Auto-Response-Suppress, the X-Autoreply family, X-Loop headers, list headers, an empty Return-Path, daemon
/// senders. "no" in Auto-Submitted counts as no sign.
void readAutoResponseSigns(const HeaderBlock &headers, ParsedMail &mail);

} // namespace deskhand
