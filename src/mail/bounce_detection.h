// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/header_block.h"
#include "mail/mime_tree.h"
#include "operations/parsed_mail.h"

namespace deskhand {

/// Sets `bounce` (RFC 3464 reports, and the free forms of mail servers that know none) and `feedbackReport`
/// (RFC 5965). Needs sender, subject, text and `autoSubmitted` of `mail`. A vacation note is no bounce.
void readBounce(const HeaderBlock &headers, const MimePart &root, ParsedMail &mail);

} // namespace deskhand
