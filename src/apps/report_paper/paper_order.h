// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/outgoing_mail.h"
#include "operations/report_letter.h"

namespace deskhand {

/// What is wanted of the painter, a program of its own (apps/deskhand_painter): as JSON on its standard input, in the
/// service's language (wire). Its answer is a ReportMail on its standard output; of Pdf and Pictures only `files`.
enum class PaperKind { Mail, Pdf, Pictures };

struct PaperOrder {
    PaperKind kind = PaperKind::Mail;
    ReportLetter letter;
};

/// More than that is refused at either end, in bytes.
inline constexpr qint64 mostPaperBytes = 64 * 1024 * 1024;

[[nodiscard]] QByteArray encodePaperOrder(const PaperOrder &order);
/// Errors: Corrupt.
[[nodiscard]] Result<PaperOrder> decodePaperOrder(const QByteArray &json);
[[nodiscard]] QByteArray encodePaper(const ReportMail &paper);
[[nodiscard]] Result<ReportMail> decodePaper(const QByteArray &json);

} // namespace deskhand
