// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_limits.h"
#include "operations/parsed_mail.h"

#include <QByteArrayView>

namespace deskhand {

/// Understands a mail as it came over the wire (or out of an mbox: a "From " line before it is skipped).
///
/// Never fails and never throws: malformed mail gives what could be understood plus defects, and an input that is
/// no mail at all gives a text with the defect "no-headers". Bounded by `limits` in time and memory (some
/// milliseconds and a few times the size for an ordinary mail). Reentrant and thread-safe.
[[nodiscard]] ParsedMail parseMail(QByteArrayView raw, const MailLimits &limits = {});

struct ReportFindings;
/// The same, and what it says where it is a report (see mail/report_reader.h).
[[nodiscard]] ParsedMail parseMail(QByteArrayView raw, const MailLimits &limits, ReportFindings *report);

} // namespace deskhand
