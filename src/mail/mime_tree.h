// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/defects.h"
#include "mail/header_block.h"
#include "mail/mail_limits.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace deskhand {

/// One MIME entity, decoded. A multipart has children, everything else has content.
struct MimePart {
    QByteArray type; ///< lower case, "text/plain" when nothing was said
    bool typeGiven = false;
    QByteArray charset;
    QByteArray reportType;  ///< of multipart/report
    QByteArray disposition; ///< lower case: "inline", "attachment", …; empty when there is none
    QString fileName;       ///< as the sender wrote it, decoded, not yet safe
    QByteArray contentId;   ///< without angle brackets
    bool flowed = false;    ///< format=flowed (RFC 3676)
    bool delSp = false;
    QByteArray content; ///< transfer encoding removed
    QList<MimePart> children;

    [[nodiscard]] bool isMultipart() const { return type.startsWith("multipart/"); }
    [[nodiscard]] bool isText() const { return type == "text/plain" || type == "text/html"; }
};

/// Parses body and content headers of a mail with GMime within the limits. Never fails: what is not understood
/// becomes a text part. Nested messages are leaves (their bytes are their content).
/// Thread-safe; uses memory of about three times `body`.
[[nodiscard]] MimePart readMimeTree(const HeaderBlock &headers, QByteArrayView body, const MailLimits &limits,
                                    DefectNotes &defects);

} // namespace deskhand
