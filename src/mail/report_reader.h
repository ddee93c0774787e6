// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/header_block.h"
#include "mail/mime_tree.h"
#include "operations/command.h"
#include "operations/parsed_mail.h"

namespace deskhand {

/// What a report says, beyond that it is one.
struct ReportFindings {
    bool deliveryReport = false; ///< about the way of a mail, whether it was good or bad
    bool receipt = false;        ///< says that somebody has opened a mail (RFC 8098)
    QVector<ReportedRecipient> recipients;
    QStringList ids; ///< Message-IDs of the mail that it is about, the surest first; without angle brackets
};

/// Reads the recipients of a delivery report: from its fields (RFC 3464), else from the words of the mail servers that
/// have forms of their own. Needs `bounce` and the text of `mail`. Every address once; bounded by a thousand of them.
[[nodiscard]] ReportFindings readReport(const HeaderBlock &headers, const MimePart &root, const ParsedMail &mail,
                                        const MailLimits &limits);

} // namespace deskhand
