// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/defects.h"
#include "mail/mail_limits.h"
#include "mail/mime_tree.h"
#include "operations/parsed_mail.h"

namespace deskhand {

/// Sorts the parts of a mail into its text, its HTML and its attachments.
///
/// Text parts without a name are text, in multipart/alternative the plain and the HTML one of the same body; all
/// other parts are attachments, nested messages included. winmail.dat and uuencoded files are unpacked beside the
/// part that holds them. `text` is made from the HTML when there is no plain text.
void buildBody(const MimePart &root, const MailLimits &limits, ParsedMail &mail, DefectNotes &defects);

} // namespace deskhand
